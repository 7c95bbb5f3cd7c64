#include "tests/client_core/query/judge.h"

#include <unicode/coll.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <set>

#include "client_core/crm/text.h"

namespace tern::test {
namespace {

using nlohmann::json;
using namespace std::chrono;

std::int64_t day_number(int y, int m, int d) { return sys_days{year{y} / m / d}.time_since_epoch().count(); }

std::int64_t read_day(const std::string& text) {
    int y = 0, m = 0, d = 0;
    std::sscanf(text.c_str(), "%d-%d-%d", &y, &m, &d);
    return day_number(y, m, d);
}

Millis read_moment(const std::string& text) {
    int h = 0, m = 0;
    double s = 0;
    std::sscanf(text.c_str() + 10, "T%d:%d:%lf", &h, &m, &s);
    return read_day(text) * 86'400'000 + (h * 60 + m) * 60'000 + std::llround(s * 1000);
}

std::int64_t sunday_on_or_after(std::int64_t day) { return day + (10 - (day % 7 + 7) % 7) % 7; }

std::string shown(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

}  // namespace

std::int64_t local_day(Millis at, const std::string& zone) {
    Millis offset = zone == "Asia/Shanghai" ? 8 : 0;
    if (zone == "America/New_York") {
        const auto days = static_cast<int>(std::floor(static_cast<double>(at) / 86'400'000));
        const int y = static_cast<int>(year_month_day{sys_days{std::chrono::days{days}}}.year());
        const auto spring = (sunday_on_or_after(day_number(y, 3, 1)) + 7) * 86'400'000 + 7 * 3'600'000;
        const auto autumn = sunday_on_or_after(day_number(y, 11, 1)) * 86'400'000 + 6 * 3'600'000;
        offset = at >= spring && at < autumn ? -4 : -5;
    }
    return static_cast<std::int64_t>(std::floor(static_cast<double>(at + offset * 3'600'000) / 86'400'000));
}

struct Judge::Words {
    std::unique_ptr<icu::Collator> collator;
};

Judge::Judge(const World& world, const Viewer& viewer) : world_(world), viewer_(viewer), words_(new Words) {
    UErrorCode error = U_ZERO_ERROR;
    words_->collator.reset(icu::Collator::createInstance(icu::Locale{viewer.locale.c_str()}, error));
    words_->collator->setAttribute(UCOL_STRENGTH, UCOL_SECONDARY, error);
    words_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
}
Judge::~Judge() = default;

int Judge::compare_words(const std::string& a, const std::string& b) const {
    return words_->collator->compare(icu::UnicodeString::fromUTF8(a), icu::UnicodeString::fromUTF8(b));
}

std::vector<Judge::Found> Judge::values(const json& record, const std::string& path) const {
    static const std::map<std::string, std::string> telling{{"phones", "phone"}, {"competitors", "name"}};
    std::vector<Found> out;
    std::vector<const json*> nodes{&record};
    for (std::string left = path; !nodes.empty();) {
        const auto dot = left.find('.');
        const std::string name = left.substr(0, dot);
        std::vector<const json*> next;
        for (const json* node : nodes) {
            const std::string key = node->contains(name) ? name : name + "_id";
            const auto others = referring(*node, name);
            if (dot != std::string::npos)
                next.insert(next.end(), others.begin(), others.end());
            else
                for (const json* other : others) out.push_back({(*other)["id"], {}});
            if (!node->contains(key)) continue;
            const json& value = (*node)[key];
            for (std::size_t i = 0; i < (value.is_array() ? value.size() : 1); ++i) {
                const json& item = value.is_array() ? value[i] : value;
                if (dot != std::string::npos) {
                    const auto at = item.is_string() ? world_.all().find(item.get<std::string>()) : world_.all().end();
                    if (at != world_.all().end()) next.push_back(&at->second);
                    if (item.is_object()) next.push_back(&item);
                } else if (item.is_object()) {
                    out.push_back({item.value(telling.at(name), json{}), {}});
                } else {
                    out.push_back({item, node->value(key + "_currency", std::string{})});
                }
            }
        }
        if (dot == std::string::npos) break;
        nodes = std::move(next);
        left = left.substr(dot + 1);
    }
    return out;
}

std::vector<const json*> Judge::referring(const json& record, const std::string& entity) const {
    static const std::map<std::pair<std::string, std::string>, std::string> ways{
        {{"account", "contact"}, "account_id"},
        {{"account", "opportunity"}, "account_id"},
        {{"account", "activity"}, "parent_id"},
        {{"opportunity", "activity"}, "parent_id"},
        {{"contact", "opportunity"}, "contact_roles"}};
    const auto way = record.contains("entity") ? ways.find({record["entity"].get<std::string>(), entity}) : ways.end();
    if (way == ways.end()) return {};
    std::vector<const json*> out;
    for (const json* other : world_.of(entity)) {
        const json refers = other->value(way->second, json{});
        const auto names = [&](const json& role) { return role.value("contact", json{}) == record["id"]; };
        if (refers.is_array() ? std::any_of(refers.begin(), refers.end(), names) : refers == record["id"])
            out.push_back(other);
    }
    return out;
}

std::string Judge::title(const std::string& id) const {
    const auto at = world_.all().find(id);
    if (at == world_.all().end()) return {};
    const json& record = at->second;
    if (record["entity"] != "contact") return record.value("name", record.value("subject", std::string{}));
    const auto given = record.value("given_name", std::string{});
    const auto family = record.value("family_name", std::string{});
    const bool family_first = !family.empty() && static_cast<unsigned char>(family[0]) >= 0xe3;  // from U+3000 on
    return family_first ? family + given : std::string(crm::trimmed(given + " " + family));
}

bool Judge::bears(const std::string& id, const std::string& name) const {
    const auto at = world_.all().find(id);
    if (at == world_.all().end()) return false;
    const json& record = at->second;
    const auto given = record.value("given_name", std::string{});
    const auto family = record.value("family_name", std::string{});
    const bool spelled = given + " " + family == name || family + given == name;
    return title(id) == name || (record["entity"] == "contact" && spelled) ||
           (record["entity"] == "user" && record.value("login", std::string{}) == name);
}

Judge::Days Judge::days(const FilterValue& value) const {
    const std::int64_t today = local_day(viewer_.now, viewer_.zone);
    if (value.kind != FilterValue::Kind::period) return {read_day(value.text), read_day(value.text) + 1};
    const Period& period = value.period;
    const int shift = period.shift;
    const year_month_day now{sys_days{std::chrono::days{today}}};
    const int y = static_cast<int>(now.year());
    const int month = static_cast<int>(static_cast<unsigned>(now.month()));
    const auto month_start = [&](int months) {  // counted from year 0
        return day_number(months / 12, months % 12 + 1, 1);
    };
    switch (period.kind) {
        case Period::Kind::day:
            return {today + shift, today + shift + 1};
        case Period::Kind::week: {
            std::int64_t monday = today;
            while (weekday{sys_days{std::chrono::days{monday}}} != Monday) --monday;
            return {monday + 7 * shift, monday + 7 * shift + 7};
        }
        case Period::Kind::month:
            return {month_start(y * 12 + month - 1 + shift), month_start(y * 12 + month + shift)};
        case Period::Kind::quarter: {
            const int first = y * 12 + (month - 1) / 3 * 3 + 3 * shift;
            return {month_start(first), month_start(first + 3)};
        }
        case Period::Kind::year:
            return {day_number(y + shift, 1, 1), day_number(y + shift + 1, 1, 1)};
        case Period::Kind::last_days:
            return {today - period.days + 1, today + 1};
        case Period::Kind::next_days:
            return {today, today + period.days};
        case Period::Kind::older_than:
            break;
    }
    return {INT64_MIN, today - period.days};
}

bool Judge::in_time(const Found& found, const Path& path, const Filter& filter, Comparison comparison) const {
    const std::string text = found.value.get<std::string>();
    const auto span = [&](const FilterValue& value) {
        return value.text.find('T') != std::string::npos ? Days{read_moment(value.text), read_moment(value.text) + 1}
                                                         : days(value);
    };
    const auto at = [&](const FilterValue& value) {
        if (path.kind == Kind::date) return read_day(text);
        return value.text.find('T') != std::string::npos ? read_moment(text)
                                                         : local_day(read_moment(text), viewer_.zone);
    };
    const FilterValue& first = filter.values[0];
    switch (comparison) {
        case Comparison::less:
            return at(first) < span(first).start;
        case Comparison::at_most:
            return at(first) < span(first).end;
        case Comparison::more:
            return at(first) >= span(first).end;
        case Comparison::at_least:
            return at(first) >= span(first).start;
        case Comparison::between:
            return at(first) >= span(first).start && at(filter.values[1]) < span(filter.values[1]).end;
        default:
            return std::any_of(filter.values.begin(), filter.values.end(), [&](const FilterValue& value) {
                return at(value) >= span(value).start && at(value) < span(value).end;
            });
    }
}

bool Judge::is(const Found& found, const Path& path, const FilterValue& value) const {
    bool comparable = true;
    switch (path.kind) {
        case Kind::text:
        case Kind::choice:
            return shown(found.value) == value.text;
        case Kind::boolean:
            return found.value.get<bool>() == (value.text == "yes");
        case Kind::number:
        case Kind::money:
            return order(found, path, value, comparable) == 0 && comparable;
        default:
            break;
    }
    const std::string id = found.value.get<std::string>();
    if (path.kind == Kind::user && value.kind == FilterValue::Kind::me) return id == world_.colleagues()[0];
    if (path.kind == Kind::user && value.kind == FilterValue::Kind::my_team)
        return id == world_.colleagues()[0] || id == world_.colleagues()[1];
    std::string wanted = value.text;
    if (path.kind == Kind::poly && wanted.find(':') != std::string::npos) {
        const auto at = world_.all().find(id);
        if (at == world_.all().end() || at->second["entity"] != wanted.substr(0, wanted.find(':'))) return false;
        wanted = wanted.substr(wanted.find(':') + 1);
    }
    return id == wanted || bears(id, wanted);
}

/// Below 0, 0 or above 0, as the found value is to the wanted one.
int Judge::order(const Found& found, const Path& path, const FilterValue& value, bool& comparable) const {
    if (path.kind == Kind::text) return compare_words(found.value.get<std::string>(), value.text);
    const auto space = value.text.find(' ');
    comparable =
        path.kind == Kind::number || space == std::string::npos || value.text.substr(space + 1) == found.currency;
    const double wanted = std::strtod(value.text.c_str(), nullptr);
    const double here = found.value.get<double>();
    return here < wanted ? -1 : here > wanted ? 1 : 0;
}

bool Judge::at_one(const Found& found, const Path& path, const Filter& filter, Comparison comparison) const {
    if (path.kind == Kind::date || path.kind == Kind::moment) return in_time(found, path, filter, comparison);
    const bool looks_up = path.kind == Kind::reference || path.kind == Kind::user || path.kind == Kind::poly;
    const std::string text = crm::folded(looks_up ? title(found.value.get<std::string>()) : shown(found.value));
    const std::string wanted = filter.values.empty() ? std::string{} : crm::folded(filter.values[0].text);
    bool comparable = true;
    const auto order_to = [&](std::size_t i) { return order(found, path, filter.values[i], comparable); };
    switch (comparison) {
        case Comparison::contains:
            return text.find(wanted) != std::string::npos;
        case Comparison::starts_with:
            return text.starts_with(wanted);
        case Comparison::ends_with:
            return text.ends_with(wanted);
        case Comparison::less:
            return order_to(0) < 0 && comparable;
        case Comparison::at_most:
            return order_to(0) <= 0 && comparable;
        case Comparison::more:
            return order_to(0) > 0 && comparable;
        case Comparison::at_least:
            return order_to(0) >= 0 && comparable;
        case Comparison::between: {
            const bool above = order_to(0) >= 0 && comparable;
            return above && order_to(1) <= 0 && comparable;
        }
        default:
            return std::any_of(filter.values.begin(), filter.values.end(),
                               [&](const auto& value) { return is(found, path, value); });
    }
}

bool Judge::holds(const json& record, const std::string& entity, const Filter& filter) const {
    const auto part = [&](const Filter& one) { return holds(record, entity, one); };
    if (filter.kind == Filter::Kind::all) return std::all_of(filter.parts.begin(), filter.parts.end(), part);
    if (filter.kind == Filter::Kind::any) return std::any_of(filter.parts.begin(), filter.parts.end(), part);
    if (filter.kind == Filter::Kind::negated) return !part(filter.parts[0]);
    const auto& paths = World::paths(entity);
    const auto path = std::find_if(paths.begin(), paths.end(), [&](const Path& p) { return p.path == filter.field; });
    const auto found = values(record, filter.field);
    const auto any = [&](Comparison comparison) {
        return std::any_of(found.begin(), found.end(),
                           [&](const Found& one) { return at_one(one, *path, filter, comparison); });
    };
    switch (filter.comparison) {
        case Comparison::empty:
            return found.empty();
        case Comparison::not_empty:
            return !found.empty();
        case Comparison::is_not:
            return !any(Comparison::is);
        case Comparison::none_of:
            return !any(Comparison::one_of);
        default:
            return any(filter.comparison);
    }
}

int Judge::compare(const json& a, const json& b, const Path& path) const {
    const auto sign = [](auto x, auto y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (path.kind == Kind::number || path.kind == Kind::money) return sign(a.get<double>(), b.get<double>());
    if (path.kind == Kind::boolean) return sign(a.get<bool>(), b.get<bool>());
    const auto x = a.get<std::string>();
    const auto y = b.get<std::string>();
    if (path.kind == Kind::date) return sign(read_day(x), read_day(y));
    if (path.kind == Kind::moment) return sign(read_moment(x), read_moment(y));
    if (path.kind == Kind::choice) {
        const auto place = [&](const std::string& name) {
            return std::find(path.choices.begin(), path.choices.end(), name) - path.choices.begin();
        };
        if (place(x) != place(y)) return sign(place(x), place(y));
    }
    return compare_words(x, y);
}

std::vector<std::string> Judge::answer(const Query& query) const {
    struct Row {
        std::string id;
        std::vector<json> keys;
    };
    std::vector<Row> rows;
    std::vector<Path> order;
    for (const SortKey& key : query.sort)
        for (const Path& path : World::paths(query.entity))
            if (path.path == key.field) order.push_back(path);
    for (const json* record : world_.of(query.entity)) {
        if (!holds(*record, query.entity, query.filter)) continue;
        Row row{(*record)["id"].get<std::string>(), {}};
        for (const Path& path : order) {
            const auto found = values(*record, path.path);
            json key = found.empty() ? json{} : found[0].value;
            if (!key.is_null() && (path.kind == Kind::reference || path.kind == Kind::user)) {
                const auto name = title(key.get<std::string>());
                key = name.empty() ? json{} : json(name);
            }
            row.keys.push_back(std::move(key));
        }
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (a.keys[i].is_null() != b.keys[i].is_null()) return b.keys[i].is_null();
            const int c = a.keys[i].is_null() ? 0 : compare(a.keys[i], b.keys[i], order[i]);
            if (c != 0) return query.sort[i].descending ? c > 0 : c < 0;
        }
        return a.id < b.id;
    });
    std::vector<std::string> out;
    for (const Row& row : rows) out.push_back(row.id);
    return out;
}

std::string Judge::bucket(std::int64_t day, Bucket bucket) const {
    const std::time_t seconds = day * 86'400;
    std::tm date{};
    ::gmtime_r(&seconds, &date);
    const char* format = bucket == Bucket::day     ? "%Y-%m-%d"
                         : bucket == Bucket::week  ? "%G-W%V"
                         : bucket == Bucket::month ? "%Y-%m"
                                                   : "%Y";
    char out[40];
    std::strftime(out, sizeof out, format, &date);
    return bucket == Bucket::quarter ? out + std::string("-Q") + std::to_string(date.tm_mon / 3 + 1) : out;
}

/// Lines in any order; amounts in thousandths.
std::string Judge::report(const Query& query) const {
    struct Group {
        std::int64_t count = 0;
        std::vector<std::map<std::string, std::vector<std::int64_t>>> amounts;  // by measure and currency
    };
    std::map<std::string, Group> groups;
    if (query.group_by.empty()) groups[""].amounts.resize(query.measures.size());
    for (const json* record : world_.of(query.entity)) {
        if (!holds(*record, query.entity, query.filter)) continue;
        // With the element that stands for each list: two keys of a list are of one element.
        using Elements = std::map<std::string, std::size_t>;
        std::vector<std::pair<std::string, Elements>> keys{{"", {}}};
        for (const GroupKey& key : query.group_by) {
            std::vector<std::pair<std::string, Elements>> longer;
            auto found = values(*record, key.field);
            if (found.empty()) found.emplace_back();
            const std::string list = key.field.substr(0, key.field.find('.'));
            for (std::size_t i = 0; i < found.size(); ++i) {
                std::string text = shown(found[i].value);
                if (key.bucket != Bucket::none && !found[i].value.is_null())
                    text = bucket(text.size() == 10 ? read_day(text) : local_day(read_moment(text), viewer_.zone),
                                  key.bucket);
                for (auto [before, elements] : keys) {
                    const bool many = found.size() > 1;
                    if (many && !elements.try_emplace(list, i).second && elements[list] != i) continue;
                    longer.emplace_back(before + text + "|", elements);
                }
            }
            keys = std::move(longer);
        }
        std::set<std::string> own;
        for (const auto& [key, elements] : keys) own.insert(key);
        for (const auto& key : own) {
            Group& group = groups[key];
            ++group.count;
            group.amounts.resize(query.measures.size());
            for (std::size_t i = 0; i < query.measures.size(); ++i)
                if (query.measures[i].kind != Measure::Kind::count)
                    for (const Found& one : values(*record, query.measures[i].field))
                        group.amounts[i][one.currency].push_back(std::llround(one.value.get<double>() * 1000));
        }
    }
    std::set<std::string> lines;
    for (const auto& [key, group] : groups) {
        std::string line = key;
        for (std::size_t i = 0; i < query.measures.size(); ++i) {
            line += " /";
            if (query.measures[i].kind == Measure::Kind::count) line += std::to_string(group.count);
            for (const auto& [currency, all] : group.amounts[i]) {
                std::int64_t value = 0;
                for (const auto amount : all) value += amount;
                if (query.measures[i].kind == Measure::Kind::least) value = *std::min_element(all.begin(), all.end());
                if (query.measures[i].kind == Measure::Kind::most) value = *std::max_element(all.begin(), all.end());
                line += currency + std::to_string(value) + ",";
            }
        }
        lines.insert(line);
    }
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

}  // namespace tern::test
