// A JSON document that keeps what it is given: members in their order, numbers as their digits. Amounts never pass
// through a double.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tern {

class Json {
public:
    using Member = std::pair<std::string, Json>;

    Json() = default;  ///< null
    Json(bool v) : kind_(Kind::plain), text_(v ? "true" : "false") {}
    Json(std::int64_t v) : kind_(Kind::plain), text_(std::to_string(v)) {}
    Json(std::string v) : kind_(Kind::string), text_(std::move(v)) {}
    Json(const char*) = delete;  // would become a bool
    static Json text(std::string_view v) { return Json{std::string(v)}; }
    static Json count(std::uint64_t v) { return literal(std::to_string(v)); }
    /// Valid JSON already: a number's digits, or a document that was checked.
    static Json literal(std::string v);
    static Json array();
    static Json object();

    Json& add(Json item);                          ///< to an array
    Json& add(std::string_view name, Json value);  ///< to an object; the name must be new

    bool is_null() const { return kind_ == Kind::null; }
    bool is_array() const { return kind_ == Kind::array; }
    bool is_object() const { return kind_ == Kind::object; }
    bool is_number() const { return kind_ == Kind::plain && text_ != "true" && text_ != "false"; }
    /// Of an object; nullptr where there is no such member.
    const Json* find(std::string_view name) const;
    const std::vector<Member>& members() const { return members_; }  ///< an array's have no names
    std::size_t size() const { return members_.size(); }

    /// On one line.
    std::string dump() const;
    /// For people: a string without its quotes, a list's items with commas between.
    std::string plain() const;

private:
    enum class Kind : std::uint8_t { null, plain, string, array, object };
    void write(std::string& out) const;

    Kind kind_ = Kind::null;
    std::string text_;
    std::vector<Member> members_;
};

}  // namespace tern
