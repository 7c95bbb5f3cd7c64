// One field of a schema, or a member of one: checked by itself, before it is looked at beside its siblings.
#pragma once

#include <map>
#include <string>

#include "client_core/schema/place.h"
#include "client_core/schema/schema.h"

namespace tern::schema {

namespace wire {
class Field;
class Schema;
class Section;
}  // namespace wire

/// Lower case, digits and underscores: it becomes a table's or a column's name.
bool is_name(const std::string& name);
Section section_of(const wire::Section& section);

class FieldLoader {
public:
    FieldLoader(const wire::Schema& in, Blamer& blamer) : in_(in), blamer_(blamer) {}

    /// Before the first load(): what references and shapes may name.
    Status learn_shapes();
    bool knows_entity(const std::string& name) const { return entities_.contains(name); }
    void learn_entity(const std::string& name, EntityNumber number) { entities_.emplace(name, number); }

    Result<Field> load(const wire::Field& in, const Place& at, EntityNumber self, bool common);
    Result<Computed> load_computed(const wire::Field& in, const Place& at, EntityNumber self);
    /// Those of a shape, as `by` has them. `malformed` where there is no such shape.
    Result<std::vector<Computed>> load_computed_of(const std::string& shape, const Place& by, EntityNumber self);

private:
    /// Where a field's choices and members stand: at itself, or at its shape.
    struct Parts;
    Result<Parts> parts_of(const wire::Field& in, const Place& at) const;
    Result<Member> load_member(const wire::Field& in, const Parts& parts, const Place& at, EntityNumber self);
    Status add_members(const Parts& parts, const Place& at, EntityNumber self, Field& out);
    Result<Member> load_inner(const wire::Field& in, const Place& at, EntityNumber self, const Field& outer);
    Status add_choices(const Parts& parts, const Place& at, Member& out);
    Status add_targets(const wire::Field& in, const Place& at, EntityNumber self, Member& out);
    Status check_advice(const Member& member, const Place& at);
    Failure bad(const Place& at, const std::string& what) const { return blamer_.bad(at, what); }

    const wire::Schema& in_;
    Blamer& blamer_;
    std::map<std::string, EntityNumber> entities_;
    std::map<std::string, int> shapes_;
};

}  // namespace tern::schema
