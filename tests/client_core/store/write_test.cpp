#include <gtest/gtest.h>

#include "protocol/limits.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

TEST(Write, ShowsWhatWasWritten) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "Lovelace"));
    ASSERT_TRUE(phone.set(record(1), "given_name", text_value("Ada")));
    EXPECT_EQ(phone.text(record(1), "family_name"), "Lovelace");
    EXPECT_EQ(phone.text(record(1), "given_name"), "Ada");
    EXPECT_EQ(phone.store->record_counts()[space()], 1);
    EXPECT_TRUE(phone.head(record(1))->pending);
    EXPECT_TRUE(phone.store->check());
}

TEST(Write, IsPlainSqlForScreens) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "Lovelace"));
    ASSERT_TRUE(phone.write(
        {{space(), cell(record(1), "phones", Bytes(16, 7)), Value::Map{{1, Decimal{1, 0}}, {2, text_value("+44")}}},
         {space(), cell(record(1), "addr"),
          Value::Map{{3, text_value("London")}, {7, Value::Map{{1, Decimal{515, 1}}}}}}}));
    Rows rows = phone.store->database().query(
        "SELECT family_name, addr_city, addr_lat, phone FROM contact JOIN contact_phones USING (rid)");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(0), "Lovelace");
    EXPECT_EQ(rows.text(1), "London");
    EXPECT_EQ(rows.real(2), 51.5);
    EXPECT_EQ(rows.text(3), "+44");
}

TEST(Write, BasesAreTheStampsThatWereShown) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("b")));
    ASSERT_TRUE(phone.set(record(1), "family_name", text_value("c")));
    const auto changes = phone.send();
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_TRUE(changes[0].bases.empty());
    EXPECT_EQ(changes[1].bases, std::vector{changes[0].stamp});
    EXPECT_EQ(changes[2].bases, std::vector{changes[1].stamp});
    EXPECT_LT(changes[0].stamp, changes[1].stamp);
    EXPECT_LT(changes[1].stamp, changes[2].stamp);
}

TEST(Write, TheLastOfSeveralOfOneCellCounts) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.write(
        {{space(), cell(record(1), "title"), text_value("x")}, {space(), cell(record(1), "title"), text_value("y")}}));
    EXPECT_EQ(phone.text(record(1), "title"), "y");
    EXPECT_EQ(phone.store->unsent_changes(), 2);
}

TEST(Write, WhatIsWrittenBesideABirthBecomesPartOfIt) {
    Phone phone{1};
    ASSERT_TRUE(
        phone.write({{space(), cell(record(1), "title"), text_value("Countess")},
                     {space(), birth_of(record(1)), birth_value({{field("family_name"), {}, text_value("Lovelace")}})},
                     {space(), alive_of(record(1)), alive_value({false, {}})}}));
    const auto changes = phone.send();
    ASSERT_EQ(changes.size(), 2U) << "a birth, and a deletion under a later stamp";
    EXPECT_EQ(parse_birth(decode_value(changes[0].value).value())->size(), 2U);
    EXPECT_LT(changes[0].stamp, changes[1].stamp);
    EXPECT_EQ(phone.store->trash().size(), 1U);
}

TEST(Write, RefusesWhatIsTooLongAndWritesNothing) {
    Phone phone{1};
    ASSERT_TRUE(phone.create(record(1), "a"));
    const auto status =
        phone.write({{space(), cell(record(1), "title"), text_value("x")},
                     {space(), cell(record(1), "description"), text_value(std::string(limits::kValueBytes, 'x'))}});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().fault, Fault::bad_argument);
    EXPECT_EQ(phone.text(record(1), "title"), "<nothing>");
    EXPECT_EQ(phone.store->unsent_changes(), 1);
}

TEST(Write, RefusesRecordsThatAreNotThere) {
    Phone phone{1};
    const auto status = phone.set(record(1), "title", text_value("x"));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().fault, Fault::not_found);
    EXPECT_TRUE(phone.store->database().find_integer("SELECT count(*) FROM record").value() == 0);
}

TEST(Write, CutsALongImportIntoDeltas) {
    Phone phone{1};
    std::vector<Write> writes;
    for (int i = 0; i < 600; ++i) {
        RecordId id;
        id.bytes[0] = static_cast<std::uint8_t>(i >> 8);
        id.bytes[1] = static_cast<std::uint8_t>(i);
        writes.push_back({space(), birth_of(id), birth_value({{field("family_name"), {}, text_value("x")}})});
    }
    ASSERT_TRUE(phone.write(writes));
    const auto deltas = phone.store->unsent(space(), 100, 100'000'000);
    ASSERT_EQ(deltas.size(), 3U);
    EXPECT_EQ(deltas[0].changes.size(), 256U);
    EXPECT_LT(deltas[0].hlc, deltas[1].hlc);
    EXPECT_LT(deltas[1].hlc, deltas[2].hlc);
    EXPECT_EQ(phone.store->unsent(space(), 1, 1).size(), 1U);
}

TEST(Write, ABirthThatIsTooLargeGoesOnAsCells) {
    Phone phone{1};
    const std::string half(40'000, 'x');
    ASSERT_TRUE(phone.write(
        {{space(), birth_of(record(1)),
          birth_value({{field("preferences"), {}, text_value(half)}, {field("description"), {}, text_value(half)}})}}));
    const auto deltas = phone.store->unsent(space(), 100, 100'000'000);
    ASSERT_EQ(deltas.size(), 2U);
    for (const auto& delta : deltas) EXPECT_LT(delta.changes.at(0).value.size(), 60'000U);
    EXPECT_EQ(phone.text(record(1), "preferences"), half);
    EXPECT_EQ(phone.text(record(1), "description"), half);
}

TEST(Write, TellsScreens) {
    Phone phone{1};
    EXPECT_TRUE(phone.store->take_notices().empty());
    ASSERT_TRUE(phone.create(record(1), "a"));
    ASSERT_TRUE(phone.set(record(1), "title", text_value("x")));
    const auto notices = phone.store->take_notices();
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].entity, kContact);
    EXPECT_EQ(notices[0].records, std::vector{record(1)});
    EXPECT_TRUE(phone.store->take_notices().empty());
}

TEST(Write, TellsScreensToLookAgainAfterALot) {
    Phone phone{1};
    std::vector<Write> writes;
    for (int i = 0; i < 300; ++i) {
        RecordId id;
        id.bytes[0] = static_cast<std::uint8_t>(i >> 8);
        id.bytes[1] = static_cast<std::uint8_t>(i);
        writes.push_back({space(), birth_of(id), birth_value({})});
    }
    ASSERT_TRUE(phone.write(writes));
    const auto notices = phone.store->take_notices();
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_TRUE(notices[0].records.empty());
}

}  // namespace
}  // namespace tern::store::test
