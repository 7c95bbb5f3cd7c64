// duplicates, merge, unmerge.
#include <tern/duplicates.h>
#include <tern/merging.h>

#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

struct Words {
    std::string entity, winner;
    std::vector<std::string> losers, fields, like, separate;
    std::string region;
    bool dry_run = false;
};

Result<RecordId> id_of(const std::string& text) {
    if (const auto id = record_id_from(text)) return *id;
    return fail(Fault::bad_argument, "that is no record's id", "give the id that `tern search` shows");
}

std::string told(const std::vector<DuplicateReason>& reasons) {
    std::string out;
    for (const auto& reason : reasons) out += (out.empty() ? "" : ", ") + reason.field + " " + reason.value;
    return out;
}

/// `f=v`, as `tern create` takes it.
Result<std::vector<Assignment>> assignments(const std::vector<std::string>& words) {
    std::vector<Assignment> out;
    for (const auto& word : words) {
        const auto at = word.find('=');
        if (at == std::string::npos || at == 0)
            return fail(Fault::bad_argument, "a field is given as name=value", "for example: phones=13800138000");
        out.emplace_back(word.substr(0, at), word.substr(at + 1));
    }
    return out;
}

Status candidates(const Session& session, const Words& words, Client& client) {
    DuplicateQuery query;
    query.entity = words.entity;
    query.region = words.region;
    TERN_TRY(fields, assignments(words.like));
    query.fields = std::move(fields);
    TERN_TRY(found, find_duplicates(client, query));
    if (session.json()) {
        print_json(json(found));
        return ok();
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : found)
        rows.push_back({one.title, one.entity, one.strong ? "strong" : "weak", told(one.reasons), uuid_text(one.id)});
    if (rows.empty())
        remark("no duplicates");
    else
        print_table({"title", "entity", "match", "because", "id"}, rows);
    return ok();
}

Status duplicates(const Session& session, const Words& words, Client& client) {
    if (!words.separate.empty()) {
        TERN_TRY(a, id_of(words.separate[0]));
        TERN_TRY(b, id_of(words.separate[1]));
        return keep_separate(client, a, b);
    }
    if (!words.like.empty()) return candidates(session, words, client);
    TERN_TRY(pairs, duplicate_pairs(client, words.entity));
    if (session.json()) {
        print_json(json(pairs));
        return ok();
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& pair : pairs)
        rows.push_back({pair.first_title, pair.second_title, pair.entity, pair.strong ? "strong" : "weak",
                        told(pair.reasons), uuid_text(pair.first), uuid_text(pair.second)});
    if (rows.empty())
        remark("no duplicates");
    else
        print_table({"first", "second", "entity", "match", "because", "first id", "second id"}, rows);
    return ok();
}

void print_outcome(const MergeOutcome& outcome) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& field : outcome.fields) {
        std::string others;
        for (const auto& [id, value] : field.others) others += (others.empty() ? "" : ", ") + value.plain();
        rows.push_back({field.field, (field.added ? "+ " : "") + field.value.plain(), others, uuid_text(field.from)});
    }
    if (!rows.empty()) print_table({"field", "value", "others", "from"}, rows);
    remark(std::to_string(outcome.references) + " records refer to the one that stays" +
           (outcome.out_of_reach == 0
                ? ""
                : "; " + std::to_string(outcome.out_of_reach) + " more are where you may not write, and are led on"));
}

Status merge_records(const Session& session, const Words& words, Client& client) {
    MergeRequest request;
    TERN_TRY(winner, id_of(words.winner));
    request.winner = winner;
    for (const auto& text : words.losers) {
        TERN_TRY(loser, id_of(text));
        request.losers.push_back(loser);
    }
    TERN_TRY(fields, assignments(words.fields));
    for (const auto& [field, text] : fields) {
        TERN_TRY(from, id_of(text));
        request.fields.emplace_back(field, from);
    }
    TERN_TRY(outcome, words.dry_run ? preview_merge(client, request) : merge(client, request));
    if (session.json())
        print_json(json(outcome));
    else
        print_outcome(outcome);
    return ok();
}

Status unmerge_record(const Session& session, const Words& words, Client& client) {
    TERN_TRY(id, id_of(words.winner));
    TERN_TRY(outcome, unmerge(client, id));
    if (session.json())
        print_json(json(outcome));
    else
        remark(std::to_string(outcome.restored) + " values restored, " + std::to_string(outcome.kept) +
               " left that were changed since, " + std::to_string(outcome.out_of_reach) + " out of reach");
    return ok();
}

}  // namespace

void add_merge_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    auto* finding = app.add_subcommand("duplicates", "pairs of records that may be one");
    auto* entity = finding->add_option("ENTITY", words->entity, "account, contact, …; else all");
    auto* like =
        finding->add_option("--like", words->like, "FIELD=VALUE of a record that is being typed: what is there like it")
            ->expected(1)
            ->take_all()
            ->needs(entity);
    finding->add_option("--region", words->region, "country of phones that name none, such as CN")->needs(like);
    finding->add_option("--keep-separate", words->separate, "ID ID: these two are not one")
        ->expected(2)
        ->excludes(like);
    act(finding, session, words, duplicates);

    auto* merging = app.add_subcommand("merge", "make one record of several");
    merging->add_option("WINNER", words->winner, "the record that stays")->required();
    merging->add_option("LOSER", words->losers, "records that go into it")->required();
    merging->add_option("--field", words->fields, "FIELD=ID: take the field from that record")->expected(1)->take_all();
    merging->add_flag("--dry-run", words->dry_run, "show what would become of it, change nothing");
    act(merging, session, words, merge_records);

    auto* undoing = app.add_subcommand("unmerge", "undo a merge of the last 30 days");
    undoing->add_option("ID", words->winner, "the record that stayed, or one that went into it")->required();
    act(undoing, session, words, unmerge_record);
}

}  // namespace tern::cli
