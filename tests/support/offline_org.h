// A data folder of a one-person org, made without a server: founded against a script that agrees to everything.
#pragma once

#include <memory>
#include <string>

#include <tern/client.h>

namespace tern::test {

/// The folder goes with it.
class OfflineOrg {
public:
    explicit OfflineOrg(const std::string& org_name = "Acme");
    ~OfflineOrg();
    OfflineOrg(const OfflineOrg&) = delete;
    OfflineOrg& operator=(const OfflineOrg&) = delete;

    std::string folder() const { return path_ + "/data"; }
    std::string key_file() const { return path_ + "/key"; }
    const std::string& path() const { return path_; }
    /// The founder's client: ann@acme.example, "Ann Lee".
    Client& client() { return *client_; }
    /// Another one on the same folder.
    std::unique_ptr<Client> open() const;

private:
    std::string path_;
    std::unique_ptr<Client> client_;
};

}  // namespace tern::test
