// What a query must answer, found without SQL: records as JSON, one after the other, each condition by itself.
#pragma once

#include <memory>

#include "tests/client_core/query/world.h"

namespace tern::test {

/// 2024-03-10 12:00 in UTC: the day on which New York's clocks go forward.
inline constexpr Millis kNow = 1'710'072'000'000;

/// Days of a moment where the viewer is, by rules of the test's own: UTC, Asia/Shanghai, America/New_York from 2007 on.
std::int64_t local_day(Millis at, const std::string& zone);

class Judge {
public:
    Judge(const World& world, const Viewer& viewer);
    ~Judge();

    bool holds(const nlohmann::json& record, const std::string& entity, const Filter& filter) const;
    /// Ids in the order that the query asks for.
    std::vector<std::string> answer(const Query& query) const;
    /// As Queries::report() does for keys and measures of one value, as text.
    std::string report(const Query& query) const;

private:
    /// One value that a path leads to, with the object that it stands in.
    struct Found {
        nlohmann::json value;
        std::string currency;
    };
    struct Days {
        std::int64_t start, end;
    };
    std::vector<Found> values(const nlohmann::json& record, const std::string& path) const;
    /// Records of `entity` that refer to it.
    std::vector<const nlohmann::json*> referring(const nlohmann::json& record, const std::string& entity) const;
    bool at_one(const Found& found, const Path& path, const Filter& filter, Comparison comparison) const;
    bool is(const Found& found, const Path& path, const FilterValue& value) const;
    int order(const Found& found, const Path& path, const FilterValue& value, bool& comparable) const;
    bool in_time(const Found& found, const Path& path, const Filter& filter, Comparison comparison) const;
    Days days(const FilterValue& value) const;
    bool bears(const std::string& id, const std::string& name) const;
    std::string title(const std::string& id) const;
    int compare_words(const std::string& a, const std::string& b) const;
    int compare(const nlohmann::json& a, const nlohmann::json& b, const Path& path) const;
    std::string bucket(std::int64_t day, Bucket bucket) const;

    struct Words;
    const World& world_;
    const Viewer& viewer_;
    std::unique_ptr<Words> words_;
};

}  // namespace tern::test
