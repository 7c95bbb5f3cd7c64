#include "protocol/value.h"

#include "protocol/change.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    const auto value = decode_value(bytes);
    if (!value) return 0;
    fuzz::must(equal(encode(*value), bytes), "a value has one encoding");
    if (const auto birth = parse_birth(*value)) fuzz::must(birth_value(*birth) == *value, "a birth has one layout");
    if (const auto alive = parse_alive(*value)) fuzz::must(alive_value(*alive) == *value, "a deletion has one layout");
    return 0;
}
