// The account as it stands in a device's store.
#include "client_core/org/account.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::keys();
    const ByteView bytes{data, size};
    const auto account = org::Account::read(bytes);
    if (!account) return 0;
    const auto again = org::Account::read(account->bytes());
    fuzz::must(again && again->bytes() == account->bytes(), "what is read is written the same");
    return 0;
}
