// A person's keys and a device's keys (crypto design, section 5), and the safety number that two people compare.
#pragma once

#include <string>

#include "client_core/crypto/primitives.h"
#include "protocol/log_bodies.h"

namespace tern::crypto {

/// Needs the password (or the kit) to be used again: only its seed is kept, inside the account bundle.
struct UserIdentity {
    Seed seed;  ///< of UIK
    SignKeys uik;
    BoxKeys urk;

    static UserIdentity from_seed(const Seed& seed);
    UserId id() const { return user_id_of(uik.public_key); }
};

/// What every device of the user holds: the seed of the current box key UBK_g.
struct UserBox {
    std::uint32_t generation = 1;
    Seed seed;
    BoxKeys keys;

    static UserBox from_seed(const Seed& seed, std::uint32_t generation);
};

/// Never leaves the device.
struct DeviceKeys {
    Seed sign_seed;
    Seed box_seed;
    SignKeys dsk;
    BoxKeys dbk;

    static DeviceKeys make();
    static DeviceKeys from_seeds(const Seed& sign, const Seed& box);
    DeviceId id() const { return device_id_of(dsk.public_key, dbk.public_key); }
};

/// The public side of a new user, with the first box seed sealed to the user's own recovery key.
Identity public_identity(const UserIdentity& identity, const UserBox& box);
/// device_add's body, with the proof that this device holds its keys.
DeviceAdd device_add(const UserId& user, const DeviceKeys& device, Platform platform);

/// 12 groups of 5 digits: equal on both sides, whoever computes it.
std::string safety_number(const OrgId& org, const suite::SignPublic& one, const suite::SignPublic& other);

}  // namespace tern::crypto
