#include "client_core/schema/field_loader.h"

#include <algorithm>
#include <set>

#include "client_core/schema/columns.h"
#include "client_core/schema/default_value.h"
#include "client_core/schema/formula.h"
#include "protocol/change.h"
#include "protocol/schema.pb.h"

namespace tern::schema {
namespace {

using wire::Shape;
using Fields = google::protobuf::RepeatedPtrField<wire::Field>;
using Choices = google::protobuf::RepeatedPtrField<wire::Choice>;

Label label_of(const wire::Label& label) { return {label.en(), label.zh()}; }
bool is_told(const wire::Label& label) { return !label.en().empty() && !label.zh().empty(); }

bool is_text(Type type) { return type == Type::text || type == Type::phone || type == Type::mail || type == Type::url; }

bool has_choices(Type type) { return type == Type::enumeration || type == Type::pick || type == Type::set; }

/// Whether a value of this type may stand inside another one.
bool can_be_member(Type type) {
    return is_scalar(type) || type == Type::money || type == Type::poly || type == Type::geo || type == Type::address;
}

}  // namespace

bool is_name(const std::string& name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 48 && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), fits) && name.rfind("sqlite", 0) != 0;
}

Section section_of(const wire::Section& section) { return {section.name(), label_of(section.label()), {}}; }

struct FieldLoader::Parts {
    const Choices& choices;
    const Fields& members;
    Place at;
    int choice_step;
    int member_step;
};

Status FieldLoader::learn_shapes() {
    for (int i = 0; i < in_.shapes_size(); ++i) {
        const Shape& shape = in_.shapes(i);
        const Place at = Place::top(wire::Schema::kShapesFieldNumber, i, shape.name());
        if (!is_name(shape.name())) return bad(at, "this cannot be the name of a shape");
        if (!shapes_.emplace(shape.name(), i).second) return bad(at, "the shape's name is used twice");
        if (!shape.choices().empty() && !shape.members().empty())
            return bad(at, "the shape needs either choices or members");
        if (shape.choices().empty() && shape.members().empty() && shape.computed().empty())
            return bad(at, "the shape holds nothing");
    }
    return ok();
}

Result<FieldLoader::Parts> FieldLoader::parts_of(const wire::Field& in, const Place& at) const {
    if (in.shape().empty())
        return Parts{in.choices(), in.members(), at, wire::Field::kChoicesFieldNumber,
                     wire::Field::kMembersFieldNumber};
    const auto found = shapes_.find(in.shape());
    if (found == shapes_.end()) return bad(at, "there is no shape " + in.shape());
    if (!in.choices().empty() || !in.members().empty())
        return bad(at, "it has choices or members of its own beside those of its shape");
    const Shape& shape = in_.shapes(found->second);
    return Parts{shape.choices(), shape.members(), Place::top(wire::Schema::kShapesFieldNumber, found->second, {}, &at),
                 Shape::kChoicesFieldNumber, Shape::kMembersFieldNumber};
}

Result<Field> FieldLoader::load(const wire::Field& in, const Place& at, EntityNumber self, bool common) {
    TERN_TRY(parts, parts_of(in, at));
    TERN_TRY(base, load_member(in, parts, at, self));
    Field out;
    out.number = static_cast<ColumnNumber>(in.number());
    out.name = std::move(base.name);
    out.type = base.type;
    out.label = std::move(base.label);
    out.targets = std::move(base.targets);
    out.choices = std::move(base.choices);
    out.default_value = std::move(base.default_value);
    out.dedupe = base.dedupe;
    out.required = in.required();
    out.search_weight = in.search_weight();
    out.list_column = in.list_column();
    out.indexed = in.indexed();
    out.index_with = std::move(base.index_with);
    out.section = in.section();
    out.common = common;
    TERN_CHECK(add_members(parts, at, self, out));
    lay_out(out);
    if (out.type == Type::list && !in.shape().empty()) {
        TERN_TRY(computed, load_computed_of(in.shape(), at, self));
        out.computed = std::move(computed);
    }
    return out;
}

Result<Computed> FieldLoader::load_computed(const wire::Field& in, const Place& at, EntityNumber self) {
    TERN_TRY(parts, parts_of(in, at));
    TERN_TRY(base, load_member(in, parts, at, self));
    if (!is_scalar(base.type) && base.type != Type::money) return bad(at, "what is computed is one value or an amount");
    if (in.number() != 0 || in.required() || in.indexed() || !in.default_value().empty())
        return bad(at, "it is computed: nobody writes it");
    if (in.formula().empty() || (base.type == Type::money) == in.currency().empty())
        return bad(at, "it needs a formula, and an amount one of its currency");
    for (const auto& formula : {in.formula(), in.currency()})
        if (!formula_pieces(formula)) return bad(at, "its formula has a { without a name and a }");
    Computed out;
    out.name = std::move(base.name);
    out.type = base.type;
    out.label = std::move(base.label);
    out.targets = std::move(base.targets);
    out.choices = std::move(base.choices);
    out.formula = in.formula();
    out.currency = in.currency();
    out.list_column = in.list_column();
    return out;
}

