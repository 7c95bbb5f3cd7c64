#include "client_core/net/endpoint.h"

#include <algorithm>

namespace tern::net {
namespace {

bool is_loopback(std::string_view host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

}  // namespace

Result<Endpoint> Endpoint::read(std::string_view url) {
    const auto bad = [] {
        return fail(Fault::bad_argument, "this is no server address",
                    "write it as wss://tern.example or wss://tern.example:8443");
    };
    Endpoint out;
    if (url.starts_with("wss://"))
        url.remove_prefix(6);
    else if (url.starts_with("ws://")) {
        out.tls = false;
        url.remove_prefix(5);
    } else
        return bad();
    while (url.ends_with('/')) url.remove_suffix(1);
    auto colon = url.rfind(':');
    if (url.starts_with('[')) {
        const auto close = url.find(']');
        if (close == std::string_view::npos) return bad();
        out.host = std::string(url.substr(1, close - 1));
        colon = url.size() > close + 1 && url[close + 1] == ':' ? close + 1 : std::string_view::npos;
    } else {
        out.host = std::string(url.substr(0, colon));
    }
    out.port = colon == std::string_view::npos ? (out.tls ? "443" : "80") : std::string(url.substr(colon + 1));
    const bool port_ok = !out.port.empty() && out.port.size() <= 5 &&
                         std::all_of(out.port.begin(), out.port.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (out.host.empty() || out.host.find('/') != std::string::npos || !port_ok) return bad();
    if (!out.tls && !is_loopback(out.host))
        return fail(Fault::bad_argument, "an unencrypted server may only be this machine", "use wss://");
    return out;
}

std::string Endpoint::url() const {
    const bool v6 = host.find(':') != std::string::npos;
    return std::string(tls ? "wss://" : "ws://") + (v6 ? "[" + host + "]" : host) + ":" + port;
}

}  // namespace tern::net
