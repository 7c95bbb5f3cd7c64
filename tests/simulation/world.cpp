#include "tests/simulation/world.h"

#include <algorithm>
#include <cstdio>

#include "client_core/schema/crm_schema.h"

namespace tern::simulation {
namespace {

constexpr Millis kBegin = 1'780'000'000'000;
constexpr std::size_t kPeople = 3;
constexpr Millis kTenYears = Millis{3653} * 24 * 60 * 60 * 1000;

Failure wrong(std::string what) { return fail(Fault::internal, std::move(what)); }

/// What a server's message is, in a word or two.
std::string gist(ByteView bytes) {
    const auto message = sync::read_server_message(bytes);
    if (!message) return "unreadable";
    std::string out = "message " + std::to_string(message->what_case());
    if (message->has_refusal()) out += " refused " + message->refusal().fault();
    if (message->has_deltas()) {
        out += " space " + hex(view(message->deltas().space())).substr(0, 4);
        for (const auto& delta : message->deltas().deltas()) out += " " + std::to_string(delta.cursor());
    }
    if (message->has_caught_up())
        out += " space " + hex(view(message->caught_up().space())).substr(0, 4) + " caught up " +
               std::to_string(message->caught_up().cursor());
    if (message->has_delta_put_reply())
        for (const auto& result : message->delta_put_reply().results())
            out += result.cursor() != 0 ? " " + std::to_string(result.cursor()) : " " + result.refusal().fault();
    return out;
}

std::string alarms_of(Device& device) {
    std::string out;
    for (const auto& alarm : device.session()->alarms()) out += "; alarm: " + alarm.what;
    Rows held = device.store().database().query(
        "SELECT reason, count(*), sum(length(bytes) > 0) FROM refused_delta GROUP BY reason");
    while (held.next())
        out += "; " + std::to_string(held.integer(1)) + " deltas refused as " + std::string(held.text(0)) +
               ", held back " + std::to_string(held.integer(2));
    return out;
}

}  // namespace

World::World(const Settings& settings) : settings_(settings), dice_(settings.seed), truth_(kBegin) {
    seed_libsodium(settings.seed * 2 + 1);
    server_disk_ = std::make_unique<MemoryDisk>("sim-server");
    for (std::size_t i = 0; i < kPeople; ++i)
        devices_.push_back(std::make_unique<Device>("d" + std::to_string(i), dice_));
}

World::~World() {
    core_.reset();
    server_store_.reset();
    for (auto& device : devices_) device->stop();
}

void World::note(const std::string& what) {
    ByteWriter bytes;
    bytes.raw(trace_).raw(view(what));
    trace_ = suite::h("sim", bytes.bytes());
    if (settings_.verbose) std::fprintf(stderr, "%lld %s\n", static_cast<long long>(truth_ - kBegin), what.c_str());
}

// --- what happens --------------------------------------------------------------------------------------------------

bool World::start_server() {
    auto opened = server::SqliteStore::open("server.db", server_disk_->name());
    if (!opened) return false;
    server_store_ = std::move(*opened);
    server::CoreOptions options;
    options.names = {kServerName};
    options.open_orgs = true;
    if (settings_.verbose)
        options.log = [](const std::string& line) { std::fprintf(stderr, "  server: %s\n", line.c_str()); };
    core_ = std::make_unique<server::Core>(*server_store_, options);
    if (core_->start(truth_)) return true;
    core_.reset();
    server_store_.reset();
    return false;
}

std::uint64_t World::pipe_of(std::size_t device) const {
    for (const auto& [id, pipe] : pipes_)
        if (pipe.device == device && !pipe.device_gone) return id;
    return 0;
}

void World::connect(std::size_t index) {
    auto& device = *devices_[index];
    if (!core_ || !device.running() || device.connected()) return;
    const auto id = next_pipe_++;
    pipes_[id].device = index;
    pipes_[id].open_at_server = true;
    device.connect();
    core_->open(id, truth_);
    serve();
    ++tally_["connections"];
    note("connect " + device.name());
}

/// The device's side breaks; the server may notice at once, or go on reading what was under way.
void World::cut(std::uint64_t id) {
    auto& pipe = pipes_.at(id);
    auto& device = *devices_[pipe.device];
    if (!pipe.device_gone) device.disconnect();
    pipe.device_gone = true;
    pipe.down.clear();
    if (pipe.up.empty() || dice_.once_in(2)) {
        pipe.up.clear();
        if (core_ && pipe.open_at_server) core_->closed(id);
        pipes_.erase(id);
        serve();
    }
    ++tally_["cuts"];
}

void World::take(std::size_t index, sync::Turn turn) {
    const auto id = pipe_of(index);
    if (id == 0) return;
    auto& pipe = pipes_.at(id);
    for (auto& bytes : turn.send) pipe.up.push_back(std::move(bytes));
    if (turn.ended) {
        note("ended " + devices_[index]->name() + ": " + turn.ended->text());
        const auto fault = turn.ended->fault;
        const bool expected = devices_[index]->disk().is_off() || fault == Fault::network ||
                              fault == Fault::not_found || fault == Fault::unauthenticated;
        if (!expected && !broken_)
            broken_ = wrong(devices_[index]->name() + "'s session ended: " + std::string(name(fault)) + ": " +
                            turn.ended->text());
        cut(id);
    }
}

bool World::deliver_up(std::uint64_t id) {
    auto& pipe = pipes_.at(id);
    if (!core_ || pipe.up.empty()) return false;
    Bytes message = std::move(pipe.up.front());
    pipe.up.pop_front();
    proto::ClientMessage read;
    if (settings_.verbose && read.ParseFromArray(message.data(), static_cast<int>(message.size())) && read.has_follow())
        note("up " + devices_[pipe.device]->name() + " follow " + hex(view(read.follow().space())).substr(0, 4) +
             " after " + std::to_string(read.follow().after()) + " which " + std::to_string(read.follow().which()) +
             " until " + std::to_string(read.follow().until()));
    if (pipe.open_at_server) core_->receive(id, std::move(message), truth_);
    if (pipe.device_gone && pipe.up.empty()) {
        core_->closed(id);
        pipes_.erase(id);
        ++tally_["late arrivals"];
    }
    return true;
}

bool World::deliver_down(std::uint64_t id) {
    auto& pipe = pipes_.at(id);
    if (pipe.down.empty() || pipe.device_gone) return false;
    const Bytes message = std::move(pipe.down.front());
    pipe.down.pop_front();
    auto& device = *devices_[pipe.device];
    note("down " + device.name() + " " + gist(message));
    const auto index = pipe.device;
    take(index, device.on_message(message, truth_));
    ++tally_["messages"];
    if (device.disk().is_off()) crash_device(index);
    return true;
}

/// The server commits what it has, and hands out what may go.
void World::serve() {
    if (!core_) return;
    for (int rounds = 0; rounds < 100; ++rounds) {
        const auto outcome = core_->commit(truth_);
        for (auto& output : core_->take_output()) {
            if (auto* send = std::get_if<server::Send>(&output)) {
                core_->sent(send->connection, send->message.size(), truth_);
                const auto found = pipes_.find(send->connection);
                if (found != pipes_.end() && !found->second.device_gone)
                    found->second.down.push_back(std::move(send->message));
            } else if (auto* close = std::get_if<server::Close>(&output)) {
                const auto found = pipes_.find(close->connection);
                note("server closes: " + close->reason);
                core_->closed(close->connection);
                if (found == pipes_.end()) continue;
                if (!found->second.device_gone) devices_[found->second.device]->disconnect();
                pipes_.erase(found);
            }
        }
        if (outcome == server::CommitOutcome::broken || server_disk_->is_off()) return crash_server();
        if (!core_->busy()) return;
    }
}

bool World::work(std::size_t index) {
    auto& device = *devices_[index];
    if (!device.running() || device.session() == nullptr) return false;
    const auto before = device.disk().operations();
    take(index, device.work(truth_));
    if (device.disk().is_off()) crash_device(index);
    return device.disk().operations() != before;
}

void World::crash_device(std::size_t index) {
    if (const auto id = pipe_of(index); id != 0) cut(id);
    devices_[index]->lose_power(dice_);
    if (devices_[index]->is_old() && dice_.once_in(2)) {
        devices_[index]->upgrade();
        ++tally_["upgrades"];
    }
    devices_[index]->start();
    ++tally_["device crashes"];
    note("crash " + devices_[index]->name());
}

void World::crash_server() {
    core_.reset();
    server_store_.reset();
    for (auto& device : devices_) device->disconnect();
    pipes_.clear();
    server_disk_->power_on([&](std::size_t bytes) -> std::size_t {
        return dice_.below(3) == 0 ? 0 : dice_.below(2) == 0 ? bytes : dice_.below(bytes + 1);
    });
    start_server();
    ++tally_["server crashes"];
    note("crash server");
}

void World::jump_clock(Device& device) {
    const Millis jumps[] = {0,          1'000,     -90'000,    600'000,
                            -7'200'000, kTenYears, -kTenYears, Millis{40} * 24 * 60 * 60 * 1000};
    device.skew = jumps[dice_.below(std::size(jumps))];
    ++tally_["clock jumps"];
    note("clock " + device.name() + " " + std::to_string(device.skew));
}

void World::edit(Device& device) {
    if (!device.running() || !device.is_member() || device.disk().is_off()) return;
    const auto tried = caught([&]() -> Status {
        if (dice_.once_in(30))
            define_something(device);
        else
            write_something(device);
        return ok();
    });
    const auto at = std::find_if(devices_.begin(), devices_.end(), [&](const auto& d) { return d.get() == &device; });
    const auto index = static_cast<std::size_t>(at - devices_.begin());
    if (device.disk().is_off()) return crash_device(index);
    if (!tried && !broken_) broken_ = wrong(device.name() + " refused to read or write: " + tried.error().text());
    take(index, device.local_change(truth_));
    if (device.disk().is_off()) crash_device(index);
}

/// A custom field of accounts, or another type for one: definitions cross with what is written under them.
void World::define_something(Device& device) {
    const auto* entity = device.store().schema().entity("custom_field");
    const auto& home = spaces_.front();
    if (entity == nullptr || device.directory().role(home, device.account().user) < SpaceRole::writer) return;
    const auto number = [&](std::string_view name) { return entity->field(name)->number; };
    const char* types[] = {"text", "long", "int"};
    const Value type{std::string(types[dice_.below(3)])};
    RecordId id;
    id.bytes.fill(static_cast<std::uint8_t>(1 + dice_.below(2)));
    store::Write write{home, {entity->number, id, number("type"), {}}, type, false};
    if (device.store().find(id).empty()) {
        write.cell.column = column::kBirth;
        write.value = birth_value({{number("name"), {}, Value{std::string("extra")}},
                                   {number("entity"), {}, Value{std::int64_t{1}}},
                                   {number("type"), {}, type}});
    }
    const auto written = device.store().write(std::span{&write, 1}, device.author(truth_));
    if (written) ++tally_["definitions"];
    if (!written && !device.disk().is_off() && !broken_)
        broken_ = wrong(device.name() + " refused a definition: " + written.error().text());
}

void World::write_something(Device& device) {
    const auto* account = device.store().schema().entity("account");
    const auto field = [&](const char* name) { return account->field(std::string_view{name})->number; };
    const std::string value = device.name() + "-" + std::to_string(++values_);
    std::vector<std::pair<SpaceId, RecordId>> here;
    for (const auto& [space, record] : records_)
        for (const auto& head : device.store().find(record))
            if (head.space == space) here.emplace_back(space, record);
    store::Write write;
    write.value = Value{value};
    if (here.empty() || dice_.once_in(4)) {
        write.space = spaces_[dice_.below(spaces_.size())];
        if (device.directory().role(write.space, device.account().user) < SpaceRole::writer) return;
        write.cell = {account->number, new_record_id(truth_), column::kBirth, {}};
        write.value = birth_value({{field("name"), {}, Value{value}},
                                   {field("phones"), Bytes(16, static_cast<std::uint8_t>(values_)),
                                    Value{Value::Map{{1, Value{Decimal{1, 0}}}, {2, Value{value}}}}}});
    } else {
        const auto& [space, record] = here[dice_.below(here.size())];
        write.space = space;
        write.cell = {account->number, record, field("name"), {}};
        const auto kind = dice_.below(10);
        if (kind == 0) {
            write.cell.column = column::kAlive;
            write.value = alive_value({false, {}});
        } else if (kind == 1) {
            write.cell.column = column::kAlive;
            write.value = alive_value({true, {}});
        } else if (kind <= 4) {
            write.cell.column = field("website");
        } else if (kind == 5) {
            const auto element = suite::random_array<16>();
            write.cell.column = field("phones");
            write.cell.element = copy(element);
            write.value = Value{Value::Map{{1, Value{Decimal{2, 0}}}, {2, Value{value}}}};
        } else if (kind == 6) {
            write.settles = true;
        } else if (kind == 7) {
            // What only a newer app has (a text fits no reference, and is kept all the same), or the org has defined.
            for (const char* name : {"territory_id", "extra"})
                if (const auto* newer = account->field(std::string_view{name}); newer != nullptr && !newer->retired)
                    write.cell.column = newer->number;
        }
    }
    const store::Write writes[] = {write};
    const auto written = device.store().write(writes, device.author(truth_));
    if (written) {
        ++tally_["edits"];
        if (write.cell.column == column::kBirth) records_.emplace_back(write.space, write.cell.record);
        if (write.cell.column != column::kAlive)
            promises_.push_back({write.space, write.cell.record, value, device.name()});
        note("edit " + device.name() + " " + value);
    } else if (!device.disk().is_off() && !broken_) {
        broken_ = wrong(device.name() + " refused a write: " + written.error().text());
    }
}

void World::step() {
    truth_ += static_cast<Millis>(dice_.below(2'000));
    const auto index = dice_.below(devices_.size());
    auto& device = *devices_[index];
    switch (const auto kind = dice_.below(100); kind) {
        case 0:
            return crash_device(index);
        case 1:
            return crash_server();
        case 2:
            return jump_clock(device);
        case 3:
            device.disk().fail_after(dice_.below(60));
            ++tally_["armed faults"];
            return;
        case 4:
            server_disk_->fail_after(dice_.below(60));
            ++tally_["armed faults"];
            return;
        case 5:
            truth_ += static_cast<Millis>(dice_.below(6 * 60 * 60 * 1000));
            return;
        default:
            if (kind < 12) {
                if (const auto id = pipe_of(index); id != 0) cut(id);
            } else if (kind < 25) {
                connect(index);
            } else if (kind < 40) {
                edit(device);
            } else if (kind < 55) {
                work(index);
            } else if (!pipes_.empty()) {
                auto pipe = pipes_.begin();
                std::advance(pipe, static_cast<std::ptrdiff_t>(dice_.below(pipes_.size())));
                const auto id = pipe->first;
                if (kind < 78) {
                    deliver_up(id);
                    if (dice_.once_in(2)) serve();
                } else {
                    deliver_down(id);
                }
            }
    }
    if (core_ && dice_.once_in(8)) {
        core_->tick(truth_);
        serve();
    }
}

bool World::quiet() {
    return std::all_of(devices_.begin(), devices_.end(), [](const auto& device) { return device->settled(); });
}

/// Power, network and a quiet hour: everything that can move moves.
void World::heal() {
    if (server_disk_->is_off() || !core_) crash_server();
    server_disk_->fail_after(~std::uint64_t{0} - 1);
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        devices_[i]->disk().fail_after(~std::uint64_t{0} - 1);
        if (!devices_[i]->running()) crash_device(i);
    }
    std::set<std::size_t> asked;
    for (int round = 0; round < 20'000 && !(quiet() && pipes_.size() == devices_.size()) && !broken_; ++round) {
        truth_ += 100;
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            if (!devices_[i]->connected()) connect(i);
            if (devices_[i]->enrolment_done()) cut(pipe_of(i));
            work(i);
            // A clock that nobody confirms is a person's to set; the alarm has asked for it.
            if (devices_[i]->settled() && !devices_[i]->session()->alarms().empty() && devices_[i]->skew != 0 &&
                asked.insert(i).second) {
                devices_[i]->skew = 0;
                ++tally_["clocks set by a person"];
                cut(pipe_of(i));
            }
        }
        for (const auto& [id, pipe] : std::map{pipes_}) {
            while (pipes_.contains(id) && deliver_up(id)) {
            }
            if (core_ && round % 4 == 0) core_->tick(truth_);
            serve();
            while (pipes_.contains(id) && deliver_down(id)) {
            }
        }
    }
}

Status World::invite_all() {
    auto& founder = *devices_[0];
    for (std::size_t i = 1; i < devices_.size(); ++i) {
        org::InviteLink link;
        link.server = founder.account().server;
        link.org = founder.directory().org().id();
        link.head = founder.directory().org().head();
        link.inviter = founder.account().user;
        link.token = suite::random_array<16>();
        org::PendingInvite pending;
        pending.key = link.keys().public_key;
        pending.expiry_ms = truth_ + Millis{7} * 24 * 60 * 60 * 1000;
        pending.login = devices_[i]->name();
        for (const auto& space : spaces_) pending.spaces.emplace_back(space, SpaceRole::writer);
        org::Invites{founder.store()}.add(pending);
        TERN_CHECK(devices_[i]->join(devices_[i]->name(), link));
    }
    take(0, founder.local_change(truth_));
    return ok();
}

/// The company is founded and everybody let in, over a network that behaves; disasters begin after that.
void World::settle_in() {
    start_server();
    for (auto& device : devices_) device->start();
    auto& founder = *devices_[0];
    if (!founder.found(founder.name())) return;
    connect(0);
    for (int round = 0; round < 50 && !founder.is_member(); ++round) {
        const auto id = pipe_of(0);
        if (id == 0) break;
        while (deliver_up(id)) {
        }
        serve();
        while (pipes_.contains(id) && deliver_down(id)) {
        }
        if (founder.enrolment_done()) cut(id);
    }
    if (!founder.is_member()) {
        broken_ = wrong("the org could not be founded");
        return;
    }
    for (int i = 0; i < 2; ++i) {
        const org::Author author{founder.account(), founder.directory(), truth_};
        const auto keys = crypto::SpaceKeys::first();
        const auto record = author.space(SpaceKind::team, 1, {}, keys);
        const auto id = space_id_of(record.bytes);
        if (!founder.directory().append_space(id, record.bytes) || !founder.directory().add_keys(id, keys))
            broken_ = wrong("no space could be made");
        org::Invites{founder.store()}.keep_seals(log_of(id), 0, record.sealed);
        spaces_.push_back(id);
    }
    if (const auto invited = invite_all(); !invited) broken_ = invited.error();
    heal();
    for (auto& device : devices_)
        if (const auto told = device->store().define_in(spaces_.front()); !told && !broken_) broken_ = told.error();
}

Status World::run() {
    settle_in();
    if (!broken_ && !quiet()) broken_ = wrong("the company did not come together");
    for (auto& device : devices_) device->disk().fail_after(~std::uint64_t{0} - 1);
    for (std::uint64_t i = 0; i < settings_.steps && !broken_; ++i) step();
    if (!broken_) heal();
    if (broken_) return *broken_;
    return judge();
}

// --- the verdict ---------------------------------------------------------------------------------------------------

Status World::judge() {
    if (!quiet()) {
        std::string who;
        for (auto& device : devices_)
            if (!device->settled())
                who += " " + device->name() + "(unsent " + std::to_string(device->store().unsent_changes()) + ")";
        return wrong("not everybody has settled:" + who);
    }
    for (auto& device : devices_) {
        if (device->store().unsent_changes() != 0)
            return wrong(device->name() + " has unsent work left" + alarms_of(*device));
        if (device->store().refused_changes() != 0) return wrong(device->name() + "'s work was refused");
        if (const auto sound = device->store().check(); !sound)
            return wrong(device->name() + "'s store is not sound: " + sound.error().text());
    }
    for (const auto& space : spaces_) {
        const auto expected = devices_[0]->store().state_hash(space);
        for (auto& device : devices_)
            if (device->store().state_hash(space) != expected)
                return wrong(device->name() + " has another state of space " + id_text(space) + alarms_of(*device) +
                             difference(*devices_[0], *device));
    }
    return judge_promises();
}

/// The first cell in which two devices differ.
std::string World::difference(Device& one, Device& other) {
    const auto tell = [](Device& device, const SpaceId& space, const RecordId& record) {
        std::string out;
        for (const auto& head : device.store().find(record)) {
            if (head.space != space) continue;
            out += "\n    " + device.name() + (head.alive ? " alive" : " dead") + " born " +
                   std::to_string(head.birth.hlc.ms() - kBegin) + " newest " +
                   std::to_string(head.newest.hlc.ms() - kBegin);
            for (const auto& entry : device.store().history(head)) {
                const auto* text = entry.value.as<std::string>();
                out += "\n      col " + std::to_string(entry.cell.column) + " at " +
                       std::to_string(entry.stamp.hlc.ms() - kBegin) + "." + std::to_string(entry.stamp.hlc.counter()) +
                       " by " + id_text(entry.stamp.device).substr(0, 6) + " " +
                       (text != nullptr ? *text : hex(encode(entry.value)).substr(0, 40)) +
                       (entry.live ? " live" : "") + (entry.conflict ? " conflict" : "") + " bases";
                for (const auto& base : entry.bases)
                    out += " " + std::to_string(base.hlc.ms() - kBegin) + "." + std::to_string(base.hlc.counter());
            }
        }
        return out;
    };
    for (const auto& [space, record] : records_) {
        const auto left = tell(one, space, record);
        auto right = tell(other, space, record);
        for (auto at = right.find(other.name()); at != std::string::npos && !left.empty(); at = std::string::npos)
            right.replace(at, other.name().size(), one.name());
        if (left != right) return left + right;
    }
    return {};
}

/// Every value that a device has confirmed is in the state or the history of every member.
Status World::judge_promises() {
    for (auto& device : devices_) {
        std::map<std::pair<SpaceId, RecordId>, std::set<std::string>> known;
        for (const auto& [space, record] : records_) {
            for (const auto& head : device->store().find(record)) {
                auto& values = known[{head.space, record}];
                for (const auto& entry : device->store().history(head)) {
                    if (const auto* text = entry.value.as<std::string>()) values.insert(*text);
                    if (const auto* member = entry.value.member(2);
                        member != nullptr && member->as<std::string>() != nullptr)
                        values.insert(*member->as<std::string>());
                }
            }
        }
        for (const auto& promise : promises_)
            if (!known[{promise.space, promise.record}].contains(promise.value))
                return wrong(device->name() + " has lost \"" + promise.value + "\", which " + promise.by +
                             " had confirmed");
    }
    tally_["promises kept"] += promises_.size();
    return ok();
}

}  // namespace tern::simulation
