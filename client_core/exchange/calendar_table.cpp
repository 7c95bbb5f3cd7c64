#include "client_core/exchange/calendar_table.h"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "client_core/exchange/limits.h"
#include "protocol/base/utf8.h"

namespace tern::exchange {
namespace {

constexpr Millis kDayMs = 86'400'000;

/// 1900 and 2200: beyond them a file's own zone rules say nothing that anybody meant.
constexpr Millis kFirstRuled = -2'208'988'800'000, kLastRuled = 7'258'118'400'000;

struct Moment {
    Millis wall = 0;
    bool day = false;  ///< names no time
    bool utc = false;
};

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t n) {
    if (from + n > text.size()) return std::nullopt;
    int out = 0;
    for (const char c : text.substr(from, n)) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return out;
}

/// `20240305`, `20240305T093000`, `20240305T093000Z`.
std::optional<Moment> moment_of(std::string_view text) {
    const auto year = digits(text, 0, 4), month = digits(text, 4, 2), day = digits(text, 6, 2);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *year == 0) return std::nullopt;
    Moment out;
    out.wall = Millis{std::chrono::sys_days{date}.time_since_epoch().count()} * kDayMs;
    out.day = text.size() == 8;
    if (out.day) return out;
    const auto hour = digits(text, 9, 2), minute = digits(text, 11, 2), second = digits(text, 13, 2);
    if (text[8] != 'T' || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    out.wall += (Millis{*hour} * 3600 + *minute * 60 + *second) * 1000;
    out.utc = text.substr(15) == "Z";
    return out.utc || text.size() == 15 ? std::optional{out} : std::nullopt;
}

std::string iso(Millis utc) {
    const Millis day = utc / kDayMs - (utc % kDayMs < 0 ? 1 : 0);
    const auto seconds = static_cast<int>((utc - day * kDayMs) / 1000);
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    char out[64];
    std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), seconds / 3600,
                  seconds / 60 % 60, seconds % 60);
    return out;
}

/// Seconds of `-PT15M`; nothing for what libical does not know as a duration.
std::optional<int> seconds_of(const std::string& text) {
    const auto duration = ::icaldurationtype_from_string(text.c_str());
    if (::icaldurationtype_is_bad_duration(duration) != 0) return std::nullopt;
    return ::icaldurationtype_as_int(duration);
}

bool all_within(std::string_view list, int most) {
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        auto piece = list.substr(0, end);
        if (piece.starts_with('-') || piece.starts_with('+')) piece.remove_prefix(1);
        const auto number = digits(piece, 0, piece.size());
        if (!number || piece.size() > 2 || *number < 1 || *number > most) return false;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return true;
}

/// `2SU`, `-1SU`, `SU`: there is such a day in every year.
bool is_sane_day(std::string_view day) {
    if (day.size() < 2) return false;
    const auto at = std::string_view{"MO,TU,WE,TH,FR,SA,SU"}.find(day.substr(day.size() - 2));
    if (at == std::string_view::npos || at % 3 != 0) return false;
    day.remove_suffix(2);
    return day.empty() || all_within(day, 5);
}

/// Summer time comes once a year, on a day that there is: libical looks for ever for one of a rule that has none.
bool is_sane_rule(std::string_view rule) {
    bool yearly = false;
    while (!rule.empty()) {
        const auto end = std::min(rule.find(';'), rule.size());
        const auto part = rule.substr(0, end);
        rule.remove_prefix(std::min(end + 1, rule.size()));
        const auto equals = std::min(part.find('='), part.size());
        const auto name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
        yearly = yearly || part == "FREQ=YEARLY";
        const bool sane = name == "FREQ" || name == "UNTIL" || name == "COUNT" || name == "WKST" ||
                          part == "INTERVAL=1" || (name == "BYMONTH" && all_within(value, 12)) ||
                          (name == "BYMONTHDAY" && all_within(value, 28)) || (name == "BYDAY" && is_sane_day(value));
        if (!sane) return false;
    }
    return yearly;
}

