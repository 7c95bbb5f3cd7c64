// Lists of stamps as bytes: hlc u64, device 16, each; ascending.
#pragma once

#include <span>
#include <vector>

#include "protocol/stamp.h"

namespace tern::store {

inline Bytes pack_stamps(std::span<const Stamp> stamps) {
    ByteWriter out;
    for (const Stamp& stamp : stamps) out.u64(stamp.hlc.value).raw(stamp.device);
    return out.take();
}

inline std::vector<Stamp> unpack_stamps(ByteView bytes) {
    std::vector<Stamp> out;
    out.reserve(bytes.size() / 24);
    ByteReader in{bytes};
    while (in.left() >= 24) {
        const Hlc hlc{in.u64()};
        out.push_back({hlc, DeviceId{in.array<16>()}});
    }
    return out;
}

}  // namespace tern::store
