// One connection over a stream of either kind. Included by connection_plain.cpp and connection_tls.cpp only: each takes
// a minute to compile, side by side.
//
// Its life: [TLS] -> HTTP request -> a page and the end, or the upgrade -> messages both ways -> close. One timer
// watches it: until it is admitted, then over each write. Between messages the WebSocket layer's own pings do.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <deque>
#include <optional>

#include "sync_server/limits.h"
#include "sync_server/net/connection.h"
#include "sync_server/net/request_check.h"

namespace tern::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

/// A message that takes longer than this to leave has a reader who is gone, or who means harm.
inline constexpr std::chrono::seconds kWriteTime{60};
inline constexpr std::chrono::milliseconds kHandshakeTime{limits::kHandshakeMs};

/// TLS says itself that nothing more comes (RFC 9112, 9.8), so that nobody in between can cut an answer short. Without
/// waiting for the other side to say so too.
template <class Then>
void say_last(Tcp::socket&, Then then) {
    then();
}
template <class Tls, class Then>
void say_last(Tls& tls, Then then) {
    SSL_set_shutdown(tls.native_handle(), SSL_RECEIVED_SHUTDOWN);
    tls.async_shutdown([then](const Error&) { then(); });
}

template <class Stream>
class Connection final : public Peer, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template <class... Args>
    Connection(std::string address, Switchboard& hub, Tcp::socket socket, Args&... tls)
        : hub_(hub),
          gate_(hub.gate()),
          address_(std::move(address)),
          ws_(std::move(socket), tls...),
          timer_(ws_.get_executor()) {}
    ~Connection() override { gate_->left(address_); }

    Stream& stream() { return ws_.next_layer(); }
    auto self() { return this->shared_from_this(); }

    void watch(std::chrono::milliseconds time) {
        timer_.expires_after(time);
        timer_.async_wait([me = self()](const Error& error) {
            if (!error) me->finish();
        });
    }

    void read_request() {
        parser_.emplace();
        parser_->header_limit(limits::kHttpHeaderBytes);
        http::async_read_header(stream(), buffer_, *parser_,
                                [me = self()](const Error& error, std::size_t) { me->on_request(error); });
    }

    // Peer
    void send(Bytes message) override {
        if (closing_ || finished_) return;
        outbox_.push_back(std::move(message));
        if (outbox_.size() == 1) write_next();
    }
    void close(std::uint16_t code, std::string reason) override {
        if (closing_ || finished_) return;
        closing_.emplace();
        closing_->code = code;
        closing_->reason.assign(reason.data(), std::min(reason.size(), kReasonBytes));
        if (outbox_.empty()) say_goodbye();
    }
    void consumed(std::size_t bytes) override {
        inbox_bytes_ -= std::min(bytes, inbox_bytes_);
        if (inbox_messages_ > 0) --inbox_messages_;
        read_message();
    }
    void admitted() override {
        admitted_ = true;
        ws_.read_message_max(limits::kMessageBytes);
        if (outbox_.empty()) timer_.cancel();
    }
    void stop_reading() override { stopped_ = true; }

