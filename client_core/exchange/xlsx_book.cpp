#include "client_core/exchange/xlsx_book.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

#include "client_core/exchange/limits.h"
#include "client_core/exchange/xml.h"

namespace tern::exchange {
namespace {

int number_in(std::string_view text, int otherwise) {
    int out = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

class WorkbookHandler : public XmlHandler {
public:
    void open(std::string_view name, const char** attributes) override {
        if (name == "sheet") sheets.emplace_back(attribute(attributes, "name"), relation(attributes));
        if (name != "workbookPr") return;
        const auto flag = attribute(attributes, "date1904");
        since_1904 = flag == "1" || flag == "true";
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<std::pair<std::string, std::string>> sheets;  ///< name, relation
    bool since_1904 = false;

private:
    /// `r:id`, not the plain `id` of other elements.
    static std::string relation(const char** attributes) {
        for (; *attributes != nullptr; attributes += 2)
            if (std::string_view{attributes[0]}.ends_with(":id")) return attributes[1];
        return {};
    }
};

class RelationsHandler : public XmlHandler {
public:
    void open(std::string_view name, const char** attributes) override {
        if (name == "Relationship") targets[std::string(attribute(attributes, "Id"))] = attribute(attributes, "Target");
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    std::map<std::string, std::string> targets;
};

class StylesHandler : public XmlHandler {
public:
    void open(std::string_view name, const char** attributes) override {
        if (name == "numFmt")
            codes_[number_in(attribute(attributes, "numFmtId"), 0)] = attribute(attributes, "formatCode");
        if (name == "cellXfs") inside_ = true;
        if (name != "xf" || !inside_ || styles.size() >= 100'000) return;
        const int id = number_in(attribute(attributes, "numFmtId"), 0);
        const auto code = codes_.find(id);
        styles.push_back(shape_of_format(id, code == codes_.end() ? std::string_view{} : code->second));
    }
    void close(std::string_view name) override {
        if (name == "cellXfs") inside_ = false;
    }
    void text(std::string_view) override {}

    std::vector<NumberShape> styles;

private:
    std::map<int, std::string> codes_;
    bool inside_ = false;
};

class StringsHandler : public XmlHandler {
public:
    explicit StringsHandler(std::vector<std::string>& strings) : strings_(strings) {}
    void open(std::string_view name, const char**) override {
        if (name == "si") now_.clear();
        phonetic_ += name == "rPh";
        wanted_ = name == "t" && phonetic_ == 0;
    }
    void close(std::string_view name) override {
        phonetic_ -= name == "rPh";
        wanted_ = false;
        if (name != "si") return;
        bytes_ += now_.size() + sizeof now_;
        too_much = too_much || bytes_ > limits::kXlsxSharedBytes || strings_.size() >= limits::kXlsxSharedStrings;
        if (!too_much) strings_.push_back(now_);
    }
    void text(std::string_view piece) override {
        if (wanted_ && now_.size() <= limits::kFieldBytes) now_ += piece;
    }

    bool too_much = false;

private:
    std::vector<std::string>& strings_;
    std::string now_;
    std::size_t bytes_ = 0;
    int phonetic_ = 0;
    bool wanted_ = false;
};

Status parse_small(const ZipArchive& archive, const std::string& name, XmlHandler& handler) {
    TERN_TRY(text, archive.text(name, limits::kXlsxSmallPartBytes));
    return XmlParser{handler}.feed(text, true);
}

Status read_strings(const ZipArchive& archive, const std::string& name, std::vector<std::string>& strings) {
    TERN_TRY(part, archive.part(name, limits::kXlsxSharedPartBytes));
    StringsHandler handler{strings};
    XmlParser parser{handler};
    std::string chunk(limits::kChunkBytes, '\0');
    while (true) {
        TERN_TRY(n, part.read(chunk.data(), chunk.size()));
        TERN_CHECK(parser.feed({chunk.data(), n}, n == 0));
        if (handler.too_much)
            return fail(Fault::too_big, "the workbook has too much text for one import", "save the sheet as CSV");
        if (n == 0) return ok();
    }
}

/// Targets are relative to the workbook's folder, or absolute.
std::string part_name(const std::string& target) { return target.starts_with('/') ? target.substr(1) : "xl/" + target; }

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

NumberShape shape_of_format(int id, std::string_view code) {
    const bool chinese = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    if (code.empty()) {
        if (id == 46) return NumberShape::duration;
        if (id == 9 || id == 10) return NumberShape::percent;
        return (id >= 14 && id <= 22) || id == 45 || id == 47 || chinese ? NumberShape::date : NumberShape::plain;
    }
    bool date = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
                return NumberShape::duration;
            i = end;
        } else if (code.substr(i).starts_with("General")) {
            i += 6;
        } else if (c == '%') {
            return NumberShape::percent;
        } else {
            date = date || std::string_view{"yYmMdDhHsS"}.find(c) != std::string_view::npos;
        }
    }
    return date ? NumberShape::date : NumberShape::plain;
}

std::optional<std::string> excel_date(double serial, bool since_1904) {
    if (!(serial >= 0) || serial >= 2'958'466) return std::nullopt;  // 9999-12-31
    const auto ms = static_cast<std::int64_t>(std::llround(serial * 86'400'000.0));
    std::int64_t day = ms / 86'400'000;
    const std::int64_t rest = ms % 86'400'000;
    const auto seconds = static_cast<int>(rest / 1000);
    std::string time = two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
    if (rest % 1000 != 0) {
        char fraction[8];
        std::snprintf(fraction, sizeof fraction, ".%03d", static_cast<int>(rest % 1000));
        time += fraction;
    }
    if (day == 0 && !since_1904 && rest != 0) return time;
    // 1900 was no leap year, but Excel counts a 29 February of it.
    const std::int64_t since = since_1904 ? day - 24'107 : day < 60 ? day - 25'568 : day - 25'569;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{since}}};
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return rest == 0 ? std::string{out} : std::string{out} + "T" + time;
}

Result<XlsxBook> XlsxBook::read(const ZipArchive& archive) {
    if (!archive.has("xl/workbook.xml"))
        return fail(Fault::unsupported, "that is no Excel workbook", "save it as .xlsx or as CSV");
    WorkbookHandler workbook;
    TERN_CHECK(parse_small(archive, "xl/workbook.xml", workbook));
    RelationsHandler relations;
    TERN_CHECK(parse_small(archive, "xl/_rels/workbook.xml.rels", relations));
    XlsxBook out;
    out.since_1904 = workbook.since_1904;
    for (const auto& [name, relation] : workbook.sheets) {
        const auto target = relations.targets.find(relation);
        if (target != relations.targets.end()) out.sheets.push_back({name, part_name(target->second)});
    }
    if (archive.has("xl/styles.xml")) {
        StylesHandler styles;
        TERN_CHECK(parse_small(archive, "xl/styles.xml", styles));
        out.styles = std::move(styles.styles);
    }
    if (archive.has("xl/sharedStrings.xml")) TERN_CHECK(read_strings(archive, "xl/sharedStrings.xml", out.strings));
    return out;
}

Result<XlsxBook::Sheet> XlsxBook::sheet(const std::string& name) const {
    if (name.empty() && !sheets.empty()) return sheets.front();
    std::string all;
    for (const auto& one : sheets) {
        if (one.name == name) return one;
        if (all.size() < 200) all += (all.empty() ? "" : ", ") + one.name;
    }
    return fail(Fault::not_found, "the workbook has no sheet of that name",
                all.empty() ? "it has none at all" : "it has " + all);
}

}  // namespace tern::exchange
