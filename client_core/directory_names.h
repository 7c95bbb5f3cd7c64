// Names of people and spaces, as records: in the org's space, or, where one may not write there, in the space itself.
#pragma once

#include <string>

#include "client_core/org/directory.h"
#include "client_core/store/store.h"

namespace tern {

class DirectoryNames {
public:
    DirectoryNames(store::Store& store, const org::Directory& directory) : store_(store), directory_(directory) {}

    /// Empty where no record tells it.
    std::string space_name(const SpaceId& space) const;
    std::string user_name(const UserId& user) const;
    std::string user_login(const UserId& user) const;
    std::string device_name(const DeviceId& device) const;

    /// What a birth of the space's or user's record writes.
    store::Write name_space(const SpaceId& where, const SpaceId& space, std::string_view name, SpaceKind kind) const;
    store::Write name_user(const SpaceId& where, const UserId& user, std::string_view login,
                           std::string_view name) const;
    bool is_named(const UserId& user) const;
    /// Whether a user of the org has it, in its normal form; names that came along in files are nobody's accounts.
    bool has_login(std::string_view login) const;

private:
    std::string text_of(std::string_view entity, const RecordId& record, std::string_view field) const;
    store::Write birth(const SpaceId& where, std::string_view entity, const RecordId& record,
                       const std::vector<std::pair<std::string_view, std::string>>& fields) const;
    store::Store& store_;
    const org::Directory& directory_;
};

}  // namespace tern
