#include "tests/simulation/device.h"

#include "client_core/schema/crm_schema.h"
#include "tests/support/schemas.h"

namespace tern::simulation {

Device::Device(std::string name, Dice& dice) : name_(std::move(name)), disk_("sim-" + name_), old_(dice.once_in(3)) {}

bool Device::start() {
    store::Store::Options options;
    options.path = "tern.db";
    options.vfs = disk_.name();
    options.cache_kib = 512;
    auto opened = store::Store::open(options, old_ ? schema::test::spine() : schema::crm());
    if (!opened) return false;
    store_ = std::move(*opened);
    directory_.emplace(*store_);
    if (!directory_->load()) {
        stop();
        return false;
    }
    reload_account();
    return true;
}

void Device::reload_account() {
    auto loaded = org::Account::load(*store_);
    if (!loaded) return;
    account_ = std::move(*loaded);
    member_ = !account_.waiting();
    if (account_.waiting()) identity_ = crypto::UserIdentity::from_seed(*account_.identity_seed);
}

void Device::stop() {
    disconnect();
    directory_.reset();
    store_.reset();
}

void Device::lose_power(Dice& dice) {
    stop();
    disk_.power_on([&](std::size_t bytes) -> std::size_t {
        return dice.below(3) == 0 ? 0 : dice.below(2) == 0 ? bytes : dice.below(bytes + 1);
    });
}

Status Device::found(const std::string& login) {
    made_ = org::make_account({"ws://localhost:1", login, ""});
    member_ = false;
    return ok();
}

Status Device::join(const std::string& login, const org::InviteLink& link) {
    made_ = org::make_account({"ws://localhost:1", login, ""});
    made_->account.org = link.org;
    made_->account.guest = link.keys();
    made_->account.identity_seed = made_->identity.seed;
    made_->account.promised_head = link.head;
    org::seal_slots_with_root(*made_, crypto::random_key(), suite::random_array<16>(), Hash{}, link.head);
    TERN_CHECK(made_->account.save(*store_));
    made_.reset();
    reload_account();
    return ok();
}

void Device::connect() {
    if (made_) {
        founding_ = std::make_unique<sync::Founding>(
            *store_, *made_, kServerName, "", Platform::other,
            [](org::NewAccount& made, const Hash& genesis, const LogHead& head) {
                org::seal_slots_with_root(made, crypto::random_key(), suite::random_array<16>(), genesis, head);
                return ok();
            });
    } else if (!member_) {
        joining_ = std::make_unique<sync::Joining>(*store_, account_, *directory_, *identity_, account_.promised_head,
                                                   kServerName, Platform::other);
    } else {
        session_ = std::make_unique<sync::Session>(*store_, account_, *directory_, kServerName);
    }
}

void Device::disconnect() {
    if (founding_ && founding_->done()) {
        made_.reset();
        if (directory_ && directory_->load()) reload_account();
    }
    if (joining_ && joining_->admitted()) member_ = true;
    founding_.reset();
    joining_.reset();
    session_.reset();
}

sync::Turn Device::on_message(ByteView bytes, Millis truth) {
    if (founding_) return founding_->on_message(bytes, now(truth));
    if (joining_) return joining_->on_message(bytes, now(truth));
    return session_->on_message(bytes, now(truth));
}

sync::Turn Device::work(Millis truth) { return session_ ? session_->work(now(truth)) : sync::Turn{}; }
sync::Turn Device::local_change(Millis truth) { return session_ ? session_->local_change(now(truth)) : sync::Turn{}; }

}  // namespace tern::simulation
