// search.
#include <tern/search.h>

#include "client_core/cli/session.h"

namespace tern::cli {
namespace {

Status print(const Session& session, Client& client, const SearchRequest& request) {
    TERN_TRY(hits, search_records(client, request));
    if (session.json()) {
        print_json(json(hits));
        return ok();
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& hit : hits)
        rows.push_back({hit.title, hit.entity, hit.field, hit.text == hit.title ? "" : hit.text, uuid_text(hit.id)});
    if (rows.empty())
        remark("nothing found");
    else
        print_table({"title", "entity", "field", "text", "id"}, rows);
    return ok();
}

}  // namespace

void add_search_command(CLI::App& app, Session& session) {
    auto request = std::make_shared<SearchRequest>();
    auto words = std::make_shared<std::vector<std::string>>();
    auto* command = app.add_subcommand("search", "records of all kinds by a few words, letters or digits");
    command->add_option("TEXT", *words, "all words must be found; names also by pinyin, phones by their last digits")
        ->required();
    command->add_option("--entity", request->entity, "account, contact, …");
    command->add_option("--limit", request->limit, "at most so many (20)")->check(CLI::Range(1, 200));
    command->callback([&session, request, words] {
        session.action = [&session, request, words] {
            for (const auto& word : *words) request->text += (request->text.empty() ? "" : " ") + word;
            return with_client(session, [&](Client& client) { return print(session, client, *request); });
        };
    });
}

}  // namespace tern::cli
