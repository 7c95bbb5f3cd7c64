// Files of one format, read twice as imports read them.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include "client_core/exchange/limits.h"
#include "client_core/exchange/table.h"
#include "protocol/base/utf8.h"
#include "tests/fuzz/property.h"

namespace tern::fuzz {

inline void read_table(const std::uint8_t* data, std::size_t size, exchange::Format format,
                       const exchange::TableOptions& options = {}) {
    const int file = ::memfd_create("table", MFD_CLOEXEC);
    must(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size), "a file in memory");
    auto table = exchange::open_table("/proc/self/fd/" + std::to_string(file), format, options);
    ::close(file);
    if (!table) return must(!table.error().what.empty(), "a refusal says why");
    std::size_t rows[2] = {};
    for (auto& n : rows) {
        exchange::TableRow row;
        while (true) {
            const auto any = (*table)->next(row);
            if (!any || !*any) break;
            ++n;
            must((*table)->header().size() <= exchange::limits::kColumns, "the header stays within its limit");
            must(row.cells.size() <= exchange::limits::kColumns, "rows stay within their limit");
            for (const auto& cell : row.cells) {
                must(cell.size() <= exchange::limits::kFieldBytes, "fields stay within their limit");
                must(!row.broken.empty() || is_utf8(view(cell)), "what is taken is UTF-8");
            }
        }
        if (!(*table)->rewind()) return;
    }
    must(rows[0] == rows[1], "a table reads alike twice");
}

}  // namespace tern::fuzz
