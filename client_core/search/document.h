// What of a record can be found: its title and the texts of its searchable fields, as the schema says.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client_core/schema/schema.h"
#include "client_core/search/tokens.h"

namespace tern::search {

/// One cell as it stands.
struct CellView {
    ColumnNumber column = 0;
    const Value* value = nullptr;
};

struct Text {
    std::string field;  ///< by column name
    std::string text;
    std::uint32_t weight = 0;
    Treatment treatment = Treatment::other;
    bool phone = false;
};

/// A title is one text, whatever it is made of.
struct Title {
    std::string text;
    struct Part {
        std::size_t begin = 0;
        const std::string* column = nullptr;
    };
    std::vector<Part> parts;  ///< in the text's order

    /// Whose words stand at that byte.
    std::string_view column_at(std::size_t byte) const;
};

/// How records of one entity are read. Borrows the entity.
class Plan {
public:
    explicit Plan(const schema::Entity& entity);

    const schema::Entity& entity() const { return *entity_; }
    /// Whether its records can be found at all.
    bool searchable() const { return searchable_; }
    /// Whether a change of that field can change what is found.
    bool reads(ColumnNumber column) const { return fields_.contains(column); }

    Title title(std::span<const CellView> cells) const;
    /// The title first, if there is one; then the fields.
    std::vector<Text> texts(std::span<const CellView> cells) const;
    /// The tokens for the index, with spaces between.
    std::string tokens(std::span<const CellView> cells) const;

private:
    struct Place {
        std::string name;
        std::vector<std::uint32_t> path;
        schema::Type type;
    };
    struct Source {
        std::uint32_t weight = 0;
        bool in_title = false;
        bool rich = false;
        std::vector<Place> places;
    };
    struct TitlePart {
        std::string column;
        ColumnNumber field = 0;
        std::vector<std::uint32_t> path;
    };
    void add_title();
    void add_field(const schema::Field& field);

    const schema::Entity* entity_;
    bool searchable_ = false;
    std::uint32_t title_weight_ = 0;
    std::map<ColumnNumber, Source> fields_;
    std::vector<TitlePart> title_;
};

/// The text that a path leads to; nullptr where there is none.
const std::string* text_at(const Value& value, std::span<const std::uint32_t> path);

/// The tokens of one text, phones as such.
void tokens_of(const Text& text, const TakeToken& take);

/// What people see of a person's name: 张伟 of 伟 and 张, else given name first.
bool is_written_family_first(std::string_view given, std::string_view family);

}  // namespace tern::search
