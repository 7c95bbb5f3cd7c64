// The entities and their fields: checked once when loaded (loader.h), constant from then on. A schema is data, so that
// an old app can keep and merge what a newer one wrote, and an org can add entities of its own.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/change.h"

namespace tern::schema {

/// Numbers from here on name custom fields (extension.h) inside one process. They never travel: on the wire such a
/// field's cells stand in column::kCustom under the id of the record that defines it.
inline constexpr ColumnNumber kFirstCustomField = 0xf000;
/// Entities that an org makes for itself have numbers from here on; protocol/crm keeps below.
inline constexpr EntityNumber kFirstCustomEntity = 0x8000;

/// In brackets: the value on the wire (protocol/value.h).
enum class Type : std::uint8_t {
    text = 1,     ///< [text] one line
    long_text,    ///< [text]
    rich,         ///< [text]
    integer,      ///< [int64]
    decimal,      ///< [decimal]
    money,        ///< [map {1: minor units int64, 2: currency text}]
    percent,      ///< [decimal] 0..100
    boolean,      ///< [bool]
    date,         ///< [int64] days since 1970-01-01
    datetime,     ///< [int64] Unix milliseconds, UTC
    duration,     ///< [int64] seconds
    enumeration,  ///< [text] the choice's name
    pick,         ///< [text] the same, and an org may add choices
    set,          ///< one cell an element: key = the choice's name as bytes, value [true]
    ref,          ///< [id]
    refs,         ///< one cell an element: key = the record's 16 bytes, value [true]
    poly,         ///< [map {1: entity number int64, 2: id}]
    phone,        ///< [text]
    mail,         ///< [text]
    url,          ///< [text]
    geo,          ///< [map {1: latitude decimal, 2: longitude decimal, 3: accuracy in metres int64}]
    address,      ///< [map {1 street, 2 district, 3 city, 4 region, 5 postcode, 6 country: text, 7: geo}]
    blob,         ///< [bytes]
    json,         ///< [text]
    list,         ///< one cell an element: key = 16 random bytes, value [map by member number, 1 = order decimal]
    group,        ///< [map by member number]
    counter,      ///< one cell an increment: key = 16 random bytes, value [int64]; the column holds the sum
};
/// As protocol/crm spells it, in lower case: "money", "refs".
std::string_view name(Type type);

/// By what an import finds that two records are one. Both sides are brought into one form first.
enum class DedupeKey : std::uint8_t {
    none,
    name,   ///< of a person or a company
    exact,  ///< a number or code that somebody has issued
    phone,
    mail,
    domain,  ///< of a web site or a mail address
};

enum class TimelineRole : std::uint8_t {
    none,
    event,  ///< its records stand on the timelines of the records that they refer to
};

struct Label {
    std::string en;
    std::string zh;

    bool operator==(const Label&) const = default;
};

struct Choice {
    std::string name;
    Label label;

    bool operator==(const Choice&) const = default;
};

/// One SQL column of a field, and how users name it: `amount`, `amount_currency`, `billing_addr_city`, `stage_id`.
struct Column {
    std::string name;
    Type type = Type::text;  ///< never one that has members or elements
    std::vector<std::uint32_t>
        path;  ///< member numbers from the cell's value down to the scalar; empty: the value itself
    bool indexed = false;
    std::vector<std::string> index_with;  ///< other columns of the table that its index holds after it
    std::string stored;                   ///< what SQL knows it by, where that is not its name

