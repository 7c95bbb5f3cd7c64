// Random histories of an org and its spaces, each with one thing wrong: refused at the record where it is wrong.
#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "tests/support/log_script.h"

namespace tern {
namespace {

using test::MadeOrg;

/// A record, and the logs as they were before it.
struct Step {
    Bytes bytes;
    bool org_record = true;
    std::optional<OrgLog> org;
    std::optional<SpaceLog> space;

    bool accepts(ByteView record) const {
        if (org_record) {
            if (!org) return OrgLog::begin(record).has_value();
            OrgLog copy = *org;
            return copy.append(record).has_value();
        }
        if (!space) return SpaceLog::begin(record, *org).has_value();
        SpaceLog copy = *space;
        return copy.append(record, *org).has_value();
    }
};

std::vector<Step> steps_of(const MadeOrg& made) {
    std::vector<Step> out;
    std::optional<OrgLog> org;
    std::map<SpaceId, SpaceLog> spaces;
    for (const auto& made_record : made.records()) {
        const auto record = read_log_record(made_record.bytes).value();
        Step step{record.bytes, record.kind == LogKind::org, org, {}};
        if (step.org_record) {
            if (!org)
                org = OrgLog::begin(record.bytes).value();
            else
                EXPECT_TRUE(org->append(record.bytes));
        } else if (record.type == RecordType::space_genesis) {
            auto log = SpaceLog::begin(record.bytes, *org).value();
            spaces.emplace(log.id(), std::move(log));
        } else {
            auto& log = spaces.at(SpaceId{record.log.bytes});
            step.space = log;
            EXPECT_TRUE(log.append(record.bytes, *org));
        }
        out.push_back(std::move(step));
    }
    return out;
}

class History {
public:
    explicit History(unsigned seed) : dice_(seed) {
        for (int i = 0; i < 3; ++i) people_.push_back(made_.add_member());
        made_.make_space(space_, made_.founder_phone, {{people_[0].person.id(), SpaceRole::writer}});
    }
    const MadeOrg& run(int records) {
        for (int i = 0; i < records; ++i) {
            ++made_.now;
            move();
        }
        return made_;
    }

private:
    MadeOrg::Member& somebody() { return people_[dice_() % people_.size()]; }
    void catch_up() {
        if (made_.space(space_).must_rotate(made_.org(), made_.org().head().seq))
            made_.rotate(space_, made_.founder_phone);
    }
    void move() {
        auto& who = somebody();
        const auto role = made_.space(space_).role(who.person.id());
        switch (dice_() % 7) {
            case 0:
                people_.push_back(made_.add_member());
                break;
            case 1:
                made_.rotate_user_key(who.person, who.phone);
                break;
            case 2: {
                const auto old = who.phone;
                made_.add_phone(who.phone, who.person);
                made_.revoke(old, who.phone);
                break;
            }
            case 3:
                made_.suspend(who.person, true), made_.suspend(who.person, false);
                break;
            case 4:
                catch_up(), made_.archive(space_, made_.founder_phone, !made_.space(space_).archived());
                break;
            case 5:
                made_.rotate(space_, made_.founder_phone);
                break;
            default:
                catch_up();
                if (role == SpaceRole::none)
                    made_.grant(space_, who.person.id(), SpaceRole::writer, made_.founder_phone);
                else
                    made_.remove(space_, who.person.id(), made_.founder_phone);
        }
    }

    std::mt19937 dice_;
    MadeOrg made_;
    std::vector<MadeOrg::Member> people_;
    SpaceId space_;
};

constexpr unsigned kHistories = 10;

TEST(HistoryTest, NoFlippedBitIsEverTaken) {
    std::mt19937 dice{7};
    std::size_t records = 0, flips = 0, accepted = 0;
    for (unsigned seed = 0; seed < kHistories; ++seed) {
        for (const auto& step : steps_of(History{seed}.run(20))) {
            ++records;
            EXPECT_TRUE(step.accepts(step.bytes));
            Bytes bytes = step.bytes;
            for (std::size_t at = 0; at < bytes.size(); at += 1 + dice() % 16) {
                const auto bit = static_cast<std::uint8_t>(1U << dice() % 8);
                bytes[at] ^= bit;
                ++flips;
                accepted += step.accepts(bytes) ? 1 : 0;
                bytes[at] ^= bit;
            }
        }
    }
    EXPECT_EQ(accepted, 0U);
    std::cout << "history: " << records << " records, " << flips << " flipped bits, " << accepted << " accepted\n";
}

TEST(HistoryTest, NoLengthButTheRightOneIsTaken) {
    std::mt19937 dice{8};
    std::size_t tried = 0, accepted = 0;
    for (const auto& step : steps_of(History{99}.run(20))) {
        Bytes longer = step.bytes;
        for (int i = 0; i < 8; ++i, ++tried) {
            longer.push_back(static_cast<std::uint8_t>(dice()));
            accepted += step.accepts(longer) + step.accepts(ByteView{step.bytes}.first(dice() % step.bytes.size()));
        }
    }
    EXPECT_EQ(accepted, 0U);
    std::cout << "history: " << 2 * tried << " wrong lengths, " << accepted << " accepted\n";
}

TEST(HistoryTest, DroppedDoubledAndSwappedRecordsAreRefused) {
    std::size_t tried = 0, accepted = 0;
    for (unsigned seed = 100; seed < 100 + kHistories; ++seed) {
        const auto steps = steps_of(History{seed}.run(30));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const bool genesis = (steps[i].org_record ? !steps[i].org : !steps[i].space);
            for (std::size_t j = 0; j < steps.size(); ++j) {
                // The same genesis begins the same log wherever it is read again.
                if (i == j || genesis || steps[i].org_record != steps[j].org_record) continue;
                ++tried;
                accepted += steps[i].accepts(steps[j].bytes) ? 1 : 0;
            }
        }
    }
    EXPECT_EQ(accepted, 0U);
    std::cout << "history: " << tried << " records at a place that is not theirs, " << accepted << " accepted\n";
}

}  // namespace
}  // namespace tern
