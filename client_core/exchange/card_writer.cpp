#include "client_core/exchange/card_writer.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <set>

#include "client_core/exchange/content_line.h"
#include "protocol/base/bytes.h"

namespace tern::exchange {
namespace {

constexpr Millis kDayMs = 86'400'000;

/// Takes fields one by one; what is left goes out as X-TERN-….
class Writer {
public:
    explicit Writer(OutFields fields) : fields_(std::move(fields)) {}

    void line(const std::string& text) { write_content_line(text, out); }
    void line(const std::string& name, std::string_view value) {
        if (!value.empty()) line(name + ":" + escaped(value));
    }
    const OutField* find(const std::string& name) const {
        const auto at = fields_.find(name);
        return at == fields_.end() ? nullptr : &at->second;
    }
    std::string text(const std::string& name) const {
        const auto* field = find(name);
        return field == nullptr ? std::string{} : field->text;
    }
    /// The text, which is told with this. One with a carriage return is told again: escapes have none.
    std::string take(const std::string& name) {
        const auto at = fields_.find(name);
        if (at == fields_.end()) return {};
        if (at->second.text.find('\r') != std::string::npos) return at->second.text;
        auto node = fields_.extract(at);
        return node.mapped().text;
    }
    std::string title(const std::string& name) const {
        const auto* field = find(name);
        return field == nullptr ? std::string{} : field->title;
    }
    void drop(const std::string& name) { fields_.erase(name); }
    void rest() {
        for (const auto& [name, field] : fields_) {
            std::string property = "X-TERN-" + upper(name);
            for (char& c : property)
                if (c == '_') c = '-';
            if (field.kind == OutField::Kind::json) property += ";X-KIND=json";
            if (field.kind == OutField::Kind::exact) property += ";X-KIND=exact";
            line(property, field.text);
        }
    }

    std::string out;

private:
    OutFields fields_;
};

std::string to_base64(const Bytes& bytes) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t j = 0; j < 3; ++j) bits = bits << 8U | (i + j < bytes.size() ? bytes[i + j] : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j > bytes.size() ? '=' : kSigns[bits >> (18U - 6U * static_cast<unsigned>(j)) & 63U];
    }
    return out;
}

std::string type_of(const std::string& label) {
    constexpr std::pair<std::string_view, const char*> kTypes[] = {{"work", ";TYPE=WORK"}, {"mobile", ";TYPE=CELL"},
                                                                   {"home", ";TYPE=HOME"}, {"main", ";TYPE=MAIN"},
                                                                   {"fax", ";TYPE=FAX"},   {"other", ";TYPE=OTHER"}};
    for (const auto& [known, type] : kTypes)
        if (label == known) return type;
    const bool speakable = !label.empty() && label.find_first_of("\"\r\n") == std::string::npos;
    return speakable ? ";X-TERN-LABEL=\"" + label + "\"" : std::string{};
}

std::string member(const std::map<std::string, std::string>& element, const std::string& name) {
    const auto at = element.find(name);
    return at == element.end() ? std::string{} : at->second;
}

/// One property an element, if nothing is lost by it: then the list is told. Else it goes out as JSON as well.
void write_list(Writer& writer, const std::string& name, const std::string& property, const std::string& telling) {
    const auto* list = writer.find(name);
    if (list == nullptr) return;
    bool whole = true;
    std::size_t n = 0;
    std::set<std::string> told;
    for (const auto& element : list->elements) {
        whole = whole && told.insert(member(element, telling)).second;
        const auto label = member(element, "label");
        whole = whole && member(element, "order") == std::to_string(++n) && !member(element, telling).empty() &&
                member(element, telling).find('\r') == std::string::npos;
        std::string line = property + type_of(label);
        whole = whole && (label.empty() || line.size() > property.size());
        if (label == "mobile") line += ";X-TERN-LIST=1";
        for (const auto& [key, value] : element) {
            const bool flag = (key == "opt_out" || key == "invalid") && value == "true";
            if (flag) line += ";X-TERN-FLAG=" + key;
            whole = whole && (flag || key == "order" || key == telling || key == "label");
        }
        writer.line(line, member(element, telling));
    }
    if (whole) writer.drop(name);
}

