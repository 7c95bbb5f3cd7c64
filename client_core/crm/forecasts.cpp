#include <tern/forecasts.h>
#include <tern/moment.h>
#include <tern/records.h>

#include <algorithm>
#include <map>
#include <set>

#include "client_core/crm/forecast_teams.h"
#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/writing.h"
#include "client_core/query/calendar.h"

namespace tern {
namespace {

using crm::id_in;
using crm::money_in;
using crm::text_in;

/// The surest first.
constexpr std::string_view kCategories[] = {"closed", "commit", "most_likely", "best_case", "pipeline"};

std::size_t rank(std::string_view category) {
    return static_cast<std::size_t>(std::find(std::begin(kCategories), std::end(kCategories), category) -
                                    std::begin(kCategories));
}

/// By category and currency.
using Key = std::pair<std::string, std::string>;
struct KeyOrder {
    bool operator()(const Key& a, const Key& b) const {
        return std::tuple{rank(a.first), a.second} < std::tuple{rank(b.first), b.second};
    }
};
using Figures = std::map<Key, ForecastFigure, KeyOrder>;

ForecastFigure& figure(Figures& figures, const Key& key) {
    auto& out = figures[key];
    out.category = key.first;
    out.currency = key.second;
    if (out.computed.empty()) out.computed = {0, key.second};
    return out;
}

Status add(Amount& to, const Amount& more) {
    if (more.empty()) return ok();
    if (to.empty()) to = {0, more.currency};
    if (__builtin_add_overflow(to.minor, more.minor, &to.minor))
        return fail(Fault::too_big, "these amounts have no sum", "look at their deals");
    return ok();
}

std::optional<std::string_view> word_for(Period::Kind kind) {
    switch (kind) {
        case Period::Kind::month:
            return "month";
        case Period::Kind::quarter:
            return "quarter";
        case Period::Kind::year:
            return "year";
        default:
            return std::nullopt;
    }
}

Filter in_period(std::string_view field, const Period& period) {
    return Filter::compare(field, Comparison::is, {FilterValue{FilterValue::Kind::period, {}, period}});
}
Filter is(std::string_view field, std::string_view value) {
    return Filter::compare(field, Comparison::is, {FilterValue::of(value)});
}

/// What a period's forecast is made of, read once.
class Reading {
public:
    static Result<Reading> of(Client& client, const Viewer& viewer, const Period& period);

    PersonForecast person(const RecordId& user) const;
    /// Who has any figure, by id.
    std::vector<RecordId> people() const;
    const std::string& kind() const { return kind_; }
    const std::string& start() const { return start_; }

private:
    explicit Reading(Client& client) : client_(client) {}
    Status read_deals(Queries& queries, const Period& period);
    Status read_entries(Queries& queries);
    Status take(const Json& group, const std::string& category);

