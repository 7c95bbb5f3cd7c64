#include "sync_server/net/connection_impl.h"

namespace tern::server {

void serve_plain(Tcp::socket socket, std::string address, Switchboard& hub) {
    auto connection = std::make_shared<Connection<Tcp::socket>>(std::move(address), hub, std::move(socket));
    connection->watch(kHandshakeTime);
    connection->read_request();
}

}  // namespace tern::server
