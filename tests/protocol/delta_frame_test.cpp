#include "protocol/delta_frame.h"

#include <gtest/gtest.h>

#include <random>

#include "protocol/limits.h"

namespace tern {
namespace {

Bytes sample(DeltaKind kind, std::size_t tags, std::size_t body) {
    DeltaHeader header;
    header.kind = kind;
    header.space = SpaceId{suite::random_array<16>()};
    header.epoch = 1;
    header.tag_gen = 1;
    header.device = DeviceId{suite::random_array<16>()};
    header.dev_seq = 3;
    header.hlc = Hlc::at(1'700'000'000'000, 2);
    for (std::size_t i = 0; i < tags; ++i) {
        Tag tag;
        tag.bytes[0] = static_cast<std::uint8_t>(i >> 8);
        tag.bytes[1] = static_cast<std::uint8_t>(i);
        header.tags.push_back(tag);
        if (kind == DeltaKind::carry || kind == DeltaKind::conditional)
            header.marks.push_back({header.stamp(), kind == DeltaKind::carry ? 9U : 0U});
    }
    const Bytes head = delta_header_bytes(header, body);
    return sign_delta(head, Bytes(body, 1), Bytes(64, 1));
}

TEST(DeltaFrame, ReadsBackWhatWasWritten) {
    for (const auto kind :
         {DeltaKind::delta, DeltaKind::carry, DeltaKind::purge, DeltaKind::conditional, DeltaKind::checkpoint}) {
        const Bytes bytes = sample(kind, 5, 100);
        const auto frame = read_delta(bytes).value();
        EXPECT_EQ(frame.header.kind, kind);
        EXPECT_EQ(delta_header_bytes(frame.header, 100), copy(frame.authenticated));
        EXPECT_EQ(frame.body.size(), 100U);
    }
}

TEST(DeltaFrame, RefusesEveryTruncationAndEveryAppendedByte) {
    const Bytes bytes = sample(DeltaKind::carry, 3, 80);
    for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(read_delta(ByteView{bytes}.first(n)));
    Bytes longer = bytes;
    for (int i = 0; i < 64; ++i) {
        longer.push_back(0);
        EXPECT_FALSE(read_delta(longer));
    }
}

TEST(DeltaFrame, KeepsItsLimits) {
    EXPECT_TRUE(read_delta(sample(DeltaKind::delta, limits::kDeltaTags, limits::kDeltaBodyBytes)));
    EXPECT_EQ(read_delta(sample(DeltaKind::delta, limits::kDeltaTags + 1, 80)).error().fault, Fault::too_big);
    EXPECT_EQ(read_delta(sample(DeltaKind::delta, 1, limits::kDeltaBodyBytes + 1)).error().fault, Fault::too_big);
    EXPECT_FALSE(read_delta(sample(DeltaKind::delta, 0, 80)));
    EXPECT_TRUE(read_delta(sample(DeltaKind::checkpoint, 0, 80)));
}

TEST(DeltaFrame, SurvivesRandomBytes) {
    std::mt19937 random{3};
    const Bytes good = sample(DeltaKind::conditional, 4, 60);
    for (int i = 0; i < 100'000; ++i) {
        Bytes bytes = good;
        for (auto n = 1 + random() % 3; n > 0; --n)
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
        const auto frame = read_delta(bytes);
        if (frame) {
            EXPECT_EQ(delta_header_bytes(frame->header, frame->body.size()), copy(frame->authenticated));
        }
    }
}

}  // namespace
}  // namespace tern
