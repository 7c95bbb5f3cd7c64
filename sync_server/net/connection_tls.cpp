#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include "sync_server/net/connection_impl.h"

namespace tern::server {

void serve_tls(Tcp::socket socket, std::string address, asio::ssl::context& tls, Switchboard& hub) {
    auto connection =
        std::make_shared<Connection<beast::ssl_stream<Tcp::socket>>>(std::move(address), hub, std::move(socket), tls);
    connection->watch(kHandshakeTime);
    connection->stream().async_handshake(asio::ssl::stream_base::server, [connection](const Error& error) {
        if (!error) connection->read_request();
    });
}

}  // namespace tern::server
