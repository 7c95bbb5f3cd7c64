#include "client_core/schema/loader.h"

#include <google/protobuf/arena.h>

#include <algorithm>
#include <set>

#include "client_core/schema/field_loader.h"
#include "client_core/schema/formula.h"
#include "protocol/schema.pb.h"

namespace tern::schema {
namespace {

constexpr std::uint32_t kFirstCommon = 900;
constexpr std::uint32_t kLastCommon = 999;
/// No entity has this number.
constexpr EntityNumber kSelf = 0;
/// Tables of the store's own (client_core/store/migrations.cpp) and what begins the common child tables.
constexpr std::string_view kTakenTables[] = {
    "record",     "cell",        "change",        "txn",    "notice",   "bump",          "device_ref", "space_ref",
    "setting",    "log_record",  "space_key",     "invite", "own_seal", "pending_grant", "sync_space", "schema_column",
    "seen_delta", "sync_device", "refused_delta", "common", "search",   "import_step",   "match_key",  "record_key"};
/// Columns of the store's own in entities' and child tables.
constexpr std::string_view kTakenColumns[] = {"rid", "elem"};

template <class List>
bool contains(const List& list, std::string_view wanted) {
    return std::find(std::begin(list), std::end(list), wanted) != std::end(list);
}

Label label_of(const wire::Label& label) { return {label.en(), label.zh()}; }
bool is_told(const Label& label) { return !label.en.empty() && !label.zh.empty(); }

/// Loads one schema; holds what every step of that needs.
class Loader {
public:
    Loader(const wire::Schema& in, Blamer& blamer) : in_(in), blamer_(blamer), fields_(in, blamer) {}

    Result<Schema> load() {
        TERN_CHECK(number_entities());
        TERN_CHECK(fields_.learn_shapes());
        std::vector<Entity> entities;
        entities.reserve(static_cast<std::size_t>(in_.entities_size()));
        for (int i = 0; i < in_.entities_size(); ++i) {
            TERN_TRY(loaded, load_entity(in_.entities(i), place_of(i)));
            entities.push_back(std::move(loaded));
        }
        TERN_CHECK(check_tables(entities));
        return Schema{std::move(entities)};
    }

private:
    Place place_of(int entity) const {
        return Place::top(wire::Schema::kEntitiesFieldNumber, entity, in_.entities(entity).name());
    }
    Failure bad(const Place& at, const std::string& what) { return blamer_.bad(at, what); }

    Status number_entities() {
        std::set<std::uint32_t> numbers;
        std::set<std::string> names;
        for (int i = 0; i < in_.entities_size(); ++i) {
            const wire::Entity& entity = in_.entities(i);
            const Place at = place_of(i);
            if (!is_name(entity.name())) return bad(at, "this cannot be a name");
            if (contains(kTakenTables, entity.name())) return bad(at, "this name is taken by the store");
            if (entity.number() == 0 || entity.number() >= kFirstCustomEntity)
                return bad(at, "its number is out of range");
            if (!numbers.insert(entity.number()).second) return bad(at, "its number is used twice");
            if (!names.insert(entity.name()).second) return bad(at, "its name is used twice");
            fields_.learn_entity(entity.name(), static_cast<EntityNumber>(entity.number()));
        }
        return ok();
    }

    Result<Entity> load_entity(const wire::Entity& in, const Place& at) {
        Entity out;
        out.number = static_cast<EntityNumber>(in.number());
        out.name = in.name();
        out.label = label_of(in.label());
        out.plural = label_of(in.plural());
        out.icon = in.icon();
        out.title.assign(in.title().begin(), in.title().end());
        if (!is_told(out.label) || !is_told(out.plural))
            return bad(at, "it needs a label and a plural in English and Chinese");
        if (out.title.empty()) return bad(at, "it needs a title: a column that names a record to a person");
        TERN_CHECK(add_sections(in, at, out));
        out.fields.reserve(static_cast<std::size_t>(in.fields_size() + in_.common_size()));
        for (int i = 0; i < in.fields_size(); ++i)
            TERN_CHECK(
                add_field(in.fields(i), at.inner(wire::Entity::kFieldsFieldNumber, i, in.fields(i).name()), out));
        for (int i = 0; i < in_.common_size(); ++i) TERN_CHECK(add_common(i, at, out));
        std::sort(out.fields.begin(), out.fields.end(),
                  [](const Field& a, const Field& b) { return a.number < b.number; });
        for (const Section& section : out.sections)
            if (section.fields.empty()) return bad(at, "its section " + section.name + " has no fields");
        TERN_CHECK(check_columns(out, at));
        TERN_CHECK(check_indexes(out, at));
        TERN_CHECK(add_timeline(in, at, out));
        TERN_CHECK(add_computed(in, at, out));
        return out;
    }

