#include <tern/json.h>

namespace tern {
namespace {

void write_string(std::string_view text, std::string& out) {
    constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (byte < 0x20 || byte == 0x7f)
                    out.append("\\u00").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
                else
                    out += c;
        }
    }
    out += '"';
}

}  // namespace

Json Json::literal(std::string v) {
    Json out;
    out.kind_ = Kind::plain;
    out.text_ = std::move(v);
    return out;
}

Json Json::array() {
    Json out;
    out.kind_ = Kind::array;
    return out;
}

Json Json::object() {
    Json out;
    out.kind_ = Kind::object;
    return out;
}

Json& Json::add(Json item) {
    members_.emplace_back(std::string{}, std::move(item));
    return *this;
}

Json& Json::add(std::string_view name, Json value) {
    members_.emplace_back(std::string(name), std::move(value));
    return *this;
}

const Json* Json::find(std::string_view name) const {
    for (const auto& [known, value] : members_)
        if (kind_ == Kind::object && known == name) return &value;
    return nullptr;
}

std::string Json::dump() const {
    std::string out;
    write(out);
    return out;
}

void Json::write(std::string& out) const {
    switch (kind_) {
        case Kind::null:
            out += "null";
            return;
        case Kind::plain:
            out += text_;
            return;
        case Kind::string:
            write_string(text_, out);
            return;
        case Kind::array:
        case Kind::object:
            break;
    }
    out += kind_ == Kind::array ? '[' : '{';
    bool first = true;
    for (const auto& [name, value] : members_) {
        if (!first) out += ',';
        first = false;
        if (kind_ == Kind::object) {
            write_string(name, out);
            out += ':';
        }
        value.write(out);
    }
    out += kind_ == Kind::array ? ']' : '}';
}

std::string Json::plain() const {
    if (kind_ == Kind::string || kind_ == Kind::plain) return text_;
    std::string out;
    for (const auto& [name, value] : members_) {
        if (!out.empty()) out += ", ";
        out += (name.empty() ? "" : name + " ") + value.plain();
    }
    return out;
}

}  // namespace tern