Result<std::vector<Computed>> FieldLoader::load_computed_of(const std::string& name, const Place& by,
                                                            EntityNumber self) {
    const auto found = shapes_.find(name);
    if (found == shapes_.end()) return bad(by, "there is no shape " + name);
    std::vector<Computed> out;
    const Shape& shape = in_.shapes(found->second);
    const Place at = Place::top(wire::Schema::kShapesFieldNumber, found->second, {}, &by);
    for (int i = 0; i < shape.computed_size(); ++i) {
        const wire::Field& computed = shape.computed(i);
        TERN_TRY(loaded, load_computed(computed, at.inner(Shape::kComputedFieldNumber, i, computed.name()), self));
        out.push_back(std::move(loaded));
    }
    return out;
}

Result<Member> FieldLoader::load_member(const wire::Field& in, const Parts& parts, const Place& at, EntityNumber self) {
    if (!is_name(in.name())) return bad(at, "this cannot be a name");
    if (in.type() == wire::UNSET || !wire::Type_IsValid(in.type())) return bad(at, "its type is unknown");
    if (!is_told(in.label())) return bad(at, "it needs labels in English and Chinese");
    if (!wire::DedupeKey_IsValid(in.dedupe())) return bad(at, "its dedupe key is unknown");
    Member out;
    out.number = in.number();
    out.name = in.name();
    out.type = static_cast<Type>(in.type());
    out.label = label_of(in.label());
    out.required = in.required();
    out.indexed = in.indexed();
    out.default_value = in.default_value();
    out.dedupe = static_cast<DedupeKey>(in.dedupe());
    out.index_with.assign(in.index_with().begin(), in.index_with().end());
    TERN_CHECK(add_targets(in, at, self, out));
    TERN_CHECK(add_choices(parts, at, out));
    TERN_CHECK(check_advice(out, at));
    return out;
}

Status FieldLoader::add_choices(const Parts& parts, const Place& at, Member& out) {
    std::set<std::string_view> names;
    out.choices.reserve(static_cast<std::size_t>(parts.choices.size()));
    for (int i = 0; i < parts.choices.size(); ++i) {
        const wire::Choice& choice = parts.choices.Get(i);
        const Place here = parts.at.inner(parts.choice_step, i);
        if (choice.name().empty() || !names.insert(choice.name()).second)
            return bad(here, "a choice is empty or there twice");
        if (!is_told(choice.label()))
            return bad(here, "the choice " + choice.name() + " needs labels in English and Chinese");
        out.choices.push_back({choice.name(), label_of(choice.label())});
    }
    if (out.type == Type::enumeration && out.choices.empty()) return bad(at, "it has no choices");
    if (!has_choices(out.type) && !out.choices.empty()) return bad(at, "a field of this type has no choices");
    return ok();
}

Status FieldLoader::add_targets(const wire::Field& in, const Place& at, EntityNumber self, Member& out) {
    const bool refers = out.type == Type::ref || out.type == Type::refs || out.type == Type::poly;
    if (refers == in.targets().empty()) return bad(at, refers ? "it refers to nothing" : "it cannot refer to anything");
    if (out.type != Type::poly && in.targets_size() > 1) return bad(at, "it refers to more than one entity");
    for (const auto& target : in.targets()) {
        const auto found = entities_.find(target);
        if (target != "self" && found == entities_.end()) return bad(at, "there is no entity " + target);
        out.targets.push_back(target == "self" ? self : found->second);
    }
    return ok();
}

/// What forms and imports are told.
Status FieldLoader::check_advice(const Member& member, const Place& at) {
    if (member.dedupe != DedupeKey::none && !is_text(member.type))
        return bad(at, "only a text can be a dedupe key; of a list or group, the member that holds it");
    const std::string fault = fault_of_default(member);
    if (!fault.empty()) return bad(at, fault);
    return ok();
}

Status FieldLoader::add_members(const Parts& parts, const Place& at, EntityNumber self, Field& out) {
    const bool wants = out.type == Type::group || out.type == Type::list;
    if (wants == parts.members.empty()) return bad(at, wants ? "it needs members" : "it cannot have members");
    out.members.reserve(static_cast<std::size_t>(parts.members.size()));
    for (int i = 0; i < parts.members.size(); ++i) {
        const wire::Field& member = parts.members.Get(i);
        TERN_TRY(loaded, load_inner(member, parts.at.inner(parts.member_step, i, member.name()), self, out));
        out.members.push_back(std::move(loaded));
    }
    std::sort(out.members.begin(), out.members.end(),
              [](const Member& a, const Member& b) { return a.number < b.number; });
    if (out.type == Type::list && out.members.front().number != 1)
        return bad(parts.at, "a list needs member 1, its order");
    return ok();
}

Result<Member> FieldLoader::load_inner(const wire::Field& in, const Place& at, EntityNumber self, const Field& outer) {
    TERN_TRY(parts, parts_of(in, at));
    TERN_TRY(loaded, load_member(in, parts, at, self));
    if (!can_be_member(loaded.type) || !parts.members.empty()) return bad(at, "a member cannot be of this type");
    if (in.number() == 0 || in.number() > 0xffff) return bad(at, "its number is out of range");
    if (outer.member(in.number()) != nullptr) return bad(at, "its number is used twice");
    if (outer.member(in.name()) != nullptr) return bad(at, "its name is used twice");
    if (!in.section().empty()) return bad(at, "a member stands where its field stands");
    if (outer.type == Type::list && in.number() == 1 && loaded.type != Type::decimal)
        return bad(at, "member 1 of a list is its order, a decimal");
    return loaded;
}

}  // namespace tern::schema