private:
    void on_request(const Error& error) {
        if (error == http::error::header_limit)
            return parser_->get().target().empty()
                       ? answer({414, "text/plain; charset=utf-8", "the request's target is too long\n"})
                       : answer({431, "text/plain; charset=utf-8", "the request's header is too long\n"});
        if (error == http::error::body_limit)
            return answer({413, "text/plain; charset=utf-8", "the request's body is too long\n"});
        if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
            error != http::error::end_of_stream)
            return answer({400, "text/plain; charset=utf-8", "this is not HTTP/1.1\n"});
        if (error) return finish();
        const auto& request = parser_->get();
        if (auto fault = fault_of(request)) return answer(std::move(*fault));
        const auto path = path_of(request);
        if (websocket::is_upgrade(request) && path == "/sync") {
            if (auto fault = upgrade_fault_of(request)) return answer(std::move(*fault));
            if (buffer_.size() > 0)
                return answer({400, "text/plain; charset=utf-8", "a WebSocket's first word is the server's\n"});
            return upgrade();
        }
        const auto method = request.method_string();
        answer(hub_.page({method.data(), method.size()}, path));
    }

    void answer(Page page) {
        response_.emplace(http::int_to_status(page.status), 11);
        response_->set(http::field::content_type, page.type);
        response_->set(http::field::connection, "close");
        if (page.status == 405) response_->set(http::field::allow, "GET, HEAD");
        if (page.status == 426) {
            response_->set(http::field::connection, "close, upgrade");
            response_->set(http::field::upgrade, "websocket");
            response_->set(http::field::sec_websocket_version, "13");
        }
        response_->body() = std::move(page.body);
        response_->prepare_payload();
        if (parser_->get().method() == http::verb::head) response_->body().clear();  // its length stays announced
        http::async_write(stream(), *response_, [me = self()](const Error& error, std::size_t) {
            error ? me->finish() : say_last(me->stream(), [me] { me->end_http(); });
        });
    }

    /// Says that nothing more comes, and waits for the other side to have read it.
    void end_http() {
        Error ignored;
        beast::get_lowest_layer(ws_).shutdown(Tcp::socket::shutdown_send, ignored);
        drain();
    }
    void drain() {
        buffer_.clear();
        beast::get_lowest_layer(ws_).async_read_some(
            buffer_.prepare(4096),
            [me = self()](const Error& error, std::size_t) { error ? me->finish() : me->drain(); });
    }

    void upgrade() {
        ws_.read_message_max(limits::kStrangerMessageBytes);
        ws_.auto_fragment(false);
        ws_.binary(true);
        websocket::stream_base::timeout times{};
        times.handshake_timeout = std::chrono::milliseconds(limits::kGoodbyeMs);
        times.idle_timeout = std::chrono::milliseconds(limits::kIdleMs);
        times.keep_alive_pings = true;
        ws_.set_option(times);
        ws_.async_accept(parser_->get(), [me = self()](const Error& error) { me->on_accepted(error); });
    }

    void on_accepted(const Error& error) {
        parser_.reset();
        if (error) return finish();
        id_ = hub_.join(self());
        read_message();
    }

    bool full() const { return inbox_bytes_ >= limits::kInboxBytes || inbox_messages_ >= limits::kInboxMessages; }

    void read_message() {
        if (reading_ || finished_ || stopped_ || full()) return;
        reading_ = true;
        ws_.async_read(buffer_, [me = self()](const Error& error, std::size_t) { me->on_message(error); });
    }

    void on_message(const Error& error) {
        reading_ = false;
        if (error) return finish();
        if (!ws_.got_binary())
            return close(static_cast<std::uint16_t>(websocket::close_code::unknown_data), "messages are binary");
        const auto data = buffer_.cdata();
        Bytes message(static_cast<const std::uint8_t*>(data.data()),
                      static_cast<const std::uint8_t*>(data.data()) + data.size());
        buffer_.consume(buffer_.size());
        if (message.size() > kKeptBuffer) buffer_.shrink_to_fit();
        inbox_bytes_ += message.size();
        ++inbox_messages_;
        if (!closing_ && !stopped_) hub_.received(id_, std::move(message));
        read_message();
    }

    void write_next() {
        if (admitted_) watch(kWriteTime);
        ws_.async_write(asio::buffer(outbox_.front()),
                        [me = self()](const Error& error, std::size_t) { me->on_written(error); });
    }

    void on_written(const Error& error) {
        if (error) return finish();
        const auto bytes = outbox_.front().size();
        outbox_.pop_front();
        if (admitted_ && outbox_.empty()) timer_.cancel();
        if (finished_) return;
        hub_.sent(id_, bytes);
        if (!outbox_.empty())
            write_next();
        else if (closing_)
            say_goodbye();
    }

    void say_goodbye() {
        watch(std::chrono::milliseconds(limits::kGoodbyeMs));
        ws_.async_close(*closing_, [me = self()](const Error&) { me->finish(); });
    }

    void finish() {
        if (std::exchange(finished_, true)) return;
        timer_.cancel();
        Error ignored;
        beast::get_lowest_layer(ws_).close(ignored);
        if (id_ != 0) hub_.gone(id_);
    }

    static constexpr std::size_t kKeptBuffer = 4096;
    /// What fits beside the code into a control frame.
    static constexpr std::size_t kReasonBytes = 120;

    Switchboard& hub_;  ///< not in the destructor: it may be gone
    const std::shared_ptr<Gate> gate_;
    const std::string address_;
    websocket::stream<Stream, false> ws_;
    asio::steady_timer timer_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::empty_body>> parser_;
    std::optional<http::response<http::string_body>> response_;
    ConnectionId id_ = 0;
    std::deque<Bytes> outbox_;
    std::size_t inbox_bytes_ = 0;
    std::size_t inbox_messages_ = 0;
    std::optional<websocket::close_reason> closing_;
    bool reading_ = false;
    bool admitted_ = false;
    bool stopped_ = false;
    bool finished_ = false;
};

}  // namespace tern::server
