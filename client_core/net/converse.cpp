#include "client_core/net/converse.h"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <chrono>
#include <deque>

#include "client_core/sync/limits.h"
#include "protocol/limits.h"

namespace tern::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Tcp = asio::ip::tcp;
using Plain = websocket::stream<beast::tcp_stream>;
using Secure = websocket::stream<beast::ssl_stream<beast::tcp_stream>>;
using std::chrono::milliseconds;

/// No certificate is older than the program that checks it.
constexpr Millis kBuildTime = 1'760'000'000'000;

Failure unreachable(const char* step, const beast::error_code& error) {
    return fail(Fault::network, std::string("the server cannot be reached (") + step + ": " + error.message() + ")",
                "check the network and the server's address");
}

Failure untrusted(long verdict, const beast::error_code& error) {
    if (verdict == X509_V_OK) return unreachable("secure connection", error);
    if (verdict == X509_V_ERR_CERT_HAS_EXPIRED || verdict == X509_V_ERR_CERT_NOT_YET_VALID)
        return fail(Fault::network, "the server's certificate is not valid at this device's date",
                    "check this device's clock, or tell the server's admin");
    return fail(Fault::network,
                std::string("the server's certificate is not trusted (") + X509_verify_cert_error_string(verdict) + ")",
                "check the address; a server with an authority of its own needs --ca FILE");
}

/// Drives the conversation over a stream that is connected step by step.
template <class Stream>
class Driver {
public:
    Driver(asio::io_context& io, Stream& stream, const Endpoint& endpoint, const Clock& clock,
           const std::atomic<bool>& stop, Conversation& conversation)
        : io_(io),
          stream_(stream),
          endpoint_(endpoint),
          clock_(clock),
          stop_(stop),
          conversation_(conversation),
          resolver_(io),
          tick_(io) {}

    Status run() {
        beast::get_lowest_layer(stream_).expires_after(milliseconds(kConnectMs));
        resolver_.async_resolve(endpoint_.host, endpoint_.port, [this](auto error, auto results) {
            if (error) return end(unreachable("address", error));
            beast::get_lowest_layer(stream_).async_connect(results, [this](auto failed, auto) {
                if (failed) return end(unreachable("connection", failed));
                connected();
            });
        });
        schedule_tick();
        while (!done_) io_.run_one();
        tick_.cancel();
        beast::error_code ignored;
        beast::get_lowest_layer(stream_).socket().close(ignored);
        io_.restart();
        io_.poll();  // what was cancelled runs out here, while everything it refers to lives
        return result_ ? Status{*result_} : ok();
    }

private:
    void connected() {
        beast::error_code ignored;
        beast::get_lowest_layer(stream_).socket().set_option(Tcp::no_delay(true), ignored);
        if constexpr (std::is_same_v<Stream, Secure>) {
            stream_.next_layer().async_handshake(asio::ssl::stream_base::client, [this](auto error) {
                if (error) return end(untrusted(SSL_get_verify_result(stream_.next_layer().native_handle()), error));
                upgrade();
            });
        } else {
            upgrade();
        }
    }

    void upgrade() {
        beast::get_lowest_layer(stream_).expires_never();
        websocket::stream_base::timeout timeout{milliseconds(kConnectMs), milliseconds(kIdleMs), true};
        stream_.set_option(timeout);
        stream_.read_message_max(tern::limits::kMessageBytes);
        stream_.binary(true);
        stream_.async_handshake(endpoint_.host + ":" + endpoint_.port, "/sync", [this](auto error) {
            if (error) return end(unreachable("WebSocket", error));
            open_ = true;
            read();
        });
    }

    void read() {
        stream_.async_read(buffer_, [this](auto error, std::size_t) {
            if (error) return end(goodbye(error));
            const auto data = buffer_.cdata();
            const ByteView bytes{static_cast<const std::uint8_t*>(data.data()), data.size()};
            take(conversation_.on_message(bytes, now()));
            buffer_.consume(buffer_.size());
            if (!done_ && !closing_) read();
        });
    }

    Failure goodbye(const beast::error_code& error) const {
        const auto& reason = stream_.reason();
        if (error == websocket::error::closed && !reason.reason.empty())
            return fail(Fault::network,
                        "the server closed the connection: " + std::string(reason.reason.data(), reason.reason.size()),
                        "it is tried again by itself");
        return fail(Fault::network, "the connection to the server broke", "it is tried again by itself");
    }

    void take(sync::Turn turn) {
        for (auto& bytes : turn.send) queue_.push_back(std::move(bytes));
        write();
        if (turn.ended) return end(*turn.ended);
        if (conversation_.finished()) {
            closing_ = true;
            if (!writing_) close();
            return;
        }
        if (turn.work_left && !working_) {
            working_ = true;
            asio::post(io_, [this] {
                working_ = false;
                if (!done_ && !closing_) take(conversation_.on_work(now()));
            });
        }
    }

