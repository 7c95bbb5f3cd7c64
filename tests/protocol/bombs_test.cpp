// Bombs: small or lawful-looking bytes that would like to become much memory or much time. Every one is refused, and
// every allocation on the way is counted.
#include <gtest/gtest.h>
#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <new>

#include "client_core/crypto/delta_seal.h"
#include "client_core/sync/wire.h"
#include "protocol/limits.h"
#include "protocol/log_record.h"
#include "sync_server/session/decode.h"

namespace {

std::atomic<std::size_t> in_use{0};
std::atomic<std::size_t> peak{0};

void* counted(std::size_t bytes) {
    void* memory = std::malloc(bytes);
    if (memory == nullptr) throw std::bad_alloc();
    const auto now = in_use += malloc_usable_size(memory);
    for (auto seen = peak.load(); now > seen && !peak.compare_exchange_weak(seen, now);) continue;
    return memory;
}
void released(void* memory) {
    if (memory != nullptr) in_use -= malloc_usable_size(memory);
    std::free(memory);
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes); }
void* operator new[](std::size_t bytes) { return counted(bytes); }
void operator delete(void* memory) noexcept { released(memory); }
void operator delete[](void* memory) noexcept { released(memory); }
void operator delete(void* memory, std::size_t) noexcept { released(memory); }
void operator delete[](void* memory, std::size_t) noexcept { released(memory); }

namespace tern {
namespace {

constexpr std::size_t kMebibyte = 1024 * 1024;

class BombsTest : public ::testing::Test {
protected:
    void SetUp() override { suite::start(); }
    std::size_t cases = 0;
    std::size_t worst = 0;