void write_address(Writer& writer, const std::string& field) {
    constexpr const char* kParts[] = {"", "_district", "_street", "_city", "_region", "_postcode", "_country"};
    std::string value;
    bool any = false;
    for (const char* part : kParts) {
        const auto text = *part == '\0' ? std::string{} : writer.take(field + part);
        any = any || !text.empty();
        value += (part == kParts[0] ? "" : ";") + escaped(text);
    }
    if (any) writer.line("ADR;TYPE=WORK:" + value);
}

void write_photo(Writer& writer, const std::string& field, const std::string& property) {
    const auto bytes = from_hex(writer.text(field));
    if (!bytes || bytes->empty()) return;
    writer.drop(field);
    writer.line(property + ";ENCODING=b:" + to_base64(*bytes));
}

void write_name(Writer& writer) {
    std::string full;
    for (const char* part : {"given_name", "middle_name", "family_name"}) {
        const auto text = writer.text(part);
        if (!text.empty()) full += (full.empty() ? "" : " ") + text;
    }
    if (full.empty()) full = writer.text("name");
    if (full.empty()) full = writer.text("company_name");
    writer.line("FN:" + escaped(full));
    std::string parts = escaped(writer.take("family_name"));
    for (const char* part : {"given_name", "middle_name", "salutation"}) parts += ";" + escaped(writer.take(part));
    writer.line("N:" + parts + ";");
}

void write_company(Writer& writer) {
    std::string company = writer.title("account_id");
    for (const char* field : {"company_name", "name"})
        if (company.empty()) company = writer.text(field);
    const auto department = writer.text("department");
    if (company.empty() && department.empty()) return;
    writer.take("department");
    writer.line("ORG:" + escaped(company) + (department.empty() ? "" : ";" + escaped(department)));
}

// --- times ----------------------------------------------------------------------------------------------------------

/// Of a time as ISO has it, in UTC; nothing where it has parts of a second.
std::optional<Millis> utc_of(std::string_view iso) {
    if (iso.size() != 20) return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t n) {
        int out = 0;
        std::from_chars(iso.data() + from, iso.data() + from + n, out);
        return out;
    };
    const std::chrono::year_month_day date{std::chrono::year{number(0, 4)},
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    return Millis{std::chrono::sys_days{date}.time_since_epoch().count()} * kDayMs +
           (Millis{number(11, 2)} * 3600 + number(14, 2) * 60 + number(17, 2)) * 1000;
}

std::string day_text(Millis wall) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{wall / kDayMs}}};
    char out[40];
    std::snprintf(out, sizeof out, "%04d%02u%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return out;
}

