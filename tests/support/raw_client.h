// A client with its sleeves rolled up: a socket, TLS if wanted, and WebSocket frames by hand. Blocking, ten seconds at
// most.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <optional>
#include <string>

#include "protocol/base/bytes.h"

namespace tern::test {

class RawClient {
public:
    /// Connects to 127.0.0.1, from `source`: any address of 127.0.0.0/8.
    RawClient(std::uint16_t port, bool tls, const char* source = "127.0.0.1");
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return socket_ >= 0; }
    void write(std::string_view bytes);
    /// Until the other side closes.
    std::string read_all();
    /// The upgrade to /sync; the response's first line.
    std::string upgrade();
    void send_message(ByteView message);
    /// The next whole message; nothing when the other side closes. Answers pings.
    std::optional<Bytes> read_message();
    std::uint16_t close_code() const { return close_code_; }

private:
    std::size_t read_some(char* to, std::size_t size);
    bool read_exactly(std::uint8_t* to, std::size_t size);
    void send_frame(std::uint8_t opcode, ByteView payload);

    int socket_ = -1;
    SSL* ssl_ = nullptr;
    std::uint16_t close_code_ = 0;
};

}  // namespace tern::test
