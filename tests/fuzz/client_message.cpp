// A stranger's message, as the server reads it.
#include "sync_server/session/decode.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto message = server::read_message({data, size});
    if (!message) return 0;
    const auto once = message->SerializeAsString();
    const auto again = server::read_message(view(once));
    fuzz::must(again && again->SerializeAsString() == once, "what is read is written the same");
    return 0;
}
