// Writes every target's corpus from the real encoders. Seeded: the same files each time, as far as nothing is sealed.
#include <filesystem>
#include <fstream>

#include "client_core/crypto/delta_seal.h"
#include "protocol/delta_body.pb.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/property.h"
#include "tests/support/made_org.h"

using namespace tern;

namespace {

std::filesystem::path root;

void write(const std::string& target, const std::string& name, ByteView bytes) {
    std::filesystem::create_directories(root / target);
    std::ofstream(root / target / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

Bytes after(std::uint8_t first, ByteView rest) {
    Bytes out{first};
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

std::vector<Value> values() {
    Value nested{Value::List{}};
    for (int i = 0; i < 14; ++i) nested = Value{Value::List{nested}};
    return {Value{},
            Value{true},
            Value{std::int64_t{-300}},
            Value{std::int64_t{INT64_MIN}},
            Value{Decimal{-1999, 2}},
            Value{std::string("Žluťoučký kůň 🐎")},
            Value{Bytes{0, 1, 255}},
            Value{AnyId{}},
            nested,
            Value{Value::Map{{1, Value{false}}, {300, Value{Value::List{Value{}, Value{true}}}}}},
            alive_value({true, {}}),
            alive_value({false, {Hlc::at(9), DeviceId{}}}),
            birth_value({{16, {}, Value{std::string("Ann")}}, {17, Bytes{1, 2}, Value{std::int64_t{7}}}})};
}

void write_values() {
    int number = 0;
    for (const auto& value : values()) write("value", std::to_string(number++), encode(value));
}

Change change(ColumnNumber column, Bytes element, const Value& value, std::vector<Stamp> bases) {
    Change out;
    out.cell = {1, RecordId{array_of<16>(fuzz::fixed(0x77, 16))}, column, std::move(element)};
    out.value = encode(value);
    out.bases = std::move(bases);
    out.stamp = {Hlc::at(1'700'000'000'000), DeviceId{array_of<16>(fuzz::fixed(9, 16))}};
    return out;
}

void write_deltas() {
    const Stamp base{Hlc::at(5), DeviceId{}};
    const std::vector<std::vector<Change>> contents = {
        {change(16, {}, values()[5], {})},
        {change(column::kBirth, {}, values()[12], {}), change(column::kAlive, {}, values()[10], {})},
        {change(column::kAlive, {}, values()[11], {base})},
        {change(16, {}, values()[2], {base, {Hlc::at(6), DeviceId{}}}), change(17, {}, Value{}, {}),
         change(column::kCustom, Bytes(16, 3), values()[9], {})},
    };
    int number = 0;
    for (const auto kind : {DeltaKind::delta, DeltaKind::carry, DeltaKind::conditional}) {
        for (const auto& changes : contents) {
            DeltaHeader header;
            header.kind = kind;
            header.space = fuzz::kSpace;
            header.device = changes[0].stamp.device;
            header.dev_seq = 1;
            header.hlc = changes[0].stamp.hlc;
            const std::vector<std::uint64_t> numbers(changes.size(), 1);
            const Bytes sealed = crypto::seal_delta(header, changes, numbers, fuzz::keys(), fuzz::device()).value();
            const auto frame = read_delta(sealed).value();
            write("delta_frame", std::to_string(number), sealed);
            const Bytes padded = crypto::cae1_open(fuzz::keys().delta_key(), frame.authenticated, frame.body).value();
            write("delta_body", std::to_string(number++),
                  after(kind == DeltaKind::delta   ? 0
                        : kind == DeltaKind::carry ? 1
                                                   : 2,
                        crypto::unpad(padded).value()));
        }
    }
}

void write_logs() {
    test::MadeOrg made;
    auto ann = made.add_member(OrgRole::admin);
    const auto bob = made.add_member();
    SpaceId space;
    made.make_space(space, made.founder_phone, {{ann.person.id(), SpaceRole::writer}});
    made.grant(space, bob.person.id(), SpaceRole::manager, made.founder_phone);
    made.rotate_user_key(ann.person, ann.phone);
    made.rotate(space, made.founder_phone);
    made.remove(space, ann.person.id(), made.founder_phone);
    made.archive(space, made.founder_phone, true);
    made.suspend(bob.person, true);
    made.revoke(bob.phone, made.founder_phone);
    int number = 0;
    for (const auto& record : made.records()) {
        const auto read = read_log_record(record.bytes).value();
        write("log_record", std::to_string(number), record.bytes);
        write("log_bodies", std::to_string(number++), after(static_cast<std::uint8_t>(read.type), read.body));
    }
    const auto body = [&](RecordType type, ByteView bytes) {
        write("log_bodies", std::to_string(number++), after(static_cast<std::uint8_t>(type), bytes));
    };
    const std::vector<Bytes> branch{made.records()[1].bytes, made.records()[2].bytes};
    body(RecordType::org_role, body_of(OrgRoleChange{ann.person.id(), OrgRole::owner}));
    body(RecordType::org_policy, body_of(OrgPolicy{}));
    body(RecordType::org_fork_merge, body_of(ForkMerge{1, branch}));
    body(RecordType::space_policy, body_of(SpacePolicy{2, {{1, 16, SpaceRole::manager}, {1, 17, SpaceRole::admin}}}));
    body(RecordType::void_deltas, body_of(VoidDeltas{ann.phone.id, 3, 9, {}, 1}));
    body(RecordType::erase, body_of(Erase{{test::make_tag(1)}}));
    body(RecordType::space_fork_merge,
         body_of(SpaceForkMerge{{1, branch}, made.space(space).epoch().block, {{bob.phone.id, 4, {}, 2}}}));
}

void write_keys() {
    EpochRotate rotate;
    rotate.block.epoch = 2;
    rotate.block.tag_gen = 1;
    rotate.block.key_commit = fuzz::keys().commitment(fuzz::kSpace);
    rotate.block.prev = fuzz::keys().wrap_previous(fuzz::kSpace, fuzz::previous_keys());
    write("epoch_block", "empty", body_of(rotate));
    rotate.block.seats = {{fuzz::kUser, 1, {}}};
    rotate.cuts = {{DeviceId{}, 7, {}, 3}};
    write("epoch_block", "seat-and-cut", body_of(rotate));
    const auto& box = fuzz::user_box();
    write("sealed_payload", "good",
          crypto::open_seal(box, fuzz::keys().seal_for(fuzz::kSpace, fuzz::kUser, 1, box.public_key)).value());
    write("sealed_payload", "other-user",
          crypto::open_seal(box, fuzz::keys().seal_for(fuzz::kSpace, UserId{}, 1, box.public_key)).value());
    const crypto::Key wrap{fuzz::fixed(8, 32)};
    ByteWriter associated;
    associated.lp(view("fs1/bundle")).raw(fuzz::kUser).u8(1).u32(1);
    const auto sealed = crypto::seal_bundle({}, wrap, fuzz::kUser, crypto::BundleSlot::password, 1);
    write("bundle", "good", crypto::cae1_open(wrap, associated.bytes(), sealed).value());
}

void write_typed(fuzz::Company& company) {
    crypto::Kit kit;
    kit.key = crypto::Key{fuzz::fixed(3, 32)};
    kit.server = "wss://tern.example:8443";
    kit.login = "ann@example.org";
    write("kit", "code", view(kit.code()));
    write("kit", "file", view(kit.text()));
    org::InviteLink link;
    link.server = kit.server;
    link.org = company.device().account().org;
    link.head = {12, fuzz::keys().commitment(fuzz::kSpace)};
    link.inviter = fuzz::kUser;
    write("invite_link", "secure", view(link.text()));
    link.server = "ws://localhost:1";
    write("invite_link", "plain", view(link.text()));
    auto account = company.device().account();
    write("account", "founder", account.bytes());
    account.guest = link.keys();
    account.identity_seed = crypto::Seed{fuzz::fixed(4, 32)};
    write("account", "guest", account.bytes());
}

/// Every kind of message once: the shortest of its kind.
void write_talk(const std::vector<Bytes>& said, const std::vector<std::string>& targets, bool with_stage) {
    std::map<std::uint8_t, Bytes> by_kind;
    for (const auto& message : said) {
        // The request's number, if there is one, comes first and takes a byte or two.
        const std::size_t at = message.at(0) != 8 ? 0 : message.at(1) < 0x80 ? 2 : 3;
        auto& kept = by_kind[message.at(at)];
        if (kept.empty() || message.size() < kept.size()) kept = message;
    }
    for (const auto& [kind, message] : by_kind)
        for (const auto& target : targets) {
            if (!with_stage || target != "session")
                write(target, std::to_string(kind >> 3), message);
            else
                for (std::uint8_t stage = 0; stage < 3; ++stage)
                    write(target, std::to_string(kind >> 3) + "-" + std::to_string(stage), after(stage, message));
        }
}

void talk(fuzz::Company& company) {
    const auto& columns = values();
    store::Write birth{
        company.space(), {1, RecordId{array_of<16>(fuzz::fixed(0x77, 16))}, column::kBirth, {}}, columns[12], false};
    if (!company.device().store().write(std::vector{birth}, company.device().author(company.now))) std::abort();
    company.converse(company.device().local_change(company.now));
    company.hang_up();
    company.log_in();
    proto::ClientMessage get;
    get.set_request(1);
    get.mutable_log_get()->set_log_id(std::string(text(company.space())));
    company.to_server.push_back(copy(view(get.SerializeAsString())));
    get.mutable_key_get()->set_space(std::string(text(company.space())));
    get.mutable_key_get()->set_epoch(1);
    company.to_server.push_back(copy(view(get.SerializeAsString())));
    get.mutable_unfollow()->set_space(std::string(text(company.space())));
    company.to_server.push_back(copy(view(get.SerializeAsString())));
    for (std::size_t i = company.to_server.size() - 3; i < company.to_server.size(); ++i)
        for (auto& answer : company.say(company.to_server[i])) company.to_device.push_back(std::move(answer));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    root = argv[1];
    fuzz::Company company;
    talk(company);
    write_talk(company.to_server, {"client_message", "server_core"}, false);
    write_talk(company.to_device, {"server_message", "session"}, true);
    write_typed(company);
    write_values();
    write_deltas();
    write_logs();
    write_keys();
    return 0;
}
