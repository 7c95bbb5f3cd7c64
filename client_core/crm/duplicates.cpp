#include <tern/duplicates.h>

#include <algorithm>
#include <map>
#include <set>

#include "client_core/crm/draft.h"
#include "client_core/crm/phone_match.h"
#include "client_core/crm/rules.h"
#include "client_core/store/key_lookup.h"
#include "client_core/store/tables.h"

namespace tern {
namespace {

using matching::Key;
using matching::Kind;
using store::KeyedRecord;

/// People of one name are many; that two of a rare one are one is worth a look.
constexpr std::size_t kRareName = 3;

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::exact:
            return "exact";
        case Kind::mail:
            return "mail";
        case Kind::phone:
            return "phone";
        case Kind::domain:
            return "domain";
        case Kind::company:
            return "company";
        case Kind::person:
            return "person";
    }
    return "exact";
}

bool is_strong(Kind kind) { return kind <= Kind::phone; }

/// Which of the other's keys are also ours.
std::vector<const Key*> shared(const std::vector<Key>& ours, std::string_view our_region, const KeyedRecord& other) {
    std::vector<const Key*> out;
    for (const Key& theirs : other.keys)
        for (const Key& mine : ours)
            if (mine.hash == theirs.hash && mine.key == theirs.key &&
                (mine.kind != Kind::phone || crm::same_phone(mine.shown, our_region, theirs.shown, other.region))) {
                out.push_back(&theirs);
                break;
            }
    std::sort(out.begin(), out.end(), [](const Key* a, const Key* b) {
        return std::tie(a->kind, a->field, a->shown) < std::tie(b->kind, b->field, b->shown);
    });
    return out;
}

std::vector<DuplicateReason> reasons_of(const std::vector<const Key*>& keys) {
    std::vector<DuplicateReason> out;
    for (const Key* key : keys)
        out.push_back({std::string(name_of(key->kind)), key->field, key->shown, is_strong(key->kind)});
    return out;
}

/// The typed fields as a record of them would have them.
Result<std::vector<BirthCell>> cells_typed(Client& client, const schema::Entity& entity, const matching::Plan& plan,
                                           const std::vector<Assignment>& fields) {
    crm::Draft draft;
    crm::StoredNames names{client.store()};
    const crm::Reading reading{client.schema(), names};
    for (const auto& [name, text] : fields) {
        TERN_TRY(target, crm::target_named(entity, name));
        if (plan.reads(target.field->number)) TERN_CHECK(draft.assign(target, text, reading));
    }
    return draft.birth();
}

// --- pairs -----------------------------------------------------------------------------------------------------------

/// Records of one entity that share a key.
struct Bucket {
    std::int64_t hash = 0;
    std::vector<RecordId> ids;  ///< ascending
};
using Buckets = std::map<EntityNumber, std::vector<Bucket>>;

/// Those of `only`, if it is given, with the rarest keys first: they tell the most.
Buckets shared_keys(Database& db, const schema::Entity* only) {
    std::map<std::pair<EntityNumber, std::int64_t>, std::vector<RecordId>> all;
    {
        Rows rows = db.query(
            "SELECT r.entity, k.hash, r.id FROM match_key k CROSS JOIN record r ON r.rid = k.rid WHERE k.hash IN "
            "(SELECT "
            "hash "
            "FROM match_key GROUP BY hash HAVING count(*) > 1) AND (?1 = 0 OR r.entity = ?1)",
            only == nullptr ? EntityNumber{0} : only->number);
        while (rows.next())
            all[{static_cast<EntityNumber>(rows.integer(0)), rows.integer(1)}].push_back(rows.id<RecordId>(2));
    }
    Buckets out;
    for (auto& [place, ids] : all) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        if (ids.size() < 2 || ids.size() > duplicate_limits::kCommon) continue;
        out[place.first].push_back({place.second, std::move(ids)});
    }
    for (auto& [entity, buckets] : out)
        std::stable_sort(buckets.begin(), buckets.end(),
                         [](const Bucket& a, const Bucket& b) { return a.ids.size() < b.ids.size(); });
    return out;
}

