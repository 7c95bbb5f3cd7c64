#include "client_core/exchange/xml.h"

#include <expat.h>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

std::string_view local(const char* name) {
    const std::string_view all{name};
    const auto colon = all.rfind(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

}  // namespace

struct XmlParser::Calls {
    static void open(void* self, const XML_Char* name, const XML_Char** attributes) {
        auto& parser = *static_cast<XmlParser*>(self);
        if (++parser.depth_ > limits::kXmlDepth) return stop(parser);
        parser.handler_.open(local(name), attributes);
    }
    static void close(void* self, const XML_Char* name) {
        auto& parser = *static_cast<XmlParser*>(self);
        --parser.depth_;
        parser.handler_.close(local(name));
    }
    static void text(void* self, const XML_Char* piece, int n) {
        static_cast<XmlParser*>(self)->handler_.text({piece, static_cast<std::size_t>(n)});
    }
    /// Office formats have no document type; only who means harm brings one.
    static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        stop(*static_cast<XmlParser*>(self));
    }
    static void stop(XmlParser& parser) {
        parser.too_much_ = true;
        ::XML_StopParser(parser.parser_.get(), XML_FALSE);
    }
};

XmlParser::XmlParser(XmlHandler& handler) : handler_(handler), parser_(::XML_ParserCreate(nullptr), ::XML_ParserFree) {
    ::XML_SetUserData(parser_.get(), this);
    ::XML_SetElementHandler(parser_.get(), Calls::open, Calls::close);
    ::XML_SetCharacterDataHandler(parser_.get(), Calls::text);
    ::XML_SetStartDoctypeDeclHandler(parser_.get(), Calls::doctype);
}

XmlParser::~XmlParser() = default;

Status XmlParser::feed(std::string_view bytes, bool last) {
    const auto parsed =
        ::XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
    fed_ += bytes.size();
    if (too_much_)
        return fail(Fault::malformed, "the workbook holds what no spreadsheet writes", "open it and save it again");
    if (parsed != XML_STATUS_OK) return fail(Fault::malformed, "the workbook is damaged", "open it and save it again");
    const auto at = ::XML_GetCurrentByteIndex(parser_.get());
    if (!last && at >= 0 && fed_ - static_cast<std::uint64_t>(at) > limits::kXmlTagBytes)
        return fail(Fault::too_big, "the workbook has a tag that does not end", "open it and save it again");
    return ok();
}

std::string_view attribute(const char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2)
        if (local(attributes[0]) == name) return attributes[1];
    return {};
}

}  // namespace tern::exchange
