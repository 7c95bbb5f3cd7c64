// Which column of a file goes into which field: what `--map` says, and headers that are field names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client_core/crm/moment.h"
#include "client_core/crm/part.h"

namespace tern::crm {

/// A field's text, made of pieces of the row and of constants.
struct Source {
    struct Piece {
        std::string text;
        std::optional<std::size_t> column;
    };
    std::vector<Piece> pieces;

    std::string text(const std::vector<std::string>& row) const;
    /// The one column that it is, if it is no more than that.
    std::optional<std::size_t> column() const;
};

struct MappedField {
    Target target;
    Source source;
    DateOrder order = DateOrder::month_first;

    bool is_date() const { return target.type == schema::Type::date || target.type == schema::Type::datetime; }
    bool required() const;
};

/// Everything that is unknown or named twice is refused. Sorted by what must be read first.
Result<std::vector<MappedField>> read_map(const schema::Entity& entity, const std::vector<std::string>& header,
                                          const std::vector<std::string>& entries);
/// A header's place, by its name or, failing that, without regard to case.
Result<std::size_t> column_named(const std::vector<std::string>& header, std::string_view name);

/// Columns of the file that go nowhere, by name.
std::vector<std::string> unused_columns(const std::vector<std::string>& header, const std::vector<MappedField>& fields);

}  // namespace tern::crm
