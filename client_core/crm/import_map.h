// Which column of a file goes into which field: what `--map` says, and what the headers tell by themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client_core/crm/moment.h"
#include "client_core/crm/number_style.h"
#include "client_core/crm/part.h"

namespace tern::crm {

/// A field's text, made of pieces of the row and of constants.
struct Source {
    struct Piece {
        std::string text;
        std::optional<std::size_t> column;
    };
    std::vector<Piece> pieces;

    /// Columns that the row does not have are empty.
    std::string text(const std::vector<std::string>& row) const;
    /// The one column that it is, if it is no more than that.
    std::optional<std::size_t> column() const;
};

/// A column that fills a part of one element of a list: `phones[work]`, `phones[1].label`.
struct ListPart {
    std::string slot;  ///< columns of one slot fill one element
    const schema::Member* member = nullptr;
    std::string label;  ///< what the element's `label` or `net` is to be; empty: nothing
};

struct MappedField {
    enum class Kind : std::uint8_t { field, list_part, whole_name };
    Target target;
    Source source;
    Kind kind = Kind::field;
    ListPart part;
    DateOrder order = DateOrder::month_first;
    NumberStyle style = NumberStyle::point;

    bool required() const;
};

struct Mapping {
    std::vector<MappedField> fields;                           ///< sorted by what must be read first
    std::optional<std::size_t> id_column;                      ///< of Tern's ids
    std::vector<std::pair<std::string, std::string>> guessed;  ///< column, goal
    std::vector<std::string> goals;                            ///< by column; empty: it goes nowhere
};

/// Everything that `entries` say and that is unknown or named twice is refused; a map without fields is not.
/// `record_ids`: by column, whether all that it holds are Tern's ids.
Result<Mapping> read_map(const schema::Entity& entity, const std::vector<std::string>& header,
                         const std::vector<std::string>& entries, const std::vector<bool>& record_ids);
/// A header's place, by its name or, failing that, without regard to case.
Result<std::size_t> column_named(const std::vector<std::string>& header, std::string_view name);

/// Columns of the file that go nowhere, by name.
std::vector<std::string> unused_columns(const std::vector<std::string>& header, const Mapping& mapping);

}  // namespace tern::crm
