// Where a document with lines keeps how it stands, and what it becomes.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace tern::crm {

inline std::string state_field(std::string_view entity) { return entity == "quote" ? "stage" : "status"; }

/// Handed in where nobody needs to approve it, or approved.
inline std::string state_agreed(std::string_view entity) {
    return entity == "order" ? "confirmed" : entity == "contract" ? "signing" : "approved";
}

/// What somebody agrees to with a document: not its state, nor what a device or a clock adds.
inline constexpr std::array<std::string_view, 15> kAgreedTo = {
    "account_id", "amount",     "currency", "lines",         "shipping", "adjustment", "valid_until", "payment_terms",
    "terms",      "start_date", "end_date", "special_terms", "subtotal", "tax",        "grand_total"};

}  // namespace tern::crm
