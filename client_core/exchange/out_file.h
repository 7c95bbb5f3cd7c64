// A file that is there whole or not at all: written beside its place and renamed. For the owner's eyes alone.
#pragma once

#include <string>
#include <string_view>

#include "protocol/base/result.h"

namespace tern::exchange {

class OutFile {
public:
    /// Nothing stands at `path` before commit(); where something stands, it stays until then.
    static Result<OutFile> create(const std::string& path);
    OutFile(OutFile&& other) noexcept;
    OutFile& operator=(OutFile&&) = delete;
    /// What was not committed goes.
    ~OutFile();

    Status write(std::string_view bytes);
    /// For libraries that write by themselves.
    const std::string& temporary() const { return temporary_; }
    /// On disk, then in its place.
    Status commit();

private:
    OutFile(std::string path, std::string temporary, int file)
        : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}
    Status flush();

    std::string path_, temporary_, buffer_;
    int file_ = -1;
};

}  // namespace tern::exchange
