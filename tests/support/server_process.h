// The real tern-server in a process and a folder of its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tern::test {

class ServerProcess {
public:
    /// `arguments` follow `serve --data FOLDER --listen 127.0.0.1:0`. Waits for its first line.
    ServerProcess(const std::string& folder, std::vector<std::string> arguments);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// 0: it did not come up.
    std::uint16_t port() const { return port_; }
    pid_t pid() const { return process_; }
    const std::string& first_line() const { return first_line_; }
    void signal(int number);
    /// Sends the signal, waits, and returns the exit status; -1 where a signal ended it.
    int stop(int number);

private:
    pid_t process_ = -1;
    std::uint16_t port_ = 0;
    std::string first_line_;
};

/// Runs `tern-server ARGUMENTS`; exit status and standard output.
struct Ran {
    int status = -1;
    std::string output;
};
Ran run_server(const std::string& arguments);
/// A key and a certificate for localhost that nobody will trust, in `folder`: key.pem, cert.pem.
bool make_certificate(const std::string& folder);

}  // namespace tern::test
