// What is inside an account bundle.
#include "client_core/crypto/bundle.h"
#include "tests/fuzz/property.h"

using namespace tern;

namespace {

/// As the crypto design binds a bundle to its place.
Bytes associated() {
    ByteWriter out;
    out.lp(view("fs1/bundle")).raw(fuzz::kUser).u8(1).u32(1);
    return out.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    fuzz::keys();
    static const crypto::Key wrap{fuzz::fixed(8, 32)};
    const auto opened = crypto::open_bundle(crypto::cae1_seal(wrap, associated(), bytes), wrap, fuzz::kUser,
                                            crypto::BundleSlot::password, 1);
    if (!opened) return 0;
    fuzz::must(size == 256, "a bundle has one size");
    const auto again = crypto::seal_bundle(*opened, wrap, fuzz::kUser, crypto::BundleSlot::password, 1);
    const auto plain = crypto::cae1_open(wrap, associated(), again);
    // 5 to 7 and the end are kept free for later versions, which may fill them.
    fuzz::must(equal(ByteView{*plain}.subspan(8, 140), bytes.subspan(8, 140)), "a bundle's fields have one encoding");
    return 0;
}
