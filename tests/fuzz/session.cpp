// A device's session, told anything at each of its stages; the first byte chooses the stage.
#include "tests/fuzz/company.h"
#include "tests/fuzz/property.h"

using namespace tern;

namespace {

Bytes bytes_of(const proto::ServerMessage& message) { return copy(view(message.SerializeAsString())); }

Bytes challenge(Millis now) {
    proto::ServerMessage message;
    message.mutable_challenge()->set_min_proto(1);
    message.mutable_challenge()->set_max_proto(1);
    message.mutable_challenge()->set_nonce(std::string(32, 'n'));
    message.mutable_challenge()->set_server_ms(static_cast<std::uint64_t>(now));
    return bytes_of(message);
}

void set_head(proto::Head& out, ByteView log, const LogHead& head) {
    out.set_log_id(std::string(text(log)));
    out.set_seq(head.seq);
    out.set_hash(std::string(text(head.hash)));
}

Bytes welcome(fuzz::Company& company) {
    proto::ServerMessage message;
    auto& out = *message.mutable_welcome();
    out.set_server_ms(static_cast<std::uint64_t>(company.now));
    out.add_lineage(std::string(16, 'l'));
    const auto& directory = company.device().directory();
    set_head(*out.mutable_org(), directory.org().id(), directory.org().head());
    set_head(*out.add_spaces()->mutable_head(), company.space(), directory.space(company.space())->head());
    return bytes_of(message);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::Company company;
    if (size == 0) return 0;
    auto& device = company.device();
    const auto org = device.directory().org().head();
    const auto space = device.directory().space(company.space())->head();
    device.disconnect();
    device.connect();
    if (data[0] % 3 > 0) device.on_message(challenge(company.now), company.now);
    if (data[0] % 3 > 1) device.on_message(welcome(company), company.now);
    const auto turn = device.on_message({data + 1, size - 1}, company.now);
    if (!turn.ended) device.work(company.now);
    fuzz::must(device.directory().org().contains(org), "a log is never shortened");
    const auto* log = device.directory().space(company.space());
    fuzz::must(log != nullptr && log->hash_at(space.seq) == space.hash, "a space's log is never shortened");
    return 0;
}
