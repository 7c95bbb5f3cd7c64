// Where a server is, and whom to believe that it is the one.
#pragma once

#include <string>
#include <string_view>

#include "protocol/base/clock.h"
#include "protocol/base/result.h"

namespace tern::net {

struct Endpoint {
    bool tls = true;
    std::string host;
    std::string port;

    /// `wss://HOST[:PORT]`, or `ws://` where HOST is this machine: passwords and keys never travel, but metadata would.
    static Result<Endpoint> read(std::string_view url);
    std::string url() const;
};

struct Trust {
    std::string
        pinned_ca;   ///< PEM; empty: the system's authorities. Under a pinned one, certificate dates are not checked.
    Millis now = 0;  ///< dates are checked at max(build date, this)
};

}  // namespace tern::net
