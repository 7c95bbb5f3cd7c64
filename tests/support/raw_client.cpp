#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace tern::test {

namespace {

/// One for all: a context of its own for each of thousands of clients would be most of their memory.
SSL_CTX* client_context() {
    static SSL_CTX* const context = SSL_CTX_new(TLS_client_method());
    return context;
}

sockaddr_in loopback(const char* address, std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &out.sin_addr);
    return out;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, bool tls, const char* source) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval limit{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const auto from = loopback(source, 0);
    const auto address = loopback("127.0.0.1", port);
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0 ||
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
        return;
    }
    if (!tls) return;
    ssl_ = SSL_new(client_context());
    SSL_set_fd(ssl_, socket_);
    if (SSL_connect(ssl_) != 1) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawClient::~RawClient() {
    if (ssl_ != nullptr) SSL_free(ssl_);
    if (socket_ >= 0) ::close(socket_);
}

void RawClient::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ssl_ != nullptr ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                                       : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

std::size_t RawClient::read_some(char* to, std::size_t size) {
    const auto n = ssl_ != nullptr ? SSL_read(ssl_, to, static_cast<int>(size)) : ::recv(socket_, to, size, 0);
    return n > 0 ? static_cast<std::size_t>(n) : 0;
}

bool RawClient::read_exactly(std::uint8_t* to, std::size_t size) {
    while (size > 0) {
        const auto n = read_some(reinterpret_cast<char*>(to), size);
        if (n == 0) return false;
        to += n;
        size -= n;
    }
    return true;
}

std::string RawClient::read_all() {
    std::string out;
    char buffer[4096];
    while (const auto n = read_some(buffer, sizeof buffer)) out.append(buffer, n);
    return out;
}

std::string RawClient::upgrade() {
    write(
        "GET /sync HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    std::string head;
    for (char c = 0; head.find("\r\n\r\n") == std::string::npos && read_some(&c, 1) == 1;) head.push_back(c);
    return head.substr(0, head.find("\r\n"));
}

void RawClient::send_frame(std::uint8_t opcode, ByteView payload) {
    ByteWriter frame;
    frame.u8(static_cast<std::uint8_t>(0x80 | opcode));
    if (payload.size() < 126)
        frame.u8(static_cast<std::uint8_t>(0x80 | payload.size()));
    else if (payload.size() < 65536)
        frame.u8(0x80 | 126).u16(static_cast<std::uint16_t>(payload.size()));
    else
        frame.u8(0x80 | 127).u64(payload.size());
    frame.u32(0);  // a mask of zeros changes nothing
    frame.raw(payload);
    write(text(frame.bytes()));
}

void RawClient::send_message(ByteView message) { send_frame(2, message); }

std::optional<Bytes> RawClient::read_message() {
    for (;;) {
        std::uint8_t head[2];
        if (!read_exactly(head, 2)) return std::nullopt;
        std::uint8_t longer[8];
        std::size_t size = head[1] & 0x7f;
        const std::size_t width = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (width != 0) {
            if (!read_exactly(longer, width)) return std::nullopt;
            size = 0;
            for (std::size_t i = 0; i < width; ++i) size = size << 8 | longer[i];
        }
        Bytes payload(size);
        if (!read_exactly(payload.data(), size)) return std::nullopt;
        const int opcode = head[0] & 0x0f;
        if (opcode == 9) send_frame(10, payload);
        if (opcode == 8) {
            if (size >= 2) close_code_ = static_cast<std::uint16_t>(payload[0] << 8 | payload[1]);
            return std::nullopt;
        }
        if (opcode == 2) return payload;
    }
}

}  // namespace tern::test
