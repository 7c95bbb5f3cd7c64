#include "sync_server/net/request_check.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>

namespace tern::server {
namespace {

namespace beast = boost::beast;
using Field = beast::http::field;

Page bad(const char* text) { return {400, "text/plain; charset=utf-8", text}; }

bool letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// uri-host [":" port], by its characters; empty is allowed.
bool host_fits(std::string_view host) {
    return std::all_of(host.begin(), host.end(), [](char c) {
        return letter_or_digit(c) || std::string_view("-._~!$&'()*+;=%:[]").find(c) != std::string_view::npos;
    });
}

/// Base64 of 16 bytes.
bool key_fits(std::string_view key) {
    return key.size() == 24 && key.substr(22) == "==" && std::all_of(key.begin(), key.begin() + 22, [](char c) {
               return letter_or_digit(c) || c == '+' || c == '/';
           });
}

std::size_t scheme_size(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (beast::iequals(target.substr(0, scheme.size()), scheme)) return scheme.size();
    return 0;
}

std::string_view target_of(const Request& request) {
    const auto target = request.target();
    return {target.data(), target.size()};
}
std::string_view value_of(const Request& request, Field field) {
    const auto value = request[field];
    return {value.data(), value.size()};
}

bool target_fits(std::string_view target, beast::http::verb method) {
    if (target.find('#') != std::string_view::npos) return false;
    if (method == beast::http::verb::options && target == "*") return true;
    return method == beast::http::verb::connect || target.front() == '/' || scheme_size(target) > 0;
}

}  // namespace

std::optional<Page> fault_of(const Request& request) {
    const auto hosts = request.count(Field::host);
    if (hosts > 1 || (hosts == 0 && request.version() > 10) || !host_fits(value_of(request, Field::host)))
        return bad("a request names one host\n");
    if (target_of(request).empty() || !target_fits(target_of(request), request.method()))
        return bad("the request's target is not a path\n");
    // How long the body is would be anybody's guess.
    if (const auto codings = request.count(Field::transfer_encoding);
        codings > 1 || (codings == 1 && !beast::iequals(value_of(request, Field::transfer_encoding), "chunked")))
        return bad("only chunked bodies are understood\n");
    return std::nullopt;
}

std::optional<Page> upgrade_fault_of(const Request& request) {
    const auto versions = request.count(Field::sec_websocket_version);
    if (versions > 1) return bad("a WebSocket has one version\n");
    if (versions == 0 || value_of(request, Field::sec_websocket_version) != "13")
        return Page{426, "text/plain; charset=utf-8", "devices speak version 13 of WebSocket\n"};
    if (request.count(Field::sec_websocket_key) != 1 || !key_fits(value_of(request, Field::sec_websocket_key)))
        return bad("a WebSocket's key is 16 bytes in Base64\n");
    if (request.count(Field::transfer_encoding) > 0 ||
        (request.count(Field::content_length) > 0 && value_of(request, Field::content_length) != "0"))
        return bad("a WebSocket begins without a body\n");
    return std::nullopt;
}

std::string_view path_of(const Request& request) {
    const auto target = target_of(request);
    const auto scheme = scheme_size(target);
    if (scheme == 0) return target;
    const auto path = target.find_first_of("/?", scheme);
    return path == std::string_view::npos ? "/" : target.substr(path);
}

}  // namespace tern::server
