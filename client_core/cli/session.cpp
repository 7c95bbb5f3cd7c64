#include "client_core/cli/session.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace tern::cli {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : value;
}

std::string usual_folder() {
    const auto data = environment("XDG_DATA_HOME");
    return (data.empty() ? environment("HOME") + "/.local/share" : data) + "/tern";
}

Result<std::string> read_text(const std::string& path, const std::string& what) {
    std::ifstream in{path, std::ios::binary};
    if (!in)
        return fail(Fault::not_found, "the " + what + " " + path + " cannot be read", "check its name and permissions");
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

void Session::add_options(CLI::App& app) {
    folder_ = usual_folder();
    app.add_option("--data", folder_, "data folder")->capture_default_str();
    app.add_flag("--json", json_, "print JSON");
    app.add_option("--password-file", password_file_, "file with the password on its first line (else TERN_PASSWORD)");
    app.add_option("--device-key-file", device_key_file_,
                   "file that stands in for the platform's keychain (else TERN_DEVICE_KEY_FILE)");
    app.add_option("--ca", ca_file_, "PEM file of the one CA to trust, for `org create` and `join`");
}

Result<Client::Options> Session::options() const {
    Client::Options out;
    out.folder = folder_;
    if (!password_file_.empty()) {
        TERN_TRY(text, read_text(password_file_, "password file"));
        text.resize(std::min(text.find('\n'), text.size()));
        if (text.ends_with('\r')) text.pop_back();
        out.unlock.password = text;
    } else if (auto password = environment("TERN_PASSWORD"); !password.empty()) {
        out.unlock.password = password;
    }
    const auto key = device_key_file_.empty() ? environment("TERN_DEVICE_KEY_FILE") : device_key_file_;
    if (!key.empty()) out.unlock.device_key_file = key;
    return out;
}

Result<std::string> Session::pinned_ca() const {
    if (ca_file_.empty()) return std::string{};
    return read_text(ca_file_, "CA file");
}

Result<std::unique_ptr<Client>> Session::open() const {
    TERN_TRY(how, options());
    return Client::open(how);
}

}  // namespace tern::cli
