#include "sync_server/admin/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace tern::server {
namespace {

std::string database_path(const std::string& folder) { return folder + "/server.db"; }

}  // namespace

Result<FolderLock> FolderLock::take(const std::string& folder) {
    const int file = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(Fault::storage, "the data folder cannot be written to", "check its owner and permissions");
    FolderLock lock{file};
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(Fault::busy, "another tern-server serves from this data folder",
                    "stop it first, or give another folder");
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

Status make_folder(const std::string& folder) {
    ::umask(077);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(Fault::storage, "the data folder cannot be made", "check the path and its permissions");
    return ok();
}

Result<std::unique_ptr<SqliteStore>> open_store(const std::string& folder, bool create) {
    ::umask(077);
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(database_path(folder), missing);
    if (!create && (missing || bytes == 0))
        return fail(Fault::not_found, "there is no server's data in that folder",
                    "check --data; `tern-server serve` makes a new one");
    return SqliteStore::open(database_path(folder));
}

}  // namespace tern::server
