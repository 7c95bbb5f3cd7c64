#include "client_core/exchange/zip_part.h"

#include <zip.h>

#include <algorithm>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

Failure damaged() { return fail(Fault::malformed, "the workbook is damaged", "open it and save it again"); }
Failure bomb() {
    return fail(Fault::too_big, "the workbook unpacks to far more than a table needs", "save it again, or as CSV");
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { ::zip_discard(archive); }
void ZipArchive::Part::Close::operator()(zip_file* file) const { ::zip_fclose(file); }

Result<ZipArchive> ZipArchive::open(const std::string& path) {
    int error = 0;
    ZipArchive out;
    out.archive_.reset(::zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (out.archive_ == nullptr && (error == ZIP_ER_NOENT || error == ZIP_ER_OPEN || error == ZIP_ER_READ))
        return fail(Fault::not_found, "the file " + path + " cannot be read", "check its name and permissions");
    if (out.archive_ == nullptr) return damaged();
    if (::zip_get_num_entries(out.archive_.get(), 0) > static_cast<zip_int64_t>(limits::kXlsxParts)) return bomb();
    return out;
}

bool ZipArchive::has(const std::string& name) const {
    return ::zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

Result<ZipArchive::Part> ZipArchive::part(const std::string& name, std::uint64_t most) const {
    const auto index = ::zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
    zip_stat_t stat;
    if (index < 0 || ::zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return damaged();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return fail(Fault::unsupported, "the workbook is encrypted", "save it without a password");
    Part out;
    out.file_.reset(::zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (out.file_ == nullptr) return damaged();
    // The sizes that the archive claims may be lies: what is read is counted against what is packed.
    const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    out.most_ = std::min(most, std::max(limits::kXlsxRatioFloor, packed * limits::kXlsxRatio));
    // One that does not lie is not even begun.
    if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > out.most_) return bomb();
    return out;
}

Result<std::size_t> ZipArchive::Part::read(char* into, std::size_t n) {
    const auto got = ::zip_fread(file_.get(), into, n);
    if (got < 0) return damaged();
    read_ += static_cast<std::uint64_t>(got);
    if (read_ > most_) return bomb();
    return static_cast<std::size_t>(got);
}

Result<std::string> ZipArchive::text(const std::string& name, std::uint64_t most) const {
    TERN_TRY(stream, part(name, most));
    std::string out;
    while (true) {
        const auto had = out.size();
        out.resize(had + limits::kChunkBytes);
        TERN_TRY(n, stream.read(out.data() + had, limits::kChunkBytes));
        out.resize(had + n);
        if (n == 0) return out;
    }
}

}  // namespace tern::exchange
