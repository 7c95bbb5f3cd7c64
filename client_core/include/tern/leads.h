// A lead that became a customer: an account, a contact and, if one wants it, a deal, out of what the lead holds.
#pragma once

#include <optional>
#include <string>

#include <tern/records.h>

namespace tern {

namespace lead_rules {
inline constexpr std::int64_t kCloseDays = 30;  ///< until a deal closes, where neither the lead nor the person says
}  // namespace lead_rules

struct LeadConversion {
    RecordId lead;
    std::optional<RecordId> account;  ///< one that is there; nothing: a new one, called as the company, else the person
    std::optional<std::string> deal;  ///< what it is called; nothing: none is opened
    std::string closes;  ///< of the deal, as a day is typed; empty: as the lead expects it, else in kCloseDays
};

struct ConvertedLead {
    RecordId account, contact;
    std::optional<RecordId> deal;
};

/// All at once or not at all; the lead stays, says what became of it, and keeps its history. The new records are in the
/// space of the account. `bad_argument` for what is no lead or was converted already, and for what a record's field
/// does not take; `not_found`; `forbidden` where one may not write. On the Client's thread.
Result<ConvertedLead> convert_lead(Client& client, const LeadConversion& conversion);

}  // namespace tern
