#include "client_core/crm/phone_match.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

namespace tern::crm {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// By default it writes what it could not read, a customer's number, to standard output.
class Silent : public i18n::phonenumbers::Logger {
public:
    void WriteMessage(const std::string& /*unused*/) override {}
};

const PhoneNumberUtil& library() {
    static const PhoneNumberUtil* const made = [] {
        auto* library = PhoneNumberUtil::GetInstance();
        library->SetLogger(new Silent);  // the library's from here on
        return library;
    }();
    return *made;
}

/// Where no country tells how one dials abroad, `00` does: no number at home begins so.
bool read(std::string_view text, std::string_view region, PhoneNumber& out) {
    const std::string country = region.empty() ? "ZZ" : std::string(region);
    const bool abroad = region.empty() && text.starts_with("00");
    const std::string typed = abroad ? '+' + std::string(text.substr(2)) : std::string(text);
    return library().Parse(typed, country, &out) == PhoneNumberUtil::NO_PARSING_ERROR;
}

}  // namespace

std::string e164(std::string_view text, std::string_view region) {
    PhoneNumber number;
    if (!read(text, region, number)) return {};
    std::string out;
    library().Format(number, PhoneNumberUtil::E164, &out);
    return out;
}

bool same_phone(std::string_view a, std::string_view region_a, std::string_view b, std::string_view region_b) {
    PhoneNumber first, second;
    const bool knows_a = read(a, region_a.empty() ? region_b : region_a, first);
    const bool knows_b = read(b, region_b.empty() ? region_a : region_b, second);
    PhoneNumberUtil::MatchType match = PhoneNumberUtil::INVALID_NUMBER;
    if (knows_a && knows_b)
        match = library().IsNumberMatch(first, second);
    else if (knows_a)
        match = library().IsNumberMatchWithOneString(first, std::string(b));
    else if (knows_b)
        match = library().IsNumberMatchWithOneString(second, std::string(a));
    else
        match = library().IsNumberMatchWithTwoStrings(std::string(a), std::string(b));
    return match == PhoneNumberUtil::EXACT_MATCH || match == PhoneNumberUtil::NSN_MATCH;
}

}  // namespace tern::crm
