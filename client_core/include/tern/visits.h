// Visits as a rep makes them: the stops of a day in their order, arriving, what is to be done there, leaving, following
// up. Everything works from this device alone; no network is asked.
//
// Times are Unix milliseconds, days are days since 1970 where the viewer is, distances are metres along the great
// circle.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tern/records.h>

namespace tern {

namespace visit_rules {
/// From stop to stop, in a straight line. Roads are about a third longer than that, and a car in town makes some 40
/// km/h with parking: a slow estimate is late less often than a fast one.
inline constexpr std::int64_t kTravelKmPerHour = 30;
inline constexpr std::int64_t kStopMinutes = 45;  ///< of a visit that has no end
inline constexpr std::int64_t kEtaMinutes = 5;    ///< expected times are whole steps of this, rounded up
}  // namespace visit_rules

struct GeoPoint {
    double latitude = 0, longitude = 0;  ///< degrees, WGS 84

    bool operator==(const GeoPoint&) const = default;
};

/// What the device's positioning says of itself.
struct Fix {
    GeoPoint at;
    double accuracy_m = 0;  ///< radius in which it is; 0: unknown, which proves nothing
    bool mock = false;      ///< the platform says that a program made it up
};

/// Verified: within the radius. Outside: beyond it. Unverified: no position of the device or of the customer, or one
/// that is less exact than the radius or made up. Manual: entered by hand.
enum class Proof : std::uint8_t { verified, outside, unverified, manual };

struct Nearness {
    Proof proof = Proof::unverified;
    std::optional<std::int64_t> metres;  ///< to the customer, where both are known
    std::int64_t radius = 0;             ///< of the visit's template, else what the schema starts one with
    bool place_known = false;            ///< the customer's
};

/// How somebody is, or was, at a place. `by_hand` needs a reason and may tell the time.
struct Presence {
    std::optional<Fix> fix;
    std::string reason;
    bool by_hand = false;
    std::optional<Millis> at = std::nullopt;  ///< by hand: not in the future; nothing: now
};

struct Stop {
    std::optional<RecordId> visit;  ///< nothing: planned for somebody whose visit is not made yet
    RecordId target;                ///< account or lead
    std::string target_entity;
    std::string title;  ///< the target's
    std::string site;
    std::string state;  ///< the visit's
    std::optional<GeoPoint> place;
    std::optional<Millis> eta;  ///< when one is expected; where `fixed`, as agreed
    std::int64_t minutes = visit_rules::kStopMinutes;
    bool fixed = false;
    std::optional<Millis> window_from, window_to;
    std::optional<std::int64_t> metres;  ///< from the stop before it
    std::optional<Millis> arrives;       ///< at the earliest, after the stops before it
    std::int64_t late_minutes = 0;       ///< against its time or the window's end; 0: in time, or nearly

    /// Not begun and not called off: its place in the day can still change.
    bool is_ahead() const { return state.empty() || state == "planned" || state == "en_route"; }
    bool is_called_off() const { return state == "skipped" || state == "cancelled"; }
};

struct DayPlan {
    std::optional<RecordId> id;  ///< of the visit_plan; nothing: the day's visits by their times
    std::string state;           ///< of the plan: draft, submitted, approved, running, closed; empty: there is none
    std::optional<GeoPoint> start;
    std::vector<Stop> stops;
    std::int64_t metres = 0;
};

struct VisitAction {
    std::string kind;
    bool required = false;
    std::optional<Millis> done_at;
    std::string note;
};

struct OpenVisit {
    RecordId id;
    RecordId target;
    std::string title;  ///< the target's
    Millis since = 0;
};

struct CheckOut {
    Presence presence;
    std::string outcome, summary;  ///< as the fields take them; empty: as it was
    std::optional<Millis> next_follow_at = std::nullopt;
};

/// Borrows the Client; use it on the Client's thread, as long as that lives. All that it writes is written at once or
/// not at all. Failures: `bad_argument` says what stands in the way and what to do next, `not_found` and `forbidden` as
/// of Records.
class Visits {
public:
    /// `zone`: IANA name, where days begin and end.
    Visits(Client& client, std::string zone);

    // --- a day -------------------------------------------------------------------------------------------------------
    Result<std::int64_t> today();
    /// This user's: by the plan of that day where there is one, and those visits of the day that it lacks by their
    /// times; else the visits alone.
    Result<DayPlan> plan_of(std::int64_t day);
    /// The stop at `from` comes to stand at `to`; expected times follow, agreed ones stay. Makes the day's plan at the
    /// first change. A plan that was submitted is a draft again. Only stops that are ahead move, and only among such.
    Status move(std::int64_t day, std::size_t from, std::size_t to);
    /// An agreed time, from now on fixed; `at` is on that day. The order stays.
    Status set_time(std::int64_t day, std::size_t stop, Millis at);
    /// The time follows from the order again.
    Status free_time(std::int64_t day, std::size_t stop);
    /// To the manager.
    Status submit(std::int64_t day);

    // --- a visit -----------------------------------------------------------------------------------------------------
    /// Today's visit of this user there that is open or ahead; a new one where there is none.
    Result<RecordId> visit_at(std::string_view target_entity, const RecordId& target);
    /// What a check-in from there would prove.
    Result<Nearness> nearness(const RecordId& visit, const std::optional<Fix>& fix);
    /// The one that this user is checked in at.
    Result<std::optional<OpenVisit>> open_visit();
    /// One at a time. Copies the template's actions where the visit has none. A visit elsewhere whose template needs no
    /// check-out, and of which nothing required is left, is done by this.
    Status check_in(const RecordId& visit, const Presence& presence);
    /// In their order.
    Result<std::vector<VisitAction>> actions(const RecordId& visit);
    /// `result`: `order:ID` or the like, or empty. While checked in.
    Status done(const RecordId& visit, std::size_t action, std::string_view note = {}, std::string_view result = {});
    Status undone(const RecordId& visit, std::size_t action);
    /// Refused while a required action is not done.
    Status check_out(const RecordId& visit, const CheckOut& leaving);
    /// A task for this user, due in that many days (1 to 366) where the viewer is, about the visit's customer; the
    /// visit says so, too. Another call for the same visit moves the task.
    Result<RecordId> follow_up(const RecordId& visit, int days, std::string_view subject);
    /// `reason`: as `skip_reason` takes it; not empty.
    Status skip(const RecordId& visit, std::string_view reason);
    Status cancel(const RecordId& visit, std::string_view reason);

private:
    Status change_plan(std::int64_t day, const std::function<Status(DayPlan&)>& change);
    Status call_off(const RecordId& visit, std::string_view state, std::string_view reason);
    Status set_action(const RecordId& visit, std::size_t action, const std::vector<Assignment>& members);

    Client& client_;
    std::string zone_;
};

}  // namespace tern
