#include <gmock/gmock.h>
#include <tern/query.h>

namespace tern {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string why(std::string_view text) {
    const auto filter = read_filter(text);
    return filter ? "read as " + filter_text(*filter) : filter.error().text();
}

/// What is read, in the one way of writing it.
std::string written(std::string_view text) {
    const auto filter = read_where(text);
    if (!filter) return filter.error().text();
    const auto out = filter_text(*filter);
    EXPECT_TRUE(read_filter(out) && *read_filter(out) == *filter) << out;
    return out;
}

TEST(FilterText, ReadsWhatAPersonTypes) {
    EXPECT_EQ(
        written("stage_id = \"Won\" and amount >= 1000 and (owner = me or owner = my_team) and expected_close in this "
                "quarter and account.industry in (retail, software) and not name contains \"test\""),
        "stage_id = Won and amount >= 1000 and (owner = me or owner = my_team) and expected_close in this quarter and "
        "account.industry in (retail, software) and not name contains test");
    EXPECT_EQ(written("a is b AND c IS NOT d Or e Is Empty and f is not empty"),
              "a = b and c != d or e empty and f not empty");
    EXPECT_EQ(written("a starts with x or a ends with y or a not contains z or a not between 1 and 2"),
              "a starts with x or a ends with y or not a contains z or not a between 1 and 2");
    EXPECT_EQ(written("a between -1 and 1054 EUR and b = 5 AND c ~ x"),
              "a between -1 and \"1054 EUR\" and b = 5 and c contains x");
    EXPECT_EQ(
        written("a older than 30 days and b in last 7 days and c < today and d not in next year and e in (today, next "
                "1 day)"),
        "a older than 30 days and b in last 7 days and c < today and d not in next year and e in (today, next 1 days)");
    EXPECT_EQ(written("not a older than 1 day and b not older than 2 days"),
              "not a older than 1 days and b not older than 2 days");
    EXPECT_EQ(written("not (a=1 or (b=2))"), "not (a = 1 or b = 2)");
    EXPECT_EQ(written("姓 = x"),
              "the filter cannot be read at character 1: \"姓\" stands where a field's name is expected; write field = "
              "value");
    EXPECT_EQ(written("name　=　张伟"), "name = 张伟");
    EXPECT_EQ(written(R"(a = "x \"y\" \\ z" and b = "")"), R"(a = "x \"y\" \\ z" and b empty)");
}

TEST(FilterText, KeepsWordsApartFromTexts) {
    for (const char* word :
         {"me", "today", "and", "empty", "my_team", "this month", "last 7 days", "a b", "(", "\"", "\\"}) {
        const auto filter = Filter::compare("name", Comparison::starts_with, {FilterValue::of(word)});
        const auto again = read_filter(filter_text(filter));
        EXPECT_TRUE(again && *again == filter) << filter_text(filter);
    }
    const auto filter = read_filter("a = me and b = \"me\"");
    ASSERT_TRUE(filter);
    EXPECT_EQ(filter->parts[0].values[0].kind, FilterValue::Kind::me);
    EXPECT_EQ(filter->parts[1].values[0].kind, FilterValue::Kind::text);
}

TEST(FilterText, TakesTheSimpleFormToTheEndOfTheLine) {
    EXPECT_EQ(written("name=Tom and Jerry"), "name = \"Tom and Jerry\"");
    EXPECT_EQ(written("website=https://x.example/?a=b&c=d"), "website = \"https://x.example/?a=b&c=d\"");
    EXPECT_EQ(written("name = Acme, Inc. (Berlin)"), "name = \"Acme, Inc. (Berlin)\"");
    EXPECT_EQ(written("employees="), "employees empty");
    EXPECT_EQ(written("employees!="), "employees not empty");
    EXPECT_EQ(written("name=O'Neil & Sons"), "name = \"O'Neil & Sons\"");
    EXPECT_EQ(written("name~ big deal "), "name contains \"big deal\"");
    EXPECT_EQ(written("name=' OR 1=1--"), "name = \"' OR 1=1--\"");
}

TEST(FilterText, SaysWhereItStopsAndWhatWouldDo) {
    EXPECT_EQ(why("amount >="),
              "the filter cannot be read at character 10: it ends where a value is expected; write a word, a number or "
              "a text in double quotes");
    EXPECT_EQ(why("name = Big Deal"),
              "the filter cannot be read at character 12: \"Deal\" stands where `and`, `or` or the end is expected; "
              "put quotes "
              "around a text of several words");
    EXPECT_THAT(why("name Big"),
                StartsWith("the filter cannot be read at character 6: \"Big\" stands where one of =, !="));
    EXPECT_THAT(why("(a = 1"), HasSubstr("it ends where `and`, `or` or `)` is expected"));
    EXPECT_THAT(why("a = 1 and"), HasSubstr("at character 10: it ends where a field's name is expected"));
    EXPECT_THAT(why("a in (1, 2"), HasSubstr("`,` or `)`"));
    EXPECT_THAT(why("a in ()"), HasSubstr("a value is expected"));
    EXPECT_THAT(why("a between 1 or 2"), HasSubstr("`and` is expected; write field between 1 and 5"));
    EXPECT_THAT(why("a older than 0 days"), HasSubstr("a number of days from 1 to 36500"));
    EXPECT_THAT(why("a in last 99999999999 days"), HasSubstr("a number of days from 1 to 36500"));
    EXPECT_THAT(why("a starts x"), HasSubstr("`with` is expected"));
    EXPECT_THAT(why("客户 = \"x"), HasSubstr("a field's name"));
    EXPECT_THAT(why("a = \"x"), HasSubstr("at character 5: this quotation mark has no partner"));
    EXPECT_THAT(why("a = and"), HasSubstr("put double quotes around it"));
    EXPECT_THAT(why("a contains \"\""), HasSubstr("write field empty"));
    EXPECT_THAT(why("a = \x01"), HasSubstr("this character has no meaning here"));
    EXPECT_THAT(why("a = \xff"), HasSubstr("UTF-8"));
    EXPECT_THAT(why("name' OR 1=1--=x"), HasSubstr("cannot be read"));
    // Meant as a filter: its error is told, and it is not taken for a simple one.
    EXPECT_THAT(read_where("stage_id=\"Won\" and amonut >=").error().what, HasSubstr("it ends"));
    EXPECT_THAT(read_where("owner = me and close between 1").error().what, HasSubstr("it ends"));
    EXPECT_THAT(read_where("").error().what, HasSubstr("empty"));
}

TEST(FilterText, EndsBeforeTheMachineDoes) {
    const std::string deep(100'000, '(');
    EXPECT_EQ(read_filter(deep).error().fault, Fault::too_big);
    EXPECT_EQ(read_filter(deep.substr(0, 10'000) + "a=1").error().fault, Fault::too_big);
    std::string nots;
    for (int i = 0; i < 2'000; ++i) nots += "not ";
    EXPECT_EQ(read_filter(nots + "a=1").error().fault, Fault::too_big);
    std::string many{"a=1"};
    for (std::size_t i = 0; i < query_limits::kComparisons; ++i) many += " or a=1";
    EXPECT_EQ(read_filter(many).error().fault, Fault::too_big);
    EXPECT_TRUE(read_filter(many.substr(0, many.size() - 7)));
    std::string list{"a in (1"};
    for (std::size_t i = 0; i < query_limits::kValues; ++i) list += ",1";
    EXPECT_EQ(read_filter(list + ")").error().fault, Fault::too_big);
}

TEST(FilterText, ReadsKeys) {
    EXPECT_EQ(sort_text(*read_sort(" -amount, name ")), "-amount,name");
    EXPECT_TRUE(read_sort("")->empty());
    EXPECT_EQ(group_by_text(*read_group_by("owner_id, closed_at:Month")), "owner_id,closed_at:month");
    EXPECT_THAT(read_group_by("closed_at:moon").error().text(), HasSubstr("write day, week, month, quarter or year"));
    const auto measures = read_measures("count, sum:amount,avg:probability");
    ASSERT_TRUE(measures);
    EXPECT_EQ((*measures)[2], (Measure{Measure::Kind::average, "probability"}));
    for (const char* wrong : {"sum", "count:x", "median:amount"})
        EXPECT_THAT(read_measures(wrong).error().text(), HasSubstr("write count, sum:field")) << wrong;
    EXPECT_EQ(read_sort("a,b,c,d,e,f,g,h,i").error().fault, Fault::too_big);
}

}  // namespace
}  // namespace tern
