// What all parts of the demo company are made with: the dice, the calendar, and records on their way into the store.
#pragma once

#include <functional>

#include "tests/demo/company.h"
#include "tests/demo/names.h"
#include "tests/demo/record.h"

namespace tern::demo {

inline constexpr Millis kDay = Millis{24} * 60 * 60 * 1000;
inline constexpr Millis kHour = kDay / 24;
inline constexpr std::int64_t kDays = 730;  ///< of history
/// Marks the demo's records, so that it is not made twice.
inline constexpr const char* kSource = "tern-demo";

class Maker {
public:
    Maker(Client& client, const Plan& plan, const std::function<void(std::size_t)>& progress)
        : client_(client), plan_(plan), progress_(progress), dice_(plan.seed) {}

    Client& client() { return client_; }
    const schema::Schema& schema() const { return client_.schema(); }
    Dice& dice() { return dice_; }
    Millis today() const { return plan_.today; }
    Millis days_ago(std::int64_t days) const { return plan_.today - days * kDay; }
    static std::int64_t day_of(Millis at) { return at / kDay; }
    Millis working_hour(Millis day);
    /// A number that people read: `Q-10017`.
    std::string numbered(const char* prefix) { return std::string(prefix) + "-" + std::to_string(10'000 + ++number_); }

    Record make(std::string_view entity, Millis at);
    RecordId keep(const Record& record, const SpaceId& space);
    /// Writes what was kept, once there are `least` of them.
    Status flush(std::size_t least);
    std::size_t written() const { return written_; }

private:
    RecordId id_at(Millis at);

    Client& client_;
    const Plan& plan_;
    const std::function<void(std::size_t)>& progress_;
    Dice dice_;
    std::vector<store::Write> writes_;
    std::size_t number_ = 0;
    std::size_t written_ = 0;
};

}  // namespace tern::demo
