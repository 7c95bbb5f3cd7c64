// Records as people handle them: fields by name, values as text. Everything is written through the store's merge path,
// whole groups at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

/// A field by name, and what a person typed for it. An empty text takes the value away.
using Assignment = std::pair<std::string, std::string>;

struct ListRequest {
    std::string entity;
    std::vector<std::string> where;  ///< each as read_where() takes it (query.h); all must hold
    std::string sort;                ///< as read_sort() takes it; empty: as the records were made
    std::optional<std::size_t> limit;
};

/// Borrows the Client; use it on the Client's thread, as long as that lives.
class Records {
public:
    explicit Records(Client& client);

    /// Where "today" is looked up, for computed fields; UTC unless said. `bad_argument` at the next reading where there
    /// is no such zone.
    void set_zone(std::string zone) { zone_ = std::move(zone); }

    /// In `space`, else where Client::home_for() says, from what the record belongs to.
    Result<RecordId> create(std::string_view entity, const std::vector<Assignment>& fields,
                            const std::optional<SpaceId>& space = {});
    Status set(const RecordId& id, const std::vector<Assignment>& fields);
    Status remove(const RecordId& id);
    Status undelete(const RecordId& id);

    /// {"id","space","entity", then the fields by name}; "_entity" where a field of its own is called "entity";
    /// "deleted": true where it is in the trash. Of a record that was merged, the one that it was merged into.
    Result<Json> get(const RecordId& id);
    /// The name by which people know a record, empty where it has none here.
    std::string title(const RecordId& id);
    /// One object a record, as it is read.
    Status list(const ListRequest& request, const std::function<void(Json)>& take);
    /// [{"at","user","device","field","element","value","live","conflict","pending"}], newest first.
    Result<Json> history(const RecordId& id);
    /// [{"id","entity","title","space","deleted_at"}], newest first.
    Result<Json> trash();

    /// [{"n","id","entity","title","space","field","winner","winner_at","winner_by","loser","loser_at","loser_by"}].
    Result<Json> conflicts();
    /// Ends every conflict over this field with a value of one's own.
    Status settle(const RecordId& id, const std::string& field, const std::string& text);
    /// Over several, in one write.
    Status settle(const RecordId& id, const std::vector<Assignment>& fields);
    /// Ends conflict number `n` of conflicts() for the loser, or for the winner.
    Status restore(std::size_t n);
    Status keep(std::size_t n);

private:
    Status end_conflict(std::size_t n, bool for_loser);
    Result<store::RecordHead> living(const RecordId& id);
    Status write(const store::RecordHead& head, ColumnNumber column, const Bytes& element, const Value& value,
                 bool settles);

    Client& client_;
    std::string zone_ = "UTC";
};

}  // namespace tern
