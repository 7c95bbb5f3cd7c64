// Whose devices there are, as the org's log says.
#include <algorithm>
#include <map>
#include <tuple>

#include "client_core/rooms.h"
#include "protocol/log_record.h"

namespace tern {
namespace {

bool comes_first(const DeviceInfo& a, const DeviceInfo& b) {
    if (a.this_one != b.this_one) return a.this_one;
    if (a.mine != b.mine) return a.mine;
    return std::tie(a.person, a.since, a.id) < std::tie(b.person, b.since, b.id);
}

}  // namespace

Result<std::vector<DeviceInfo>> Client::devices() {
    return caught([&]() -> Result<std::vector<DeviceInfo>> {
        TERN_CHECK(rooms_->directory.refresh());
        std::vector<DeviceInfo> out;
        if (!rooms_->directory.has_org()) return out;
        const auto& org = rooms_->directory.org();
        std::map<UserId, std::string> people;
        for (const auto& [id, device] : org.devices()) {
            if (!org.device_active(id, org.head().seq)) continue;
            const auto [person, is_new] = people.try_emplace(device.user);
            if (is_new) person->second = rooms_->names.user_name(device.user);
            DeviceInfo info{id, device.user, person->second, rooms_->names.device_name(id), device.platform};
            const auto added = rooms_->directory.records(log_of(org.id()), device.added_seq, 1);
            if (!added.empty())
                if (const auto record = read_log_record(added.front())) info.since = record->time_ms;
            info.mine = device.user == user();
            info.this_one = id == rooms_->account.device.id();
            out.push_back(std::move(info));
        }
        std::sort(out.begin(), out.end(), comes_first);
        return out;
    });
}

}  // namespace tern
