// What is derived from the texts of living records, in the transaction that changes them: the search index, one FTS5
// table without content whose rowids are the records' (client_core/search), and the keys of duplicates (key_index.h).
#pragma once

#include <functional>
#include <map>
#include <set>

#include "client_core/search/document.h"
#include "client_core/store/key_index.h"
#include "client_core/store/record_table.h"
#include "client_core/store/rollbacks.h"

namespace tern::store {

struct Core;
struct CurrentCell;

class SearchIndex {
public:
    SearchIndex(Database& db, Rollbacks& rollbacks);
    /// Before anything else, and whenever the schema is another; it must outlive its use.
    void use(const schema::Schema& schema);
    /// Looks again, at the next flush(), at the records of entities that are read otherwise than under the schema
    /// before.
    void follow(Core& core);

    /// nullptr for an entity whose records cannot be found.
    const search::Plan* plan(EntityNumber entity) const;
    const KeyIndex& keys() const { return keys_; }

    /// A record that was not known before.
    void add(const RecordRow& record, const std::vector<BirthCell>& cells);
    /// A cell of the record shows another value; flush() looks at it.
    void touch(const RecordRow& record, ColumnNumber column);
    /// All of it may have changed.
    void touch(const RecordRow& record);
    /// Before the transaction ends.
    void flush(Core& core);

    /// Builds it anew where it was made for other fields or by other rules. In a transaction of its own.
    void fit(Core& core);
    /// Index and tables agree: the same records, and for some of them the same tokens.
    Status check(Core& core);

private:
    Bytes fingerprint() const;
    void build(Core& core);
    bool concerns(EntityNumber entity) const { return plan(entity) != nullptr || keys_.plan(entity) != nullptr; }
    bool reads(EntityNumber entity, ColumnNumber column) const;
    void write(std::int64_t rid, EntityNumber entity, std::span<const search::CellView> cells);
    void read(Core& core, const RecordRow& record);
    Status check_record(Core& core, const RecordRow& record);
    bool holds(std::int64_t rid, std::string_view token);

    Database& db_;
    KeyIndex keys_;
    const schema::Schema* schema_ = nullptr;
    std::map<EntityNumber, search::Plan> plans_;
    std::map<EntityNumber, search::Plan> before_;  ///< under the schema before
    std::set<std::int64_t> touched_;
    bool fitted_ = false;  ///< fit() has been here
};

/// What of a record its plans read, by the numbers that this process gives custom fields.
std::vector<CurrentCell> cells_for(Core& core, const RecordRow& record, const std::function<bool(ColumnNumber)>& wants);
/// As a Plan reads them.
std::vector<search::CellView> views_of(const std::vector<CurrentCell>& cells);

}  // namespace tern::store
