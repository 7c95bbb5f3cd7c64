#include <tern/live_query.h>

#include <algorithm>
#include <map>
#include <set>

namespace tern {
namespace {

/// Which of `places` can stay where they are: a longest ascending row of them.
std::vector<bool> staying(const std::vector<std::size_t>& places) {
    std::vector<std::size_t> ends;  // of the row of each length, the index of the least end
    std::vector<std::size_t> before(places.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), i,
                                         [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
        if (at != ends.begin()) before[i] = *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> out(places.size(), false);
    for (std::size_t i = ends.empty() ? places.size() : ends.back(); i < places.size(); i = before[i]) out[i] = true;
    return out;
}

}  // namespace

Difference difference(const std::vector<RecordId>& before, const std::vector<RecordId>& after) {
    // What stands alike at both ends needs no look: mostly all of it does.
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = 0, tail = 0;
    while (head < most && before[head] == after[head]) ++head;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    const std::size_t end_before = before.size() - tail, end_after = after.size() - tail;

    std::map<RecordId, std::size_t> place_after;
    for (std::size_t i = head; i < end_after; ++i) place_after.emplace(after[i], i);
    std::vector<std::size_t> common;  // places in `before` that are in `after`, too, and where
    std::vector<std::size_t> places;
    for (std::size_t i = head; i < end_before; ++i) {
        const auto at = place_after.find(before[i]);
        if (at == place_after.end()) continue;
        common.push_back(i);
        places.push_back(at->second);
    }
    const auto stays = staying(places);
    std::set<std::size_t> stay_before, stay_after;
    const std::set<std::size_t> known(places.begin(), places.end());
    for (std::size_t i = 0; i < common.size(); ++i) {
        if (!stays[i]) continue;
        stay_before.insert(common[i]);
        stay_after.insert(places[i]);
    }
    Difference out;
    for (std::size_t i = end_before; i > head; --i)
        if (!stay_before.contains(i - 1)) out.removed.push_back(i - 1);
    for (std::size_t i = head; i < end_after; ++i)
        if (!stay_after.contains(i)) out.placed.push_back({i, after[i], !known.contains(i)});
    return out;
}

LiveQuery::LiveQuery(Queries& queries, Query query, Answer answer)
    : queries_(&queries), query_(std::move(query)), answer_(std::move(answer)) {}

Result<LiveQuery> LiveQuery::open(Queries& queries, Query query) {
    TERN_TRY(answer, queries.ids(query));
    return LiveQuery{queries, std::move(query), std::move(answer)};
}

bool LiveQuery::concerned_by(std::span<const store::Notice> notices) const {
    return std::any_of(notices.begin(), notices.end(), [&](const store::Notice& notice) {
        return std::binary_search(answer_.entities.begin(), answer_.entities.end(), notice.entity);
    });
}

Result<Difference> LiveQuery::update(std::span<const store::Notice> notices) {
    if (!concerned_by(notices)) {
        if (!answer_.of_today) return Difference{};
        TERN_TRY(today, queries_->today());
        if (today == answer_.day) return Difference{};
    }
    TERN_TRY(answer, queries_->ids(query_));
    Difference out = difference(answer_.ids, answer.ids);
    std::set<RecordId> touched;
    bool all = false;
    for (const store::Notice& notice : notices) {
        if (notice.entity != answer_.entity) continue;
        all = all || notice.records.empty();
        touched.insert(notice.records.begin(), notice.records.end());
    }
    std::set<RecordId> fresh;
    for (const auto& placed : out.placed)
        if (placed.fresh) fresh.insert(placed.id);
    for (const RecordId& id : answer.ids)
        if ((all || touched.contains(id)) && !fresh.contains(id)) out.changed.push_back(id);
    answer_ = std::move(answer);
    return out;
}

}  // namespace tern
