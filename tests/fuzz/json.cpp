// Arrays of JSON objects, and one a line, read through the reader that imports use.
#include "tests/fuzz/table.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::read_table(data, size, exchange::Format::json);
    return 0;
}
