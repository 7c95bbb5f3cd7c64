// Several records written together: read from what people type, kept all at once or not at all.
#pragma once

#include <optional>
#include <vector>

#include <tern/records.h>
#include "client_core/crm/draft.h"

namespace tern::crm {

Failure not_here();
Failure may_not_write();
/// Of a living record in whose space one may write; else what is in the way.
Result<store::RecordHead> writable_head(Client& client, const RecordId& id);

/// Each record at most once. Nothing is written before commit(), and then in one transaction.
class Writing {
public:
    explicit Writing(Client& client) : client_(client) {}

    /// As Records::create() and Records::set().
    Result<RecordId> create(std::string_view entity, const std::vector<Assignment>& fields,
                            const std::optional<SpaceId>& space = {});
    Status set(const RecordId& id, const std::vector<Assignment>& fields);
    Status commit();
    /// What commit() would write.
    const std::vector<store::Write>& writes() const { return writes_; }

private:
    Client& client_;
    std::vector<store::Write> writes_;
};

}  // namespace tern::crm
