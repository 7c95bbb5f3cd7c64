// The process's sockets: listens, serves, and stops in good order.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "protocol/base/result.h"
#include "sync_server/session/core.h"

namespace tern::server {

struct ListenOptions {
    std::string host;
    std::string port;
    bool insecure = false;
    std::string tls_certificate;
    std::string tls_key;
    /// Added to those that the server knows itself by.
    std::vector<std::string> names;
};

class Server {
public:
    /// Binds, and reads the certificate; serves nobody yet.
    static Result<std::unique_ptr<Server>> open(const ListenOptions& options);
    ~Server();

    /// HOST:PORT as bound: the real port where 0 was asked for.
    std::string address() const;
    /// By which devices may dial.
    const std::vector<std::string>& names() const;
    /// Until SIGTERM or SIGINT, then stops in good order: true. False where the store broke.
    bool run(Core& core, const std::function<void(const std::string&)>& log, const std::function<void()>& accepting);

private:
    struct Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tern::server
