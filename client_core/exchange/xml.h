// XML as a stream of tags and text. No document types, so no entities of one's own; bounded depth and tags.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "protocol/base/result.h"

struct XML_ParserStruct;

namespace tern::exchange {

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// Names without their prefix. `attributes`: name, value, …, nullptr.
    virtual void open(std::string_view name, const char** attributes) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

class XmlParser {
public:
    explicit XmlParser(XmlHandler& handler);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// `last` with the last bytes.
    Status feed(std::string_view bytes, bool last);

private:
    struct Calls;
    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct*)> parser_;
    int depth_ = 0;
    std::uint64_t fed_ = 0;
    bool too_much_ = false;
};

/// The value of an attribute, by its name without prefix; empty where there is none.
std::string_view attribute(const char** attributes, std::string_view name);

}  // namespace tern::exchange
