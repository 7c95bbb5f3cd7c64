// Parts of a zip archive as streams, against what a hostile one may do.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "protocol/base/result.h"

struct zip;
struct zip_file;

namespace tern::exchange {

class ZipArchive {
public:
    static Result<ZipArchive> open(const std::string& path);

    bool has(const std::string& name) const;
    /// One part being read. Not beyond the archive's life.
    class Part {
    public:
        /// The next bytes, none at the end. A failure where it is larger than it may be, or damaged.
        Result<std::size_t> read(char* into, std::size_t n);

    private:
        friend class ZipArchive;
        struct Close {
            void operator()(zip_file* file) const;
        };
        std::unique_ptr<zip_file, Close> file_;
        std::uint64_t read_ = 0, most_ = 0;
    };
    /// `most`: bytes that it may inflate to.
    Result<Part> part(const std::string& name, std::uint64_t most) const;
    /// A small one, whole.
    Result<std::string> text(const std::string& name, std::uint64_t most) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
};

}  // namespace tern::exchange
