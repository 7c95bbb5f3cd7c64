#include <tern/search.h>

#include "client_core/crm/part.h"
#include "client_core/store/searching.h"

namespace tern {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// Cuts `hit.text` around its first mark, between characters.
void cut(SearchHit& hit) {
    const std::size_t size = hit.text.size();
    if (size <= search_limits::kExcerpt) return;
    const std::size_t mark = hit.marks.empty() ? 0 : hit.marks[0].begin;
    std::size_t from = mark < search_limits::kExcerpt / 4 ? 0 : mark - search_limits::kExcerpt / 4;
    while (from < size && !begins_character(hit.text[from])) ++from;
    std::size_t to = std::min(size, from + search_limits::kExcerpt);
    while (to < size && to > from && !begins_character(hit.text[to])) --to;
    hit.text = hit.text.substr(from, to - from);
    std::vector<SearchMark> kept;
    for (const SearchMark& at : hit.marks)
        if (at.begin >= from && at.end <= to) kept.push_back({at.begin - from, at.end - from});
    hit.marks = std::move(kept);
}

SearchHit hit_of(const schema::Schema& schema, store::SearchFound&& found) {
    SearchHit out;
    out.id = found.id;
    out.space = found.space;
    out.entity = schema.entity(found.entity)->name;
    out.title = std::move(found.title);
    out.field = std::move(found.field);
    out.text = std::move(found.text);
    for (const auto& mark : found.marks) out.marks.push_back({mark.begin, mark.end});
    out.match = static_cast<SearchMatch>(found.match);
    if (out.text != out.title) cut(out);
    return out;
}

}  // namespace

std::string_view name(SearchMatch match) {
    switch (match) {
        case SearchMatch::exact:
            return "exact";
        case SearchMatch::prefix:
            return "prefix";
        case SearchMatch::inside:
            return "inside";
        case SearchMatch::typo:
            return "typo";
    }
    return "exact";
}

Result<std::vector<SearchHit>> search_records(Client& client, const SearchRequest& request) {
    return caught([&]() -> Result<std::vector<SearchHit>> {
        if (request.limit < 1 || request.limit > search_limits::kHits)
            return fail(Fault::bad_argument, "an answer has 1 to " + std::to_string(search_limits::kHits) + " hits",
                        "ask for so many, or use `tern list`");
        store::SearchQuery query{request.text, {}, request.limit};
        if (!request.entity.empty()) {
            TERN_TRY(entity, crm::entity_named(client.schema(), request.entity));
            query.entity = entity->number;
        }
        std::vector<SearchHit> out;
        for (auto& found : client.store().search(query)) out.push_back(hit_of(client.schema(), std::move(found)));
        return out;
    });
}

Json json(const std::vector<SearchHit>& hits) {
    Json out = Json::array();
    for (const SearchHit& hit : hits) {
        Json marks = Json::array();
        for (const SearchMark& mark : hit.marks) {
            Json pair = Json::array();
            pair.add(Json::count(mark.begin)).add(Json::count(mark.end));
            marks.add(std::move(pair));
        }
        Json one = Json::object();
        one.add("id", Json{uuid_text(hit.id)});
        one.add("entity", Json{hit.entity});
        one.add("title", Json{hit.title});
        one.add("space", Json{id_text(hit.space)});
        one.add("field", Json{hit.field});
        one.add("text", Json{hit.text});
        one.add("marks", std::move(marks));
        one.add("match", Json::text(name(hit.match)));
        out.add(std::move(one));
    }
    return out;
}

}  // namespace tern
