// Into which space a row of an import goes, and whose record it becomes.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <tern/import.h>
#include "client_core/crm/elsewhere.h"
#include "client_core/crm/names.h"

namespace tern::crm {

struct Home {
    SpaceId space;
    std::optional<UserId> owner;  ///< the book's writer
};

class ImportHomes {
public:
    ImportHomes(Client& client, Names& names, const Elsewhere* elsewhere)
        : client_(client), names_(names), elsewhere_(elsewhere) {}

    /// Reads what the request says of spaces; refuses what is wrong for every row.
    Status begin(const ImportRequest& request, const std::vector<std::string>& header);
    /// `parent`: the record that the row's belongs to, where no space is told.
    Result<Home> of(const std::vector<std::string>& row, const std::optional<RecordId>& parent);

private:
    Result<Home> named(const std::string& text);
    Result<Home> checked(const SpaceInfo& space);
    Result<std::optional<UserId>> writer_of(const SpaceInfo& book);

    Client& client_;
    Names& names_;
    const Elsewhere* elsewhere_;
    std::optional<Home> fixed_;
    std::optional<std::size_t> column_;
    std::vector<SpaceInfo> spaces_;
    std::unordered_map<std::string, Result<Home>> known_;
    std::unordered_map<SpaceId, std::optional<UserId>> writers_;
};

}  // namespace tern::crm