    Status check_indexes(const Entity& entity, const Place& at) {
        const auto is_column = [&](const std::string& name) {
            return std::any_of(entity.fields.begin(), entity.fields.end(), [&](const Field& field) {
                return !field.has_elements() && std::any_of(field.columns.begin(), field.columns.end(),
                                                            [&](const Column& column) { return column.name == name; });
            });
        };
        for (const Field& field : entity.fields)
            for (const Column& column : field.columns)
                for (const std::string& other : column.index_with)
                    if (!is_column(other)) return bad(at, "an index holds what is no column: " + other);
        return ok();
    }

    Status add_computed(const wire::Entity& in, const Place& at, Entity& out) {
        for (const auto& shape : in.computed_shapes()) {
            TERN_TRY(computed, fields_.load_computed_of(shape, at, out.number));
            for (Computed& one : computed) TERN_CHECK(keep_computed(std::move(one), at, out));
        }
        for (int i = 0; i < in.computed_size(); ++i) {
            const Place here = at.inner(wire::Entity::kComputedFieldNumber, i, in.computed(i).name());
            TERN_TRY(computed, fields_.load_computed(in.computed(i), here, out.number));
            TERN_CHECK(keep_computed(std::move(computed), here, out));
        }
        for (int i = 0; i < in_.common_computed_size(); ++i) {
            const wire::Field& common = in_.common_computed(i);
            const Place here = Place::top(wire::Schema::kCommonComputedFieldNumber, i, common.name(), &at);
            TERN_TRY(computed, fields_.load_computed(common, here, out.number));
            TERN_CHECK(keep_computed(std::move(computed), here, out));
        }
        return ok();
    }

    static bool is_currency_of(const Entity& entity, const std::string& name) {
        constexpr std::string_view kEnd = "_currency";
        const auto* amount =
            name.ends_with(kEnd) ? entity.computed_field(name.substr(0, name.size() - kEnd.size())) : nullptr;
        return amount != nullptr && amount->type == Type::money;
    }

    /// Its formula may use what stands before it, so that none leads back to itself.
    Status keep_computed(Computed computed, const Place& at, Entity& out) {
        const auto is_taken = [&](const std::string& name) {
            if (out.computed_field(name) != nullptr) return true;
            for (const Field& field : out.fields) {
                if (field.name == name) return true;
                for (const Column& column : field.columns)
                    if (!field.has_elements() && column.name == name) return true;
            }
            return false;
        };
        if (is_taken(computed.name)) return bad(at, "its name is that of another field");
        for (const auto& formula : {computed.formula, computed.currency}) {
            const auto pieces = formula_pieces(formula);
            for (const FormulaPiece& piece : *pieces) {
                if (piece.kind == FormulaPiece::Kind::sql) continue;
                const bool is_known =
                    piece.kind == FormulaPiece::Kind::all
                        ? fields_.knows_entity(piece.text)
                        : formula_word(piece.text) || is_taken(piece.text) || is_currency_of(out, piece.text);
                if (!is_known) return bad(at, "its formula names what is not there: " + piece.text);
            }
        }
        out.computed.push_back(std::move(computed));
        return ok();
    }

    Status add_sections(const wire::Entity& in, const Place& at, Entity& out) {
        const auto add = [&](const wire::Section& section, const Place& here) -> Status {
            if (!is_name(section.name())) return bad(here, "a section cannot be named " + section.name());
            for (const Section& other : out.sections)
                if (other.name == section.name()) return bad(here, "the section " + section.name() + " is there twice");
            out.sections.push_back(section_of(section));
            if (!is_told(out.sections.back().label))
                return bad(here, "the section " + section.name() + " needs labels in English and Chinese");
            return ok();
        };
        for (int i = 0; i < in.sections_size(); ++i)
            TERN_CHECK(add(in.sections(i), at.inner(wire::Entity::kSectionsFieldNumber, i)));
        for (int i = 0; i < in_.common_sections_size(); ++i)
            TERN_CHECK(add(in_.common_sections(i), Place::top(wire::Schema::kCommonSectionsFieldNumber, i, {}, &at)));
        return ok();
    }

    Status add_field(const wire::Field& in, const Place& at, Entity& entity) {
        TERN_CHECK(check_number(in, at, false, entity));
        TERN_TRY(field, fields_.load(in, at, entity.number, false));
        return keep(std::move(field), at, entity);
    }

    /// Loaded once: every entity has them, and every program starts with this.
    Status add_common(int i, const Place& entity_at, Entity& entity) {
        const wire::Field& in = in_.common(i);
        const Place at = Place::top(wire::Schema::kCommonFieldNumber, i, in.name(), &entity_at);
        TERN_CHECK(check_number(in, at, true, entity));
        if (static_cast<std::size_t>(i) == common_.size()) {
            TERN_TRY(field, fields_.load(in, at, kSelf, true));
            common_.push_back(std::move(field));
        }
        Field field = common_[static_cast<std::size_t>(i)];
        std::replace(field.targets.begin(), field.targets.end(), kSelf, entity.number);
        for (Member& member : field.members)
            std::replace(member.targets.begin(), member.targets.end(), kSelf, entity.number);
        return keep(std::move(field), at, entity);
    }

