// What people expect to sell in a period: worked out from their deals, submitted by themselves, changed by who leads
// them. All of it travels by sync and is right without a network.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tern/pricing.h>
#include <tern/query.h>

namespace tern {

/// One category in one currency: amounts of different currencies have no sum.
struct ForecastFigure {
    std::string category;  ///< by name, as the schema has it
    std::string currency;
    Amount computed;    ///< open deals of the category that should close in the period; of `closed`, what was won in it
    Amount submitted;   ///< empty: not yet
    Amount overridden;  ///< by who leads the person; empty: not
    std::string note;   ///< of who wrote last
    Millis submitted_at = 0;
    std::vector<RecordId> entries;  ///< where that is kept; two where two devices began at once, the last counts

    /// What the team counts on: the override, else what was submitted, else what was worked out.
    const Amount& counts() const {
        return !overridden.empty() ? overridden : !submitted.empty() ? submitted : computed;
    }
};

struct PersonForecast {
    RecordId user;
    std::string name;
    std::vector<ForecastFigure> figures;  ///< the surest category first, then by currency
    bool may_override = false;            ///< by the viewer
};

struct ForecastSum {
    std::string category, currency;
    Amount computed, submitted, counts;  ///< submitted: of those who did; empty: nobody
};

struct TeamForecast {
    std::optional<RecordId> team;  ///< nothing: those who are in no team
    std::string name;
    std::vector<PersonForecast> people;  ///< by name; who leads it first
    std::vector<TeamForecast> teams;
    std::vector<ForecastSum> sums;  ///< of it and of all teams in it, each person once
};

struct Forecast {
    std::string period, period_start;  ///< "quarter", "2026-10-01"
    PersonForecast mine;
    /// Those that the viewer leads, each with the teams in it; all of them for a manager of a space who leads none.
    std::vector<TeamForecast> teams;
};

/// `period`: a month, quarter or year. On the Client's thread, as all of this.
Result<Forecast> forecast_of(Client& client, const Viewer& viewer, const Period& period);

struct ForecastWord {
    std::string category, currency;
    std::string amount;  ///< digits; empty takes back what was said
};
/// One's own figures, all in one write. `bad_argument` for what is no amount.
Status submit_forecast(Client& client, const Viewer& viewer, const Period& period,
                       const std::vector<ForecastWord>& words, const std::string& note);
/// Another one's figure, and why. `forbidden` for who does not lead that person.
Status override_forecast(Client& client, const Viewer& viewer, const Period& period, const RecordId& user,
                         const ForecastWord& word, const std::string& note);

}  // namespace tern
