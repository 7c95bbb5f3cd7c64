// Calendars: events and tasks with their time zones, read through the reader that imports use.
#include "tests/fuzz/table.h"

using namespace tern;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const bool tasks = size > 0 && data[0] % 2 == 1;
    exchange::TableOptions options;
    options.zone = "Asia/Shanghai";
    options.component = tasks ? "VTODO" : "VEVENT";
    fuzz::read_table(data, size, exchange::Format::ical, options);
    return 0;
}
