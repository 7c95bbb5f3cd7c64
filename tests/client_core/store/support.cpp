#include "tests/client_core/store/support.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace tern::store::test {

ColumnNumber field(std::string_view name, std::string_view entity) {
    return schema::crm().entity(entity)->field(name)->number;
}

Cell cell(const RecordId& id, std::string_view name, Bytes element) {
    return {kContact, id, field(name), std::move(element)};
}
Cell birth_of(const RecordId& id, EntityNumber entity) { return {entity, id, column::kBirth, {}}; }
Cell alive_of(const RecordId& id, EntityNumber entity) { return {entity, id, column::kAlive, {}}; }

std::unique_ptr<Store> open_memory(const schema::Schema& schema) {
    auto store = Store::open({.path = ":memory:"}, schema);
    if (!store) ADD_FAILURE() << store.error().text();
    return std::move(*store);
}

Status Phone::write(std::vector<Write> writes) { return store->write(writes, author); }

Status Phone::set(const RecordId& id, std::string_view name, Value value, bool settles) {
    return write({{space(), cell(id, name), std::move(value), settles}});
}

Status Phone::create(const RecordId& id, const std::string& family_name) {
    return write({{space(), birth_of(id), birth_value({{field("family_name"), {}, text_value(family_name)}}), false}});
}

Status Phone::remove(const RecordId& id) { return write({{space(), alive_of(id), alive_value({false, {}}), false}}); }

std::string Phone::text(const RecordId& id, std::string_view name) {
    const auto found = head(id);
    if (!found) return "<no record>";
    for (const Register& r : store->registers(*found))
        if (r.column == field(name))
            return r.value.as<std::string>() != nullptr ? *r.value.as<std::string>() : "<no text>";
    return "<nothing>";
}

std::optional<RecordHead> Phone::head(const RecordId& id) {
    const auto heads = store->find(id);
    return heads.empty() ? std::nullopt : std::optional{heads.front()};
}

void Phone::apply(const std::vector<Change>& changes) {
    Transaction tx{store->database()};
    store->apply(space(), changes);
    tx.commit();
}

std::vector<Change> Phone::send() {
    std::vector<Change> out;
    Transaction tx{store->database()};
    for (const UnsentDelta& delta : store->unsent(space(), 1000, 100'000'000)) {
        out.insert(out.end(), delta.changes.begin(), delta.changes.end());
        store->mark_acknowledged(delta.txn);
    }
    tx.commit();
    return out;
}

void meet(Phone& a, Phone& b) {
    const auto from_a = a.send();
    const auto from_b = b.send();
    a.apply(from_b);
    b.apply(from_a);
}

TempFolder::TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tern-test-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
}
TempFolder::~TempFolder() { std::filesystem::remove_all(path); }

std::string line(const Cell& cell, const Value& value, const Stamp& stamp) {
    return hex(cell.record).substr(0, 4) + "." + std::to_string(cell.column) + "[" + hex(cell.element).substr(0, 4) +
           "]=" + hex(encode(value)) + "@" + std::to_string(stamp.hlc.value) + "/" + hex(stamp.device).substr(0, 2);
}

std::string picture(Store& store, const std::vector<RecordId>& records) {
    std::string out;
    for (const RecordId& id : records)
        for (const RecordHead& head : store.find(id)) {
            out += "record " + hex(id).substr(0, 4) + (head.alive ? " alive" : " dead") + " newest " +
                   std::to_string(head.newest.hlc.value) + "\n";
            for (const Register& r : store.registers(head))
                out += "  " + line({head.entity, id, r.column, r.element}, r.value, r.stamp) + "\n";
            std::vector<std::string> history;
            for (const HistoryEntry& h : store.history(head))
                history.push_back("  h " + line(h.cell, h.value, h.stamp) + (h.live ? " live" : "") +
                                  (h.conflict ? " conflict" : ""));
            std::sort(history.begin(), history.end());
            for (const auto& h : history) out += h + "\n";
        }
    std::vector<std::string> conflicts;
    for (const Conflict& c : store.conflicts())
        conflicts.push_back("conflict " + line(c.cell, c.winner, c.winner_stamp) + " over " +
                            line(c.cell, c.loser, c.loser_stamp) + "\n");
    std::sort(conflicts.begin(), conflicts.end());
    for (const auto& c : conflicts) out += c;
    return out;
}

}  // namespace tern::store::test
