#include "client_core/exchange/out_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

Failure cannot_write() {
    return fail(Fault::storage, "the file cannot be written", "check the folder's permissions and the disk's space");
}

}  // namespace

Result<OutFile> OutFile::create(const std::string& path) {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
        return fail(Fault::bad_argument, "that is a folder, not a file", "name a file in it");
    // mkstemp makes it with mode 0600 and never follows what somebody has put there.
    std::string temporary = path + ".XXXXXX";
    const int file = ::mkstemp(temporary.data());
    if (file < 0) return cannot_write();
    return OutFile{path, std::move(temporary), file};
}

OutFile::OutFile(OutFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      buffer_(std::move(other.buffer_)),
      file_(std::exchange(other.file_, -1)) {}

OutFile::~OutFile() {
    if (file_ >= 0) ::close(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Status OutFile::write(std::string_view bytes) {
    buffer_ += bytes;
    return buffer_.size() < limits::kChunkBytes ? ok() : flush();
}

Status OutFile::flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const auto n = ::write(file_, left.data(), left.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return cannot_write();
        left.remove_prefix(static_cast<std::size_t>(n));
    }
    buffer_.clear();
    return ok();
}

Status OutFile::commit() {
    TERN_CHECK(flush());
    // A library may have replaced the file's content: by its name, whatever this descriptor shows.
    const int file = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return cannot_write();
    const bool stored = ::fchmod(file, 0600) == 0 && ::fsync(file) == 0;
    ::close(file);
    if (!stored || ::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_write();
    temporary_.clear();
    return ok();
}

}  // namespace tern::exchange