    void refused(const char* what, const std::function<bool()>& takes) {
        const auto before = in_use.load();
        peak = before;
        EXPECT_FALSE(takes()) << what;
        const auto used = peak.load() - before;
        EXPECT_LT(used, 2 * kMebibyte) << what;
        worst = std::max(worst, used);
        ++cases;
    }
    void both(const char* what, ByteView message) {
        refused(what, [&] { return server::read_message(message).has_value(); });
        refused(what, [&] { return sync::read_server_message(message).has_value(); });
    }
    void TearDown() override { std::cout << "bombs: " << cases << " cases, at most " << worst / 1024 << " KiB\n"; }
};

void put_varint(std::uint64_t v, Bytes& out) {
    for (; v >= 0x80; v >>= 7) out.push_back(static_cast<std::uint8_t>(v | 0x80));
    out.push_back(static_cast<std::uint8_t>(v));
}
Bytes field(std::uint32_t number, ByteView content) {
    Bytes out;
    put_varint(number << 3 | 2, out);
    put_varint(content.size(), out);
    out.insert(out.end(), content.begin(), content.end());
    return out;
}
Bytes repeated(std::initializer_list<std::uint8_t> unit, std::size_t times) {
    Bytes out;
    out.reserve(unit.size() * times);
    for (; times > 0; --times) out.insert(out.end(), unit);
    return out;
}

TEST_F(BombsTest, MessagesOverTheirSizeAndLength) {
    both("a megabyte and one byte", Bytes(kMebibyte + 1, 0x0a));
    for (const int bits : {7, 20, 31, 32, 33, 62, 63}) {
        Bytes message{0x2a};
        put_varint(std::uint64_t{1} << bits, message);
        both("a length of more than there is", message);
    }
    both("a number without an end", repeated({0xff}, 4000));
    both("a group", repeated({0x0b}, 10'000));
    both("a message cut short", ByteView{field(10, field(2, Bytes(100)))}.first(60));
}

TEST_F(BombsTest, MessagesOfTooManyParts) {
    for (const std::uint32_t number : {3U, 4U, 6U, 9U, 10U, 39U}) {
        both("half a million empty parts", field(number, repeated({0x0a, 0x00}, 500'000)));
        both("half a million numbers", field(number, repeated({0x08, 0x01}, 500'000)));
    }
    both("half a million empty parts at the top", repeated({0x2a, 0x00}, 500'000));
    both("half a million numbers at the top", repeated({0x08, 0x01}, 500'000));
    const Bytes welcome = field(3, repeated({0x22, 0x02, 0x0a, 0x00}, 260'000));
    refused("a welcome of 260,000 heads", [&] { return sync::read_server_message(welcome).has_value(); });
}

TEST_F(BombsTest, ValuesThatNestCountAndLie) {
    const auto value = [&](const char* what, const Bytes& bytes) {
        refused(what, [&] { return decode_value(bytes).has_value(); });
    };
    for (const std::size_t depth : {16U, 17U, 1'000U, 10'000U, 32'000U})
        value("lists in lists", [&] {
            Bytes out = repeated({8, 1}, depth);
            out.push_back(0);
            return out;
        }());
    for (const std::uint8_t kind : {5, 6, 8, 9})
        for (const int bits : {16, 31, 32, 62, 63}) {
            Bytes bytes{kind};
            put_varint(std::uint64_t{1} << bits, bytes);
            bytes.resize(60'000, 0);
            value("a length or count of more than there is", bytes);
        }
    value("64 KiB and one byte", Bytes(limits::kDeltaBodyBytes + 1, 0));
    Bytes nulls{8};
    put_varint(60'000, nulls);
    nulls.resize(nulls.size() + 60'000, 0);
    nulls.push_back(0);
    value("60,000 nulls, then something else", nulls);
    Bytes empties{8};
    put_varint(30'000, empties);
    for (int i = 0; i < 29'999; ++i) empties.insert(empties.end(), {8, 0});
    empties.push_back(0x7f);
    value("30,000 lists, the last of them none", empties);
}

TEST_F(BombsTest, DeltasOfTooMuch) {
    const auto delta = [&](const char* what, std::uint16_t tags, std::uint32_t body, std::size_t size) {
        ByteWriter out;
        out.raw(view("FSD1"))
            .u8(1)
            .u8(1)
            .u16(0)
            .zeros(16)
            .u32(1)
            .u16(1)
            .u16(tags)
            .zeros(16)
            .u64(1)
            .zeros(16)
            .u64(1)
            .u32(0)
            .zeros(16)
            .u32(body);
        Bytes bytes = out.take();
        bytes.resize(size, 1);
        refused(what, [&] { return read_delta(bytes).has_value(); });
    };
    delta("257 tags", 257, 10, 104 + 257 * 16 + 10 + 64);
    delta("65,535 tags", 65'535, 0, limits::kDeltaBytes);
    delta("64 KiB and one byte of body", 1, limits::kDeltaBodyBytes + 1, 104 + 16 + limits::kDeltaBodyBytes + 1 + 64);
    delta("a body of 4 GiB", 1, 0xffffffff, 1000);
    delta("a body that with tags and marks runs over 32 bits", 256, 0xffffff00, 1000);
    refused("more than any delta", [&] { return read_delta(Bytes(limits::kDeltaBytes + 1)).has_value(); });
}

TEST_F(BombsTest, DeltasWhoseContentIsABomb) {
    const crypto::SpaceKeys keys = crypto::SpaceKeys::first();
    const auto device = crypto::SignKeys::from_seed(crypto::random_key());
    const auto content = [&](const char* what, const Bytes& plain) {
        DeltaHeader header;
        header.epoch = header.tag_gen = 1;
        header.dev_seq = 1;
        header.hlc = Hlc::at(1);
        header.tags = {Tag{}};
        const Bytes padded = crypto::pad(plain);
        const Bytes head = delta_header_bytes(header, padded.size() + crypto::kCae1Overhead);
        const Bytes bytes = sign_delta(head, crypto::cae1_seal(keys.delta_key(), head, padded), device.secret);
        const auto frame = read_delta(bytes).value();
        refused(what, [&] { return crypto::open_delta(frame, keys).has_value(); });
    };
    content("30,000 empty changes", repeated({0x0a, 0x00}, 30'000));
    content("10,000 changes of records", repeated({0x0a, 0x04, 0x12, 0x02, 1, 2}, 10'000));
    content("30,000 unknown fields", repeated({0x50, 0x01}, 30'000));
    content("a change of 4 GiB", {0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f});
    content("5,000 groups", repeated({0x0b}, 5'000));
}

TEST_F(BombsTest, LogRecordsAndBodiesThatClaimMore) {
    const auto record = [&](const char* what, std::uint32_t length, std::size_t size) {
        ByteWriter out;
        out.raw(view("FSL1")).u8(1).u8(0).u16(1).zeros(128).u32(length);
        Bytes bytes = out.take();
        bytes.resize(size);
        refused(what, [&] { return read_log_record(bytes).has_value(); });
    };
    record("a body of 4 GiB", 0xffffffff, 300);
    record("a body and signature that run over 32 bits", 0xffffffc0, 300);
    record("a body of one byte too many", limits::kLogBodyBytes + 1, 204 + limits::kLogBodyBytes + 1);
    Bytes merge(4, 0);
    merge.insert(merge.end(), {0xff, 0xff, 0xff, 0xff});
    merge.resize(limits::kLogBodyBytes, 0);
    refused("a branch of 65,000 empty records", [&] { return read_body<ForkMerge>(merge).has_value(); });
    refused("the same in a space", [&] { return read_body<SpaceForkMerge>(merge).has_value(); });
    const auto counted_body = [&](const char* what, std::size_t before, auto reads) {
        for (const std::size_t size : {before + 2, limits::kLogBodyBytes}) {
            Bytes body(size, 0);
            body[before] = body[before + 1] = 0xff;
            refused(what, [&] { return reads(ByteView{body}); });
        }
    };
    counted_body("65,535 members", 18, [](ByteView b) { return read_body<SpaceGenesis>(b).has_value(); });
    counted_body("65,535 changes", 0, [](ByteView b) { return read_members(b, 1).has_value(); });
    counted_body("65,535 seats", 4 + 2 + 32 + 136, [](ByteView b) { return read_body<EpochRotate>(b).has_value(); });
    counted_body("65,535 cuts", 4 + 2 + 32 + 136 + 2, [](ByteView b) { return read_body<EpochRotate>(b).has_value(); });
    counted_body("65,535 rules", 1, [](ByteView b) { return read_body<SpacePolicy>(b).has_value(); });
    counted_body("65,535 tags", 0, [](ByteView b) { return read_body<Erase>(b).has_value(); });
    counted_body("65,535 devices", 4 + 32 + 104 + 80,
                 [](ByteView b) { return read_body<UserKeyRotate>(b).has_value(); });
}

}  // namespace
}  // namespace tern
