// The server's certificate, and the names that it vouches for.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>
#include <vector>

#include "protocol/base/result.h"

namespace tern::server {

struct TlsIdentity {
    std::unique_ptr<boost::asio::ssl::context> context;
    std::vector<std::string> names;  ///< of the certificate: DNS names and addresses
};

/// PEM files: the certificate with its chain, and its key. TLS 1.2 and newer.
Result<TlsIdentity> load_tls(const std::string& certificate, const std::string& key);

}  // namespace tern::server
