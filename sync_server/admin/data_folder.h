// The server's data folder: one database, one lock, nobody else's business.
#pragma once

#include <memory>
#include <string>

#include "protocol/base/result.h"
#include "sync_server/store/sqlite_store.h"

namespace tern::server {

/// Held for as long as a server serves from the folder. Gone with the process, however it ends.
class FolderLock {
public:
    /// `busy` where another server serves from there.
    static Result<FolderLock> take(const std::string& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

/// Makes the folder, for its owner only; one that is there is left as it is.
Status make_folder(const std::string& folder);
/// `not_found` where the folder holds no server's data, unless `create`.
Result<std::unique_ptr<SqliteStore>> open_store(const std::string& folder, bool create);

}  // namespace tern::server
