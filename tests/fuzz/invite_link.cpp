#include "client_core/org/invites.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto link = org::InviteLink::read(text(ByteView{data, size}));
    if (!link) return 0;
    const auto again = org::InviteLink::read(link->text());
    fuzz::must(again && again->text() == link->text() && again->head == link->head && again->token == link->token,
               "what is read is written the same");
    return 0;
}
