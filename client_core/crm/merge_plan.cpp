#include "client_core/crm/merge_plan.h"

#include <algorithm>

#include "client_core/crm/part.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/shown.h"
#include "client_core/matching/names.h"

namespace tern::crm {
namespace {

using schema::Type;

constexpr std::uint32_t kOrder = 1;  // of a list's element

/// Fields that are about the record as such, not about what it stands for.
bool is_own(std::string_view field) { return field == "merged_into" || field == "separate_from"; }

bool is_element(const schema::Field* field, const CellKey& key) {
    return field != nullptr && field->has_elements() && !key.second.empty();
}

Value without_order(const Value& element) {
    Value out = element;
    if (auto* map = out.as<Value::Map>())
        std::erase_if(*map, [](const Value::Member& member) { return member.first == kOrder; });
    return out;
}

/// What tells a list's element, in one form for all writings.
std::string telling(const schema::Field& field, const Value& element) {
    const auto& member = telling_member(field);
    const Value* value = element.member(member.number);
    const auto* text = value == nullptr ? nullptr : value->as<std::string>();
    if (text == nullptr) return {};
    if (member.type == Type::phone) return matching::phone_key(*text);
    if (member.type == Type::mail) return matching::mail_key(*text);
    return {};
}

Failure not_of_one_kind() {
    return fail(Fault::bad_argument, "only records of one kind can be merged", "give the ids of one kind of record");
}

}  // namespace

Result<MergePlan::Source> MergePlan::read(Client& client, const RecordId& id) {
    const auto head = living_head(client.store(), id);
    if (!head)
        return fail(Fault::not_found, "one of these records is not here, or in the trash",
                    "look for it with `tern search`, or sync first");
    if (!client.may_write(head->space))
        return fail(Fault::forbidden, "you may not write in the space of one of these records",
                    "ask a manager of the space to merge them; nothing was changed");
    return Source{*head, cells_of(client.store(), *head)};
}

Result<MergePlan> MergePlan::make(Client& client, const MergeRequest& request) {
    std::set<RecordId> all{request.winner};
    all.insert(request.losers.begin(), request.losers.end());
    if (all.size() != request.losers.size() + 1 || all.size() < 2 || all.size() > merge_limits::kRecords)
        return fail(Fault::bad_argument,
                    "a merge takes 2 to " + std::to_string(merge_limits::kRecords) + " different records",
                    "merge them in several steps");
    TERN_TRY(winner, read(client, request.winner));
    const auto* entity = client.schema().entity(winner.head.entity);
    if (entity == nullptr || entity->name == "user" || entity->name == "space" || entity->name == "device" ||
        entity->name == "merge")
        return fail(Fault::bad_argument, "records of this kind cannot be merged", "nothing was changed");
    MergePlan out{client, *entity};
    out.winner_ = std::move(winner);
    for (const RecordId& id : request.losers) {
        TERN_TRY(loser, read(client, id));
        if (loser.head.entity != entity->number) return not_of_one_kind();
        out.losers_.push_back(std::move(loser));
        out.ids_.insert(id);
    }
    std::sort(out.losers_.begin(), out.losers_.end(),
              [](const Source& a, const Source& b) { return a.head.newest > b.head.newest; });
    TERN_CHECK(out.read_picks(request));
    out.united_ = out.winner_.cells;
    out.merge_plain();
    out.unite();
    out.redirect();
    out.name_winner();
    return out;
}

Status MergePlan::read_picks(const MergeRequest& request) {
    for (const auto& [name, id] : request.fields) {
        const auto* field = entity_.field(std::string_view{name});
        if (field == nullptr)
            if (const auto* place = entity_.column(name)) field = place->field;
        if (field == nullptr || field->has_elements() || is_own(field->name))
            return fail(Fault::bad_argument, "that is no field of " + entity_.name + " that one record gives",
                        "see `tern merge --dry-run`; lists and tags are united");
        if (id != winner_.head.id && !ids_.contains(id))
            return fail(Fault::bad_argument, "a field can only be taken from one of the merged records",
                        "give the id of one of them");
        picks_[field->number] = id;
    }
    return ok();
}

Json MergePlan::shown(const CellKey& key, const Value& value) const {
    const auto* field = entity_.field(key.first);
    return field == nullptr || value.is_null() ? Json{} : shown_cell(client_.schema(), *field, value);
}

void MergePlan::set(const CellKey& key, const Value& value) {
    const auto before = winner_.cells.find(key);
    const Value old = before == winner_.cells.end() ? Value{} : before->second;
    // What a loser says of itself or of another loser, it says of the winner.
    const Value fitting = with_ids(value, ids_, winner_.head.id, winner_.head.id);
    united_[key] = fitting;
    if (fitting == old) return;
    edits_.push_back({winner_.head, key.first, key.second, old, fitting});
}

void MergePlan::merge_plain() {
    std::set<CellKey> keys;
    const auto add = [&](const Source& source) {
        for (const auto& [key, value] : source.cells) {
            const auto* field = entity_.field(key.first);
            if (!is_element(field, key) && (field == nullptr || !is_own(field->name))) keys.insert(key);
        }
    };
    add(winner_);
    for (const Source& loser : losers_) add(loser);
    for (const CellKey& key : keys) merge_plain(key);
}

void MergePlan::merge_plain(const CellKey& key) {
    const Source* chosen = winner_.cells.contains(key) ? &winner_ : nullptr;
    for (const Source& loser : losers_)
        if (chosen == nullptr && loser.cells.contains(key)) chosen = &loser;
    if (const auto pick = picks_.find(key.first); pick != picks_.end()) {
        chosen = &winner_;
        for (const Source& loser : losers_)
            if (loser.head.id == pick->second) chosen = &loser;
    }
    const auto value_in = [&](const Source& source) {
        const auto at = source.cells.find(key);
        return at == source.cells.end() ? Value{} : at->second;
    };
    const Value value = value_in(*chosen);
    set(key, value);
    const auto* field = entity_.field(key.first);
    MergeField line{field == nullptr ? "custom" : field->name, chosen->head.id, false, shown(key, value), {}};
    const auto differs = [&](const Source& source) {
        if (source.head.id != chosen->head.id && value_in(source) != value && !value_in(source).is_null())
            line.others.emplace_back(source.head.id, shown(key, value_in(source)));
    };
    differs(winner_);
    for (const Source& loser : losers_) differs(loser);
    if (chosen != &winner_ || !line.others.empty()) outcome_.fields.push_back(std::move(line));
}

bool MergePlan::has_like(const schema::Field& field, const Value& element) const {
    const std::string told = telling(field, element);
    for (const auto& [key, value] : united_) {
        if (key.first != field.number || value.is_null()) continue;
        if (without_order(value) == without_order(element)) return true;
        if (!told.empty() && telling(field, value) == told) return true;
    }
    return false;
}

void MergePlan::unite() {
    for (const Source& loser : losers_)
        for (const auto& [key, value] : loser.cells) {
            const auto* field = entity_.field(key.first);
            if (!is_element(field, key) || is_own(field->name) || united_.contains(key)) continue;
            if (field->type == Type::list && has_like(*field, value)) continue;
            if (field->type == Type::refs &&
                (ids_.contains(RecordId::of(key.second)) || RecordId::of(key.second) == winner_.head.id))
                continue;
            set(key, value);
            const Json told = field->type == Type::set    ? Json::text(text(key.second))
                              : field->type == Type::refs ? Json{uuid_text(RecordId::of(key.second))}
                                                          : shown(key, value);
            outcome_.fields.push_back({field->name, loser.head.id, true, told, {}});
        }
}

/// References to losers. The winner's own are among its edits already where it took the cell from a loser.
void MergePlan::redirect() {
    std::set<std::pair<RecordId, SpaceId>> led, out_of_reach;
    for (CellEdit& edit : redirected(client_.store(), ids_, winner_.head.id)) {
        if (!client_.may_write(edit.head.space)) {
            out_of_reach.emplace(edit.head.id, edit.head.space);
            continue;
        }
        const bool known = std::any_of(edits_.begin(), edits_.end(), [&](const CellEdit& other) {
            return other.head.id == edit.head.id && other.head.space == edit.head.space &&
                   other.column == edit.column && other.element == edit.element;
        });
        if (known) continue;
        led.emplace(edit.head.id, edit.head.space);
        edits_.push_back(std::move(edit));
    }
    outcome_.references = led.size();
    outcome_.out_of_reach = out_of_reach.size();
}

void MergePlan::name_winner() {
    const auto* field = entity_.field(std::string_view{"merged_into"});
    for (const Source& loser : losers_) {
        const auto at = loser.cells.find({field->number, {}});
        edits_.push_back({loser.head,
                          field->number,
                          {},
                          at == loser.cells.end() ? Value{} : at->second,
                          Value{AnyId{winner_.head.id.bytes}}});
    }
}

std::vector<store::RecordHead> MergePlan::losers() const {
    std::vector<store::RecordHead> out;
    for (const Source& loser : losers_) out.push_back(loser.head);
    return out;
}

}  // namespace tern::crm
