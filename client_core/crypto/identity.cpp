#include "client_core/crypto/identity.h"

#include <sodium.h>

#include <algorithm>
#include <cstdio>

namespace tern::crypto {

UserIdentity UserIdentity::from_seed(const Seed& seed) {
    return {seed, SignKeys::from_seed(seed), BoxKeys::from_seed(derive(seed, 1, "fs1urec_"))};
}

UserBox UserBox::from_seed(const Seed& seed, std::uint32_t generation) {
    return {generation, seed, BoxKeys::from_seed(derive(seed, generation, "fs1ubox_"))};
}

DeviceKeys DeviceKeys::make() { return from_seeds(random_key(), random_key()); }

DeviceKeys DeviceKeys::from_seeds(const Seed& sign, const Seed& box) {
    return {sign, box, SignKeys::from_seed(sign), BoxKeys::from_seed(box)};
}

Identity public_identity(const UserIdentity& identity, const UserBox& box) {
    Identity out;
    out.user = identity.id();
    out.uik = identity.uik.public_key;
    out.urk = identity.urk.public_key;
    out.ubk = box.keys.public_key;
    out.seed = array_of<80>(seal(identity.urk.public_key, box.seed));
    return out;
}

DeviceAdd device_add(const UserId& user, const DeviceKeys& device, Platform platform) {
    DeviceAdd out;
    out.device = device.id();
    out.dsk = device.dsk.public_key;
    out.dbk = device.dbk.public_key;
    out.platform = platform;
    out.proof = device.dsk.sign("fs1/devpop", device_proof_message(user, out));
    return out;
}

std::string safety_number(const OrgId& org, const suite::SignPublic& one, const suite::SignPublic& other) {
    ByteWriter message;
    message.lp(view("fs1/safety")).lp(org).lp(std::min(one, other)).lp(std::max(one, other));
    std::array<std::uint8_t, 64> digest{};
    crypto_generichash(digest.data(), digest.size(), message.bytes().data(), message.size(), nullptr, 0);
    std::string out;
    for (std::size_t group = 0; group < 12; ++group) {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < 5; ++i) number = number << 8 | digest[group * 5 + i];
        char digits[8];
        std::snprintf(digits, sizeof digits, "%05u", static_cast<unsigned>(number % 100'000));
        out += (out.empty() ? "" : " ") + std::string(digits);
    }
    return out;
}

}  // namespace tern::crypto
