#include "tests/support/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace tern::test {
namespace {

int exit_status(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

}  // namespace

ServerProcess::ServerProcess(const std::string& folder, std::vector<std::string> arguments) {
    int out[2];
    if (::pipe(out) != 0) return;
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(out[1], STDOUT_FILENO);
        ::close(out[0]);
        ::close(out[1]);
        if (const int log = ::open((folder + ".log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600); log >= 0)
            ::dup2(log, STDERR_FILENO);
        std::vector<std::string> all{TERN_SERVER_PROGRAM, "serve", "--data", folder, "--listen", "127.0.0.1:0"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (auto& argument : all) argv.push_back(argument.data());
        argv.push_back(nullptr);
        ::execv(TERN_SERVER_PROGRAM, argv.data());
        ::_exit(127);
    }
    ::close(out[1]);
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) first_line_.push_back(c);
    ::close(out[0]);
    if (const auto colon = first_line_.rfind(':'); colon != std::string::npos)
        port_ = static_cast<std::uint16_t>(std::atoi(first_line_.c_str() + colon + 1));
}

ServerProcess::~ServerProcess() {
    if (process_ > 0) stop(SIGKILL);
}

void ServerProcess::signal(int number) {
    if (process_ > 0) ::kill(process_, number);
}

int ServerProcess::stop(int number) {
    if (process_ <= 0) return -1;
    signal(number);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return exit_status(status);
}

Ran run_server(const std::string& arguments) {
    Ran ran;
    std::string command{TERN_SERVER_PROGRAM};
    command.append(" ").append(arguments).append(" 2>&1");
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return ran;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) ran.output.push_back(static_cast<char>(c));
    ran.status = exit_status(::pclose(pipe));
    return ran;
}

bool make_certificate(const std::string& folder) {
    std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost";
    command.append(" -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout ").append(folder).append("/key.pem");
    command.append(" -out ").append(folder).append("/cert.pem 2>/dev/null");
    return std::system(command.c_str()) == 0;
}

}  // namespace tern::test
