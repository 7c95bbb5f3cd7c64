#include "client_core/exchange/card_table.h"

#include <unicode/ucnv.h>

#include <nlohmann/json.hpp>
#include <set>

#include "client_core/exchange/limits.h"
#include "protocol/base/bytes.h"
#include "protocol/base/utf8.h"
#include "protocol/limits.h"

namespace tern::exchange {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kPhotoBytes = ::tern::limits::kValueBytes - 64;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded =
            text[i] == '=' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
        if (coded) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Nothing where a sign is none of base64's.
std::optional<std::string> from_base64(std::string_view text) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0;
    int n = 0;
    for (const char c : text) {
        if (c == '=') break;
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        const auto at = kSigns.find(c);
        if (at == std::string_view::npos) return std::nullopt;
        bits = bits << 6U | static_cast<unsigned>(at);
        n += 6;
        if (n >= 8) n -= 8, out += static_cast<char>(bits >> static_cast<unsigned>(n) & 0xffU);
    }
    return out;
}

/// From the charset that a property names, else UTF-8, else what Chinese phones wrote.
std::string to_utf8(std::string text, const std::string* charset) {
    const bool named = charset != nullptr && upper(*charset) != "UTF-8";
    if (!named && is_utf8(view(text))) return text;
    UErrorCode error = U_ZERO_ERROR;
    const std::string from = named ? *charset : guessed_encoding(text, true);
    std::string out(4 * text.size() + 16, '\0');
    const auto n = ucnv_convert("UTF-8", from.c_str(), out.data(), static_cast<int32_t>(out.size()), text.data(),
                                static_cast<int32_t>(text.size()), &error);
    if (U_FAILURE(error)) return text;  // the row's check for UTF-8 tells
    out.resize(static_cast<std::size_t>(n));
    return out;
}

/// The value with its encoding undone, escapes still there.
std::string decoded(const ContentLine& line) {
    const auto* encoding = line.parameter("ENCODING");
    const bool printable = encoding != nullptr && upper(*encoding) == "QUOTED-PRINTABLE";
    return to_utf8(printable ? from_quoted_printable(line.value) : line.value, line.parameter("CHARSET"));
}

std::vector<std::string> structured(const std::string& value) {
    std::vector<std::string> out;
    for (const auto piece : split_escaped(value, ';')) out.push_back(unescaped(piece));
    return out;
}

/// `19960415` and `1996-04-15T…` as ISO has them; empty for a day without a year.
std::string iso_day(std::string_view text) {
    text = text.substr(0, text.find('T'));
    const auto digits = [&](std::size_t from, std::size_t n) {
        return text.substr(from, n).find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.size() == 8 && digits(0, 8))
        return std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
               std::string(text.substr(6));
    return text.starts_with("--") ? std::string{} : std::string(text);
}

/// One card while it is read.
struct Card {
    ordered_json phones = ordered_json::array(), mails = ordered_json::array(), social = ordered_json::array();
    std::string mobile, full_name, categories;
    bool mobile_preferred = false, named = false, has_address = false, has_tern_id = false;
    std::unordered_map<std::string, std::string> labels;  ///< by group
};

std::string label_of(const ContentLine& line, const Card& card) {
    if (const auto* own = line.parameter("X-TERN-LABEL")) return *own;
    if (const auto named = card.labels.find(line.group); named != card.labels.end() && !line.group.empty())
        return named->second;
    constexpr std::pair<std::string_view, const char*> kLabels[] = {
        {"FAX", "fax"},   {"CELL", "mobile"}, {"IPHONE", "mobile"}, {"MAIN", "main"},
        {"HOME", "home"}, {"WORK", "work"},   {"OTHER", "other"}};
    for (const auto& [type, label] : kLabels)
        if (line.is_type(type)) return label;
    return {};
}

