// Random questions about random records: SQL and the judge must agree on every one.
#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <set>

#include "tests/client_core/query/judge.h"

namespace tern::test {
namespace {

/// TERN_QUERY_SEED tries other ones.
std::uint64_t seed() {
    const char* wanted = std::getenv("TERN_QUERY_SEED");
    return wanted == nullptr ? 20'261 : std::strtoull(wanted, nullptr, 10);
}

constexpr int kQueries = 10'000;
constexpr int kReports = 2'000;

class Asking {
public:
    explicit Asking(World& world) : world_(world) {}

    Query query() {
        Query out;
        out.entity = world_.one_of(World::entities());
        const auto& paths = World::paths(out.entity);
        out.filter = filter(paths, 0);
        for (std::size_t n = world_.below(3); n > 0; --n) {
            const Path& path = world_.one_of(paths);
            if (path.single && path.kind != Kind::poly) out.sort.push_back({path.path, world_.one_in(2)});
        }
        return out;
    }

    Query report() {
        Query out;
        out.entity = world_.one_of(World::entities());
        const auto& paths = World::paths(out.entity);
        if (world_.one_in(2)) out.filter = filter(paths, 2);
        std::set<std::string> known;
        for (std::size_t n = world_.below(3); n > 0; --n) {
            const Path& path = world_.one_of(paths);
            const bool time = path.kind == Kind::date || path.kind == Kind::moment;
            const bool behind = !path.single && path.path.find('.') != std::string::npos &&
                                path.path != "phones.phone" && path.path != "competitors.name";
            if (path.path == "opportunity" || path.path == "activity") continue;
            if (path.kind == Kind::money || path.kind == Kind::number || path.kind == Kind::poly || behind ||
                !known.insert(path.path).second)
                continue;
            out.group_by.push_back({path.path, time ? static_cast<Bucket>(1 + world_.below(5)) : Bucket::none});
        }
        out.measures.push_back({});
        for (const Path& path : paths)
            if ((path.kind == Kind::money || path.kind == Kind::number) && path.single && world_.one_in(2))
                out.measures.push_back(
                    {world_.one_of(std::vector{Measure::Kind::sum, Measure::Kind::least, Measure::Kind::most}),
                     path.path});
        return out;
    }

private:
    Filter filter(const std::vector<Path>& paths, std::size_t depth) {
        const auto kind = world_.below(depth > 1 && !world_.one_in(4) ? 1 : depth > 3 ? 1 : 6);
        if (kind < 3) return comparison(world_.one_of(paths));
        if (kind == 3) return Filter::no(filter(paths, depth + 1));
        std::vector<Filter> parts;
        for (std::size_t n = 2 + world_.below(2); n > 0; --n) parts.push_back(filter(paths, depth + 1));
        return kind == 4 ? Filter::all_of(std::move(parts)) : Filter::any_of(std::move(parts));
    }

    Filter comparison(const Path& path) {
        using C = Comparison;
        static const std::vector<C> same{C::is, C::is_not, C::one_of, C::none_of, C::empty, C::not_empty};
        static const std::vector<C> words{C::contains, C::starts_with, C::ends_with};
        static const std::vector<C> sizes{C::less, C::at_most, C::more, C::at_least, C::between};
        const bool text = path.kind == Kind::text;
        const bool named = path.kind == Kind::reference || path.kind == Kind::user || path.kind == Kind::poly ||
                           path.kind == Kind::choice;
        C comparison = world_.one_of(same);
        if ((text || named) && world_.one_in(3)) comparison = world_.one_of(words);
        if (!named && path.kind != Kind::boolean && world_.one_in(2)) comparison = world_.one_of(sizes);
        std::size_t n = comparison == C::between ? 2 : 1;
        if (comparison == C::empty || comparison == C::not_empty) n = 0;
        if (comparison == C::one_of || comparison == C::none_of) n = 1 + world_.below(3);
        std::vector<FilterValue> values;
        for (; n > 0; --n) values.push_back(value(path, comparison));
        return Filter::compare(path.path, comparison, std::move(values));
    }

    FilterValue value(const Path& path, Comparison comparison) {
        static const std::vector<std::string> numbers{"-3", "-1", "0", "1", "2", "12.5", "70", "25"};
        static const std::vector<std::string> whole{"-3", "-1", "0", "1", "2", "25"};
        static const std::vector<std::string> amounts{"100",   "100 EUR",   "99.5",  "0",           "-20 EUR",
                                                      "0.005", "1.234 KWD", "12.34", "1000000 JPY", "-0.01 USD"};
        static const std::vector<std::string> parts{"a", "acm", "10", "上海", "ide", "O'", "é", "%", "_", "me"};
        const bool part = comparison == Comparison::contains || comparison == Comparison::starts_with ||
                          comparison == Comparison::ends_with;
        if (part) return FilterValue::of(world_.one_of(parts));
        switch (path.kind) {
            case Kind::text:
                return FilterValue::of(world_.some_text());
            case Kind::choice:
                return FilterValue::of(world_.one_of(path.choices));
            case Kind::number:
                return FilterValue::of(world_.one_of(
                    path.path.ends_with("probability") ? std::vector<std::string>{"0", "12.5", "25", "70"} : whole));
            case Kind::money:
                return FilterValue::of(world_.one_of(amounts));
            case Kind::boolean:
                return FilterValue::of(world_.one_in(2) ? "yes" : "no");
            case Kind::date:
            case Kind::moment:
                return time(path, comparison);
            case Kind::user:
                if (world_.one_in(3)) return {FilterValue::Kind::me, "me", {}};
                if (world_.one_in(3)) return {FilterValue::Kind::my_team, "my_team", {}};
                return FilterValue::of(world_.one_in(2) ? world_.one_of(world_.colleagues()) : "Ann Lee");
            case Kind::poly:
                if (world_.one_in(2))
                    return FilterValue::of((world_.one_in(2) ? "account:" : "opportunity:") + world_.some_name_or_id());
                break;
            case Kind::reference:
                break;
        }
        return FilterValue::of(world_.some_name_or_id());
    }

