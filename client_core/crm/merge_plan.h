// What a merge will write: the winner's cells, the references to the losers, the losers' ends.
#pragma once

#include <tern/merging.h>

#include <map>
#include <set>
#include <vector>

#include "client_core/crm/draft.h"
#include "client_core/crm/references.h"

namespace tern::crm {

class MergePlan {
public:
    /// Judges the request; fails as preview_merge() does. Throws DatabaseError.
    static Result<MergePlan> make(Client& client, const MergeRequest& request);

    const store::RecordHead& winner() const { return winner_.head; }
    /// Of cells in spaces where one may write, the losers' `merged_into` among them, but not their ends.
    const std::vector<CellEdit>& edits() const { return edits_; }
    std::vector<store::RecordHead> losers() const;
    MergeOutcome outcome() const { return outcome_; }

private:
    struct Source {
        store::RecordHead head;
        Cells cells;
    };
    MergePlan(Client& client, const schema::Entity& entity) : client_(client), entity_(entity) {}
    static Result<Source> read(Client& client, const RecordId& id);
    Status read_picks(const MergeRequest& request);
    void merge_plain();
    void merge_plain(const CellKey& key);
    void unite();
    bool has_like(const schema::Field& field, const Value& element) const;
    void set(const CellKey& key, const Value& value);
    void redirect();
    void name_winner();
    Json shown(const CellKey& key, const Value& value) const;

    Client& client_;
    const schema::Entity& entity_;
    Source winner_;
    std::vector<Source> losers_;  ///< the one changed last first
    std::set<RecordId> ids_;      ///< of the losers
    std::map<ColumnNumber, RecordId> picks_;
    Cells united_;  ///< the winner's cells as they will be
    std::vector<CellEdit> edits_;
    MergeOutcome outcome_;
};

}  // namespace tern::crm
