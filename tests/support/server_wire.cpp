#include "tests/support/server_wire.h"

#include <stdexcept>

namespace tern::test {

using server::Core;

std::string fault_of(const proto::ServerMessage& message) {
    return message.has_refusal() ? message.refusal().fault() : "";
}
std::string put_fault(const proto::ServerMessage& message, int index) {
    if (!message.has_delta_put_reply()) return "no reply: " + fault_of(message);
    return message.delta_put_reply().results(index).refusal().fault();
}
std::uint64_t put_cursor(const proto::ServerMessage& message, int index) {
    return message.has_delta_put_reply() ? message.delta_put_reply().results(index).cursor() : 0;
}

std::vector<proto::ServerMessage> Line::take() { return std::exchange(inbox_, {}); }

void Line::say_bytes(Bytes bytes) { wire_->core().receive(id_, std::move(bytes), wire_->now); }

std::uint64_t Line::say(proto::ClientMessage message) {
    message.set_request(next_request_++);
    Bytes bytes(message.ByteSizeLong());
    message.SerializeToArray(bytes.data(), static_cast<int>(bytes.size()));
    say_bytes(std::move(bytes));
    return message.request();
}

proto::ServerMessage Line::ask(proto::ClientMessage message) {
    const auto request = say(std::move(message));
    wire_->turn();
    for (auto it = inbox_.begin(); it != inbox_.end(); ++it) {
        if (it->request() != request) continue;
        auto answer = std::move(*it);
        inbox_.erase(it);
        return answer;
    }
    throw std::runtime_error("the server did not answer; closed: " + reason_);
}

proto::ServerMessage Line::log_in(const MadeOrg& org, const Phone& phone, const std::string& server_name) {
    return ask(logging_in(org, phone, challenge_, server_name));
}

proto::ServerMessage Line::knock(const MadeOrg& org, const MadeOrg::Invitation& invitation) {
    return ask(knocking(org, invitation, challenge_, "tern.test"));
}

proto::ServerMessage Line::found(const Bytes& genesis, const std::string& code) {
    return ask(founding(genesis, "tern.test", code));
}

proto::ServerMessage Line::put(const MadeRecord& record) { return ask(putting(record)); }

proto::ServerMessage Line::put(const std::vector<Bytes>& deltas, bool atomic) { return ask(putting(deltas, atomic)); }

void Line::follow(const SpaceId& space, std::uint64_t after, proto::Follow::Which which, std::uint64_t until) {
    proto::ClientMessage message;
    auto& follow = *message.mutable_follow();
    follow.set_space(bytes_of(space));
    follow.set_after(after);
    follow.set_which(which);
    follow.set_until(until);
    say(message);
}

void Line::credit(std::uint64_t bytes) {
    proto::ClientMessage message;
    message.mutable_credit()->set_bytes(bytes);
    say(message);
}

server::CoreOptions ServerWire::open_options() {
    server::CoreOptions options;
    options.names = {"tern.test"};
    options.open_orgs = true;
    return options;
}

ServerWire::ServerWire(std::string path, server::CoreOptions options, std::string vfs)
    : path_(std::move(path)), vfs_(std::move(vfs)), options_(std::move(options)) {
    restart();
}

void ServerWire::shut_down() {
    for (auto& line : lines_) line->closed_ = true;
    lines_.clear();
    core_.reset();
    store_.reset();
}

void ServerWire::restart() {
    for (auto& line : lines_) line->closed_ = true;
    lines_.clear();
    core_.reset();
    if (path_ != ":memory:" || !store_) {
        store_.reset();
        auto store = server::SqliteStore::open(path_, vfs_);
        if (!store) throw std::runtime_error(store.error().text());
        store_ = *std::move(store);
    }
    core_ = std::make_unique<Core>(*store_, options_);
    if (auto status = core_->start(now); !status) throw std::runtime_error(status.error().text());
}

std::shared_ptr<Line> ServerWire::dial() {
    auto line = std::make_shared<Line>();
    line->wire_ = this;
    line->id_ = next_++;
    lines_.push_back(line);
    core_->open(line->id_, now);
    turn();
    return line;
}

void ServerWire::deliver(server::Output output) {
    const auto id = std::visit([](const auto& o) { return o.connection; }, output);
    for (auto& line : lines_) {
        if (line->id_ != id) continue;
        if (auto* send = std::get_if<server::Send>(&output)) {
            if (line->stuck) {
                line->undelivered += send->message.size();
                return;
            }
            proto::ServerMessage message;
            if (!message.ParseFromArray(send->message.data(), static_cast<int>(send->message.size())))
                throw std::runtime_error("not a message");
            if (message.has_challenge())
                line->challenge_ = message.challenge();
            else
                line->inbox_.push_back(std::move(message));
            core_->sent(id, send->message.size(), now);
        } else if (auto* close = std::get_if<server::Close>(&output)) {
            line->closed_ = true;
            line->reason_ = close->reason;
            core_->closed(id);
        }
        return;
    }
}

server::CommitOutcome ServerWire::turn() {
    auto outcome = server::CommitOutcome::done;
    for (bool more = true; more;) {
        const auto now_outcome = core_->commit(now);
        if (now_outcome != server::CommitOutcome::done) outcome = now_outcome;
        auto output = core_->take_output();
        more = !output.empty() && now_outcome != server::CommitOutcome::broken;
        for (auto& one : output) deliver(std::move(one));
    }
    return outcome;
}

std::shared_ptr<Line> ServerWire::host(const MadeOrg& org) {
    auto founding = dial();
    const auto& records = org.records();
    if (fault_of(founding->found(records.at(0).bytes)) != "" || !founding->put(records.at(1)).has_done())
        throw std::runtime_error("not founded");
    auto line = connect(org, org.founder_phone);
    for (std::size_t i = 2; i < records.size(); ++i)
        if (auto answer = line->put(records[i]); !answer.has_done())
            throw std::runtime_error("a record was refused: " + answer.refusal().what());
    line->take();
    return line;
}

std::shared_ptr<Line> ServerWire::connect(const MadeOrg& org, const Phone& phone) {
    auto line = dial();
    if (auto answer = line->log_in(org, phone); !answer.has_welcome())
        throw std::runtime_error("not welcome: " + answer.refusal().what());
    return line;
}

}  // namespace tern::test
