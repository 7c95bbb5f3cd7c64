#include "client_core/schema/columns.h"

#include <initializer_list>
#include <utility>

namespace tern::schema {
namespace {

using Path = std::vector<std::uint32_t>;

struct Part {
    std::uint32_t number;
    const char* suffix;
    Type type;
};

constexpr std::initializer_list<Part> kMoney{{1, "", Type::integer}, {2, "_currency", Type::text}};
constexpr std::initializer_list<Part> kPoly{{1, "_entity", Type::integer}, {2, "_id", Type::ref}};
constexpr std::initializer_list<Part> kGeo{
    {1, "_lat", Type::decimal}, {2, "_lng", Type::decimal}, {3, "_acc_m", Type::integer}};
constexpr std::initializer_list<Part> kAddress{
    {1, "_street", Type::text},   {2, "_district", Type::text}, {3, "_city", Type::text}, {4, "_region", Type::text},
    {5, "_postcode", Type::text}, {6, "_country", Type::text},  {7, "", Type::geo}};

Path longer(const Path& path, std::uint32_t number) {
    Path out = path;
    out.push_back(number);
    return out;
}

std::initializer_list<Part> parts_of(Type type) {
    switch (type) {
        case Type::money:
            return kMoney;
        case Type::poly:
            return kPoly;
        case Type::geo:
            return kGeo;
        case Type::address:
            return kAddress;
        default:
            return {};
    }
}

void lay(Type type, const std::string& name, const Path& path, bool indexed, const std::vector<std::string>& index_with,
         std::vector<Column>& out) {
    if (is_scalar(type)) {
        out.push_back({name, type, path, indexed || type == Type::ref});
        if (out.back().indexed) out.back().index_with = index_with;
        return;
    }
    bool first = true;
    for (const Part& part : parts_of(type)) {
        lay(part.type, name + part.suffix, longer(path, part.number), indexed && first, index_with, out);
        first = false;
    }
}

}  // namespace

bool is_scalar(Type type) {
    switch (type) {
        case Type::money:
        case Type::poly:
        case Type::geo:
        case Type::address:
        case Type::set:
        case Type::refs:
        case Type::list:
        case Type::group:
        case Type::counter:
            return false;
        default:
            return true;
    }
}

void lay_out(Field& field) {
    field.columns.clear();
    if (field.type == Type::group || field.type == Type::list) {
        for (const Member& member : field.members)
            lay(member.type, member.name, {member.number}, member.indexed, member.index_with, field.columns);
        // An element is found through its record; only a plain field's references are worth an index.
        if (field.type == Type::list)
            for (Column& column : field.columns) column.indexed = false;
    } else if (field.type == Type::counter) {
        field.columns.push_back({"value", Type::integer, {}, false});
    } else if (!field.has_elements()) {
        lay(field.type, field.name, {}, field.indexed, field.index_with, field.columns);
    }
    // Every entity pays for a common field's index, so only those have one that ask for it.
    if (field.common && !field.indexed)
        for (Column& column : field.columns) column.indexed = false;
}

}  // namespace tern::schema
