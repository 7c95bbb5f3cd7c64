// The content of a delta: sealed here under a known key with the tags that fit it, so that only its own form decides.
#include "client_core/crypto/delta_seal.h"
#include "protocol/delta_body.pb.h"
#include "tests/fuzz/property.h"

using namespace tern;

namespace {

DeltaHeader header_for(DeltaKind kind, ByteView plain) {
    DeltaHeader header;
    header.kind = kind;
    header.space = fuzz::kSpace;
    header.epoch = fuzz::keys().epoch;
    header.tag_gen = fuzz::keys().tag_gen;
    header.device = DeviceId{array_of<16>(fuzz::fixed(9, 16))};
    header.dev_seq = 1;
    header.hlc = Hlc::at(1'800'000'000'000);
    proto::DeltaBody body;
    body.ParseFromArray(plain.data(), static_cast<int>(plain.size()));
    for (const auto& change : body.changes()) {
        const Cell cell{static_cast<EntityNumber>(change.entity()), RecordId::of(view(change.record())),
                        static_cast<ColumnNumber>(change.column()), copy(view(change.element()))};
        header.tags.push_back(fuzz::keys().tag(cell));
        if (kind != DeltaKind::delta) header.marks.push_back({header.stamp(), kind == DeltaKind::carry ? 1U : 0U});
    }
    return header;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const crypto::Key key = fuzz::keys().delta_key();
    const ByteView plain{data + 1, size - 1};
    const auto kind = data[0] % 3 == 0   ? DeltaKind::delta
                      : data[0] % 3 == 1 ? DeltaKind::carry
                                         : DeltaKind::conditional;
    const auto header = header_for(kind, plain);
    const Bytes padded = crypto::pad(plain);
    const Bytes head = delta_header_bytes(header, padded.size() + crypto::kCae1Overhead);
    const Bytes bytes = sign_delta(head, crypto::cae1_seal(key, head, padded), fuzz::device().secret);
    const auto frame = read_delta(bytes);
    if (!frame) return 0;
    const auto changes = crypto::open_delta(*frame, fuzz::keys());
    if (!changes) return 0;
    fuzz::must(changes->size() == header.tags.size(), "one change a tag");
    const std::vector<std::uint64_t> numbers(changes->size(), 1);
    const auto again = crypto::seal_delta(header, *changes, numbers, fuzz::keys(), fuzz::device());
    if (!again) return 0;
    fuzz::must(crypto::open_delta(read_delta(*again).value(), fuzz::keys()).value() == *changes,
               "what opens seals again");
    return 0;
}
