// A query that stays: the ids of its page, and what became of them when records changed.
#pragma once

#include <span>
#include <vector>

#include <tern/query.h>

namespace tern {

/// From one answer to the next. To show it: take out `removed`, then put each of `placed` in, in this order, at its
/// place; then draw `changed` anew.
struct Difference {
    struct Placed {
        std::size_t at = 0;  ///< in the new answer
        RecordId id;
        bool fresh = false;  ///< was not in the answer before; else it has moved here
    };
    std::vector<std::size_t> removed;  ///< places in the old answer, the last first; what has moved, too
    std::vector<Placed> placed;        ///< the first first
    std::vector<RecordId> changed;     ///< still there, but perhaps with other values

    bool empty() const { return removed.empty() && placed.empty() && changed.empty(); }
};

/// The least that must be moved to make `after` of `before`. Ids are different within each.
Difference difference(const std::vector<RecordId>& before, const std::vector<RecordId>& after);

/// No thread, no timer: whoever takes the store's notices hands them on. Borrows the Queries, whose viewer it asks for.
class LiveQuery {
public:
    /// Asks once. Fails as Queries::ids() does.
    static Result<LiveQuery> open(Queries& queries, Query query);

    const std::vector<RecordId>& ids() const { return answer_.ids; }
    /// As Answer::after.
    const std::string& after() const { return answer_.after; }

    /// Whether those changes could touch the answer: they are of an entity that decides it. For reports, too.
    bool concerned_by(std::span<const store::Notice> notices) const;
    /// Asks again if it is concerned, or if the viewer's day has become another and the query speaks of days. After a
    /// failure the answer is as it was.
    Result<Difference> update(std::span<const store::Notice> notices);

private:
    LiveQuery(Queries& queries, Query query, Answer answer);

    Queries* queries_;
    Query query_;
    Answer answer_;
};

}  // namespace tern
