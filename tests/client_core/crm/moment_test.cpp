#include "client_core/crm/moment.h"

#include <gtest/gtest.h>

namespace tern::crm {
namespace {

std::string day(std::string_view text, DateOrder order = DateOrder::month_first) {
    const auto days = days_from(text, order);
    return days ? date_text(*days) : "refused";
}

TEST(Moments, ReadDates) {
    constexpr std::pair<const char*, const char*> kCases[] = {{"2017-03-01", "2017-03-01"},
                                                              {"2017/3/1", "2017-03-01"},
                                                              {"3/1/2017", "2017-03-01"},
                                                              {"2024年3月1日", "2024-03-01"},
                                                              {" 2024-02-29 ", "2024-02-29"},
                                                              {"1.3.2017", "2017-03-01"},
                                                              {"2017-03-01T10:00:00Z", "2017-03-01"},
                                                              {"0001-01-01", "0001-01-01"},
                                                              {"9999-12-31", "9999-12-31"},
                                                              {"1969-12-31", "1969-12-31"},
                                                              {"2023-02-29", "refused"},
                                                              {"13/1/2017", "refused"},
                                                              {"3/1/17", "refused"},
                                                              {"2017-3", "refused"},
                                                              {"2017-03-01x", "refused"},
                                                              {"", "refused"},
                                                              {"2024年3月", "refused"},
                                                              {"0000-01-01", "refused"},
                                                              {"2017-00-10", "refused"},
                                                              {"99999-01-01", "refused"},
                                                              {"today", "refused"},
                                                              {"2017-03/01", "refused"}};
    for (const auto& [typed, wanted] : kCases) EXPECT_EQ(day(typed), wanted) << typed;
    EXPECT_EQ(day("3/1/2017", DateOrder::day_first), "2017-01-03");
    EXPECT_EQ(day("13/1/2017", DateOrder::day_first), "2017-01-13");
}

std::string moment(std::string_view text) {
    const auto ms = moment_from(text, DateOrder::month_first);
    return ms ? moment_text(*ms) : "refused";
}

TEST(Moments, ReadTimes) {
    constexpr std::pair<const char*, const char*> kCases[] = {{"2017-03-01", "2017-03-01T00:00:00Z"},
                                                              {"2017-03-01T09:30", "2017-03-01T09:30:00Z"},
                                                              {"2017-03-01 09:30:15", "2017-03-01T09:30:15Z"},
                                                              {"2017-03-01T09:30:15.25Z", "2017-03-01T09:30:15.250Z"},
                                                              {"2017-03-01T01:00+02:00", "2017-02-28T23:00:00Z"},
                                                              {"2017-03-01T23:00-0530", "2017-03-02T04:30:00Z"},
                                                              {"3/1/2017 9:05", "2017-03-01T09:05:00Z"},
                                                              {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
                                                              {"2017-03-01T24:00", "refused"},
                                                              {"2017-03-01T09:60", "refused"},
                                                              {"2017-03-01T", "refused"},
                                                              {"2017-03-01T09:30+99:00", "refused"},
                                                              {"2017-03-01T09:30:15.Z", "refused"}};
    for (const auto& [typed, wanted] : kCases) EXPECT_EQ(moment(typed), wanted) << typed;
}

TEST(Moments, ReadDurations) {
    EXPECT_EQ(seconds_from("90"), 90);
    EXPECT_EQ(seconds_from("1:30"), 5400);
    EXPECT_EQ(seconds_from("1h30m"), 5400);
    EXPECT_EQ(seconds_from("PT1H30M"), 5400);
    EXPECT_EQ(seconds_from("45s"), 45);
    EXPECT_EQ(seconds_from("1:75"), std::nullopt);
    EXPECT_EQ(seconds_from("m"), std::nullopt);
    EXPECT_EQ(seconds_from("30m1h"), std::nullopt);
}

TEST(Moments, ReadDatesWithMonthsByName) {
    for (const char* text :
         {"5 Mar 2024", "05-Mar-2024", "March 5, 2024", "Mar 5 2024", "20240305", "2024年3月5日", "5. March 2024"})
        EXPECT_EQ(day(text), "2024-03-05") << text;
    for (const char* text :
         {"5 Mat 2024", "Mar 2024", "202403", "20241305", "Marching 5 2024", "5 Mar 24", "Mar 35, 2024"})
        EXPECT_EQ(day(text), "refused") << text;
}

TEST(Moments, ReadTimesAsPeopleSayThem) {
    constexpr std::pair<const char*, const char*> kCases[] = {{"2024-03-05 3:05 PM", "2024-03-05T15:05:00Z"},
                                                              {"2024-03-05 12:05 am", "2024-03-05T00:05:00Z"},
                                                              {"2024-03-05 12:05 PM", "2024-03-05T12:05:00Z"},
                                                              {"2024年3月5日 下午3:05", "2024-03-05T15:05:00Z"},
                                                              {"2024年3月5日上午9时5分", "2024-03-05T09:05:00Z"},
                                                              {"2024年3月5日 14点30分15秒", "2024-03-05T14:30:15Z"},
                                                              {"Mar 5, 2024, 3:05 PM", "2024-03-05T15:05:00Z"},
                                                              {"20240305T093000", "refused"},
                                                              {"2024-03-05 13:05 PM", "refused"},
                                                              {"2024-03-05 9:5 XM", "refused"},
                                                              {"2024-03-05 9", "refused"}};
    for (const auto& [text, wanted] : kCases) {
        const auto time = written_time(text, DateOrder::month_first);
        EXPECT_EQ(time ? moment_text(time->at) : "refused", wanted) << text;
        EXPECT_TRUE(!time || time->floating) << text;
    }
    EXPECT_FALSE(written_time("2024-03-05T09:30+02:00", DateOrder::month_first)->floating);
    EXPECT_FALSE(written_time("2024-03-05 09:30 GMT", DateOrder::month_first)->floating);
}

}  // namespace
}  // namespace tern::crm
