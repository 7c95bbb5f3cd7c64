#include "sync_server/net/tls.h"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <boost/asio/ip/address.hpp>

namespace tern::server {
namespace {

std::string address_text(const ASN1_OCTET_STRING* address) {
    const auto* data = ASN1_STRING_get0_data(address);
    namespace ip = boost::asio::ip;
    if (ASN1_STRING_length(address) == 4) {
        ip::address_v4::bytes_type bytes;
        std::copy_n(data, bytes.size(), bytes.begin());
        return ip::address_v4(bytes).to_string();
    }
    if (ASN1_STRING_length(address) != 16) return {};
    ip::address_v6::bytes_type bytes;
    std::copy_n(data, bytes.size(), bytes.begin());
    return ip::address_v6(bytes).to_string();
}

std::vector<std::string> names_of(X509* certificate) {
    std::vector<std::string> out;
    auto* names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names); ++i) {
        const auto* name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_DNS)
            out.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
                             static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            if (auto text = address_text(name->d.iPAddress); !text.empty()) out.push_back(std::move(text));
    }
    GENERAL_NAMES_free(names);
    return out;
}

}  // namespace

Result<TlsIdentity> load_tls(const std::string& certificate, const std::string& key) {
    using boost::asio::ssl::context;
    TlsIdentity out;
    out.context = std::make_unique<context>(context::tls_server);
    boost::system::error_code error;
    out.context->use_certificate_chain_file(certificate, error);
    if (error)
        return fail(Fault::bad_argument, "the certificate cannot be read",
                    "check --tls-cert: a PEM file with the server's certificate and its chain");
    out.context->use_private_key_file(key, context::pem, error);
    if (error)
        return fail(Fault::bad_argument, "the key cannot be read, or does not fit the certificate",
                    "check --tls-key: a PEM file without a password");
    auto* native = out.context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);  // 34 KiB less for each idle connection
    out.names = names_of(SSL_CTX_get0_certificate(native));
    return out;
}

}  // namespace tern::server