    FilterValue time(const Path& path, Comparison comparison) {
        if (path.kind == Kind::moment && world_.one_in(4)) return FilterValue::of(world_.some_moment());
        if (world_.one_in(2)) return FilterValue::of(world_.some_day());
        Period period;
        const bool open = comparison == Comparison::is || comparison == Comparison::is_not;
        period.kind = static_cast<Period::Kind>(world_.below(open ? 8 : 7));
        if (period.kind < Period::Kind::last_days)
            period.shift = static_cast<std::int32_t>(world_.below(3)) - 1;
        else
            period.days = 1 + static_cast<std::int32_t>(world_.below(60));
        return {FilterValue::Kind::period, {}, period};
    }

    World& world_;
};

class QueryProperties : public testing::Test {
protected:
    Viewer viewer_of_round(int round) {
        static const char* zones[] = {"UTC", "Asia/Shanghai", "America/New_York"};
        static const char* locales[] = {"en", "zh", ""};
        Viewer out{kNow, zones[round % 3], locales[round / 3 % 3], world.org().client().user(), {}};
        out.team = {out.me, UserId{record_id_from(world.colleagues()[1])->bytes}};
        return out;
    }

    static std::vector<std::string> texts(const std::vector<RecordId>& ids) {
        std::vector<std::string> out;
        for (const auto& id : ids) out.push_back(uuid_text(id));
        return out;
    }

    std::string told(const Query& query, const Viewer& viewer) const {
        return "seed " + std::to_string(seed()) + ", " + viewer.zone + ", " + viewer.locale + ": " + query.entity +
               " where " + filter_text(query.filter) + " sort " + sort_text(query.sort) + " by " +
               group_by_text(query.group_by);
    }

    /// As Judge::report() writes it.
    static std::string lines(const Json& report, const Query& query) {
        const auto thousandths = [](const nlohmann::json& value) {
            return std::to_string(std::llround(value.get<double>() * 1000)) + ",";
        };
        std::set<std::string> out;
        const auto read = nlohmann::json::parse(report.dump());
        for (std::size_t i = 0; i < read.size(); ++i) {
            // Keys come first, in their order.
            std::vector<std::pair<std::string, nlohmann::json>> members;
            for (const auto& [name, value] : report.members()[i].second.members())
                members.emplace_back(name, nlohmann::json::parse(value.dump()));
            std::string line;
            for (std::size_t k = 0; k < members.size(); ++k) {
                const auto& value = members[k].second;
                if (k < query.group_by.size()) {
                    line += (value.is_string() ? value.get<std::string>() : value.dump()) + "|";
                    continue;
                }
                line += " /";
                if (members[k].first == "count")
                    line += value.dump();
                else if (value.is_object())
                    for (const auto& [currency, amount] : value.items()) line += currency + thousandths(amount);
                else if (!value.is_null())
                    line += thousandths(value);
            }
            out.insert(line);
        }
        std::string text;
        for (const auto& line : out) text += line + "\n";
        return text;
    }

    World world{seed()};
};

TEST_F(QueryProperties, TenThousandAnswersAreTheJudges) {
    Asking asking{world};
    std::size_t found = 0, pages = 0;
    for (int i = 0; i < kQueries; ++i) {
        const Viewer viewer = viewer_of_round(i);
        Query query = asking.query();
        const auto text = filter_text(query.filter);
        const auto read = read_filter(text);
        ASSERT_TRUE(read && *read == query.filter)
            << text << " is read as " << (read ? filter_text(*read) : read.error().text());
        const auto expected = Judge{world, viewer}.answer(query);
        Queries queries{world.org().client(), viewer};
        const auto answer = queries.ids(query);
        ASSERT_TRUE(answer) << told(query, viewer) << ": " << answer.error().text();
        ASSERT_EQ(texts(answer->ids), expected) << told(query, viewer);
        found += expected.size();
        if (i % 8 != 0 || expected.empty()) continue;
        query.page_size = 1 + expected.size() / (1 + world.below(6));
        std::vector<std::string> paged;
        do {
            const auto page = queries.ids(query);
            ASSERT_TRUE(page) << told(query, viewer) << ": " << page.error().text();
            ASSERT_LE(page->ids.size(), *query.page_size);
            for (const auto& id : texts(page->ids)) paged.push_back(id);
            query.after = page->after;
            ++pages;
        } while (!query.after.empty());
        ASSERT_EQ(paged, expected) << told(query, viewer) << ", pages of " << *query.page_size;
    }
    // Questions that nothing answers would prove nothing.
    EXPECT_GT(found, std::size_t{kQueries});
    EXPECT_GT(pages, std::size_t{kQueries} / 8);
}

TEST_F(QueryProperties, ReportsAddUpAsTheJudgeDoes) {
    Asking asking{world};
    std::size_t groups = 0;
    for (int i = 0; i < kReports; ++i) {
        const Viewer viewer = viewer_of_round(i);
        const Query query = asking.report();
        const auto report = Queries{world.org().client(), viewer}.report(query);
        ASSERT_TRUE(report) << told(query, viewer) << ": " << report.error().text();
        ASSERT_EQ(lines(*report, query), Judge(world, viewer).report(query)) << told(query, viewer);
        groups += report->size();
    }
    EXPECT_GT(groups, std::size_t{kReports} * 3);
}

}  // namespace
}  // namespace tern::test
