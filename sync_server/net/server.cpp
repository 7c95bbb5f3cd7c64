#include "sync_server/net/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <optional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "sync_server/limits.h"
#include "sync_server/net/connection.h"
#include "sync_server/net/hub.h"
#include "sync_server/net/tls.h"

namespace tern::server {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

/// What the kernel may hold for one reader: enough for a megabyte a second at 200 ms, little enough for thousands.
constexpr int kSendBuffer = 256 * 1024;
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::seconds kTidyPause{5};
/// Connections whose going frees enough to be worth the while: 100 KiB each.
constexpr std::size_t kCrowd = 200;

/// What was freed goes back to the system. The allocator keeps it otherwise, wherever something small lives above it.
void release_memory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

std::string host_and_port(const Tcp::endpoint& endpoint) {
    const auto host = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

}  // namespace

struct Server::Impl {
    asio::io_context io{1};
    Tcp::acceptor acceptor{io};
    std::optional<TlsIdentity> tls;
    std::vector<std::string> names;
    asio::signal_set signals{io};
    asio::steady_timer pause{io};
    asio::steady_timer last_call{io};
    asio::steady_timer tidying{io};
    std::size_t crowd = 0;  ///< the most connections seen since memory was last released
    std::optional<Hub> hub;
    std::function<void(const std::string&)> log;

    Status listen(const ListenOptions& options);
    void accept();
    void serve(Tcp::socket socket);
    void tidy();
    void stop();
};

Status Server::Impl::listen(const ListenOptions& options) {
    Error error;
    Tcp::resolver resolver{io};
    const auto found =
        resolver.resolve(options.host, options.port, Tcp::resolver::passive | Tcp::resolver::numeric_service, error);
    if (error || found.empty())
        return fail(Fault::bad_argument, "the address to listen on is not understood",
                    "give HOST:PORT, for example 0.0.0.0:8443");
    const Tcp::endpoint endpoint = *found.begin();
    if (options.insecure && !endpoint.address().is_loopback())
        return fail(Fault::bad_argument, "without TLS the server listens on loopback addresses only",
                    "give --tls-cert and --tls-key, or listen on 127.0.0.1");
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(Fault::network, "the server cannot listen there: " + error.message(),
                    "choose another address or port, or stop what is using it");
    return ok();
}

void Server::Impl::accept() {
    acceptor.async_accept([this](const Error& error, Tcp::socket socket) {
        if (error == asio::error::operation_aborted || !acceptor.is_open()) return;
        if (!error) {
            serve(std::move(socket));
            return accept();
        }
        // Out of file descriptors, most likely: others must go before one more can come.
        log("event=accept_failed");
        pause.expires_after(kAcceptPause);
        pause.async_wait([this](const Error& stopped) {
            if (!stopped) accept();
        });
    });
}

void Server::Impl::serve(Tcp::socket socket) {
    Error error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;
    auto address = remote.address().to_string();
    if (!hub->admit(address)) return;
    socket.set_option(Tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::send_buffer_size(kSendBuffer), error);
    if (tls)
        serve_tls(std::move(socket), std::move(address), *tls->context, *hub);
    else
        serve_plain(std::move(socket), std::move(address), *hub);
}

/// After a crowd has gone, not after each of its members.
void Server::Impl::tidy() {
    tidying.expires_after(kTidyPause);
    tidying.async_wait([this](const Error& error) {
        if (error) return;
        const auto open = hub->gate()->open();
        crowd = std::max(crowd, open);
        if (open + kCrowd <= crowd) {
            release_memory();
            crowd = open;
        }
        tidy();
    });
}

void Server::Impl::stop() {
    log("event=stopping");
    Error ignored;
    acceptor.close(ignored);
    pause.cancel();
    tidying.cancel();
    hub->stop([this] { io.stop(); });
    last_call.expires_after(std::chrono::milliseconds(limits::kStopMs));
    last_call.async_wait([this](const Error& error) {
        if (!error) io.stop();
    });
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(const ListenOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->names = options.names;
    if (!options.insecure) {
        TERN_TRY(tls, load_tls(options.tls_certificate, options.tls_key));
        impl->names.insert(impl->names.end(), tls.names.begin(), tls.names.end());
        impl->tls = std::move(tls);
    } else {
        for (const auto& name : {options.host, std::string("localhost"), std::string("127.0.0.1"), std::string("::1")})
            impl->names.push_back(name);
    }
    TERN_CHECK(impl->listen(options));
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::string Server::address() const {
    Error ignored;
    return host_and_port(impl_->acceptor.local_endpoint(ignored));
}

const std::vector<std::string>& Server::names() const { return impl_->names; }

bool Server::run(Core& core, const std::function<void(const std::string&)>& log,
                 const std::function<void()>& accepting) {
    Impl& impl = *impl_;
    impl.log = log;
    impl.hub.emplace(impl.io, core, log);
    impl.hub->start();
    impl.signals.add(SIGTERM);
    impl.signals.add(SIGINT);
    impl.signals.async_wait([&impl](const Error& error, int) {
        if (!error) impl.stop();
    });
    impl.accept();
    impl.tidy();
    accepting();
    impl.io.run();
    return !impl.hub->failed();
}

}  // namespace tern::server
