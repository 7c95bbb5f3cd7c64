#include "client_core/schema/loader.h"

#include <algorithm>
#include <set>

#include "client_core/schema/columns.h"
#include "protocol/limits.h"
#include "protocol/schema.pb.h"

namespace tern::schema {
namespace {

constexpr std::uint32_t kFirstCommon = 900;
constexpr std::uint32_t kLastCommon = 999;
/// Tables of the store's own; "sqlite" begins SQLite's.
constexpr std::string_view kTakenTables[] = {"record", "cell",       "change",    "txn",     "notice",
                                             "bump",   "device_ref", "space_ref", "setting", "schema_column"};
/// Columns of the store's own in entities' and child tables.
constexpr std::string_view kTakenColumns[] = {"rid", "elem"};

Failure bad(const std::string& where, const std::string& what) {
    return fail(Fault::malformed, "the schema is broken at " + where + ": " + what);
}

bool is_name(const std::string& name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 48 && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), fits) && name.rfind("sqlite", 0) != 0;
}

template <class List>
bool contains(const List& list, std::string_view wanted) {
    return std::find(std::begin(list), std::end(list), wanted) != std::end(list);
}

Label label_of(const wire::Label& label) { return {label.en(), label.zh()}; }

/// Loads one schema; holds what every step of that needs.
class Loader {
public:
    explicit Loader(const wire::Schema& in) : in_(in) {}

    Result<Schema> load() {
        TERN_CHECK(number_entities());
        std::vector<Entity> entities;
        for (const auto& entity : in_.entities()) {
            TERN_TRY(loaded, load_entity(entity));
            entities.push_back(std::move(loaded));
        }
        TERN_CHECK(check_tables(entities));
        return Schema{std::move(entities)};
    }

private:
    Status number_entities() {
        std::set<std::uint32_t> numbers;
        for (const auto& entity : in_.entities()) {
            const std::string where = "entity " + entity.name();
            if (!is_name(entity.name())) return bad(where, "this cannot be a name");
            if (contains(kTakenTables, entity.name())) return bad(where, "this name is taken by the store");
            if (entity.number() == 0 || entity.number() > 0xffff) return bad(where, "its number is out of range");
            if (!numbers.insert(entity.number()).second) return bad(where, "its number is used twice");
            if (!numbers_.emplace(entity.name(), static_cast<EntityNumber>(entity.number())).second)
                return bad(where, "its name is used twice");
        }
        return ok();
    }

    Result<Entity> load_entity(const wire::Entity& in) {
        Entity out;
        out.number = static_cast<EntityNumber>(in.number());
        out.name = in.name();
        out.label = label_of(in.label());
        out.plural = label_of(in.plural());
        out.icon = in.icon();
        out.title.assign(in.title().begin(), in.title().end());
        for (const auto& field : in.fields()) TERN_CHECK(add_field(field, false, out));
        for (const auto& field : in_.common()) TERN_CHECK(add_field(field, true, out));
        std::sort(out.fields.begin(), out.fields.end(),
                  [](const Field& a, const Field& b) { return a.number < b.number; });
        TERN_CHECK(check_columns(out));
        return out;
    }

    Status add_field(const wire::Field& in, bool common, Entity& entity) {
        const std::string where = entity.name + "." + in.name();
        const bool in_common_range = in.number() >= kFirstCommon && in.number() <= kLastCommon;
        if (in.number() < column::kFirstField || in.number() > 0xffff || in_common_range != common)
            return bad(where, "its number is out of range");
        for (const Field& other : entity.fields) {
            if (other.number == in.number()) return bad(where, "its number is that of " + other.name);
            if (other.name == in.name()) return bad(where, "its name is used twice");
        }
        TERN_TRY(base, load_member(in, where, entity.number));
        Field out;
        out.number = static_cast<ColumnNumber>(in.number());
        out.name = base.name;
        out.type = base.type;
        out.label = base.label;
        out.targets = base.targets;
        out.choices = base.choices;
        out.required = in.required();
        out.search_weight = in.search_weight();
        out.list_column = in.list_column();
        out.indexed = in.indexed();
        out.common = common;
        TERN_CHECK(add_members(in, where, entity.number, out));
        lay_out(out);
        entity.fields.push_back(std::move(out));
        return ok();
    }

