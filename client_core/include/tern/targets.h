// Sales targets and how far they are reached.
#pragma once

#include <string>
#include <vector>

#include <tern/query.h>

namespace tern {

struct Target {
    RecordId id;
    std::string scope;         ///< the name of the person, team or territory
    std::string metric;        ///< by name, as the schema has it
    std::string period;        ///< month, quarter or year
    std::string period_start;  ///< 2026-10-01
    std::string currency;      ///< empty: a count
    std::string goal, actual;  ///< digits; empty where there is none
    double attainment = 0;     ///< in per cent
    std::string entity;        ///< whose records were counted; empty where none are (margin, quantity)
    Filter behind;             ///< which of them: in UTC, as the computed fields count
};

/// Those that cover the end of `period`, people before teams, by name. On the Client's thread.
Result<std::vector<Target>> targets_of(Client& client, const Viewer& viewer, const Period& period);

}  // namespace tern
