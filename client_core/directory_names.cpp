#include "client_core/directory_names.h"

namespace tern {

std::string DirectoryNames::text_of(std::string_view entity, const RecordId& record, std::string_view field) const {
    const auto* type = store_.schema().entity(entity);
    const auto number = type->field(field)->number;
    for (const auto& head : store_.find(record)) {
        if (head.entity != type->number || !head.alive) continue;
        for (const auto& cell : store_.registers(head))
            if (cell.column == number && cell.value.as<std::string>() != nullptr) return *cell.value.as<std::string>();
    }
    return {};
}

std::string DirectoryNames::space_name(const SpaceId& space) const {
    return text_of("space", RecordId{space.bytes}, "name");
}
std::string DirectoryNames::user_name(const UserId& user) const {
    return text_of("user", RecordId{user.bytes}, "name");
}
std::string DirectoryNames::user_login(const UserId& user) const {
    return text_of("user", RecordId{user.bytes}, "login");
}
std::string DirectoryNames::device_name(const DeviceId& device) const {
    return text_of("device", RecordId{device.bytes}, "name");
}
bool DirectoryNames::has_login(std::string_view login) const {
    Rows rows = store_.database().query(
        "SELECT r.id FROM user t CROSS JOIN record r ON r.rid = t.rid WHERE t.login = ? AND r.alive = 1", login);
    while (rows.next())
        if (directory_.org().user(UserId{rows.id<RecordId>(0).bytes}) != nullptr) return true;
    return false;
}

bool DirectoryNames::is_named(const UserId& user) const { return !store_.find(RecordId{user.bytes}).empty(); }

store::Write DirectoryNames::birth(const SpaceId& where, std::string_view entity, const RecordId& record,
                                   const std::vector<std::pair<std::string_view, std::string>>& fields) const {
    const auto* type = store_.schema().entity(entity);
    std::vector<BirthCell> cells;
    for (const auto& [field, value] : fields)
        if (!value.empty()) cells.push_back({type->field(field)->number, {}, Value{value}});
    return {where, Cell{type->number, record, column::kBirth, {}}, birth_value(std::move(cells)), false};
}

store::Write DirectoryNames::name_space(const SpaceId& where, const SpaceId& space, std::string_view space_name,
                                        SpaceKind kind) const {
    return birth(where, "space", RecordId{space.bytes},
                 {{"name", std::string(space_name)}, {"kind", std::string(name(kind))}});
}

store::Write DirectoryNames::name_user(const SpaceId& where, const UserId& user, std::string_view login,
                                       std::string_view user_name) const {
    return birth(where, "user", RecordId{user.bytes},
                 {{"login", std::string(login)}, {"name", std::string(user_name)}, {"mail", std::string(login)}});
}

}  // namespace tern
