// Every type of body; the first byte chooses it.
#include "protocol/log_bodies.h"

#include "tests/fuzz/property.h"

using namespace tern;

namespace {

template <class T>
void same(ByteView bytes) {
    if (const auto body = read_body<T>(bytes)) fuzz::must(equal(body_of(*body), bytes), "a body has one encoding");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView bytes{data + 1, size - 1};
    switch (data[0]) {
        case 0:
            same<OrgGenesis>(bytes);
            break;
        case 1:
            same<Invite>(bytes);
            break;
        case 2:
            same<UserAdd>(bytes);
            break;
        case 3:
            same<DeviceAdd>(bytes);
            break;
        case 4:
            same<DeviceRevoke>(bytes);
            break;
        case 5:
            same<UserKeyRotate>(bytes);
            break;
        case 6:
            same<OrgRoleChange>(bytes);
            break;
        case 7:
            same<UserSuspend>(bytes);
            break;
        case 8:
            same<OrgPolicy>(bytes);
            break;
        case 9:
            same<ForkMerge>(bytes);
            break;
        case 16:
            same<SpaceGenesis>(bytes);
            break;
        case 17:
            if (const auto body = read_members(bytes, 1))
                fuzz::must(equal(body_of(*body), bytes), "a body has one encoding");
            break;
        case 18:
            same<EpochRotate>(bytes);
            break;
        case 19:
            same<SpacePolicy>(bytes);
            break;
        case 20:
            same<VoidDeltas>(bytes);
            break;
        case 21:
            same<Erase>(bytes);
            break;
        case 22:
            if (const auto body = read_archive(bytes))
                fuzz::must(equal(body_of_archive(*body), bytes), "a body has one encoding");
            break;
        case 23:
            same<SpaceForkMerge>(bytes);
            break;
        default:
            break;
    }
    return 0;
}
