// history, conflicts, trash.
#include <tern/records.h>
#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

struct Words {
    std::string id;
    std::vector<std::string> settle;
    std::size_t restore = 0, keep = 0;
};

Status show(const Session& session, const Result<Json>& found, const std::vector<std::string>& columns,
            std::string_view none) {
    if (!found) return found.error();
    if (session.json())
        print_json(*found);
    else if (found->size() == 0)
        remark(none);
    else
        print_objects(*found, columns);
    return ok();
}

Status history(const Session& session, const Words& words, Client& client) {
    const auto id = record_id_from(words.id);
    if (!id) return fail(Fault::bad_argument, "that is no record's id", "give the id that `tern list` shows");
    return show(session, Records{client}.history(*id),
                {"at", "user", "field", "element", "value", "live", "conflict", "pending"}, "no history");
}

Status conflicts(const Session& session, const Words& words, Client& client) {
    Records records{client};
    if (!words.settle.empty()) {
        const auto id = record_id_from(words.settle[0]);
        if (!id) return fail(Fault::bad_argument, "that is no record's id", "give the id that `tern conflicts` shows");
        return records.settle(*id, words.settle[1], words.settle[2]);
    }
    if (words.restore > 0) return records.restore(words.restore);
    if (words.keep > 0) return records.keep(words.keep);
    return show(session, records.conflicts(),
                {"n", "entity", "title", "field", "winner", "winner_by", "loser", "loser_by", "id"}, "no conflicts");
}

Status trash(const Session& session, const Words&, Client& client) {
    return show(session, Records{client}.trash(), {"title", "entity", "deleted_at", "id"}, "the trash is empty");
}

}  // namespace

void add_looking_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    auto* past = app.add_subcommand("history", "who changed what of a record, and when");
    past->add_option("ID", words->id)->required();
    act(past, session, words, history);

    auto* clashes = app.add_subcommand("conflicts", "values that lost without their author's knowing");
    auto* settle =
        clashes->add_option("--settle", words->settle, "ID FIELD VALUE: end the conflicts of a field with a value")
            ->expected(3);
    auto* restore = clashes->add_option("--restore", words->restore, "end conflict N for the loser")
                        ->check(CLI::PositiveNumber)
                        ->excludes(settle);
    clashes->add_option("--keep", words->keep, "end conflict N for the winner")
        ->check(CLI::PositiveNumber)
        ->excludes(settle)
        ->excludes(restore);
    act(clashes, session, words, conflicts);

    act(app.add_subcommand("trash", "deleted records"), session, words, trash);
}

}  // namespace tern::cli
