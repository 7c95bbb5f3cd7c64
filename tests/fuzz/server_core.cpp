// The server's core, told anything on the connection of a device that has logged in.
#include "client_core/sync/wire.h"
#include "sync_server/session/decode.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::Company company;
    if (!company.connected()) {
        company.hang_up();
        company.log_in();
        fuzz::must(company.connected(), "a device that was cut off may come back");
    }
    company.now += 1000;
    const bool readable = server::read_message({data, size}).has_value();
    for (const auto& answer : company.say(Bytes(data, data + size)))
        fuzz::must(sync::read_server_message(answer).has_value(), "a device can read what the server says");
    fuzz::must(readable || !company.connected(), "who sends what is no message is cut off");
    return 0;
}
