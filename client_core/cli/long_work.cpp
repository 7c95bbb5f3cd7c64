#include "client_core/cli/long_work.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace tern::cli {
namespace {

constexpr std::size_t kNotesShown = 20;

std::atomic<bool> stop_asked{false};
extern "C" void ask_to_stop(int signal) {
    stop_asked = true;
    std::signal(signal, SIG_DFL);
}

void tell_rows(const std::string& what, const std::vector<RowNote>& notes, std::uint64_t all) {
    for (std::size_t i = 0; i < notes.size() && i < kNotesShown; ++i)
        remark(what + " row " + std::to_string(notes[i].row) + ": " + notes[i].reason);
    if (all > kNotesShown) remark("… and " + std::to_string(all - kNotesShown) + " more; --json shows them");
}

CompanyHooks hooks_for(const Session& session) {
    CompanyHooks out;
    out.stop = stop_on_signal();
    if (shows_progress(session))
        out.on_progress = [](const std::string& file, std::uint64_t rows, std::uint64_t of) {
            show_progress(file + ": " + std::to_string(rows) + (of > 0 ? " of " + std::to_string(of) : "") + " rows");
        };
    return out;
}

ImportReport sum_of(const CompanyImported& done) {
    ImportReport out;
    for (const auto& file : done.files) out.count(file.report);
    return out;
}

/// Of the files those in which something was new.
void tell(const CompanyImported& done) {
    bool whole = true;
    for (const auto& [file, entity, report, failure] : done.files) {
        if (failure) remark(file + ": " + failure->text());
        tell_notes(report, file + ": ");
        for (const auto& column : report.ignored) remark(file + ": the column " + shown(column) + " was not taken");
        if (report.unchanged < report.rows) print_line(file + ": " + tally(report));
        whole = whole && !failure;
    }
    for (const auto& file : done.others) remark(shown(file) + " was not taken: no kind of record is called so");
    for (const auto& space : done.spaces) remark("made the space " + shown(space));
    const auto sum = sum_of(done);
    const auto all = std::to_string(sum.rows) + " rows in " + std::to_string(done.files.size()) + " files";
    print_line(sum.unchanged == sum.rows && whole ? all + ", nothing new" : all + ": " + tally(sum));
}

}  // namespace

const std::atomic<bool>* stop_on_signal() {
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    return &stop_asked;
}

bool shows_progress(const Session& session) { return !session.json() && ::isatty(STDERR_FILENO) != 0; }

void show_progress(const std::string& text) {
    std::fprintf(stderr, "\r\x1b[K%s", text.c_str());
    std::fflush(stderr);
}

std::string shown(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return text;
}

void tell_notes(const ImportReport& report, const std::string& where) {
    tell_rows(where + "refused", report.refused, report.refused_rows);
    tell_rows(where + "warning:", report.warnings, report.warned);
}

std::string tally(const ImportReport& report) {
    return std::to_string(report.created) + " created, " + std::to_string(report.merged) + " merged (" +
           std::to_string(report.updated) + " updated, " + std::to_string(report.unchanged) + " unchanged), " +
           std::to_string(report.refused_rows) + " refused, " + std::to_string(report.warned) + " warnings";
}

Status export_all(const Session& session, const CompanyExport& request, Client& client) {
    const auto hooks = hooks_for(session);
    TERN_TRY(files, export_company(client, request, hooks));
    if (hooks.on_progress) show_progress({});
    Json out = Json::array();
    std::uint64_t rows = 0;
    for (const auto& [file, entity, report] : files) {
        rows += report.rows;
        out.add(Json::object()
                    .add("file", Json{file})
                    .add("entity", Json{entity})
                    .add("rows", Json::count(report.rows))
                    .add("left_out", Json::count(report.left_out)));
        if (report.left_out > 0)
            remark(file + ": " + std::to_string(report.left_out) + " texts too long for a workbook were left out");
    }
    if (session.json())
        print_json(out);
    else
        print_line(std::to_string(rows) + " records written in " + std::to_string(files.size()) + " files");
    return ok();
}

Status import_all(const Session& session, const CompanyImport& request, Client& client) {
    const auto hooks = hooks_for(session);
    TERN_TRY(done, import_company(client, request, hooks));
    if (hooks.on_progress) show_progress({});
    if (session.json())
        print_json(done.json());
    else
        tell(done);
    const auto failed =
        std::count_if(done.files.begin(), done.files.end(), [](const auto& file) { return file.failure; });
    const auto sum = sum_of(done);
    if (done.stopped)
        return fail(Fault::canceled, "the import was stopped", "run it again to go on: what is there stays as it is");
    if (failed > 0)
        return fail(Fault::bad_argument, std::to_string(failed) + " files could not be taken whole",
                    "see the reasons, mend them, and run it again");
    return sum.rows > 0 && sum.refused_rows == sum.rows
               ? fail(Fault::bad_argument, "every row was refused", "see the reasons, and run it again")
               : ok();
}

}  // namespace tern::cli
