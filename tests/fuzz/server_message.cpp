// The server's message, as a device reads it.
#include "client_core/sync/wire.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto message = sync::read_server_message({data, size});
    if (!message) return 0;
    const auto once = message->SerializeAsString();
    const auto again = sync::read_server_message(view(once));
    fuzz::must(again && again->SerializeAsString() == once, "what is read is written the same");
    return 0;
}
