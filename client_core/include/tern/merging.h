// Making one record of several that are one: by ordinary changes, so that it syncs, merges and can be taken back.
//
// The winner keeps its values and takes what it lacks from the losers, the one changed last first; sets, references,
// lists and counters are united. What refers to a loser refers to the winner afterwards. The losers name the winner in
// `merged_into` and go to the trash; whoever asks for one is led to the winner. What was changed is written down in a
// record of `merge` in each space that it touches, from which any device whose user may write there can undo it.
//
// Two people who merge the same records the other way round at once: both ways of uniting hold, and heal_merges(), run
// after a sync, brings back the record with the smallest id of those that were merged in a circle.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

namespace merge_limits {
inline constexpr std::size_t kRecords = 10;  ///< winner and losers: what fits on a screen side by side
inline constexpr Millis kUndo = Millis{30} * 24 * 60 * 60 * 1000;
}  // namespace merge_limits

struct MergeRequest {
    RecordId winner;
    std::vector<RecordId> losers;
    std::vector<std::pair<std::string, RecordId>> fields;  ///< a field or column by name: from which record to take it
};

/// One field or element of the winner as it will be.
struct MergeField {
    std::string field;
    RecordId from;
    bool added = false;                             ///< an element that is united
    Json value;                                     ///< null: none of them has it
    std::vector<std::pair<RecordId, Json>> others;  ///< values that differ; they stay in the losers
};

struct MergeOutcome {
    std::string operation;           ///< empty for a preview
    std::vector<MergeField> fields;  ///< those that change, or that the records differ in
    std::size_t references = 0;      ///< records that refer to the winner from now on
    std::size_t out_of_reach = 0;    ///< those in spaces where one may not write: they are led on by `merged_into`
};

/// Borrows nothing; on the Client's thread. `bad_argument` for fewer than two records or more than kRecords, for
/// records of different kinds, for people, spaces and merges; `not_found` for what is not here or in the trash;
/// `forbidden` where one may not write to the winner or to a loser.
Result<MergeOutcome> preview_merge(Client& client, const MergeRequest& request);
/// All of it or nothing, in one transaction.
Result<MergeOutcome> merge(Client& client, const MergeRequest& request);

struct UnmergeOutcome {
    std::size_t restored = 0;      ///< cells
    std::size_t kept = 0;          ///< cells that were changed since: they stay as they are
    std::size_t out_of_reach = 0;  ///< cells in spaces where one may not write
};
/// Undoes the last merge that `id`, a loser, a winner or a record of `merge`, took part in, with the one the other way
/// round, if two people made both, and with what heal_merges() led on for it. `not_found` where there is none,
/// `forbidden` where one may write nothing of it, `bad_argument` after kUndo.
Result<UnmergeOutcome> unmerge(Client& client, const RecordId& id);

/// The living record that `id` was merged into, through any number of merges; `id` itself where there is none.
RecordId merged_into(Client& client, const RecordId& id);

/// Ends circles of merges, and leads references to where merges ended: those of records that were merged on since, and
/// those that others wrote before they knew of the merge. Gives the number of records that were changed; 0 nearly
/// always, and cheap then: only what came since the last call is looked at.
Result<std::size_t> heal_merges(Client& client);

Json json(const MergeOutcome& outcome);
Json json(const UnmergeOutcome& outcome);

}  // namespace tern
