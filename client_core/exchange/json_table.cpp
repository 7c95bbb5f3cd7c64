#include "client_core/exchange/json_table.h"

#include "client_core/exchange/json_objects.h"
#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

constexpr int kEnd = TextSource::kEnd;

bool is_space(int c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

Failure malformed(const char* what) { return fail(Fault::malformed, what, "export it again, or mend the file"); }

}  // namespace

Result<std::unique_ptr<JsonTable>> JsonTable::open(const std::string& path, const TableOptions& options) {
    TERN_TRY(text, TextSource::open(path, options.encoding));
    std::unique_ptr<JsonTable> out{new JsonTable{std::move(text), Shape::lines}};
    out->skip_space();
    if (out->text_.peek() == kEnd) return fail(Fault::malformed, "the file is empty", "give one with an object a line");
    if (out->text_.peek() == '[') out->shape_ = Shape::array;
    TERN_CHECK(out->start());
    return out;
}

void JsonTable::skip_space() {
    while (is_space(text_.peek())) text_.get();
}

Status JsonTable::start() {
    first_ = true;
    skip_space();
    if (shape_ == Shape::array) text_.get();
    return ok();
}

Status JsonTable::rewind() {
    TERN_CHECK(text_.rewind());
    return start();
}

std::size_t JsonTable::column(std::string_view name) {
    const auto known = places_.find(std::string(name));
    if (known != places_.end()) return known->second;
    if (header_.size() >= limits::kColumns) return limits::kColumns;
    header_.emplace_back(name);
    return places_[std::string(name)] = header_.size() - 1;
}

Result<bool> JsonTable::next(TableRow& row) {
    row.clear();
    std::string item;
    if (shape_ == Shape::array) {
        TERN_TRY(any, next_in_array(item, row));
        if (!any) return false;
    } else if (!next_line(item, row)) {
        return false;
    }
    if (row.broken.empty()) parse(item, row);
    return true;
}

void JsonTable::parse(const std::string& item, TableRow& row) {
    std::string full;
    auto why = read_json_object(item, [&](std::string_view name, std::string text, CellKind kind) {
        const auto place = column(name);
        if (text.size() > limits::kFieldBytes) full = "has a field over 1 MiB";
        if (place == limits::kColumns) full = "brings the file above 2000 columns";
        if (full.empty()) row.put(place, std::move(text), kind);
        return full.empty();
    });
    if (!full.empty()) why = full;
    if (why.empty()) return;
    row.clear();
    row.broken = "the row " + why;
}

/// A line; where an object goes on over the next ones, with them.
bool JsonTable::next_line(std::string& item, TableRow& row) {
    skip_space();
    if (text_.peek() == kEnd) return false;
    bool cut = false;
    text_.line(item, limits::kRowBytes, cut);
    // `{` alone opens what was written for people.
    const auto last = item.find_last_not_of(" \t");
    if (last != std::string::npos && (item[last] == '{' || item[last] == '[') && item.starts_with('{')) {
        int depth = 0;
        const auto count = [&](std::string_view piece) {
            bool quoted = false;
            for (std::size_t i = 0; i < piece.size(); ++i) {
                if (piece[i] == '\\' && quoted) {
                    ++i;
                    continue;
                }
                if (piece[i] == '"') quoted = !quoted;
                if (quoted) continue;
                depth += piece[i] == '{' || piece[i] == '[';
                depth -= piece[i] == '}' || piece[i] == ']';
            }
        };
        count(item);
        std::string line;
        while (depth > 0 && !cut && text_.line(line, limits::kRowBytes, cut)) {
            count(line);
            if (item.size() + line.size() > limits::kRowBytes) cut = true;
            if (!cut) item += "\n" + line;
            line.clear();
        }
    }
    if (cut) row.broken = "the row is longer than 8 MiB";
    return true;
}

Result<bool> JsonTable::next_in_array(std::string& item, TableRow& row) {
    skip_space();
    if (text_.peek() == ']') {
        text_.get();
        skip_space();
        if (text_.peek() != kEnd) return malformed("the file goes on after the end of its array");
        return false;
    }
    if (text_.peek() == kEnd) {
        return malformed("the file ends in the middle of its array");
    }
    if (!first_) {
        if (text_.get() != ',') return malformed("the file's array is broken");
        skip_space();
    }
    first_ = false;
    TERN_CHECK(take_value(item, row));
    return true;
}

/// Up to the comma or bracket that ends it.
Status JsonTable::take_value(std::string& item, TableRow& row) {
    std::size_t depth = 0;
    bool quoted = false;
    while (true) {
        const int c = text_.peek();
        if (c == kEnd) return malformed("the file ends in the middle of its array");
        if (!quoted && depth == 0 && (c == ',' || c == ']')) return ok();
        text_.get();
        const auto keep = [&](int byte) {
            if (item.size() < limits::kRowBytes)
                item += static_cast<char>(byte);
            else
                row.broken = "the row is longer than 8 MiB";
        };
        keep(c);
        if (quoted && c == '\\' && text_.peek() != kEnd) keep(text_.get());
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && depth > 0) --depth;
    }
}

}  // namespace tern::exchange
