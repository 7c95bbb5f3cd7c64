// The spaces and people of another org, and which they are here.
#pragma once

#include <string>
#include <vector>

#include <tern/import.h>
#include "client_core/crm/elsewhere.h"
#include "client_core/exchange/table.h"

namespace tern::crm {

class Newcomers {
public:
    Newcomers(Client& client, Elsewhere& elsewhere) : client_(client), elsewhere_(elsewhere) {}

    /// By id, else by name; those that are not here are made, and told in `made`. The org's own and one's private space
    /// are themselves, whatever they are called there.
    Status meet_spaces(const ImportRequest& request, exchange::Format format, std::vector<std::string>& made);
    /// Whoever has an account here is known by the login. A name that came along before that is led to the account.
    Status meet_people(const ImportRequest& request, exchange::Format format);

private:
    Result<SpaceId> space_here(const RecordId& id, const std::string& name, SpaceKind kind,
                               std::vector<std::string>& made);
    bool may_be(std::string_view entity, const RecordId& id) const;
    Status lead_to(const RecordId& account, const RecordId& name_only);

    Client& client_;
    Elsewhere& elsewhere_;
};

}  // namespace tern::crm