class Pairs {
public:
    Pairs(Client& client, const schema::Entity& entity, const std::vector<Bucket>& buckets)
        : client_(client), entity_(entity), buckets_(buckets) {
        for (const Bucket& bucket : buckets) sizes_[bucket.hash] = bucket.ids.size();
    }

    void add_to(std::vector<DuplicatePair>& out) {
        for (const auto& [hash, ids] : buckets_)
            for (auto a = ids.begin(); a != ids.end(); ++a)
                for (auto b = std::next(a); b != ids.end(); ++b) {
                    if (seen_.size() >= duplicate_limits::kJudged) return;
                    if (seen_.emplace(*a, *b).second) judge(*a, *b, out);
                }
    }

private:
    const KeyedRecord* keyed(const RecordId& id) {
        auto [at, fresh] = keyed_.try_emplace(id);
        if (fresh)
            if (auto found = client_.store().keyed(id); !found.empty()) at->second = std::move(found[0]);
        return at->second ? &*at->second : nullptr;
    }

    bool suffices(const std::vector<const Key*>& keys) const {
        for (const Key* key : keys) {
            if (is_strong(key->kind) || key->kind == Kind::company) return true;
            if (key->kind == Kind::domain && entity_.name == "account") return true;
            if (key->kind != Kind::person) continue;
            const auto size = sizes_.find(key->hash);
            if (keys.size() > 1 || (size != sizes_.end() && size->second <= kRareName)) return true;
        }
        return false;
    }

    void judge(const RecordId& a, const RecordId& b, std::vector<DuplicatePair>& out) {
        const auto* first = keyed(a);
        const auto* second = keyed(b);
        if (first == nullptr || second == nullptr) return;
        // Both ways round alike: which is older is a matter of ids.
        const auto keys = shared(first->keys, first->region, *second);
        if (!suffices(keys) || kept_separate(a, b) || kept_separate(b, a)) return;
        out.push_back({a, b, entity_.name, first->title, second->title, is_strong(keys[0]->kind), reasons_of(keys)});
    }

    bool kept_separate(const RecordId& a, const RecordId& b) {
        const auto* field = entity_.field(std::string_view{"separate_from"});
        if (field == nullptr) return false;
        return client_.store()
            .database()
            .find_integer("SELECT 1 FROM " + store::element_table(entity_, *field) +
                              " e JOIN record r ON r.rid = e.rid WHERE r.id = ? AND e.elem = ?",
                          a, b)
            .has_value();
    }

    Client& client_;
    const schema::Entity& entity_;
    const std::vector<Bucket>& buckets_;
    std::map<std::int64_t, std::size_t> sizes_;
    std::map<RecordId, std::optional<KeyedRecord>> keyed_;
    std::set<std::pair<RecordId, RecordId>> seen_;
};

Json json_of(const std::vector<DuplicateReason>& reasons) {
    Json out = Json::array();
    for (const auto& reason : reasons) {
        Json one = Json::object();
        one.add("key", Json{reason.key}).add("field", Json{reason.field}).add("value", Json{reason.value});
        one.add("strong", Json{reason.strong});
        out.add(std::move(one));
    }
    return out;
}

}  // namespace

Result<std::vector<DuplicateCandidate>> find_duplicates(Client& client, const DuplicateQuery& query) {
    return caught([&]() -> Result<std::vector<DuplicateCandidate>> {
        TERN_TRY(entity, crm::entity_named(client.schema(), query.entity));
        const matching::Plan plan{*entity};
        TERN_TRY(cells, cells_typed(client, *entity, plan, query.fields));
        std::vector<search::CellView> views;
        for (const auto& cell : cells) views.push_back({cell.column, &cell.value});
        const auto ours = plan.keys(views);
        const std::string region = plan.region(views).empty() ? query.region : plan.region(views);
        std::map<RecordId, std::pair<DuplicateCandidate, Stamp>> found;
        for (const Key& key : ours) {
            const auto records = client.store().with_key(key.hash, duplicate_limits::kCommon + 1);
            const bool common = records.size() > duplicate_limits::kCommon;
            // A common name is still worth its newest few; a common number is a placeholder.
            if (common && is_strong(key.kind)) continue;
            for (const KeyedRecord& record : records) {
                const auto keys = shared(ours, region, record);
                if (keys.empty() || found.contains(record.id)) continue;
                found.try_emplace(
                    record.id,
                    DuplicateCandidate{record.id, client.schema().entity(record.entity)->name, record.space,
                                       record.title, is_strong(keys[0]->kind), reasons_of(keys)},
                    record.newest);
            }
        }
        std::vector<std::pair<DuplicateCandidate, Stamp>> all;
        for (auto& [id, candidate] : found) all.push_back(std::move(candidate));
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            if (a.first.strong != b.first.strong) return a.first.strong;
            if (a.first.reasons.size() != b.first.reasons.size())
                return a.first.reasons.size() > b.first.reasons.size();
            return a.second > b.second;
        });
        std::vector<DuplicateCandidate> out;
        for (auto& [candidate, stamp] : all)
            if (out.size() < query.limit) out.push_back(std::move(candidate));
        return out;
    });
}

