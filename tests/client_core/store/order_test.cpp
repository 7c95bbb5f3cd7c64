// Random histories of several devices over few records, in many orders: one outcome, and the one that the model tells.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/client_core/store/model.h"
#include "tests/client_core/store/support.h"

namespace tern::store::test {
namespace {

constexpr EntityNumber kUnknownEntity = 777;

class History {
public:
    explicit History(unsigned seed) : random_(seed) {}

    std::vector<Change> make(int deltas) {
        for (int i = 0; i < deltas; ++i) add_delta();
        return changes_;
    }
    std::vector<RecordId> records() const { return {record(1), record(2), record(3)}; }
    unsigned pick(unsigned n) { return static_cast<unsigned>(random_() % n); }

private:
    void add_delta() {
        const Stamp now = fresh_stamp();
        std::set<Cell> written;
        for (unsigned i = 0, n = 1 + pick(3); i < n; ++i) {
            Change change = make_change(now);
            if (written.insert(change.cell).second) changes_.push_back(std::move(change));
        }
    }

    Stamp fresh_stamp() {
        for (;;) {
            const Stamp out = stamp(1 + pick(120), static_cast<std::uint8_t>(1 + pick(4)));
            if (used_.insert(out).second) return out;
        }
    }

    Change make_change(const Stamp& now) {
        Change change;
        change.stamp = now;
        change.cell.record = record(static_cast<std::uint8_t>(1 + pick(3)));
        change.cell.entity = pick(12) == 0 ? kUnknownEntity : kContact;
        const unsigned kind = pick(10);
        if (kind < 2) {
            change.value = encode(birth());
        } else if (kind == 2) {
            change.cell.column = column::kAlive;
            Alive alive{pick(3) == 0, {}};
            if (!alive.alive)
                alive.seen = pick(2) == 0 ? now : stamp(pick(120), static_cast<std::uint8_t>(1 + pick(4)));
            change.value = encode(alive_value(alive));
        } else {
            const BirthCell place = any_cell();
            change.cell.column = place.column;
            change.cell.element = place.element;
            change.value = encode(pick(6) == 0 ? Value{} : place.value);
        }
        change.bases = bases_for(change);
        return change;
    }

    BirthCell any_cell() {
        const Bytes element(16, static_cast<std::uint8_t>(pick(3)));
        const Value order = Decimal::normal(pick(100), 1);
        const std::string word(1, static_cast<char>('a' + pick(3)));
        switch (pick(9)) {
            case 0:
            case 1:
                return {field("family_name"), {}, word};
            case 2:
                return {field("family_name"), {}, std::int64_t{pick(2)}};  // irregular
            case 3:
                return {field("addr"), {}, Value::Map{{1, word}, {7, Value::Map{{1, Decimal::normal(pick(9), 2)}}}}};
            case 4:
                return {field("addr"), {}, Value::Map{{1, word}, {99, word}}};  // a member of the future
            case 5:
                return {field("tags"), element, pick(5) == 0 ? Value{word} : Value{true}};
            case 6:
                return {field("phones"), element, Value::Map{{1, order}, {2, word}}};
            case 7:
                return {500, {}, word};  // a field of the future
            default:
                return {column::kCustom, element, word};
        }
    }

    Value birth() {
        std::map<std::pair<ColumnNumber, Bytes>, BirthCell> cells;
        for (unsigned i = 0, n = pick(6); i < n; ++i) {
            const BirthCell cell = any_cell();
            cells[{cell.column, cell.element}] = cell;
        }
        std::vector<BirthCell> out;
        for (const auto& [key, cell] : cells) out.push_back(cell);
        return birth_value(out);
    }

    std::vector<Stamp> bases_for(const Change& change) {
        std::set<Stamp> out;
        for (const Change& other : changes_)
            if (other.cell.record == change.cell.record && other.cell.entity == change.cell.entity &&
                other.stamp < change.stamp && (other.cell == change.cell || other.cell.column == column::kBirth) &&
                pick(3) == 0)
                out.insert(other.stamp);
        return {out.begin(), out.end()};
    }

    std::mt19937 random_;
    std::vector<Change> changes_;
    std::set<Stamp> used_;
};

/// Applies all of them in a random order, some twice, in lots of random size.
void apply_shuffled(Store& store, std::vector<Change> changes, std::mt19937& random) {
    for (std::size_t i = changes.size() / 3; i > 0; --i) changes.push_back(changes[random() % changes.size()]);
    std::shuffle(changes.begin(), changes.end(), random);
    for (std::size_t at = 0; at < changes.size();) {
        const std::size_t n = std::min<std::size_t>(1 + random() % 9, changes.size() - at);
        Transaction tx{store.database()};
        store.apply(space(), std::span{changes}.subspan(at, n));
        tx.commit();
        at += n;
    }
}

class AnyOrder : public testing::TestWithParam<int> {};

TEST_P(AnyOrder, GivesTheStateThatTheModelTells) {
    const auto seed = static_cast<unsigned>(GetParam());
    History history{seed};
    const auto changes = history.make(8 + static_cast<int>(seed % 30));
    const std::string expected = model_picture(changes, history.records());
    std::mt19937 random{seed + 1000};
    std::optional<Hash> hash;
    for (int i = 0; i < 3; ++i) {
        const auto store = open_memory();
        apply_shuffled(*store, changes, random);
        ASSERT_EQ(picture(*store, history.records()), expected) << "seed " << seed << ", order " << i;
        ASSERT_EQ(hash.value_or(store->state_hash(space())), store->state_hash(space()))
            << "seed " << seed << ", order " << i;
        hash = store->state_hash(space());
        const auto checked = store->check();
        ASSERT_TRUE(checked) << checked.error().text();
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyOrder, testing::Range(0, 60));

TEST(ManyOrders, OfOneHistoryAgree) {
    History history{4711};
    const auto changes = history.make(60);
    const std::string expected = model_picture(changes, history.records());
    std::mt19937 random{1};
    std::set<Hash> hashes;
    for (int i = 0; i < 40; ++i) {
        const auto store = open_memory();
        apply_shuffled(*store, changes, random);
        ASSERT_EQ(picture(*store, history.records()), expected) << "order " << i;
        hashes.insert(store->state_hash());
    }
    EXPECT_EQ(hashes.size(), 1U);
}

}  // namespace
}  // namespace tern::store::test
