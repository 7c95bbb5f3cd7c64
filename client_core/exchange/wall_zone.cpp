#include "client_core/exchange/wall_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

namespace tern::exchange {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

struct WallZone::Rules {
    std::unique_ptr<icu::TimeZone> icu;
};

WallZone::WallZone(std::unique_ptr<Rules> rules, std::string name) : rules_(std::move(rules)), name_(std::move(name)) {}
WallZone::WallZone(WallZone&&) noexcept = default;
WallZone& WallZone::operator=(WallZone&&) noexcept = default;
WallZone::~WallZone() = default;

Result<WallZone> WallZone::named(const std::string& name) {
    auto rules = std::make_unique<Rules>();
    rules->icu.reset(name.empty() ? icu::TimeZone::detectHostTimeZone()
                                  : icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    const bool unknown = rules->icu == nullptr || *rules->icu == icu::TimeZone::getUnknown();
    if (unknown && !name.empty())
        return fail(Fault::bad_argument, "there is no such time zone",
                    "write one such as Europe/Berlin or Asia/Shanghai");
    if (unknown) rules->icu.reset(icu::TimeZone::createTimeZone("UTC"));
    icu::UnicodeString id;
    auto told = utf8(rules->icu->getID(id));
    return WallZone{std::move(rules), std::move(told)};
}

Millis WallZone::utc_of(Millis wall) const {
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t raw = 0, summer = 0;
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(rules_->icu.get());
    if (rules != nullptr)
        rules->getOffsetFromLocal(static_cast<UDate>(wall), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, summer,
                                  error);
    else
        rules_->icu->getOffset(static_cast<UDate>(wall), 1, raw, summer, error);
    return wall - raw - summer;
}

Millis WallZone::wall_of(Millis utc) const {
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t raw = 0, summer = 0;
    rules_->icu->getOffset(static_cast<UDate>(utc), 0, raw, summer, error);
    return utc + raw + summer;
}

std::string iana_zone(const std::string& name) {
    auto wanted = icu::UnicodeString::fromUTF8(name);
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString iana;
    icu::TimeZone::getIDForWindowsID(wanted, nullptr, iana, error);
    if (U_SUCCESS(error) && !iana.isEmpty()) return utf8(iana);
    // `/freeassociation.example/Europe/Berlin`, as some programs prefix it.
    for (auto at = name.find('/'); at != std::string::npos; at = name.find('/', at + 1))
        if (WallZone::named(name.substr(at + 1))) return name.substr(at + 1);
    return {};
}

}  // namespace tern::exchange