    Client& client_;
    std::string kind_, start_;
    std::map<RecordId, Figures> figures_;
};

Result<Reading> Reading::of(Client& client, const Viewer& viewer, const Period& period) {
    const auto kind = word_for(period.kind);
    if (!kind) return fail(Fault::bad_argument, "a forecast is for a month, a quarter or a year", "name one of them");
    Queries queries{client, viewer};
    TERN_TRY(today, queries.today());
    TERN_TRY(days, query::days_of(period, today));
    Reading out{client};
    out.kind_ = *kind;
    out.start_ = crm::date_text(*days.start);
    TERN_CHECK(out.read_deals(queries, period));
    TERN_CHECK(out.read_entries(queries));
    return out;
}

Status Reading::read_deals(Queries& queries, const Period& period) {
    Query open;
    open.entity = "opportunity";
    open.filter = Filter::all_of({is("status", "open"), in_period("expected_close", period),
                                  Filter::compare("forecast", Comparison::is_not, {FilterValue::of("omitted")})});
    open.group_by = {{"owner_id", Bucket::none}, {"forecast", Bucket::none}};
    open.measures = {{Measure::Kind::sum, "amount"}};
    TERN_TRY(opened, queries.report(open));
    for (const auto& [none, group] : opened.members()) TERN_CHECK(take(group, text_in(group, "forecast")));
    Query won = open;
    won.filter = Filter::all_of({is("status", "won"), in_period("closed_at", period)});
    won.group_by = {{"owner_id", Bucket::none}};
    TERN_TRY(closed, queries.report(won));
    for (const auto& [none, group] : closed.members()) TERN_CHECK(take(group, "closed"));
    return ok();
}

Status Reading::take(const Json& group, const std::string& category) {
    const auto owner = id_in(group, "owner_id");
    const Json* sums = group.find("sum:amount");
    if (!owner || sums == nullptr) return ok();
    for (const auto& [currency, digits] : sums->members()) {
        TERN_TRY(amount, read_amount(digits.plain(), currency));
        // An open deal may say `closed` of itself: it is added to those that are.
        TERN_CHECK(add(figure(figures_[*owner], {category, currency}).computed, amount));
    }
    return ok();
}

Status Reading::read_entries(Queries& queries) {
    Query query;
    query.entity = "forecast_entry";
    query.filter = Filter::all_of({is("period", kind_), is("period_start", start_)});
    query.sort = {{"submitted_at", true}};
    std::vector<Json> entries;
    TERN_CHECK(crm::each(queries, query, [&](const Json& entry) { entries.push_back(entry); }));
    // The last word wins, on every device alike: those without a day, which sort last, are the first.
    for (auto at = entries.rbegin(); at != entries.rend(); ++at) {
        const auto user = id_in(*at, "user_id"), id = id_in(*at, "id");
        const auto submitted = money_in(*at, "submitted_amount"), overridden = money_in(*at, "manager_amount");
        const auto currency = !submitted.empty() ? submitted.currency : overridden.currency;
        if (!user || !id || currency.empty()) continue;
        auto& mine = figure(figures_[*user], {text_in(*at, "category"), currency});
        mine.entries.push_back(*id);
        if (!submitted.empty()) mine.submitted = submitted;
        if (!overridden.empty()) mine.overridden = overridden;
        if (const auto note = text_in(*at, "note"); !note.empty()) mine.note = note;
        const auto when = crm::moment_from(text_in(*at, "submitted_at"), crm::DateOrder::month_first);
        mine.submitted_at = when.value_or(mine.submitted_at);
    }
    return ok();
}

PersonForecast Reading::person(const RecordId& user) const {
    PersonForecast out;
    out.user = user;
    out.name = Records{client_}.title(user);
    if (const auto found = figures_.find(user); found != figures_.end())
        for (const auto& [key, one] : found->second) out.figures.push_back(one);
    return out;
}

std::vector<RecordId> Reading::people() const {
    std::vector<RecordId> out;
    for (const auto& [user, figures] : figures_) out.push_back(user);
    return out;
}

// --- the tree -------------------------------------------------------------------------------------------------------

/// Of a team and those in it; `counted` is who is in the sums already.
Status add_up(const TeamForecast& from, std::set<RecordId>& counted, std::map<Key, ForecastSum, KeyOrder>& sums) {
    for (const auto& person : from.people) {
        if (!counted.insert(person.user).second) continue;
        for (const auto& one : person.figures) {
            auto& sum = sums[{one.category, one.currency}];
            sum.category = one.category;
            sum.currency = one.currency;
            TERN_CHECK(add(sum.computed, one.computed));
            TERN_CHECK(add(sum.submitted, one.submitted));
            TERN_CHECK(add(sum.counts, one.counts()));
        }
    }
    for (const auto& team : from.teams) TERN_CHECK(add_up(team, counted, sums));
    return ok();
}

Result<TeamForecast> grown(const Reading& reading, const crm::TeamTree& tree, const crm::TeamNode& node) {
    TeamForecast out;
    out.team = node.id;
    out.name = node.name;
    for (const auto& user : node.people) {
        out.people.push_back(reading.person(user));
        out.people.back().may_override = tree.may_override(user);
    }
    std::sort(out.people.begin(), out.people.end(), [&](const auto& a, const auto& b) {
        return std::tuple{a.user != node.lead, a.name, a.user} < std::tuple{b.user != node.lead, b.name, b.user};
    });
    for (const auto& inner : node.teams) {
        TERN_TRY(team, grown(reading, tree, inner));
        out.teams.push_back(std::move(team));
    }
    std::set<RecordId> counted;
    std::map<Key, ForecastSum, KeyOrder> sums;
    TERN_CHECK(add_up(out, counted, sums));
    for (auto& [key, sum] : sums) out.sums.push_back(std::move(sum));
    return out;
}

// --- writing --------------------------------------------------------------------------------------------------------

/// Where those see it who see the person's deals, who leads the person among them.
std::optional<SpaceId> space_for(Client& client, const Viewer& viewer, const RecordId& user) {
    Query query;
    query.entity = "opportunity";
    query.filter = Filter::compare("owner_id", Comparison::is, {FilterValue::of(uuid_text(user))});
    query.sort = {{"updated_at", true}};
    query.page_size = 1;
    if (const auto found = Queries{client, viewer}.ids(query); found && !found->ids.empty())
        for (const auto& head : client.store().find(found->ids.front()))
            if (client.may_write(head.space)) return head.space;
    if (const auto spaces = client.spaces(false))
        for (const auto& space : *spaces)
            if (space.kind == SpaceKind::team && client.may_write(space.id)) return space.id;
    return std::nullopt;
}

const ForecastFigure* figure_of(const PersonForecast& person, const ForecastWord& word) {
    for (const auto& one : person.figures)
        if (one.category == word.category && one.currency == word.currency) return &one;
    return nullptr;
}

/// Into the entry that is there, or into a new one.
Status put(crm::Writing& writing, const Reading& reading, const PersonForecast& person, const ForecastWord& word,
           std::vector<Assignment> fields, const std::optional<SpaceId>& space) {
    const auto* known = figure_of(person, word);
    if (known != nullptr && !known->entries.empty()) {
        for (std::size_t i = 0; i + 1 < known->entries.size() && word.amount.empty(); ++i)
            TERN_CHECK(writing.set(known->entries[i], fields));
        return writing.set(known->entries.back(), fields);
    }
    if (word.amount.empty()) return ok();
    fields.insert(fields.end(), {{"user_id", uuid_text(person.user)},
                                 {"period", reading.kind()},
                                 {"period_start", reading.start()},
                                 {"category", word.category}});
    TERN_CHECK(writing.create("forecast_entry", fields, space));
    return ok();
}

/// As Records::set() takes it.
Result<std::string> amount_of(const ForecastWord& word) {
    if (word.amount.empty()) return std::string{};
    TERN_TRY(amount, read_amount(word.amount, word.currency));
    return amount.full();
}

}  // namespace

Result<Forecast> forecast_of(Client& client, const Viewer& viewer, const Period& period) {
    return caught([&]() -> Result<Forecast> {
        TERN_TRY(reading, Reading::of(client, viewer, period));
        TERN_TRY(tree, crm::TeamTree::of(client, viewer, reading.people()));
        Forecast out;
        out.period = reading.kind();
        out.period_start = reading.start();
        out.mine = reading.person(RecordId{viewer.me.bytes});
        for (const auto& node : tree.seen()) {
            TERN_TRY(team, grown(reading, tree, node));
            out.teams.push_back(std::move(team));
        }
        return out;
    });
}

Status submit_forecast(Client& client, const Viewer& viewer, const Period& period,
                       const std::vector<ForecastWord>& words, const std::string& note) {
    return caught([&]() -> Status {
        TERN_TRY(reading, Reading::of(client, viewer, period));
        const auto mine = reading.person(RecordId{viewer.me.bytes});
        const auto space = space_for(client, viewer, mine.user);
        crm::Writing writing{client};
        for (const auto& word : words) {
            TERN_TRY(amount, amount_of(word));
            TERN_CHECK(put(
                writing, reading, mine, word,
                {{"submitted_amount", amount}, {"submitted_at", moment_text(client.adjusted_now())}, {"note", note}},
                space));
        }
        return writing.commit();
    });
}

Status override_forecast(Client& client, const Viewer& viewer, const Period& period, const RecordId& user,
                         const ForecastWord& word, const std::string& note) {
    return caught([&]() -> Status {
        TERN_TRY(reading, Reading::of(client, viewer, period));
        TERN_TRY(tree, crm::TeamTree::of(client, viewer, reading.people()));
        if (!tree.may_override(user))
            return fail(Fault::forbidden, "a forecast is changed by who leads the person", "talk to their manager");
        TERN_TRY(amount, amount_of(word));
        crm::Writing writing{client};
        TERN_CHECK(put(writing, reading, reading.person(user), word, {{"manager_amount", amount}, {"note", note}},
                       space_for(client, viewer, user)));
        return writing.commit();
    });
}

}  // namespace tern
