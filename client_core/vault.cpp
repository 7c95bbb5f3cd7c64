#include "client_core/vault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "client_core/crypto/password.h"
#include "client_core/crypto/primitives.h"

namespace tern {
namespace {

constexpr std::string_view kMagic = "TRNV";
constexpr std::size_t kWrapped = 32 + crypto::kCae1Overhead;

std::string vault_path(const std::string& folder) { return folder + "/vault"; }

Failure not_writable(const std::string& folder) {
    return fail(Fault::storage, "the data folder " + folder + " cannot be written to",
                "check that it exists, its owner and its permissions");
}

Result<Bytes> read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) return fail(Fault::not_found, path + " cannot be read");
    return Bytes{std::istreambuf_iterator<char>{in}, {}};
}

/// Whole and durable, or not there: written beside and renamed.
bool write_file(const std::string& path, ByteView bytes) {
    const std::string beside = path + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0) return false;
    const bool written =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    ::close(file);
    return written && ::rename(beside.c_str(), path.c_str()) == 0;
}

Result<crypto::Key> device_key(const std::string& path, bool make) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        if (!make)
            return fail(Fault::wrong_key, "there is no device key file " + path,
                        "give the file that this folder was made with");
        const auto key = crypto::random_key();
        if (!write_file(path, key)) return not_writable(path);
        return key;
    }
    if ((info.st_mode & 077) != 0)
        return fail(Fault::forbidden, "others may read the device key file " + path, "chmod 600 it");
    TERN_TRY(bytes, read_file(path));
    const crypto::WipeAtEnd wipe{bytes};
    if (bytes.size() != 32) return fail(Fault::bad_argument, "a device key file has 32 bytes");
    return crypto::Key{bytes};
}

Result<crypto::Key> password_key(const std::string& password, ByteView salt) {
    TERN_TRY(normal, crypto::normal_password(password));
    return crypto::stretch(normal, salt, {});
}

crypto::Key database_key(const crypto::Key& master) { return crypto::derive(master, 1, "fs1devdb"); }

Result<Bytes> wrap(const Result<crypto::Key>& key, std::string_view label, const crypto::Key& master) {
    if (!key) return key.error();
    return crypto::cae1_seal(*key, view(label), master);
}

}  // namespace

Result<crypto::Key> open_vault(const std::string& folder, const Unlock& unlock) {
    auto file = read_file(vault_path(folder));
    if (!file)
        return fail(Fault::not_found, "there is no Tern data in " + folder,
                    "create an org with `tern org create` or join one with `tern join`");
    ByteReader in{*file};
    const bool magic = equal(in.raw(4), view(kMagic));
    const auto version = in.u8();
    const auto salt = in.array<16>();
    const Bytes by_password = copy(in.lp());
    const Bytes by_device = copy(in.lp());
    if (magic && version > 1)
        return fail(Fault::newer_version, "this data was written by a newer version of Tern",
                    "install the newer version");
    if (!magic || !in.done())
        return fail(Fault::storage, "the data folder's vault is damaged",
                    "restore the folder from a backup, or log in again on an empty one");
    const auto wrong = [](const char* what) {
        return fail(Fault::wrong_key, std::string("the ") + what + " does not open this data folder",
                    "check it and try again");
    };
    const char* what = "password";
    Result<Bytes> master = fail(Fault::wrong_key, "this data folder is locked",
                                "give --password-file, TERN_PASSWORD or --device-key-file");
    if (unlock.device_key_file && !by_device.empty()) {
        what = "device key";
        TERN_TRY(key, device_key(*unlock.device_key_file, false));
        master = crypto::cae1_open(key, view("device"), by_device);
    } else if (unlock.password && !by_password.empty()) {
        TERN_TRY(key, password_key(*unlock.password, salt));
        master = crypto::cae1_open(key, view("password"), by_password);
    } else {
        return master.error();
    }
    if (!master || master->size() != 32) return wrong(what);
    const crypto::WipeAtEnd wipe{*master};
    return database_key(crypto::Key{*master});
}

Result<crypto::Key> create_vault(const std::string& folder, const Unlock& unlock) {
    std::error_code error;
    const bool made = std::filesystem::create_directories(folder, error);
    if (error) return not_writable(folder);
    if (made) ::chmod(folder.c_str(), 0700);
    if (std::filesystem::exists(vault_path(folder)))
        return fail(Fault::already_exists, "there is an account in this data folder already",
                    "use another folder with --data");
    const auto master = crypto::random_key();
    const auto salt = suite::random_array<16>();
    Bytes by_password;
    Bytes by_device;
    if (unlock.password) {
        TERN_TRY(wrapped, wrap(password_key(*unlock.password, salt), "password", master));
        by_password = wrapped;
    }
    if (unlock.device_key_file) {
        TERN_TRY(wrapped, wrap(device_key(*unlock.device_key_file, true), "device", master));
        by_device = wrapped;
    }
    if (by_password.empty() && by_device.empty())
        return fail(Fault::bad_argument, "a data folder needs a password", "give --password-file or TERN_PASSWORD");
    ByteWriter out;
    out.raw(view(kMagic)).u8(1).raw(salt).lp(by_password).lp(by_device);
    if (!write_file(vault_path(folder), out.bytes())) return not_writable(folder);
    return database_key(master);
}

}  // namespace tern
