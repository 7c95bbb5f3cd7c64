// CSV files as the world writes them, read through the reader that imports use.
#include <sys/mman.h>
#include <unistd.h>

#include "client_core/exchange/csv.h"
#include "tests/fuzz/property.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("csv", MFD_CLOEXEC);
    fuzz::must(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size), "a file in memory");
    auto csv = exchange::CsvReader::open("/proc/self/fd/" + std::to_string(file));
    ::close(file);
    if (!csv) {
        fuzz::must(!csv.error().what.empty(), "a refusal says why");
        return 0;
    }
    std::size_t bytes = 0;
    for (const auto& name : (*csv)->header()) bytes += name.size();
    exchange::TableRow row;
    for (auto line = (*csv)->line();; line = (*csv)->line()) {
        const auto any = (*csv)->next(row);
        if (!any || !*any) break;
        fuzz::must((*csv)->line() >= line, "records come in the order of the file");
        for (const auto& field : row.cells) bytes += field.size();
    }
    // A byte of an old encoding may take three in UTF-8.
    const bool same = (*csv)->encoding() == "UTF-8";
    fuzz::must(bytes <= (same ? size : 4 * size), "nothing is read that is not in the file");
    return 0;
}
