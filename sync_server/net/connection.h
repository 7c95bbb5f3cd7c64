// Takes an accepted socket to where it can speak to the hub: TLS, HTTP, WebSocket.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <string>

#include "sync_server/net/peer.h"

namespace tern::server {

/// `address` was admitted by the hub's gate, which is told left() when the connection ends.
void serve_plain(boost::asio::ip::tcp::socket socket, std::string address, Switchboard& hub);
void serve_tls(boost::asio::ip::tcp::socket socket, std::string address, boost::asio::ssl::context& tls,
               Switchboard& hub);

}  // namespace tern::server