bool is_sane_zone(const Component& zone) {
    std::size_t bytes = 0;
    for (const auto& text : zone.lines) {
        bytes += text.size();
        const auto line = parse_content_line(text);
        if (line && line->name == "RRULE" && !is_sane_rule(upper(line->value))) return false;
    }
    return bytes < 64 * 1024 && zone.lines.size() < 2'000;
}

}  // namespace

class FileZone {
public:
    static std::unique_ptr<FileZone> of(const Component& zone) {
        std::string text = "BEGIN:VTIMEZONE\r\n";
        for (const auto& line : zone.lines) text += line + "\r\n";
        text += "END:VTIMEZONE\r\n";
        icalcomponent* component = ::icalparser_parse_string(text.c_str());
        if (component == nullptr) return nullptr;
        auto out = std::make_unique<FileZone>();
        if (::icaltimezone_set_component(out->zone_.get(), component) != 0) return out;
        ::icalcomponent_free(component);
        return nullptr;
    }
    FileZone() : zone_(::icaltimezone_new(), [](icaltimezone* zone) { ::icaltimezone_free(zone, 1); }) {}

    Millis utc_of(Millis wall) const {
        // libical spells out a zone's changes up to the year that is asked for.
        const auto seconds = static_cast<time_t>(std::clamp(wall, kFirstRuled, kLastRuled) / 1000);
        auto time = ::icaltime_from_timet_with_zone(seconds, 0, ::icaltimezone_get_utc_timezone());
        int summer = 0;
        return wall - Millis{::icaltimezone_get_utc_offset(zone_.get(), &time, &summer)} * 1000;
    }

private:
    std::unique_ptr<icaltimezone, void (*)(icaltimezone*)> zone_;
};

/// Reads one event or task into a row's cells.
class EventReading {
public:
    EventReading(CalendarTable& table, TableRow& row) : table_(table), row_(row) {}

    void read(const Component& part) {
        task_ = part.name == "VTODO";
        std::vector<ContentLine> own, alarms;
        bool has_reminders = false;
        int inside = 0;
        for (const auto& text : part.lines) {
            auto line = parse_content_line(text);
            if (!line) continue;
            inside += line->name == "BEGIN";
            inside -= line->name == "END";
            if (line->name == "TRIGGER" && inside > 0) alarms.push_back(*line);
            if (inside > 0 || line->name == "END") continue;
            has_reminders = has_reminders || line->name == "X-TERN-REMINDERS";
            has_tern_id_ = has_tern_id_ || line->name == "X-TERN-ID";
            own.push_back(std::move(*line));
        }
        for (const auto& line : own) take(line);
        if (!task_ && kind_.empty() && !has_tern_id_) kind_ = "meeting";
        if (!task_) text("kind", kind_);
        if (duration_ && start_ && !has_end_) time("ends_at", *start_ + Millis{*duration_} * 1000);
        if (!has_reminders) take_alarms(alarms);
    }

private:
    void text(std::string_view column, std::string value) {
        if (!value.empty()) table_.put(row_, column, std::move(value));
    }
    void time(std::string_view column, Millis utc) { table_.put(row_, column, iso(utc), CellKind::exact); }

    void take(const ContentLine& line) {
        if (line.name.starts_with("X-TERN-")) return take_own(line);
        if (line.name == "DTSTART" || line.name == "DTEND" || line.name == "DUE" || line.name == "COMPLETED")
            return take_time(line);
        if (line.name == "STATUS") return take_status(upper(line.value));
        if (line.name == "PRIORITY" && task_) return take_priority(line.value);
        if (line.name == "RRULE") return take_rule(line.value);
        if (line.name == "DURATION") duration_ = seconds_of(line.value);
        if (line.name == "CATEGORIES") return take_categories(line.value);
        if (line.name == "UID" && has_tern_id_) return;
        constexpr std::pair<std::string_view, std::string_view> kPlain[] = {{"SUMMARY", "subject"},
                                                                            {"DESCRIPTION", "description"},
                                                                            {"LOCATION", "location"},
                                                                            {"UID", "external_id"},
                                                                            {"URL", "join_url"}};
        for (const auto& [name, column] : kPlain)
            if (line.name == name) text(column, unescaped(line.value));
    }