    void write() {
        if (writing_ || queue_.empty() || !open_) return;
        writing_ = true;
        stream_.async_write(asio::buffer(queue_.front()), [this](auto error, std::size_t) {
            writing_ = false;
            if (error) return end(goodbye(error));
            queue_.pop_front();
            if (!queue_.empty())
                write();
            else if (closing_)
                close();
        });
    }

    void close() {
        stream_.async_close(websocket::close_code::normal, [this](auto) { done_ = true; });
    }

    void schedule_tick() {
        tick_.expires_after(milliseconds(kTickMs));
        tick_.async_wait([this](auto error) {
            if (error || done_) return;
            if (stop_) return end(fail(Fault::canceled, "stopped"));
            if (open_ && !closing_ && conversation_.on_tick) take(conversation_.on_tick(now()));
            schedule_tick();
        });
    }

    void end(Failure failure) {
        if (!result_ && !closing_) result_ = std::move(failure);
        done_ = true;
    }

    sync::Now now() const { return {clock_.wall_ms(), clock_.steady_ms()}; }

    asio::io_context& io_;
    Stream& stream_;
    const Endpoint& endpoint_;
    const Clock& clock_;
    const std::atomic<bool>& stop_;
    Conversation& conversation_;
    Tcp::resolver resolver_;
    asio::steady_timer tick_;
    beast::flat_buffer buffer_{tern::limits::kMessageBytes + 1024};
    std::deque<Bytes> queue_;
    std::optional<Failure> result_;
    bool open_ = false;
    bool writing_ = false;
    bool working_ = false;
    bool closing_ = false;
    bool done_ = false;
};

Status prepare(asio::ssl::context& context, const Trust& trust) {
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                        asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_sslv3);
    context.set_verify_mode(asio::ssl::verify_peer);
    beast::error_code error;
    auto* parameters = SSL_CTX_get0_param(context.native_handle());
    if (trust.pinned_ca.empty()) {
        context.set_default_verify_paths(error);
        X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(std::max(kBuildTime, trust.now) / 1000));
    } else {
        context.add_certificate_authority(asio::buffer(trust.pinned_ca), error);
        X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_NO_CHECK_TIME);
    }
    if (error)
        return fail(Fault::bad_argument, "the certificate authority's file cannot be used",
                    "give a PEM file with --ca");
    return ok();
}

Status expect_host(SSL* tls, const std::string& host) {
    auto* parameters = SSL_get0_param(tls);
    beast::error_code error;
    asio::ip::make_address(host, error);
    const bool set = error ? X509_VERIFY_PARAM_set1_host(parameters, host.c_str(), 0) == 1 &&
                                 SSL_set_tlsext_host_name(tls, host.c_str()) == 1
                           : X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1;
    return set ? ok() : Status{fail(Fault::internal, "the server's name cannot be checked")};
}

Status converse_unguarded(const Endpoint& endpoint, const Trust& trust, const Clock& clock,
                          const std::atomic<bool>& stop, Conversation& conversation) {
    asio::io_context io{1};
    if (!endpoint.tls) {
        Plain stream{io};
        return Driver<Plain>{io, stream, endpoint, clock, stop, conversation}.run();
    }
    asio::ssl::context context{asio::ssl::context::tls_client};
    TERN_CHECK(prepare(context, trust));
    Secure stream{io, context};
    TERN_CHECK(expect_host(stream.next_layer().native_handle(), endpoint.host));
    return Driver<Secure>{io, stream, endpoint, clock, stop, conversation}.run();
}

}  // namespace

Status converse(const Endpoint& endpoint, const Trust& trust, const Clock& clock, const std::atomic<bool>& stop,
                Conversation conversation) {
    try {
        return converse_unguarded(endpoint, trust, clock, stop, conversation);
    } catch (const std::exception& error) {  // Asio's and the allocator's: they end this connection and nothing else
        return fail(Fault::network, std::string("the connection failed: ") + error.what(),
                    "it is tried again by itself");
    }
}

Millis backoff(unsigned tries) {
    const unsigned doublings = std::min(tries == 0 ? 0U : tries - 1, 16U);
    const Millis full = std::min(sync::limits::kBackoffLastMs, sync::limits::kBackoffFirstMs << doublings);
    std::uint32_t random = 0;
    suite::random({reinterpret_cast<std::uint8_t*>(&random), sizeof random});
    return static_cast<Millis>(random % static_cast<std::uint32_t>(full + 1));
}

}  // namespace tern::net
