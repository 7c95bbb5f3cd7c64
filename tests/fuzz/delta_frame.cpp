#include "protocol/delta_frame.h"

#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    const auto frame = read_delta(bytes);
    if (!frame) return 0;
    const Bytes header = delta_header_bytes(frame->header, frame->body.size());
    fuzz::must(equal(header, frame->authenticated), "a frame has one encoding");
    fuzz::must(header.size() + frame->body.size() + 64 == size, "a frame has no room for anything else");
    return 0;
}
