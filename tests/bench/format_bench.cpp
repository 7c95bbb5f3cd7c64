// What files cost: 100,000 contacts of nine fields into an empty org, and out of it, one process a figure, so that its
// peak memory is its own. One JSON line each; the baseline is CSV's figure of the same run.
#include <sys/resource.h>
#include <sys/wait.h>
#include <tern/export.h>
#include <tern/import.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "client_core/exchange/content_line.h"
#include "client_core/exchange/sheet_writer.h"
#include "tests/bench/figure.h"
#include "tests/support/offline_org.h"

namespace {

using namespace tern;

const std::vector<std::string> kFields{"external_id", "given_name", "family_name", "title",      "department",
                                       "mobile",      "mails",      "birthday",    "description"};

const std::vector<std::string> kFormats{"csv", "xlsx", "json", "jsonl", "vcard"};

std::vector<std::string> contact(int i) {
    const std::string n = std::to_string(i);
    return {"C-" + n,
            "Given" + n,
            i % 2 == 0 ? "Family" + n : "王小明" + n,
            "Head of Buying",
            "Purchasing " + std::to_string(i % 40),
            "+49151" + std::to_string(10'000'000 + i),
            "mail" + n + "@example.org",
            "19" + std::to_string(50 + i % 50) + "-03-05",
            "Met at the fair; prefers mail in the morning " + n};
}

void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "bench: %s\n", what);
    std::_Exit(1);
}

void write_sheet(exchange::SheetWriter& writer, int rows) {
    for (int i = 0; i < rows; ++i) {
        std::vector<exchange::SheetCell> cells;
        for (auto& text : contact(i)) cells.push_back({exchange::SheetCell::Kind::text, std::move(text)});
        must(writer.row(cells).has_value(), "a row");
    }
    must(writer.finish().has_value(), "the file");
}

void write_file(const std::string& path, const std::string& format, int rows) {
    if (format == "xlsx") {
        auto writer = exchange::xlsx_writer(path, "contact", kFields);
        must(writer.has_value(), "the workbook");
        return write_sheet(**writer, rows);
    }
    std::ofstream out{path, std::ios::binary};
    if (format == "csv") {
        const auto writer = exchange::csv_writer(kFields, [&](std::string_view bytes) {
            out << bytes;
            return ok();
        });
        return write_sheet(*writer, rows);
    }
    if (format == "json") out << "[";
    for (int i = 0; i < rows; ++i) {
        const auto values = contact(i);
        if (format == "vcard") {
            out << "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" << values[0] << "\r\nN:" << values[2] << ";" << values[1]
                << "\r\nTITLE:" << values[3] << "\r\nORG:;" << values[4] << "\r\nTEL;TYPE=CELL:" << values[5]
                << "\r\nEMAIL:" << values[6] << "\r\nBDAY:" << values[7] << "\r\nNOTE:" << exchange::escaped(values[8])
                << "\r\nEND:VCARD\r\n";
            continue;
        }
        Json object = Json::object();
        for (std::size_t f = 0; f < values.size(); ++f) object.add(kFields[f], Json{values[f]});
        out << (format == "json" && i > 0 ? ",\n" : "") << object.dump() << (format == "json" ? "" : "\n");
    }
    if (format == "json") out << "]\n";
}

struct Cost {
    double seconds = 0;
    double mebibytes = 0;
};

/// Runs `use` in a process of its own; it gives the seconds that count.
template <class F>
Cost apart(F&& use) {
    int ends[2];
    must(::pipe(ends) == 0, "a pipe");
    const auto child = ::fork();
    if (child == 0) {
        const double seconds = use();
        struct rusage usage {};
        ::getrusage(RUSAGE_SELF, &usage);
        const Cost cost{seconds, static_cast<double>(usage.ru_maxrss) / 1024};
        must(::write(ends[1], &cost, sizeof cost) == sizeof cost, "the figure");
        std::_Exit(0);
    }
    Cost cost;
    const bool told = ::read(ends[0], &cost, sizeof cost) == sizeof cost;
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    must(told && status == 0, "a child failed");
    return cost;
}

double import_all(Client& client, const std::string& path, int rows) {
    ImportRequest request;
    request.file = path;
    request.entity = "contact";
    request.space = "All";
    request.zone = "UTC";
    const auto begin = bench::Steady::now();
    const auto report = import_file(client, request);
    const double seconds = bench::seconds_since(begin);
    must(report && report->created == static_cast<std::uint64_t>(rows), "an import");
    return seconds;
}

void tell(const std::string& what, const Cost& cost, const Cost& csv, int rows) {
    bench::figure((what + ", rows").c_str(), rows / cost.seconds, "rows/s", "CSV", rows / csv.seconds, "");
    bench::figure((what + ", peak memory").c_str(), cost.mebibytes, "MiB", "CSV", csv.mebibytes, "bounded");
}

void bench_imports(const std::string& folder, int rows) {
    Cost csv;
    for (const auto& format : kFormats) {
        const auto path = folder + "/in." + format;
        apart([&] {
            write_file(path, format, rows);
            return 0.0;
        });
        const auto cost = apart([&] {
            test::OfflineOrg org;
            must(org.client().create_space("All", SpaceKind::book).has_value(), "a space");
            return import_all(org.client(), path, rows);
        });
        if (format == "csv") csv = cost;
        tell("import of " + format, cost, csv, rows);
    }
}

void bench_exports(test::OfflineOrg& org, int rows) {
    Cost csv;
    for (const auto& format : kFormats) {
        const auto cost = apart([&] {
            const auto client = org.open();
            ExportRequest request;
            request.entity = "contact";
            request.format = format;
            request.file = org.path() + "/out." + format;
            const auto begin = bench::Steady::now();
            const auto report = export_records(*client, request);
            must(report && report->rows == static_cast<std::uint64_t>(rows), "an export");
            return bench::seconds_since(begin);
        });
        if (format == "csv") csv = cost;
        tell("export of " + format, cost, csv, rows);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::OfflineOrg org;
    bench_imports(org.path(), rows);
    apart([&] {
        const auto client = org.open();
        must(client->create_space("All", SpaceKind::book).has_value(), "a space");
        const double first = import_all(*client, org.path() + "/in.csv", rows);
        // A second import finds everything there.
        ImportRequest request;
        request.file = org.path() + "/in.csv";
        request.entity = "contact";
        const auto begin = bench::Steady::now();
        const auto again = import_file(*client, request);
        must(again && again->unchanged == static_cast<std::uint64_t>(rows), "a second import");
        bench::figure("second import of csv, nothing new", rows / bench::seconds_since(begin), "rows/s", "the first",
                      rows / first, "");
        return first;
    });
    bench_exports(org, rows);
    return 0;
}
