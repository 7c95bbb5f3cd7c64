#include "protocol/base/bytes.h"

#include <gtest/gtest.h>

#include "protocol/base/suite.h"
#include "protocol/base/utf8.h"
#include "protocol/ids.h"

namespace tern {
namespace {

TEST(Bytes, SpellingsRoundTrip) {
    for (std::size_t n = 0; n < 40; ++n) {
        Bytes bytes(n);
        suite::random(bytes);
        EXPECT_EQ(from_hex(hex(bytes)), bytes);
        EXPECT_EQ(from_crockford32(crockford32(bytes)), bytes);
    }
    EXPECT_FALSE(from_hex("abc"));
    EXPECT_FALSE(from_hex("zz"));
    EXPECT_EQ(from_crockford32("o1-IL"), from_crockford32("0111"));
    EXPECT_FALSE(from_crockford32("U"));
}

TEST(Bytes, ReaderNeverRunsOver) {
    const Bytes bytes{0, 0, 0, 9, 1, 2};
    ByteReader in{bytes};
    EXPECT_TRUE(in.lp().empty());
    EXPECT_FALSE(in.ok());
    EXPECT_EQ(in.u64(), 0U);
    EXPECT_FALSE(in.done());
}

TEST(Utf8, TakesExactlyWhatRfc3629Takes) {
    EXPECT_TRUE(is_utf8(view("Ada 王小明 é 🙂")));
    for (const char* bad :
         {"\x80", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x9f\x99", "\xff"})
        EXPECT_FALSE(is_utf8(view(bad))) << hex(view(bad));
}

TEST(Ids, RecordIdsAreUuidsOfVersion7InOrderOfTime) {
    const auto early = new_record_id(1'000);
    const auto late = new_record_id(2'000);
    EXPECT_LT(early, late);
    const auto text = uuid_text(early);
    EXPECT_EQ(text[14], '7');
    EXPECT_EQ(record_id_from(text), early);
    EXPECT_EQ(record_id_from(hex(early)), early);
    EXPECT_FALSE(record_id_from("not-an-id"));
}

}  // namespace
}  // namespace tern
