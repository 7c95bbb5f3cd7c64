#include "client_core/org/account.h"

namespace tern::org {
namespace {

constexpr std::string_view kSetting = "account";
constexpr std::uint8_t kVersion = 1;

Slot make_slot(const NewAccount& made, const crypto::Bundle& bundle, crypto::BundleSlot slot, const crypto::Key& wrap,
               const suite::SignPublic& login_key, std::array<std::uint8_t, 16> server_salt) {
    Slot out;
    crypto::Registration registration;
    registration.user = made.account.user;
    registration.login = crypto::login_id(made.account.org, made.account.login);
    registration.slot = slot;
    registration.server_salt = server_salt;
    registration.login_key = login_key;
    out.bundle = crypto::seal_bundle(bundle, wrap, made.account.user, slot, registration.version);
    registration.bundle_hash = crypto::slot_hash(out.bundle);
    out.registration = registration.bytes();
    out.signature = made.identity.uik.sign("fs1/loginreg", out.registration);
    return out;
}

}  // namespace

Bytes Account::bytes() const {
    ByteWriter out;
    out.u8(kVersion).lp(view(server)).lp(view(login)).lp(view(server_pin)).raw(org).raw(user);
    out.raw(device.sign_seed).raw(device.box_seed).u32(box.generation).raw(box.seed);
    out.u8(guest ? 1 : 0);
    if (guest)
        out.raw(ByteView{guest->secret}.first(32)).raw(*identity_seed).u32(promised_head.seq).raw(promised_head.hash);
    out.u8(static_cast<std::uint8_t>(slots.size()));
    for (const auto& slot : slots) out.lp(slot.registration).raw(slot.signature).lp(slot.bundle);
    return out.take();
}

Result<Account> Account::read(ByteView bytes) {
    ByteReader in{bytes};
    const auto version = in.u8();
    if (version > kVersion)
        return fail(Fault::newer_version, "this account was written by a newer version of Tern",
                    "install the newer version");
    Account out;
    out.server = std::string(text(in.lp()));
    out.login = std::string(text(in.lp()));
    out.server_pin = std::string(text(in.lp()));
    out.org = OrgId{in.array<16>()};
    out.user = UserId{in.array<16>()};
    const crypto::Seed sign{in.raw(32)};
    const crypto::Seed box_seed{in.raw(32)};
    out.device = crypto::DeviceKeys::from_seeds(sign, box_seed);
    const auto generation = in.u32();
    out.box = crypto::UserBox::from_seed(crypto::Seed{in.raw(32)}, generation);
    if (in.u8() == 1) {
        out.guest = crypto::SignKeys::from_seed(crypto::Seed{in.raw(32)});
        out.identity_seed = crypto::Seed{in.raw(32)};
        out.promised_head.seq = in.u32();
        out.promised_head.hash = in.array<32>();
    }
    for (auto n = in.u8(); n > 0 && in.ok(); --n) {
        Slot slot;
        slot.registration = copy(in.lp());
        slot.signature = in.array<64>();
        slot.bundle = copy(in.lp());
        out.slots.push_back(std::move(slot));
    }
    if (!in.done())
        return fail(Fault::storage, "the account in this folder is damaged",
                    "restore it from a backup, or log in again on an empty folder");
    return out;
}

Status Account::save(store::Store& store) const {
    return caught([&]() -> Status {
        Bytes secret = bytes();
        const crypto::WipeAtEnd wipe{secret};
        store.set_setting(kSetting, secret);
        return ok();
    });
}

Result<Account> Account::load(store::Store& store) {
    return caught([&]() -> Result<Account> {
        auto bytes = store.setting(kSetting);
        if (!bytes)
            return fail(Fault::not_found, "there is no account in this data folder",
                        "create an org with `tern org create` or join one with `tern join`");
        const crypto::WipeAtEnd wipe{*bytes};
        return read(*bytes);
    });
}

NewAccount make_account(const Credentials& credentials) {
    NewAccount out;
    out.identity = crypto::UserIdentity::from_seed(crypto::random_key());
    out.account.server = credentials.server;
    out.account.login = credentials.login;
    out.account.user = out.identity.id();
    out.account.device = crypto::DeviceKeys::make();
    out.account.box = crypto::UserBox::from_seed(crypto::random_key(), 1);
    out.kit.key = crypto::random_key();
    out.kit.server = credentials.server;
    out.kit.login = credentials.login;
    out.kit.user = out.account.user;
    out.kit.account_secret = crypto::AccountSecret{suite::random_array<16>()};
    out.kit.uik = out.identity.uik.public_key;
    return out;
}

Status seal_slots(NewAccount& made, const Credentials& credentials, const Hash& genesis_hash, const LogHead& org_head) {
    const auto server_salt = suite::random_array<16>();
    const auto salt = crypto::password_salt(made.account.org, credentials.login, server_salt);
    TERN_TRY(root, crypto::password_root(credentials.normal_password, salt, {}, made.kit.account_secret));
    seal_slots_with_root(made, root, server_salt, genesis_hash, org_head);
    return ok();
}

void seal_slots_with_root(NewAccount& made, const crypto::Key& root, std::array<std::uint8_t, 16> server_salt,
                          const Hash& genesis_hash, const LogHead& org_head) {
    made.kit.org = made.account.org;
    made.kit.org_genesis = genesis_hash;
    crypto::Bundle bundle;
    bundle.uik_seed = made.identity.seed;
    bundle.account_secret = made.kit.account_secret;
    bundle.org = made.account.org;
    bundle.org_genesis = genesis_hash;
    bundle.org_head = org_head;
    made.account.slots = {
        make_slot(made, bundle, crypto::BundleSlot::password, crypto::bundle_wrap(root),
                  crypto::login_keys(root).public_key, server_salt),
        make_slot(made, bundle, crypto::BundleSlot::kit, made.kit.wrap(), made.kit.login_keys().public_key,
                  server_salt),
    };
}

}  // namespace tern::org