    Status add_members(const wire::Field& in, const std::string& where, EntityNumber self, Field& out) {
        const bool wants = out.type == Type::group || out.type == Type::list;
        if (wants == in.members().empty()) return bad(where, wants ? "it needs members" : "it cannot have members");
        for (const auto& member : in.members()) {
            const std::string at = where + "." + member.name();
            TERN_TRY(loaded, load_member(member, at, self));
            const bool whole = is_scalar(loaded.type) || loaded.type == Type::money || loaded.type == Type::poly ||
                               loaded.type == Type::geo || loaded.type == Type::address;
            if (!whole || !member.members().empty()) return bad(at, "a member cannot be of this type");
            if (member.number() == 0 || member.number() > 0xffff) return bad(at, "its number is out of range");
            if (out.member(member.number()) != nullptr) return bad(at, "its number is used twice");
            if (out.member(member.name()) != nullptr) return bad(at, "its name is used twice");
            if (out.type == Type::list && member.number() == 1 && loaded.type != Type::decimal)
                return bad(at, "member 1 of a list is its order, a decimal");
            out.members.push_back(std::move(loaded));
        }
        std::sort(out.members.begin(), out.members.end(),
                  [](const Member& a, const Member& b) { return a.number < b.number; });
        if (out.type == Type::list && out.members.front().number != 1)
            return bad(where, "a list needs member 1, its order");
        return ok();
    }

    Result<Member> load_member(const wire::Field& in, const std::string& where, EntityNumber self) {
        if (!is_name(in.name())) return bad(where, "this cannot be a name");
        if (in.type() == wire::UNSET || !wire::Type_IsValid(in.type())) return bad(where, "its type is unknown");
        Member out;
        out.number = in.number();
        out.name = in.name();
        out.type = static_cast<Type>(in.type());
        out.label = label_of(in.label());
        out.required = in.required();
        out.indexed = in.indexed();
        if (out.label.en.empty() || out.label.zh.empty()) return bad(where, "it needs labels in English and Chinese");
        TERN_CHECK(add_targets(in, where, self, out));
        std::set<std::string> names;
        for (const auto& choice : in.choices()) {
            if (choice.name().empty() || !names.insert(choice.name()).second)
                return bad(where, "a choice is empty or there twice");
            out.choices.push_back({choice.name(), label_of(choice.label())});
        }
        const bool chooses = out.type == Type::enumeration || out.type == Type::pick || out.type == Type::set;
        if (out.type == Type::enumeration && out.choices.empty()) return bad(where, "it has no choices");
        if (!chooses && !out.choices.empty()) return bad(where, "a field of this type has no choices");
        return out;
    }

    Status add_targets(const wire::Field& in, const std::string& where, EntityNumber self, Member& out) {
        const bool refers = out.type == Type::ref || out.type == Type::refs || out.type == Type::poly;
        if (refers == in.targets().empty())
            return bad(where, refers ? "it refers to nothing" : "it cannot refer to anything");
        if (out.type != Type::poly && in.targets_size() > 1) return bad(where, "it refers to more than one entity");
        for (const auto& target : in.targets()) {
            const auto at = numbers_.find(target);
            if (target != "self" && at == numbers_.end()) return bad(where, "there is no entity " + target);
            out.targets.push_back(target == "self" ? self : at->second);
        }
        return ok();
    }

    static Status check_columns(const Entity& entity) {
        std::set<std::string> own;
        for (const Field& field : entity.fields) {
            std::set<std::string> child;
            std::set<std::string>& names = field.has_elements() ? child : own;
            if (field.type == Type::counter && !own.insert(field.name).second)
                return bad(entity.name + "." + field.name, "the column " + field.name + " is there twice");
            for (const Column& column : field.columns)
                if (contains(kTakenColumns, column.name) || !names.insert(column.name).second)
                    return bad(entity.name + "." + field.name, "the column " + column.name + " is there twice");
        }
        for (const std::string& column : entity.title)
            if (!own.contains(column)) return bad(entity.name, "its title names no column: " + column);
        return ok();
    }

    /// Entities' tables and their child tables must not collide.
    static Status check_tables(const std::vector<Entity>& entities) {
        std::set<std::string> tables;
        for (const Entity& entity : entities) tables.insert(entity.name);
        for (const Entity& entity : entities)
            for (const Field& field : entity.fields)
                if (field.has_elements() && !tables.insert(entity.name + "_" + field.name).second)
                    return bad(entity.name + "." + field.name, "its table's name is taken");
        return ok();
    }

    const wire::Schema& in_;
    std::map<std::string, EntityNumber> numbers_;
};

}  // namespace

Result<Schema> load(ByteView bytes) {
    wire::Schema parsed;
    if (!parsed.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return fail(Fault::malformed, "the schema cannot be read");
    return Loader{parsed}.load();
}

}  // namespace tern::schema