Result<std::vector<DuplicatePair>> duplicate_pairs(Client& client, const std::string& entity_name) {
    return caught([&]() -> Result<std::vector<DuplicatePair>> {
        std::vector<DuplicatePair> out;
        const schema::Entity* only = nullptr;
        if (!entity_name.empty()) {
            TERN_TRY(entity, crm::entity_named(client.schema(), entity_name));
            only = entity;
        }
        for (const auto& [number, buckets] : shared_keys(client.store().database(), only)) {
            const auto* entity = client.schema().entity(number);
            // People and spaces are what the org's log says, not what somebody typed twice.
            if (entity == nullptr || entity->name == "user" || entity->name == "space") continue;
            Pairs(client, *entity, buckets).add_to(out);
        }
        std::sort(out.begin(), out.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
            if (a.strong != b.strong) return a.strong;
            if (a.reasons.size() != b.reasons.size()) return a.reasons.size() > b.reasons.size();
            return std::tie(a.first, a.second) < std::tie(b.first, b.second);
        });
        if (out.size() > duplicate_limits::kPairs) out.resize(duplicate_limits::kPairs);
        return out;
    });
}

Status keep_separate(Client& client, const RecordId& a, const RecordId& b) {
    return caught([&]() -> Status {
        std::vector<store::Write> writes;
        EntityNumber entity = 0;
        for (const auto& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
            const auto head = crm::living_head(client.store(), one);
            if (!head) return fail(Fault::not_found, "there is no such record here", "look for it with `tern search`");
            if (a == b || (entity != 0 && entity != head->entity))
                return fail(Fault::bad_argument, "only two records of one kind can be kept separate",
                            "give the two ids of a line of `tern duplicates`");
            entity = head->entity;
            const auto* type = client.schema().entity(entity);
            const auto* field = type == nullptr ? nullptr : type->field(std::string_view{"separate_from"});
            if (field != nullptr && client.may_write(head->space))
                writes.push_back(
                    {head->space, Cell{entity, one, field->number, copy(other.bytes)}, Value{true}, false});
        }
        if (writes.empty())
            return fail(Fault::forbidden, "you may write neither of these records", "ask a manager of their space");
        return client.store().write(writes, client.author());
    });
}

Json json(const std::vector<DuplicateCandidate>& candidates) {
    Json out = Json::array();
    for (const auto& candidate : candidates) {
        Json one = Json::object();
        one.add("id", Json{uuid_text(candidate.id)}).add("entity", Json{candidate.entity});
        one.add("title", Json{candidate.title}).add("space", Json{id_text(candidate.space)});
        one.add("strong", Json{candidate.strong}).add("reasons", json_of(candidate.reasons));
        out.add(std::move(one));
    }
    return out;
}

Json json(const std::vector<DuplicatePair>& pairs) {
    Json out = Json::array();
    for (const auto& pair : pairs) {
        Json one = Json::object();
        one.add("entity", Json{pair.entity});
        one.add("first", Json{uuid_text(pair.first)}).add("first_title", Json{pair.first_title});
        one.add("second", Json{uuid_text(pair.second)}).add("second_title", Json{pair.second_title});
        one.add("strong", Json{pair.strong}).add("reasons", json_of(pair.reasons));
        out.add(std::move(one));
    }
    return out;
}

}  // namespace tern
