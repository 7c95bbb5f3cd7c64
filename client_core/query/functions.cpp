#include "client_core/query/functions.h"

#include <sqlite3.h>
#include <unicode/coll.h>
#include <unicode/ucol.h>

#include <algorithm>
#include <set>
#include <utility>

#include "client_core/crm/text.h"
#include "client_core/query/calendar.h"
#include "client_core/store/scalar.h"

namespace tern::query {
namespace {

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void give(sqlite3_context* context, std::string_view text) {
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void fold(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    give(context, crm::folded(text_of(values[0])));
}

void digits(sqlite3_context* context, int, sqlite3_value** values) {
    sqlite3_result_int(context, crm::currency_digits(text_of(values[0])));
}

/// A statement asks about one zone: the last one is kept.
struct KnownZone {
    std::string name;
    std::optional<Zone> zone;
};

void bucket(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    const auto which = static_cast<Bucket>(sqlite3_value_int(values[1]));
    const std::int64_t value = sqlite3_value_int64(values[0]);
    if (sqlite3_value_type(values[2]) == SQLITE_NULL) return sqlite3_result_int64(context, bucket_start(which, value));
    auto& known = *static_cast<KnownZone*>(sqlite3_user_data(context));
    if (const auto name = text_of(values[2]); !known.zone || known.name != name) {
        auto zone = Zone::named(std::string(name));
        if (!zone) return sqlite3_result_null(context);
        known.name = name;
        known.zone = std::move(*zone);
    }
    sqlite3_result_int64(context, bucket_start(which, known.zone->day_of(value)));
}

/// SQLite's memory is not aligned for 128 bits, so the number lies here in halves.
struct Total {
    std::uint64_t low, high;
    int scale;
    bool any;
    bool broken;

    Sum sum() const { return {static_cast<__int128>((static_cast<unsigned __int128>(high) << 64) | low), scale}; }
    void keep(const Sum& sum) {
        low = static_cast<std::uint64_t>(sum.mantissa);
        high = static_cast<std::uint64_t>(sum.mantissa >> 64);
        scale = sum.scale;
    }
};

void add_to_total(sqlite3_context* context, int, sqlite3_value** values) {
    const int type = sqlite3_value_type(values[0]);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return;
    auto* total = static_cast<Total*>(sqlite3_aggregate_context(context, sizeof(Total)));
    if (total == nullptr) return sqlite3_result_error_nomem(context);
    total->any = true;
    Sum sum = total->sum();
    const Decimal next = type == SQLITE_INTEGER ? Decimal{sqlite3_value_int64(values[0]), 0}
                                                : store::decimal_of(sqlite3_value_double(values[0]));
    if (!sum.add(Sum::of(next))) total->broken = true;
    total->keep(sum);
}

void end_total(sqlite3_context* context) {
    const auto* total = static_cast<Total*>(sqlite3_aggregate_context(context, 0));
    if (total == nullptr || !total->any) return sqlite3_result_null(context);
    give(context, total->broken ? std::string(kTooLarge) : total->sum().text());
}

icu::StringPiece piece(const void* bytes, int size) { return {static_cast<const char*>(bytes), size}; }

int compare(void* collator, int a_size, const void* a, int b_size, const void* b) {
    UErrorCode error = U_ZERO_ERROR;
    return static_cast<icu::Collator*>(collator)->compareUTF8(piece(a, a_size), piece(b, b_size), error);
}

template <class T>
void destroy(void* object) {
    delete static_cast<T*>(object);
}

/// What a connection has from here already. To add a function again would have every
/// statement prepared anew.
struct Added {
    bool functions = false;
    std::set<std::string> collations;
};

Added& added_to(Database& db) {
    constexpr const char* kName = "tern_query";
    auto* known = static_cast<Added*>(sqlite3_get_clientdata(db.handle(), kName));
    if (known != nullptr) return *known;
    known = new Added;
    sqlite3_set_clientdata(db.handle(), kName, known, destroy<Added>);
    return *known;
}

}  // namespace

void add_functions(Database& db) {
    constexpr int kPlain = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    auto* handle = db.handle();
    if (std::exchange(added_to(db).functions, true)) return;
    sqlite3_create_function_v2(handle, "tern_fold", 1, kPlain, nullptr, fold, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_digits", 1, kPlain, nullptr, digits, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tern_bucket", 3, kPlain, new KnownZone, bucket, nullptr, nullptr,
                               destroy<KnownZone>);
    sqlite3_create_function_v2(handle, "tern_total", 1, kPlain, nullptr, nullptr, add_to_total, end_total, nullptr);
}

std::string add_collation(Database& db, const std::string& locale) {
    const icu::Locale wanted = locale.empty() ? icu::Locale::getRoot() : icu::Locale{locale.c_str()};
    std::string name{"tern_order"};
    for (const char* c = wanted.getName(); *c != '\0'; ++c) {
        const bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
        name += plain ? *c : '_';
    }
    auto& known = added_to(db).collations;
    if (known.contains(name)) return name;
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator{icu::Collator::createInstance(wanted, error)};
    if (U_FAILURE(error) || collator == nullptr) return "NOCASE";
    collator->setStrength(icu::Collator::SECONDARY);  // letters and accents; case and width do not count
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, error);
    if (sqlite3_create_collation_v2(db.handle(), name.c_str(), SQLITE_UTF8, collator.get(), compare,
                                    destroy<icu::Collator>) != SQLITE_OK)
        return "NOCASE";
    static_cast<void>(collator.release());  // the connection destroys it
    known.insert(name);
    return name;
}

bool Sum::add(const Sum& other) {
    Sum smaller = scale < other.scale ? *this : other;
    const Sum& larger = scale < other.scale ? other : *this;
    for (; smaller.scale < larger.scale; ++smaller.scale)
        if (__builtin_mul_overflow(smaller.mantissa, __int128{10}, &smaller.mantissa)) return false;
    Sum out{0, larger.scale};
    if (__builtin_add_overflow(smaller.mantissa, larger.mantissa, &out.mantissa)) return false;
    *this = out;
    return true;
}

std::string Sum::fixed_text() const {
    auto left = mantissa < 0 ? -static_cast<unsigned __int128>(mantissa) : static_cast<unsigned __int128>(mantissa);
    std::string out;
    for (int place = 0; left > 0 || place <= scale; ++place, left /= 10) {
        if (place == scale && place > 0) out += '.';
        out += static_cast<char>('0' + static_cast<int>(left % 10));
    }
    if (mantissa < 0) out += '-';
    std::reverse(out.begin(), out.end());
    return out;
}

std::string Sum::text() const {
    Sum plain = *this;
    while (plain.scale > 0 && plain.mantissa % 10 == 0) plain.mantissa /= 10, --plain.scale;
    return plain.fixed_text();
}

std::optional<Sum> Sum::from(std::string_view text) {
    Sum out;
    bool fraction = false;
    const bool minus = text.starts_with('-');
    for (const char c : text.substr(minus ? 1 : 0)) {
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (c < '0' || c > '9' || __builtin_mul_overflow(out.mantissa, __int128{10}, &out.mantissa) ||
            __builtin_add_overflow(out.mantissa, __int128{minus ? '0' - c : c - '0'}, &out.mantissa))
            return std::nullopt;
        if (fraction) ++out.scale;
    }
    return out;
}

std::optional<Sum> Sum::divided(std::int64_t n, int wanted) const {
    Sum out = *this;
    __int128 by = n;
    for (; out.scale < wanted; ++out.scale)
        if (__builtin_mul_overflow(out.mantissa, __int128{10}, &out.mantissa)) return std::nullopt;
    for (; out.scale > wanted; --out.scale)
        if (__builtin_mul_overflow(by, __int128{10}, &by)) return std::nullopt;
    const __int128 rest = out.mantissa % by;
    const __int128 size = rest < 0 ? -rest : rest;
    out.mantissa /= by;
    if (size >= by - size) out.mantissa += rest < 0 ? -1 : 1;
    return out;
}

bool less(Sum a, Sum b) {
    b.mantissa = -b.mantissa;
    return a.add(b) && a.mantissa < 0;
}

}  // namespace tern::query
