// What import and export have in common: they last, can be stopped, and tell how far they are.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include <tern/company.h>
#include "client_core/cli/session.h"

namespace tern::cli {

/// Becomes true with Ctrl-C or SIGTERM from here on; a second one ends the program.
const std::atomic<bool>* stop_on_signal();

/// Whether a line that is written over is of use to somebody.
bool shows_progress(const Session& session);
/// Written over the one before; empty: the line goes.
void show_progress(const std::string& text);

/// A stranger's words for a terminal: without signs that steer it.
std::string shown(std::string text);

/// Refused rows and warnings, the first of them by row; `where` comes before each.
void tell_notes(const ImportReport& report, const std::string& where);
/// `3 created, 1 merged (…)…`
std::string tally(const ImportReport& report);

Status export_all(const Session& session, const CompanyExport& request, Client& client);
Status import_all(const Session& session, const CompanyImport& request, Client& client);

}  // namespace tern::cli
