// What RFC 9112 and RFC 6455 want of a request that Beast's parser lets pass.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <optional>
#include <string_view>

#include "sync_server/net/pages.h"

namespace tern::server {

using Request = boost::beast::http::request<boost::beast::http::empty_body>;

/// The answer to a request that no server may take.
std::optional<Page> fault_of(const Request& request);
/// The answer to a request to upgrade that is not WebSocket as in RFC 6455, 4.2.1.
std::optional<Page> upgrade_fault_of(const Request& request);
/// The target without scheme and authority: proxies send those.
std::string_view path_of(const Request& request);

}  // namespace tern::server
