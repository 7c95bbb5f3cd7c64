// What clocks on the wall show in a time zone, by ICU's tables.
#pragma once

#include <memory>
#include <string>

#include "protocol/base/clock.h"
#include "protocol/base/result.h"

namespace tern::exchange {

class WallZone {
public:
    /// An IANA name; empty: the machine's own zone. `bad_argument` for a name that is none.
    static Result<WallZone> named(const std::string& name);
    WallZone(WallZone&&) noexcept;
    WallZone& operator=(WallZone&&) noexcept;
    ~WallZone();

    /// Milliseconds since 1970 of what the clocks showed; of an hour that was shown twice the first, of one that was
    /// skipped what the clocks would have shown without the change.
    Millis utc_of(Millis wall) const;
    Millis wall_of(Millis utc) const;
    const std::string& name() const { return name_; }

private:
    struct Rules;
    WallZone(std::unique_ptr<Rules> rules, std::string name);
    std::unique_ptr<Rules> rules_;
    std::string name_;
};

/// The IANA name of a zone that calendars call otherwise, such as "China Standard Time"; empty where there is none.
std::string iana_zone(const std::string& name);

}  // namespace tern::exchange
