// A recovery kit's file, and its code as a person types it.
#include "client_core/crypto/bundle.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::keys();
    const std::string_view typed = text(ByteView{data, size});
    if (const auto key = crypto::kit_key_from_code(typed)) {
        crypto::Kit kit;
        kit.key = *key;
        fuzz::must(crypto::kit_key_from_code(kit.code()).value() == *key, "a code says its key");
    }
    const auto kit = crypto::read_kit(typed);
    if (!kit) return 0;
    const auto again = crypto::read_kit(kit->text());
    fuzz::must(again && again->text() == kit->text() && again->key == kit->key, "what is read is written the same");
    return 0;
}
