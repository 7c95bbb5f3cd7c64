#include "client_core/exchange/json_objects.h"

#include <nlohmann/json.hpp>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

/// Members stand at one depth: 1 in an object, 2 in an array of them.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
    Reader(const PutMember& put, const std::function<void()>* next)
        : put_(put), next_(next), level_(next == nullptr ? 1 : 2) {}

    bool null() override { return scalar("null", {}, CellKind::text); }
    bool boolean(bool value) override { return literal(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) override { return literal(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) override { return literal(std::to_string(value)); }
    bool number_float(double, const std::string& digits) override { return literal(digits); }
    bool string(std::string& value) override {
        auto written = open_.size() > level_ ? json_text(value) : std::string{};
        return scalar(std::move(written), std::move(value), CellKind::text);
    }
    bool binary(nlohmann::json::binary_t&) override { return false; }
    bool key(std::string& name) override {
        if (open_.size() == level_) {
            key_ = name;
        } else {
            comma();
            text_ += json_text(name) + ":";
            has_key_ = true;
        }
        if (open_.size() == level_ + 1) inner_ = name;
        return true;
    }
    bool start_object(std::size_t) override { return open('{'); }
    bool start_array(std::size_t) override { return open('['); }
    bool end_object() override { return close('}'); }
    bool end_array() override { return close(']'); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        if (why.empty()) why = "is no JSON";
        return false;
    }

    std::string why;

private:
    bool refuse(const char* what) {
        why = what;
        return false;
    }
    bool open(char bracket) {
        const auto depth = open_.size();
        if (depth < level_ && (level_ == 2 && depth == 0 ? bracket != '[' : bracket != '{'))
            return refuse("is no JSON object");
        if (depth >= limits::kJsonDepth) return refuse("is nested too deeply");
        if (level_ == 2 && depth == 1) (*next_)();
        if (depth >= level_) {
            comma();
            text_ += bracket;
        }
        open_ += bracket;
        fresh_ = true;
        has_key_ = false;
        return true;
    }
    bool close(char bracket) {
        open_.pop_back();
        if (open_.size() < level_) return true;
        text_ += bracket;
        fresh_ = false;
        if (open_.size() > level_) return true;
        const auto text = std::exchange(text_, {});
        return text == "[]" || text == "{}" || put_(key_, text, CellKind::json);
    }
    /// Between what is inside containers.
    void comma() {
        if (!has_key_ && open_.size() > level_ && !fresh_) text_ += ',';
        fresh_ = has_key_ = false;
    }
    bool literal(std::string digits) {
        auto plain = digits;
        return scalar(std::move(digits), std::move(plain), CellKind::exact);
    }
    bool scalar(std::string written, std::string plain, CellKind kind) {
        if (level_ == 2 && open_.size() == 1) {
            (*next_)();
            return plain.empty() || put_({}, std::move(plain), kind);
        }
        if (open_.size() < level_) return refuse("is no JSON object");
        if (open_.size() == level_) return plain.empty() || put_(key_, std::move(plain), kind);
        comma();
        text_ += written;
        const bool member = open_.size() == level_ + 1 && open_.back() == '{' && level_ == 1;
        return !member || plain.empty() || put_(key_ + "." + inner_, std::move(plain), kind);
    }

    const PutMember& put_;
    const std::function<void()>* next_;
    std::size_t level_;
    std::string open_;  ///< brackets
    std::string key_, inner_, text_;
    bool fresh_ = true, has_key_ = false;
};

std::string read(std::string_view text, Reader reader) {
    if (nlohmann::json::sax_parse(text, &reader)) return {};
    return reader.why.empty() ? "is no JSON" : reader.why;
}

}  // namespace

std::string read_json_object(std::string_view text, const PutMember& put) { return read(text, Reader{put, nullptr}); }

std::string read_json_array(std::string_view text, const std::function<void()>& next, const PutMember& put) {
    return read(text, Reader{put, &next});
}

std::string json_text(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace tern::exchange
