#include "client_core/store/searching.h"

#include <algorithm>
#include <set>

#include "client_core/search/typos.h"
#include "client_core/store/current_cells.h"

namespace tern::store {
namespace {

using search::Asked;
using search::Stage;

/// Records that one stage hands on, newest first. Of a one-letter word tens of thousands match; nobody reads them.
constexpr int kWalked = 200;
/// Records that are loaded and judged where the limit does not ask for more: 50 us each.
constexpr std::size_t kJudged = 40;
/// With fewer hits, words that were mistyped are looked for.
constexpr std::size_t kTooFew = 5;
/// Tokens that are compared with a mistyped word, and those that are asked for.
constexpr int kCompared = 3'000;
constexpr std::size_t kNear = 12;

struct Candidate {
    RecordRow record;
    std::size_t stage = 0;
};

struct Judged {
    SearchFound found;
    std::uint32_t weight = 0;
};

class Search {
public:
    Search(Core& core, const SearchQuery& query) : core_(core), query_(query) {}

    std::vector<SearchFound> run() {
        auto asked = search::read_asked(query_.text);
        if (asked.empty() || query_.limit == 0) return {};
        const Projection::EmptyTablesSkipped faster{core_.projection};
        find(asked);
        if (asked.phone && hits_.size() < kTooFew) find(asked = search::read_words(query_.text));
        if (hits_.size() < std::min(kTooFew, query_.limit) && !asked.phone) find_mistyped(std::move(asked));
        return ranked();
    }

private:
    std::size_t wanted() const { return std::max(query_.limit, kJudged); }

    void find(const Asked& asked) {
        std::vector<Candidate> candidates;
        for (const Stage stage : {Stage::exact_title, Stage::exact, Stage::title, Stage::all}) {
            if (asked.phone && (stage == Stage::exact_title || stage == Stage::title)) continue;
            walk(search::expression(asked, stage, query_.entity), candidates);
            if (candidates.size() >= wanted()) break;
        }
        if (candidates.size() > wanted()) candidates.resize(wanted());
        for (Candidate& candidate : candidates) judge(asked, candidate.record);
    }

    void walk(const std::string& expression, std::vector<Candidate>& out) {
        const std::string columns = RecordTable::qualified("r");
        Rows rows = core_.db.query("SELECT " + columns +
                                       " FROM (SELECT rowid AS doc FROM search WHERE search MATCH ? ORDER BY rowid "
                                       "DESC LIMIT ?) JOIN record r "
                                       "ON r.rid = doc",
                                   expression, kWalked);
        const std::size_t before = out.size();
        while (rows.next())
            if (seen_.insert(rows.integer(0)).second) out.push_back({core_.records.read(rows), 0});
        std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                         [](const Candidate& a, const Candidate& b) { return a.record.newest > b.record.newest; });
    }

    void judge(const Asked& asked, const RecordRow& record) {
        const auto* plan = core_.search.plan(record.entity);
        if (plan == nullptr || (query_.entity && record.entity != *query_.entity)) return;
        const auto cells = cells_for(core_, record, [&](ColumnNumber column) { return plan->reads(column); });
        const auto views = views_of(cells);
        const auto texts = plan->texts(views);
        const auto verdict = search::judge(asked, texts);
        if (!verdict) return;
        const auto title = plan->title(views);
        const auto& text = texts[verdict->text];
        const bool in_title = text.treatment == search::Treatment::title;
        Judged out{{record.id, core_.refs.spaces.id(record.space), record.entity, record.newest, title.text, text.field,
                    text.text, verdict->marks, verdict->match},
                   verdict->weight};
        if (in_title) out.found.field = title.column_at(verdict->marks.empty() ? 0 : verdict->marks[0].begin);
        hits_.push_back(std::move(out));
    }

    // --- typing mistakes ---------------------------------------------------------------------------------------------

    void find_mistyped(Asked asked) {
        bool any = false;
        for (auto& word : asked.words) {
            if (word.characters) continue;
            word.near = near(word.text);
            any |= !word.near.empty();
        }
        if (!any) return;
        std::vector<Candidate> candidates;
        walk(search::expression(asked, Stage::all, query_.entity), candidates);
        if (candidates.size() > wanted()) candidates.resize(wanted());
        for (Candidate& candidate : candidates) judge(asked, candidate.record);
    }

    /// Tokens within a few edits, the nearest first.
    std::vector<std::string> near(const std::string& word) {
        std::set<std::pair<std::size_t, std::string>> found;
        const std::size_t edits = search::edits_allowed(word);
        for (const auto& range : search::ranges_near(word)) compare(word, edits, range, found);
        std::vector<std::string> out;
        for (const auto& [distance, token] : found)
            if (out.size() < kNear) out.push_back(token);
        return out;
    }

    void compare(const std::string& word, std::size_t edits, const search::Range& range,
                 std::set<std::pair<std::size_t, std::string>>& found) {
        core_.db.script("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab('main', 'search', 'row')");
        Rows rows = core_.db.query("SELECT term FROM temp.search_term WHERE term >= ? AND term < ? LIMIT ?",
                                   range.first, range.end, kCompared);
        while (rows.next()) {
            const auto token = rows.text(0).substr(1);
            const bool reversed = range.kind == search::Kind::reversed;
            const std::string read = reversed ? search::backwards(token) : std::string(token);
            const auto distance = search::edits_between(word, read, edits);
            if (distance == 0 || distance > edits) continue;
            const auto kind = reversed ? search::Kind::title : range.kind;
            found.emplace(distance, static_cast<char>(kind) + read);
        }
    }

    // --- the answer --------------------------------------------------------------------------------------------------

    std::vector<SearchFound> ranked() {
        std::sort(hits_.begin(), hits_.end(), [](const Judged& a, const Judged& b) {
            if (a.found.match != b.found.match) return a.found.match < b.found.match;
            if (a.weight != b.weight) return a.weight > b.weight;
            if (a.found.newest != b.found.newest) return a.found.newest > b.found.newest;
            return a.found.id < b.found.id;
        });
        std::vector<SearchFound> out;
        std::set<RecordId> shown;  // a record that is in two spaces for a while is one
        for (Judged& hit : hits_)
            if (out.size() < query_.limit && shown.insert(hit.found.id).second) out.push_back(std::move(hit.found));
        return out;
    }

    Core& core_;
    const SearchQuery& query_;
    std::set<std::int64_t> seen_;
    std::vector<Judged> hits_;
};

}  // namespace

std::vector<SearchFound> find_text(Core& core, const SearchQuery& query) { return Search(core, query).run(); }

std::string title_of(Core& core, const RecordRow& record) {
    const auto* plan = core.search.plan(record.entity);
    if (plan == nullptr) return {};
    const auto cells = current_cells(core, record, [&](ColumnNumber column) { return plan->reads(column); });
    return plan->title(views_of(cells)).text;
}

}  // namespace tern::store