std::string basic_text(Millis utc) {
    const auto seconds = static_cast<int>(utc / 1000 % 86'400);
    char out[40];
    std::snprintf(out, sizeof out, "T%02d%02d%02dZ", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return day_text(utc) + out;
}

/// As the property, where that can say it. Before 1970 only X-TERN-… does.
void write_time(Writer& writer, const std::string& field, const std::string& property, const WallZone* day_zone) {
    const auto utc = utc_of(writer.text(field));
    if (!utc || *utc < 0) return;
    const Millis wall = day_zone == nullptr ? 0 : day_zone->wall_of(*utc);
    if (day_zone != nullptr && wall % kDayMs == 0) {
        writer.line(property + ";VALUE=DATE:" + day_text(wall));
        if (day_zone->utc_of(wall) != *utc) return;
    } else {
        writer.line(property + ":" + basic_text(*utc));
    }
    writer.drop(field);
}

void write_rule(Writer& writer) {
    const auto rule = writer.text("recurrence");
    const bool plain = rule.starts_with("FREQ=") &&
                       rule.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,:+-") == std::string::npos;
    if (plain) writer.line("RRULE:" + rule);
}

void write_alarms(Writer& writer) {
    const auto* reminders = writer.find("reminders");
    if (reminders == nullptr) return;
    for (const auto& one : reminders->elements) {
        const auto seconds = member(one, "before_s");
        if (seconds.empty() || seconds.find_first_not_of("0123456789") != std::string::npos) continue;
        for (const std::string& text :
             {std::string{"BEGIN:VALARM"}, std::string{"ACTION:DISPLAY"}, std::string{"DESCRIPTION:Reminder"},
              "TRIGGER:-PT" + seconds + "S", std::string{"END:VALARM"}})
            writer.line(text);
    }
}

void begin_entry(Writer& writer, const std::string& name, Millis stamp) {
    writer.line("BEGIN:" + name);
    writer.line("UID:" + writer.text("id"));
    writer.line("DTSTAMP:" + basic_text(stamp));
    writer.line("SUMMARY", writer.take("subject"));
    writer.line("DESCRIPTION", writer.take("description"));
    write_rule(writer);
}

std::string end_entry(Writer& writer, const std::string& name) {
    write_alarms(writer);
    writer.rest();
    writer.line("END:" + name);
    return std::move(writer.out);
}

}  // namespace

std::string card_text(OutFields fields) {
    Writer writer{std::move(fields)};
    writer.line("BEGIN:VCARD");
    writer.line("VERSION:3.0");
    writer.line("PRODID:-//Tern//Tern//EN");
    writer.line("UID:urn:uuid:" + writer.text("id"));
    write_company(writer);
    write_name(writer);
    writer.line("TITLE", writer.take("title"));
    if (const auto mobile = writer.take("mobile"); !mobile.empty()) writer.line("TEL;TYPE=CELL,PREF", mobile);
    write_list(writer, "phones", "TEL", "phone");
    write_list(writer, "mails", "EMAIL", "mail");
    for (const char* address : {"addr", "billing_addr"}) write_address(writer, address);
    if (const auto birthday = writer.text("birthday"); birthday.size() == 10)
        writer.line("BDAY", writer.take("birthday"));
    writer.line("URL", writer.take("website"));
    writer.line("NOTE", writer.take("description"));
    writer.line("X-WECHAT", writer.take("wechat"));
    write_photo(writer, "photo", "PHOTO");
    write_photo(writer, "logo", "LOGO");
    if (const auto tags = writer.title("tags"); !tags.empty()) writer.line("CATEGORIES:" + tags);
    writer.rest();
    writer.line("END:VCARD");
    return std::move(writer.out);
}

std::string calendar_opening() { return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tern//Tern//EN\r\n"; }
std::string calendar_closing() { return "END:VCALENDAR\r\n"; }

std::optional<std::string> event_text(OutFields fields, const WallZone& zone, Millis stamp) {
    Writer writer{std::move(fields)};
    const auto starts = utc_of(writer.text("starts_at").substr(0, 19) + "Z");
    if (!starts || *starts < 0) return std::nullopt;
    begin_entry(writer, "VEVENT", stamp);
    const bool all_day = writer.text("all_day") == "true" && zone.wall_of(*starts) % kDayMs == 0;
    if (writer.text("starts_at").size() != 20) writer.line("DTSTART:" + basic_text(*starts));
    write_time(writer, "starts_at", "DTSTART", all_day ? &zone : nullptr);
    const auto ends = utc_of(writer.text("ends_at"));
    if (ends && *ends > *starts && (!all_day || zone.wall_of(*ends) % kDayMs == 0))
        write_time(writer, "ends_at", "DTEND", all_day ? &zone : nullptr);
    if (all_day) writer.drop("all_day");
    writer.line("LOCATION", writer.take("location"));
    writer.line("URL", writer.take("join_url"));
    if (const auto status = writer.text("status"); !status.empty())
        writer.line(status == "cancelled" ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    return end_entry(writer, "VEVENT");
}

std::string task_text(OutFields fields, Millis stamp) {
    Writer writer{std::move(fields)};
    begin_entry(writer, "VTODO", stamp);
    write_time(writer, "starts_at", "DTSTART", nullptr);
    write_time(writer, "due_at", "DUE", nullptr);
    write_time(writer, "completed_at", "COMPLETED", nullptr);
    constexpr std::pair<std::string_view, const char*> kStates[] = {
        {"not_started", "NEEDS-ACTION"}, {"waiting", "NEEDS-ACTION"}, {"deferred", "NEEDS-ACTION"},
        {"in_progress", "IN-PROCESS"},   {"done", "COMPLETED"},       {"cancelled", "CANCELLED"}};
    for (const auto& [state, word] : kStates)
        if (writer.text("state") == state) writer.line(std::string("STATUS:") + word);
    constexpr std::pair<std::string_view, const char*> kPriorities[] = {
        {"urgent", "1"}, {"high", "3"}, {"normal", "5"}, {"low", "7"}};
    for (const auto& [priority, number] : kPriorities)
        if (writer.text("priority") == priority) writer.line(std::string("PRIORITY:") + number);
    return end_entry(writer, "VTODO");
}

}  // namespace tern::exchange
