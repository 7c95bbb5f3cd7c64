#include "client_core/formula/functions.h"

#include <sqlite3.h>

#include <cmath>
#include <numbers>
#include <string>

#include "client_core/formula/lines.h"
#include "client_core/store/scalar.h"

namespace tern::formula {
namespace {

using UserOf = std::function<std::optional<UserId>(const DeviceId&)>;

constexpr double kEarthRadiusMetres = 6'371'008.8;

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// Nothing for what is no number.
std::optional<Decimal> number(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER:
            return Decimal::normal(sqlite3_value_int64(value), 0);
        case SQLITE_FLOAT:
            return store::decimal_of(sqlite3_value_double(value));
        default:
            return std::nullopt;
    }
}
Decimal number_or_zero(sqlite3_value* value) { return number(value).value_or(Decimal{}); }

void give(sqlite3_context* context, const std::optional<std::int64_t>& value) {
    if (value)
        sqlite3_result_int64(context, *value);
    else
        sqlite3_result_null(context);
}

LinePart part_named(std::string_view name) {
    if (name == "gross") return LinePart::gross;
    if (name == "discount") return LinePart::discount;
    if (name == "net") return LinePart::net;
    return LinePart::tax;
}

void line(sqlite3_context* context, int, sqlite3_value** values) {
    const auto qty = number(values[1]);
    const auto part = part_named(text_of(values[0]));
    if (!qty || sqlite3_value_type(values[2]) != SQLITE_INTEGER) return sqlite3_result_null(context);
    give(context,
         line_part(part, {*qty, sqlite3_value_int64(values[2]), number_or_zero(values[3]), number_or_zero(values[4]),
                          number_or_zero(values[5]), sqlite3_value_int(values[6]) != 0}));
}

void share_of(sqlite3_context* context, int, sqlite3_value** values) {
    const auto amount = number(values[0]);
    const auto pct = number(values[1]);
    give(context, amount && pct ? share(*amount, *pct) : std::nullopt);
}

struct Sum {
    std::int64_t value;
    bool any;
    bool broken;
};

void add_to_sum(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) != SQLITE_INTEGER) return;
    auto* sum = static_cast<Sum*>(sqlite3_aggregate_context(context, sizeof(Sum)));
    if (sum == nullptr) return sqlite3_result_error_nomem(context);
    sum->any = true;
    sum->broken |= __builtin_add_overflow(sum->value, sqlite3_value_int64(values[0]), &sum->value);
}

void end_sum(sqlite3_context* context) {
    const auto* sum = static_cast<Sum*>(sqlite3_aggregate_context(context, 0));
    give(context, sum == nullptr || !sum->any || sum->broken ? std::nullopt : std::optional{sum->value});
}

void distance(sqlite3_context* context, int, sqlite3_value** values) {
    for (int i = 0; i < 4; ++i)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return sqlite3_result_null(context);
    const auto at = [&](int i) { return sqlite3_value_double(values[i]); };
    sqlite3_result_int64(context, great_circle_metres(at(0), at(1), at(2), at(3)));
}

/// Scripts that write names without spaces, family name first: from U+3000 on, whose UTF-8 begins with E3 or more.
bool is_east_asian(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xe3; }

void person(sqlite3_context* context, int, sqlite3_value** values) {
    const auto family = text_of(values[0]);
    std::string out;
    if (is_east_asian(family)) {
        out = std::string(family) + std::string(text_of(values[1]));
    } else {
        for (const auto part : {text_of(values[1]), text_of(values[2]), family})
            if (!part.empty()) out += (out.empty() ? "" : " ") + std::string(part);
    }
    if (out.empty()) return sqlite3_result_null(context);
    sqlite3_result_text(context, out.data(), static_cast<int>(out.size()), SQLITE_TRANSIENT);
}

void user(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(values[0]));
    if (bytes == nullptr || sqlite3_value_bytes(values[0]) != 16) return sqlite3_result_null(context);
    const auto& user_of = *static_cast<UserOf*>(sqlite3_user_data(context));
    const auto found = user_of ? user_of(DeviceId::of(ByteView{bytes, 16})) : std::nullopt;
    if (!found) return sqlite3_result_null(context);
    sqlite3_result_blob(context, found->bytes.data(), 16, SQLITE_TRANSIENT);
}

}  // namespace

std::int64_t great_circle_metres(double latitude, double longitude, double other_latitude, double other_longitude) {
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double up = std::sin((radians(other_latitude) - radians(latitude)) / 2);
    const double along = std::sin((radians(other_longitude) - radians(longitude)) / 2);
    const double chord = up * up + std::cos(radians(latitude)) * std::cos(radians(other_latitude)) * along * along;
    return std::llround(2 * kEarthRadiusMetres * std::asin(std::sqrt(std::min(1.0, chord))));
}

void add_functions(Database& db, UserOf user_of) {
    constexpr const char* kName = "tern_formula";
    constexpr int kPlain = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    auto* handle = db.handle();
    static char added;
    if (sqlite3_get_clientdata(handle, kName) != nullptr) return;
    sqlite3_set_clientdata(handle, kName, &added, nullptr);
    sqlite3_create_function_v2(handle, "tern_line", 7, kPlain, nullptr, line, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_sum", 1, kPlain, nullptr, nullptr, add_to_sum, end_sum, nullptr);
    sqlite3_create_function_v2(handle, "tern_share", 2, kPlain, nullptr, share_of, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_distance", 4, kPlain, nullptr, distance, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_person", 3, kPlain, nullptr, person, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_user", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, new UserOf(std::move(user_of)),
                               user, nullptr, nullptr, [](void* object) { delete static_cast<UserOf*>(object); });
}

}  // namespace tern::formula