/// `_$!<Mobile>!$_` of address books that label by group.
std::string plain_label(std::string text) {
    if (text.starts_with("_$!<") && text.ends_with(">!$_")) text = text.substr(4, text.size() - 8);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

/// Reads properties into a row's cells.
class CardReading {
public:
    using Put = std::function<void(std::string_view, std::string, CellKind)>;
    CardReading(Put put, TableRow& row) : put_(std::move(put)), row_(row) {}

    void read(const Component& card) {
        std::vector<ContentLine> lines;
        for (const auto& text : card.lines)
            if (auto line = parse_content_line(text)) lines.push_back(std::move(*line));
        for (const auto& line : lines) {
            if (line.name == "X-ABLABEL" && !line.group.empty())
                card_.labels[line.group] = plain_label(unescaped(decoded(line)));
            card_.has_tern_id = card_.has_tern_id || line.name == "X-TERN-ID";
        }
        for (const auto& line : lines) take(line);
        finish();
    }

private:
    void text(std::string_view column, std::string value) {
        if (!value.empty()) put_(column, std::move(value), CellKind::text);
    }

    void take(const ContentLine& line) {
        if (line.name.starts_with("X-TERN-")) return take_own(line);
        if (line.name == "TEL") return take_phone(line);
        if (line.name == "EMAIL") return take_mail(line);
        if (line.name == "PHOTO" || line.name == "LOGO") return take_photo(line);
        const std::string value = decoded(line);
        if (line.name == "N") return take_name(structured(value));
        if (line.name == "ADR") return take_address(structured(value));
        if (line.name == "ORG") return take_org(structured(value));
        if (line.name == "X-SOCIALPROFILE" || line.name == "IMPP") return take_social(line, unescaped(value));
        const std::string plain = unescaped(value);
        if (line.name == "FN") card_.full_name = plain;
        if (line.name == "UID" && !card_.has_tern_id) text("external_id", plain);
        if (line.name == "BDAY") take_birthday(plain);
        if (line.name == "CATEGORIES") text("tags", joined(value));
        if (line.name == "NICKNAME") text("nickname", plain);
        constexpr std::pair<std::string_view, std::string_view> kPlain[] = {{"TITLE", "title"}, {"NOTE", "description"},
                                                                            {"URL", "website"}, {"LANG", "language"},
                                                                            {"TZ", "timezone"}, {"X-WECHAT", "wechat"}};
        for (const auto& [name, column] : kPlain)
            if (line.name == name) text(column, plain);
    }

    static std::string joined(const std::string& value) {
        std::string out;
        for (const auto piece : split_escaped(value, ',')) out += (out.empty() ? "" : "; ") + unescaped(piece);
        return out;
    }

    /// Lists are written as JSON, which text may begin like: the writer marks them.
    void take_own(const ContentLine& line) {
        std::string column = line.name.substr(7);
        for (char& c : column) c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const auto* kind = line.parameter("X-KIND");
        own_.insert(column);
        std::string value = unescaped(decoded(line));
        if (!value.empty())
            put_(column, std::move(value),
                 kind == nullptr   ? CellKind::text
                 : *kind == "json" ? CellKind::json
                                   : CellKind::exact);
    }

    void take_name(const std::vector<std::string>& parts) {
        constexpr std::string_view kColumns[] = {"family_name", "given_name", "middle_name", "salutation"};
        for (std::size_t i = 0; i < parts.size() && i < 4; ++i) {
            text(kColumns[i], parts[i]);
            card_.named = card_.named || (i < 2 && !parts[i].empty());
        }
    }

    void take_address(std::vector<std::string> parts) {
        if (std::exchange(card_.has_address, true)) {
            row_.remarks.emplace_back("only the card's first address was taken");
            return;
        }
        parts.resize(7);
        if (!parts[0].empty()) parts[2] = parts[0] + (parts[2].empty() ? "" : ", ") + parts[2];
        constexpr std::pair<std::size_t, std::string_view> kColumns[] = {{2, "addr_street"},   {1, "addr_district"},
                                                                         {3, "addr_city"},     {4, "addr_region"},
                                                                         {5, "addr_postcode"}, {6, "addr_country"}};
        for (const auto& [part, column] : kColumns) text(column, parts[part]);
    }

    void take_org(const std::vector<std::string>& parts) {
        if (!parts.empty()) text("org", parts[0]);
        if (parts.size() > 1) text("department", parts[1]);
    }

    void take_phone(const ContentLine& line) {
        std::string number = unescaped(decoded(line));
        if (upper(number.substr(0, 4)) == "TEL:") number.erase(0, 4);
        if (number.empty()) return;
        const auto label = label_of(line, card_);
        const bool preferred = line.is_type("PREF") || line.parameter("PREF") != nullptr;
        if (label == "mobile" && line.parameter("X-TERN-LIST") == nullptr &&
            (card_.mobile.empty() || (preferred && !card_.mobile_preferred))) {
            std::swap(card_.mobile, number);
            card_.mobile_preferred = preferred;
            if (number.empty()) return;
        }
        ordered_json phone{{"phone", number}};
        if (!label.empty()) phone["label"] = label;
        card_.phones.push_back(std::move(phone));
    }

    void take_mail(const ContentLine& line) {
        const std::string address = unescaped(decoded(line));
        if (address.empty()) return;
        ordered_json mail{{"mail", address}};
        if (const auto label = label_of(line, card_); !label.empty()) mail["label"] = label;
        for (const auto* flag : {"opt_out", "invalid"})
            for (const auto& [name, value] : line.parameters)
                if (name == "X-TERN-FLAG" && value == flag) mail[flag] = true;
        card_.mails.push_back(std::move(mail));
    }

    void take_social(const ContentLine& line, const std::string& handle) {
        ordered_json one{{"handle", handle}};
        for (const auto& [name, value] : line.parameters)
            if (name == "TYPE" || name == "X-SERVICE-TYPE") one["net"] = plain_label(value);
        card_.social.push_back(std::move(one));
    }

    void take_birthday(const std::string& value) {
        const auto day = iso_day(value);
        if (day.empty())
            row_.remarks.emplace_back("the birthday has no year and was left out");
        else
            put_("birthday", day, CellKind::exact);
    }

    void take_photo(const ContentLine& line) {
        const auto comma = line.value.find(',');
        const auto* encoding = line.parameter("ENCODING");
        const bool inlined = line.value.starts_with("data:") && comma != std::string::npos;
        if (!inlined && (encoding == nullptr || (upper(*encoding) != "B" && upper(*encoding) != "BASE64"))) {
            row_.remarks.emplace_back("the photo is a link and was left out");
            return;
        }
        const auto bytes = from_base64(std::string_view{line.value}.substr(inlined ? comma + 1 : 0));
        if (!bytes || bytes->size() > kPhotoBytes)
            row_.remarks.emplace_back(bytes ? "the photo is larger than 48 KiB and was left out"
                                            : "the photo is damaged and was left out");
        else if (!bytes->empty())
            put_(line.name == "LOGO" ? "logo" : "photo", hex(view(*bytes)), CellKind::exact);
    }

    void finish() {
        if (!card_.named) text("name", card_.full_name);
        if (!own_.contains("mobile")) text("mobile", card_.mobile);
        const auto list = [&](std::string_view column, const ordered_json& items) {
            if (!items.empty() && !own_.contains(std::string(column)))
                put_(column, items.dump(-1, ' ', false, ordered_json::error_handler_t::replace), CellKind::json);
        };
        list("phones", card_.phones);
        list("mails", card_.mails);
        list("social", card_.social);
    }

    Put put_;
    TableRow& row_;
    Card card_;
    std::set<std::string> own_;  ///< columns that X-TERN-… told: they say it better
};

Result<std::unique_ptr<CardTable>> CardTable::open(const std::string& path, const TableOptions& options) {
    // Cards name their own charsets: only text in sixteen bits is decoded as a whole.
    TERN_TRY(text, TextSource::open(path, options.encoding));
    if (options.encoding.empty() && !text.encoding().starts_with("UTF-16")) {
        TERN_TRY(plain, TextSource::open(path, "UTF-8"));
        text = std::move(plain);
    }
    return std::unique_ptr<CardTable>{new CardTable{std::move(text)}};
}

void CardTable::put(TableRow& row, std::string_view column, std::string text, CellKind kind) {
    const auto known = places_.find(std::string(column));
    auto place = known == places_.end() ? header_.size() : known->second;
    if (known == places_.end()) {
        if (header_.size() >= limits::kColumns) return;
        header_.emplace_back(column);
        places_[std::string(column)] = place;
    }
    if (text.size() > limits::kFieldBytes) {
        row.broken = "the card has a field over 1 MiB";
        return;
    }
    if (!is_utf8(view(text))) row.broken = "the card has bytes of no encoding that it names";
    row.put(place, std::move(text), kind);
}

Result<bool> CardTable::next(TableRow& row) {
    row.clear();
    Component card;
    do {
        if (!cards_.next(card)) return false;
    } while (card.name != "VCARD");
    row.broken = card.broken.empty() ? "" : "the card is damaged: " + card.broken;
    if (!row.broken.empty()) return true;
    CardReading reading{
        [&](std::string_view column, std::string text, CellKind kind) { put(row, column, std::move(text), kind); },
        row};
    reading.read(card);
    return true;
}

}  // namespace tern::exchange
