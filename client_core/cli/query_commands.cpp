// list, report.
#include <tern/kept_report.h>
#include <tern/query.h>
#include <tern/saved_view.h>

#include <algorithm>
#include <cstdlib>

#include "client_core/cli/session.h"
#include "client_core/cli/titles.h"

namespace tern::cli {
namespace {

struct Words {
    std::string entity, view, sort, after, zone, group_by, measures, keep;
    std::vector<std::string> where;
    std::size_t limit = 0;
};

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : value;
}

/// `zh_CN.UTF-8` as ICU writes it; the first that is set decides, as for every program.
std::string locale() {
    for (const char* name : {"LC_ALL", "LC_COLLATE", "LANG"}) {
        const auto value = environment(name);
        if (value.empty()) continue;
        const auto plain = value.substr(0, value.find_first_of(".@"));
        return plain == "C" || plain == "POSIX" ? std::string{} : plain;
    }
    return {};
}

/// The command reads and writes times in UTC, so its days are UTC's unless it is told otherwise.
Result<Viewer> viewer(Client& client, const Words& words) {
    TERN_TRY(out, viewer_of(client));
    const auto zone = words.zone.empty() ? environment("TERN_ZONE") : words.zone;
    if (!zone.empty()) out.zone = zone;
    out.locale = locale();
    return std::move(out);
}

/// A kept query with all that the line adds to it.
Status add_words(const Words& words, Query& query) {
    std::vector<Filter> parts;
    if (query.filter != Filter{}) parts.push_back(std::move(query.filter));
    for (const auto& text : words.where) {
        TERN_TRY(where, read_where(text));
        parts.push_back(std::move(where));
    }
    query.filter = parts.size() == 1 ? std::move(parts[0]) : Filter::all_of(std::move(parts));
    if (!words.sort.empty()) {
        TERN_TRY(sort, read_sort(words.sort));
        query.sort = std::move(sort);
    }
    if (words.limit > 0) query.page_size = words.limit;
    return ok();
}

Result<SavedView> asked(Client& client, const Words& words) {
    SavedView out;
    if (!words.view.empty()) {
        TERN_TRY(view, read_view(client, words.entity, words.view));
        out = std::move(view);
    }
    out.query.entity = words.entity;
    TERN_CHECK(add_words(words, out.query));
    return out;
}

// --- list -----------------------------------------------------------------------------------------------------------

/// The columns that the schema shows in lists; the id last, since it is the longest.
std::vector<std::string> list_columns(const schema::Entity& entity) {
    std::vector<std::string> out = entity.title;
    const auto add = [&](const std::string& name) {
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    };
    for (const auto& field : entity.fields) {
        if (!field.list_column || field.retired) continue;
        if (field.has_elements())
            add(field.name);
        else
            for (const auto& column : field.columns) add(column.name);
    }
    for (const auto& computed : entity.computed)
        if (computed.list_column) add(computed.name);
    out.emplace_back("id");
    return out;
}

void print_records(Client& client, const std::vector<Json>& found, std::vector<std::string> columns) {
    if (columns.empty()) {
        const Json* own = found[0].find("_entity");
        columns = list_columns(*client.schema().entity((own == nullptr ? found[0].find("entity") : own)->plain()));
    }
    Records records{client};
    Titles titles{records};
    std::vector<std::vector<std::string>> rows;
    for (const auto& record : found) {
        auto& row = rows.emplace_back();
        for (const auto& column : columns) {
            const Json* value = record.find(column);
            row.push_back(value == nullptr ? std::string{}
                          : column == "id" ? value->plain()
                                           : titles.of(value->plain()));
        }
    }
    print_table(columns, rows);
}

Status list(const Session& session, const Words& words, Client& client) {
    TERN_TRY(view, asked(client, words));
    TERN_TRY(who, viewer(client, words));
    view.query.after = words.after;
    Queries queries{client, std::move(who)};
    std::string more;
    if (session.json()) {
        bool first = true;
        TERN_TRY(after, queries.list(view.query, [&](const Json& record) {
            print_line((first ? "[" : ",") + record.dump());
            first = false;
        }));
        print_line(first ? "[]" : "]");
        more = after;
    } else {
        std::vector<Json> found;
        TERN_TRY(after, queries.list(view.query, [&](Json record) { found.push_back(std::move(record)); }));
        if (found.empty())
            remark("no records");
        else
            print_records(client, found, view.columns);
        more = after;
    }
    if (!more.empty()) remark("more: --after " + more);
    return ok();
}

// --- report ---------------------------------------------------------------------------------------------------------

/// `EUR 0.30, JPY 1000` of an amount by currency.
std::string cell(const Json& value, Titles& titles) {
    if (!value.is_object()) return value.is_null() ? std::string{} : titles.of(value.plain());
    std::string out;
    for (const auto& [currency, amount] : value.members())
        out += (out.empty() ? "" : ", ") + (currency.empty() ? "" : currency + " ") + amount.plain();
    return out;
}

void print_report(Client& client, const Json& groups, const Query& query) {
    Records records{client};
    Titles titles{records};
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    for (const auto& [no_name, group] : groups.members()) {
        auto& row = rows.emplace_back();
        heads.clear();
        for (const auto& [name, value] : group.members()) {
            const bool key = heads.size() < query.group_by.size();
            heads.push_back(name);
            row.push_back(key && value.is_null() ? "(empty)" : cell(value, titles));
        }
    }
    if (rows.empty())
        remark("no records");
    else
        print_table(heads, rows);
}

/// Of an entity, by the words of the line or by a view's; else the kept report of that name.
Result<Query> reported(Client& client, const Words& words) {
    if (is_entity(client, words.entity)) {
        TERN_TRY(view, asked(client, words));
        if (words.sort.empty()) view.query.sort.clear();  // the view's own is of a list
        return std::move(view.query);
    }
    TERN_TRY(kept, read_report(client, words.entity));
    TERN_CHECK(add_words(words, kept.query));
    return std::move(kept.query);
}

Status report(const Session& session, const Words& words, Client& client) {
    TERN_TRY(query, reported(client, words));
    if (!words.group_by.empty()) {
        TERN_TRY(keys, read_group_by(words.group_by));
        query.group_by = std::move(keys);
    }
    if (!words.measures.empty()) {
        TERN_TRY(measures, read_measures(words.measures));
        query.measures = std::move(measures);
    }
    if (!words.keep.empty()) {
        TERN_TRY(id, save_report(client, {words.keep, query}));
        remark("kept as " + words.keep + ", " + uuid_text(id));
    }
    TERN_TRY(who, viewer(client, words));
    TERN_TRY(groups, Queries(client, std::move(who)).report(query));
    if (session.json())
        print_json(groups);
    else
        print_report(client, groups, query);
    return ok();
}

void add_query_options(CLI::App* command, Words& words) {
    command
        ->add_option("--where", words.where,
                     "field=value, or a filter such as 'amount >= 1000 and owner = me'; all must hold")
        ->expected(1)
        ->take_all();
    command->add_option("--view", words.view, "start from a saved view, by name or id");
    command->add_option("--sort", words.sort,
                        "fields, with - for descending: -amount,name; of a report sum:amount, too");
    command->add_option("--limit", words.limit, "at most so many")->check(CLI::Range(1, 1'000'000'000));
    command->add_option("--zone", words.zone, "time zone of days, such as Asia/Shanghai (else TERN_ZONE, else UTC)");
}

}  // namespace

void add_query_commands(CLI::App& app, Session& session) {
    auto words = std::make_shared<Words>();
    auto* listing = app.add_subcommand("list", "records of one kind");
    listing->add_option("ENTITY", words->entity, "account, contact, opportunity, …")->required();
    add_query_options(listing, *words);
    listing->add_option("--after", words->after, "the page after the one that gave this token");
    act(listing, session, words, list);

    auto* reporting = app.add_subcommand("report", "counts and sums by group");
    reporting->add_option("ENTITY|REPORT", words->entity, "account, opportunity, …, or a kept report by name or id")
        ->required();
    add_query_options(reporting, *words);
    reporting->add_option("--group-by", words->group_by, "fields; dates also by span: stage_id,closed_at:month");
    reporting->add_option("--measure", words->measures, "count,sum:amount; also average, min, max (else count)");
    reporting->add_option("--keep", words->keep, "keep the report under this name, for everybody in its space");
    act(reporting, session, words, report);
}

}  // namespace tern::cli
