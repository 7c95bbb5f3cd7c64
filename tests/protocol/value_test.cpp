#include "protocol/value.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "protocol/base/suite.h"
#include "protocol/change.h"

namespace tern {
namespace {

Value random_value(std::mt19937& random, int depth) {
    switch (random() % (depth > 4 ? 7 : 9)) {
        case 0:
            return {};
        case 1:
            return random() % 2 == 0;
        case 2:
            return std::int64_t{static_cast<std::int64_t>(random()) * (random() % 2 == 0 ? 1 : -400)};
        case 3:
            return Decimal::normal(static_cast<std::int64_t>(random()) - 1'000'000,
                                   static_cast<std::uint8_t>(random() % 19));
        case 4:
            return std::string(random() % 20, 'a') + "王";
        case 5:
            return Bytes(random() % 20, 7);
        case 6:
            return AnyId{suite::random_array<16>()};
        case 7: {
            Value::List list;
            for (auto n = random() % 4; n > 0; --n) list.push_back(random_value(random, depth + 1));
            return list;
        }
        default: {
            Value map{Value::Map{}};
            for (auto n = random() % 4; n > 0; --n) map.set_member(random() % 300, random_value(random, depth + 1));
            return map;
        }
    }
}

TEST(Value, HasOneEncodingAndComesBack) {
    std::mt19937 random{7};
    for (int i = 0; i < 5'000; ++i) {
        const Value value = random_value(random, 1);
        const Bytes bytes = encode(value);
        const auto back = decode_value(bytes);
        ASSERT_TRUE(back) << hex(bytes);
        EXPECT_EQ(*back, value);
        EXPECT_EQ(encode(*back), bytes);
    }
}

/// Whatever decodes must encode to the very same bytes: there is no second spelling of anything.
TEST(Value, NoOtherBytesDecode) {
    std::mt19937 random{11};
    int taken = 0;
    for (int i = 0; i < 200'000; ++i) {
        Bytes bytes = encode(random_value(random, 3));
        for (auto n = 1 + random() % 2; n > 0 && !bytes.empty(); --n)
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
        if (const auto value = decode_value(bytes)) {
            ++taken;
            EXPECT_EQ(encode(*value), bytes);
        }
    }
    EXPECT_GT(taken, 1'000);
}

TEST(Value, RefusesWhatIsNotMinimalOrTooDeep) {
    EXPECT_FALSE(decode_value({}));
    EXPECT_FALSE(decode_value(from_hex("0380 00").value_or(Bytes{3, 0x80, 0})));  // a varint with a zero on top
    EXPECT_FALSE(decode_value(Bytes{0, 0}));                                      // left over
    EXPECT_FALSE(decode_value(Bytes{4, 1, 20}));                                  // 1.0 is 1
    EXPECT_FALSE(decode_value(Bytes{9, 2, 2, 0, 1, 0}));                          // members out of order
    EXPECT_FALSE(decode_value(Bytes{5, 1, 0xff}));                                // not UTF-8
    Bytes deep;
    for (int i = 0; i < 16; ++i) deep.insert(deep.end(), {8, 1});
    EXPECT_FALSE(decode_value([&] {
        auto d = deep;
        d.push_back(0);
        return d;
    }()));
    EXPECT_TRUE(decode_value([&] {
        auto d = Bytes(deep.begin(), deep.end() - 2);
        d.push_back(0);
        return d;
    }()));
    EXPECT_EQ(*decode_value(encode(Value{std::numeric_limits<std::int64_t>::min()}))->as<std::int64_t>(),
              std::numeric_limits<std::int64_t>::min());
}

TEST(Birth, IsSortedAndNamesNoNulls) {
    const Value value = birth_value(
        {{40, {}, Value{std::string("b")}}, {20, {9}, Value{true}}, {20, {1}, Value{true}}, {30, {}, Value{}}});
    const auto cells = parse_birth(value).value();
    ASSERT_EQ(cells.size(), 3U);
    EXPECT_EQ(cells[0].element, Bytes{1});
    EXPECT_EQ(cells[2].column, 40);
    EXPECT_FALSE(parse_birth(Value{std::string("no")}));
    const Value twice{Value::List{(*value.as<Value::List>())[0], (*value.as<Value::List>())[0]}};
    EXPECT_FALSE(parse_birth(twice));
}

TEST(Alive, SaysWhatTheDeleterHadSeen) {
    const Alive dead{false, {Hlc::at(1'000, 2), DeviceId{suite::random_array<16>()}}};
    const auto back = parse_alive(alive_value(dead)).value();
    EXPECT_FALSE(back.alive);
    EXPECT_EQ(back.seen, dead.seen);
    EXPECT_TRUE(parse_alive(alive_value({})).value().alive);
    EXPECT_FALSE(parse_alive(Value{false}));
}

}  // namespace
}  // namespace tern