    void take_own(const ContentLine& line) {
        std::string column = line.name.substr(7);
        for (char& c : column) c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        std::string value = unescaped(line.value);
        if (column == "kind") return void(kind_ = value);
        if (column == "status" || column == "state" || column == "priority") own_state_ = own_state_ + column + ";";
        const auto* kind = line.parameter("X-KIND");
        if (!value.empty())
            table_.put(row_, column, std::move(value),
                       kind == nullptr   ? CellKind::text
                       : *kind == "json" ? CellKind::json
                                         : CellKind::exact);
    }

    void take_time(const ContentLine& line) {
        const auto moment = moment_of(line.value);
        if (!moment) {
            row_.remarks.push_back(line.name + " is no time and was left out");
            return;
        }
        const auto* zone = line.parameter("TZID");
        const Millis utc =
            moment->utc ? moment->wall : table_.utc_of(zone == nullptr ? std::string{} : *zone, moment->wall, row_);
        if (line.name == "DTSTART") {
            start_ = utc;
            time("starts_at", utc);
            if (moment->day) table_.put(row_, "all_day", "true", CellKind::exact);
        } else if (line.name == "DTEND") {
            has_end_ = true;
            time("ends_at", utc);
        } else {
            time(line.name == "DUE" ? "due_at" : "completed_at", utc);
        }
    }

    void take_status(const std::string& value) {
        if (own_state_.find(task_ ? "state;" : "status;") != std::string::npos) return;
        constexpr std::pair<std::string_view, const char*> kStates[] = {{"NEEDS-ACTION", "not_started"},
                                                                        {"IN-PROCESS", "in_progress"},
                                                                        {"COMPLETED", "done"},
                                                                        {"CANCELLED", "cancelled"}};
        for (const auto& [name, state] : kStates)
            if (task_ && value == name) text("state", state);
        if (!task_) text("status", value == "CANCELLED" ? "cancelled" : "planned");
    }

    void take_priority(const std::string& value) {
        int n = 0;
        std::from_chars(value.data(), value.data() + value.size(), n);
        if (own_state_.find("priority;") != std::string::npos || n < 1 || n > 9) return;
        text("priority", n == 1 ? "urgent" : n < 5 ? "high" : n == 5 ? "normal" : "low");
    }

    void take_rule(const std::string& value) {
        auto rule = ::icalrecurrencetype_from_string(value.c_str());
        if (rule.freq == ICAL_NO_RECURRENCE)
            row_.remarks.emplace_back("the repetition cannot be read and was left out");
        else
            text("recurrence", value);
        if (rule.rscale != nullptr) ::free(rule.rscale);  // NOLINT: libical's own
    }

    void take_categories(const std::string& value) {
        for (const auto piece : split_escaped(value, ',')) {
            const auto word = upper(unescaped(piece));
            if (kind_.empty() && (word == "CALL" || word == "PHONE CALL" || word == "电话")) kind_ = "call";
        }
    }

    void take_alarms(const std::vector<ContentLine>& alarms) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& alarm : alarms)
            if (const auto seconds = seconds_of(alarm.value); seconds && *seconds <= 0)
                list.push_back({{"before_s", -*seconds}, {"way", "popup"}});
        if (!list.empty()) table_.put(row_, "reminders", list.dump(), CellKind::json);
    }

    CalendarTable& table_;
    TableRow& row_;
    std::string kind_, own_state_;
    std::optional<Millis> start_;
    std::optional<int> duration_;
    bool task_ = false, has_end_ = false, has_tern_id_ = false;
};