    Status check_number(const wire::Field& in, const Place& at, bool common, const Entity& entity) {
        const bool in_common_range = in.number() >= kFirstCommon && in.number() <= kLastCommon;
        if (in.number() < column::kFirstField || in.number() >= kFirstCustomField || in_common_range != common)
            return bad(at, "its number is out of range");
        for (const Field& other : entity.fields) {
            if (other.number == in.number()) return bad(at, "its number is that of " + other.name);
            if (other.name == in.name()) return bad(at, "its name is used twice");
        }
        return ok();
    }

    Status keep(Field field, const Place& at, Entity& entity) {
        TERN_CHECK(put_into_section(field, at, entity));
        entity.fields.push_back(std::move(field));
        return ok();
    }

    /// An entity has all of its own fields in sections, or none; so have the common fields.
    Status put_into_section(const Field& field, const Place& at, Entity& entity) {
        const std::size_t own = entity.sections.size() - static_cast<std::size_t>(in_.common_sections_size());
        const std::size_t first = field.common ? own : 0;
        const std::size_t last = field.common ? entity.sections.size() : own;
        if (first == last && field.section.empty()) return ok();
        for (std::size_t i = first; i < last; ++i) {
            if (entity.sections[i].name != field.section) continue;
            entity.sections[i].fields.push_back(field.number);
            return ok();
        }
        if (field.section.empty()) return bad(at, "it stands in no section");
        return bad(at, "there is no section " + field.section);
    }

    Status add_timeline(const wire::Entity& in, const Place& at, Entity& out) {
        if (!wire::TimelineRole_IsValid(in.timeline())) return bad(at, "its part in timelines is unknown");
        out.timeline = static_cast<TimelineRole>(in.timeline());
        out.timeline_date = in.timeline_date();
        if (out.timeline == TimelineRole::none)
            return out.timeline_date.empty() ? ok() : Status{bad(at, "it has a timeline's date but is no event")};
        const bool refers = std::any_of(out.fields.begin(), out.fields.end(), [](const Field& field) {
            return !field.common && (field.type == Type::ref || field.type == Type::poly);
        });
        if (!refers) return bad(at, "it is an event, but refers to no record on whose timeline it could stand");
        if (out.timeline_date.empty()) return ok();
        for (const Field& field : out.fields)
            for (const Column& column : field.columns)
                if (!field.has_elements() && column.name == out.timeline_date &&
                    (column.type == Type::date || column.type == Type::datetime))
                    return ok();
        return bad(at, "its timeline's date names no column that holds a date: " + out.timeline_date);
    }

    /// Where the field stands that has this number.
    Place place_of(const Field& field, const Place& at) const {
        const auto index_in = [&](const auto& list) {
            int i = 0;
            while (list.Get(i).number() != field.number) ++i;
            return i;
        };
        if (field.common) return Place::top(wire::Schema::kCommonFieldNumber, index_in(in_.common()), field.name, &at);
        const auto& own = in_.entities(at.step.index).fields();
        return at.inner(wire::Entity::kFieldsFieldNumber, index_in(own), field.name);
    }

    Status check_columns(const Entity& entity, const Place& at) {
        std::set<std::string_view> own;
        for (const Field& field : entity.fields) {
            std::set<std::string_view> child;
            std::set<std::string_view>& names = field.has_elements() ? child : own;
            if (field.type == Type::counter && !own.insert(field.name).second)
                return bad(place_of(field, at), "the column " + field.name + " is there twice");
            for (const Column& column : field.columns)
                if (contains(kTakenColumns, column.name) || !names.insert(column.name).second)
                    return bad(place_of(field, at), "the column " + column.name + " is there twice");
        }
        for (const std::string& column : entity.title)
            if (!own.contains(column)) return bad(at, "its title names no column: " + column);
        return ok();
    }

    /// Entities' tables, their child tables and the store's own must not collide.
    Status check_tables(const std::vector<Entity>& entities) {
        std::set<std::string> tables(std::begin(kTakenTables), std::end(kTakenTables));
        for (const Entity& entity : entities) tables.insert(entity.name);
        for (std::size_t i = 0; i < entities.size(); ++i)
            for (const Field& field : entities[i].fields)
                if (field.has_elements() && (i == 0 || !field.common) &&
                    !tables.insert(child_table(entities[i], field)).second)
                    return bad(place_of(field, place_of(static_cast<int>(i))), "its table's name is taken");
        return ok();
    }

    const wire::Schema& in_;
    Blamer& blamer_;
    FieldLoader fields_;
    std::vector<Field> common_;  ///< those that refer to their own entity refer to kSelf
};

}  // namespace

Result<Schema> load(ByteView bytes, Blame* blame) {
    google::protobuf::Arena arena;  // ten thousand small strings, freed at once
    wire::Schema& parsed = *google::protobuf::Arena::CreateMessage<wire::Schema>(&arena);
    if (!parsed.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return fail(Fault::malformed, "the schema cannot be read");
    Blamer blamer;
    auto loaded = Loader{parsed, blamer}.load();
    if (!loaded && blame != nullptr) *blame = blamer.last();
    return loaded;
}

}  // namespace tern::schema
