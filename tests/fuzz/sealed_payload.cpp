// What is inside a sealed box of a space's keys: sealed here, since anybody may seal.
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    static const Hash commitment = fuzz::keys().commitment(fuzz::kSpace);
    EpochBlock block;
    block.epoch = 2;
    block.tag_gen = 1;
    block.key_commit = commitment;
    const auto& box = fuzz::user_box();
    fuzz::must(!crypto::SpaceKeys::open_for(bytes, box, fuzz::kSpace, fuzz::kUser, 1, block), "nothing opens unsealed");
    const auto opened =
        crypto::SpaceKeys::open_for(crypto::seal(box.public_key, bytes), box, fuzz::kSpace, fuzz::kUser, 1, block);
    if (!opened) return 0;
    const auto again = crypto::open_seal(box, opened->seal_for(fuzz::kSpace, fuzz::kUser, 1, box.public_key));
    fuzz::must(equal(*again, bytes), "a payload has one encoding");
    return 0;
}
