// Bytes in any encoding as text, and what people write in cells: dates, times, numbers, names.
#include "client_core/exchange/text_source.h"
#include "client_core/crm/import_rows.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/number.h"
#include "client_core/crm/number_style.h"
#include "tests/fuzz/table.h"

using namespace tern;

namespace {

void read_cells(std::string_view text) {
    for (const auto order : {crm::DateOrder::month_first, crm::DateOrder::day_first}) {
        const auto time = crm::written_time(text, order);
        const auto days = crm::days_from(text, order);
        fuzz::must(!time || days, "what has a time has a day");
    }
    for (const auto style : {crm::NumberStyle::point, crm::NumberStyle::comma})
        (void)crm::money_from(crm::plain_number(text, style), "EUR");
    const auto [given, family] = crm::split_name(text);
    fuzz::must(given.size() + family.size() <= text.size(), "a name's parts are its own");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("text", MFD_CLOEXEC);
    fuzz::must(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size), "a file in memory");
    auto text = exchange::TextSource::open("/proc/self/fd/" + std::to_string(file), "");
    ::close(file);
    fuzz::must(text.has_value(), "some encoding fits every file");
    std::string line;
    bool cut = false;
    std::size_t bytes = 0;
    while (text->line(line, 4'096, cut)) {
        fuzz::must(text->is_utf8() || is_utf8(view(line)) || cut, "what is decoded is UTF-8");
        read_cells(line);
        bytes += line.size();
        line.clear();
    }
    fuzz::must(bytes <= 4 * size, "nothing is read that is not in the file");
    return 0;
}
