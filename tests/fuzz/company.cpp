#include "tests/fuzz/company.h"

#include "client_core/org/authoring.h"
#include "tests/fuzz/property.h"

namespace tern::fuzz {

Company::Company() : dice_((simulation::seed_libsodium(1), suite::start(), 1)), device_("founder", dice_) {
    store_ = server::SqliteStore::open(":memory:", {}).value();
    server::CoreOptions options;
    options.names = {simulation::kServerName};
    options.open_orgs = true;
    core_ = std::make_unique<server::Core>(*store_, options);
    must(core_->start(now).has_value() && device_.start() && device_.found("ann@example.org").has_value(),
         "a company starts");
    log_in();
    must(device_.enrolment_done(), "a company is founded");
    hang_up();
    make_space();
    log_in();
}

void Company::make_space() {
    const auto keys = crypto::SpaceKeys::first();
    const auto made = org::Author{device_.account(), device_.directory(), now}.space(SpaceKind::org, 1, {}, keys);
    space_ = space_id_of(made.bytes);
    org::Invites{device_.store()}.keep_seals(log_of(space_), 0, made.sealed);
    must(device_.directory().append_space(space_, made.bytes).has_value(), "a space is made");
    must(device_.directory().add_keys(space_, keys).has_value(), "a space has keys");
}

void Company::log_in() {
    now += 10'000;
    device_.connect();
    core_->open(++connection_, now);
    open_ = true;
    sync::Turn turn;
    for (const auto& message : serve()) {
        to_device.push_back(message);
        auto more = device_.on_message(message, now);
        for (auto& bytes : more.send) turn.send.push_back(std::move(bytes));
    }
    converse(std::move(turn));
}

void Company::converse(sync::Turn turn) {
    for (int i = 0; i < 100 && open_; ++i) {
        sync::Turn next;
        for (auto& message : turn.send) {
            to_server.push_back(message);
            core_->receive(connection_, std::move(message), now);
        }
        for (const auto& message : serve()) {
            to_device.push_back(message);
            auto more = device_.on_message(message, now);
            for (auto& bytes : more.send) next.send.push_back(std::move(bytes));
        }
        auto work = device_.work(now);
        for (auto& bytes : work.send) next.send.push_back(std::move(bytes));
        if (next.send.empty() && turn.send.empty()) return;
        turn = std::move(next);
    }
}

void Company::hang_up() {
    device_.disconnect();
    if (open_) core_->closed(connection_);
    open_ = false;
    core_->commit(now);
    core_->take_output();
}

std::vector<Bytes> Company::say(Bytes message) {
    core_->receive(connection_, std::move(message), now);
    return serve();
}

std::vector<Bytes> Company::serve() {
    std::vector<Bytes> out;
    for (bool more = true; more;) {
        must(core_->commit(now) == server::CommitOutcome::done, "the disk in memory holds");
        auto output = core_->take_output();
        more = !output.empty();
        for (auto& one : output) {
            if (auto* send = std::get_if<server::Send>(&one)) {
                core_->sent(connection_, send->message.size(), now);
                out.push_back(std::move(send->message));
            } else if (std::holds_alternative<server::Close>(one) && open_) {
                open_ = false;
                core_->closed(connection_);
            }
        }
    }
    return out;
}

}  // namespace tern::fuzz
