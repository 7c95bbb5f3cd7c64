#include "protocol/log_record.h"

#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    const auto record = read_log_record(bytes);
    if (!record) return 0;
    const Bytes again = sign_log_record(*record, fuzz::device().secret);
    fuzz::must(again.size() == size && equal(ByteView{again}.first(size - 64), bytes.first(size - 64)),
               "a record has one encoding");
    return 0;
}