CalendarTable::CalendarTable(TextSource text, WallZone zone, std::string component)
    : parts_(std::move(text)), zone_(std::move(zone)), wanted_(std::move(component)) {}
CalendarTable::~CalendarTable() = default;

Result<std::unique_ptr<CalendarTable>> CalendarTable::open(const std::string& path, const TableOptions& options) {
    ::icalerror_set_errors_are_fatal(0);
    TERN_TRY(text, TextSource::open(path, options.encoding));
    TERN_TRY(zone, WallZone::named(options.zone));
    return std::unique_ptr<CalendarTable>{
        new CalendarTable{std::move(text), std::move(zone), options.component.empty() ? "VEVENT" : options.component}};
}

Status CalendarTable::rewind() {
    counts_others_ = false;
    return parts_.rewind();
}

std::vector<std::string> CalendarTable::left_out() const {
    std::vector<std::string> out;
    for (const auto& [name, n] : others_) out.push_back(name + " (" + std::to_string(n) + ")");
    return out;
}

void CalendarTable::put(TableRow& row, std::string_view column, std::string text, CellKind kind) {
    const auto known = places_.find(std::string(column));
    const auto place = known == places_.end() ? header_.size() : known->second;
    if (known == places_.end()) {
        if (header_.size() >= limits::kColumns) return;
        header_.emplace_back(column);
        places_[std::string(column)] = place;
    }
    if (text.size() > limits::kFieldBytes)
        row.broken = "the event has a field over 1 MiB";
    else if (!is_utf8(view(text)))
        row.broken = "the event has bytes that are not UTF-8";
    else
        row.put(place, std::move(text), kind);
}

void CalendarTable::take_zone(const Component& zone) {
    if (file_zones_.size() >= limits::kZones || zone_bytes_ > limits::kZoneBytes || !is_sane_zone(zone)) return;
    for (const auto& text : zone.lines) {
        zone_bytes_ += text.size();
        const auto line = parse_content_line(text);
        if (line && line->name == "TZID" && !file_zones_.contains(line->value))
            file_zones_[line->value] = FileZone::of(zone);
    }
}

Millis CalendarTable::utc_of(const std::string& zone, Millis wall, TableRow& row) {
    if (zone.empty()) return zone_.utc_of(wall);
    auto known = known_zones_.find(zone);
    if (known == known_zones_.end() && known_zones_.size() < limits::kZones) {
        std::unique_ptr<WallZone> made;
        auto direct = WallZone::named(zone);
        if (!direct)
            if (const auto other = iana_zone(zone); !other.empty()) direct = WallZone::named(other);
        if (direct) made = std::make_unique<WallZone>(std::move(*direct));
        known = known_zones_.emplace(zone, std::move(made)).first;
    }
    if (known != known_zones_.end() && known->second != nullptr) return known->second->utc_of(wall);
    const auto spelled = file_zones_.find(zone);
    if (spelled != file_zones_.end() && spelled->second != nullptr) return spelled->second->utc_of(wall);
    row.remarks.push_back("its time zone is not known; its times were read in " + zone_.name());
    return zone_.utc_of(wall);
}

Result<bool> CalendarTable::next(TableRow& row) {
    row.clear();
    Component part;
    while (parts_.next(part)) {
        if (part.name == "VTIMEZONE") take_zone(part);
        if (part.name != wanted_) {
            const bool plain = part.name.size() < 20 &&
                               part.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string::npos;
            if (part.name != "VTIMEZONE" && counts_others_) ++others_[plain ? part.name : "others"];
            continue;
        }
        if (!part.broken.empty())
            row.broken = "the event is damaged: " + part.broken;
        else
            EventReading{*this, row}.read(part);
        return true;
    }
    return false;
}

}  // namespace tern::exchange