    const std::string& sql() const { return stored.empty() ? name : stored; }
};

struct Member {
    std::uint32_t number = 0;
    std::string name;
    Type type = Type::text;
    Label label;
    std::vector<EntityNumber> targets;
    std::vector<Choice> choices;
    bool required = false;
    bool indexed = false;
    std::string default_value;  ///< what a form starts with, as a person would type it; a date may say "today" or "now"
    DedupeKey dedupe = DedupeKey::none;
    std::vector<std::string> index_with;  ///< columns of the entity that the index holds after it
};

/// A field that is worked out when it is asked for, from what is stored: the same on every device that holds the same.
struct Computed {
    std::string name;
    Type type = Type::text;  ///< a scalar, or money
    Label label;
    std::vector<EntityNumber> targets;
    std::vector<Choice> choices;
    std::string formula;   ///< formula.h
    std::string currency;  ///< money: the formula of the currency
    bool list_column = false;
};

struct Field {
    ColumnNumber number = 0;
    std::string name;
    Type type = Type::text;
    Label label;
    std::vector<EntityNumber> targets;
    std::vector<Choice> choices;
    std::vector<Member> members;
    bool required = false;  ///< advice: nothing is refused for want of it
    std::uint32_t search_weight = 0;
    bool list_column = false;
    bool indexed = false;
    bool common = false;
    bool retired = false;       ///< custom: kept and merged, but no longer shown or asked for
    RecordId defined_by;        ///< custom: the record that defines it
    std::string section;        ///< of the form; empty: the form is one piece
    std::string default_value;  ///< as a member's
    DedupeKey dedupe = DedupeKey::none;
    std::vector<std::string> index_with;  ///< as a member's
    std::vector<Computed> computed;       ///< of each element of a list
    /// Columns of the entity's table, or of the field's own child table if it has elements; by path.
    std::vector<Column> columns;

    bool is_custom() const { return number >= kFirstCustomField; }
    /// One cell an element, kept in a child table.
    bool has_elements() const {
        return type == Type::set || type == Type::refs || type == Type::list || type == Type::counter;
    }
    const Member* member(std::uint32_t wanted) const;
    const Member* member(std::string_view wanted) const;
};

/// What a column name stands for.
struct ColumnPlace {
    const Field* field = nullptr;
    const Column* column = nullptr;
};

/// A part of a form.
struct Section {
    std::string name;
    Label label;
    std::vector<ColumnNumber> fields;  ///< in the form's order
};

struct Entity {
    EntityNumber number = 0;
    std::string name;
    Label label;
    Label plural;
    std::string icon;
    std::string stored;              ///< what SQL knows its table by, where that is not its name
    bool retired = false;            ///< custom: kept and merged, but no longer offered
    std::vector<std::string> title;  ///< columns that name a record to a person, in order
    std::vector<Field> fields;       ///< by number: own, common, custom
    std::vector<Section> sections;   ///< the common ones last; without own ones its own fields come before them
    TimelineRole timeline = TimelineRole::none;
    std::string timeline_date;  ///< the column that orders events; empty: when the record was made
    std::vector<Computed> computed;

    const std::string& sql() const { return stored.empty() ? name : stored; }
    const Field* field(ColumnNumber wanted) const;
    const Field* field(std::string_view wanted) const;
    /// The custom field that this record defines.
    const Field* defined_by(const RecordId& definition) const;
    const Computed* computed_field(std::string_view wanted) const;
    bool has_custom_fields() const { return !by_definition.empty(); }
    /// Columns of the entity's own table; those of child tables are found through their field.
    const ColumnPlace* column(std::string_view wanted) const;

    std::map<ColumnNumber, std::size_t> by_number;
    std::map<std::string, std::size_t, std::less<>> by_name;
    std::map<std::string, ColumnPlace, std::less<>> by_column;
    std::map<RecordId, std::size_t> by_definition;
};

/// Whether the column's index holds the records that lack a value, too: what lists sort by must; of other columns they
/// are worth no entries.
bool indexed_in_full(const Entity& entity, const Field& field, const Column& column);
/// The table of a field with elements, as SQL knows it, unquoted. All entities share those of common fields: a row
/// number names one record of one entity.
std::string child_table(const Entity& entity, const Field& field);
/// A custom field's column or child table: by definition and type, so that neither a new name nor a new type is taken
/// for what was there.
std::string custom_sql_name(const Field& field);
/// A custom entity's table.
std::string custom_sql_name(EntityNumber entity);

class Schema {
public:
    explicit Schema(std::vector<Entity> entities);
    Schema(Schema&&) = default;
    Schema& operator=(Schema&&) = default;
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    std::span<const Entity> entities() const { return entities_; }
    const Entity* entity(EntityNumber number) const;
    const Entity* entity(std::string_view name) const;

private:
    std::vector<Entity> entities_;  ///< never grows: the indexes point into it
    std::map<EntityNumber, const Entity*> by_number_;
    std::map<std::string, const Entity*, std::less<>> by_name_;
};

}  // namespace tern::schema
