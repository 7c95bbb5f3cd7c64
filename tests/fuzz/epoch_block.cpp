// A full block, as a rotation brings it, and the keys of the epoch before that it claims to hold.
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    const auto body = read_body<EpochRotate>(bytes);
    if (!body) return 0;
    fuzz::must(equal(body_of(*body), bytes), "a block has one encoding");
    static const Hash commitment = fuzz::previous_keys().commitment(fuzz::kSpace);
    EpochBlock before;
    before.epoch = 1;
    before.tag_gen = 1;
    before.key_commit = commitment;
    const auto previous = fuzz::keys().unwrap_previous(fuzz::kSpace, body->block, fuzz::kSpace, before);
    if (previous) fuzz::must(previous->space_key == fuzz::previous_keys().space_key, "only the true keys come out");
    return 0;
}
