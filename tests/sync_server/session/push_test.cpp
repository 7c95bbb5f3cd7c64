// Deltas on their way in: what is taken, what is refused, and with which words.
#include <gtest/gtest.h>

#include "sync_server/limits.h"
#include "tests/support/server_wire.h"

namespace tern::test {
namespace {

/// A manager with a book, a rep who writes into it.
struct Book {
    MadeOrg org;
    MadeOrg::Member rep = org.add_member();
    SpaceId space;
    ServerWire wire;
    std::shared_ptr<Line> boss;
    std::shared_ptr<Line> line;

    Book() {
        org.make_space(space, org.founder_phone, {{rep.person.id(), SpaceRole::writer}});
        boss = wire.host(org);
        line = wire.connect(org, rep.phone);
    }
    Bytes delta(std::vector<Tag> tags, Millis ms = 0) {
        return make_delta(org, rep.phone, {space, std::move(tags), at(ms)});
    }
    Hlc at(Millis ms, std::uint16_t counter = 0) { return Hlc::at(wire.now + ms, counter); }
};

TEST(Push, IsAnsweredWithACursorAndOnlyAfterTheCommit) {
    Book book;
    proto::ClientMessage put;
    put.mutable_delta_put()->add_deltas(bytes_of(book.delta({make_tag(1)})));
    book.line->say(put);
    EXPECT_TRUE(book.wire.core().take_output().empty());
    book.wire.turn();
    const auto heard = book.line->take();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(put_cursor(heard[0]), 1u);
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(2)}))), 2u);
}

TEST(Push, TwiceIsOnce) {
    Book book;
    const auto first = book.delta({make_tag(1)});
    const auto second = book.delta({make_tag(1)}, 1);
    EXPECT_EQ(put_cursor(book.line->put(std::vector{first, second}), 1), 2u);
    const auto again = book.line->put(std::vector{first, second});
    EXPECT_EQ(put_cursor(again, 0), 1u);
    EXPECT_EQ(put_cursor(again, 1), 2u);
    EXPECT_EQ(book.wire.core().metrics().deltas_accepted, 2u);
}

TEST(Push, AfterARefusalTheRestInFlightIsOutOfSequence) {
    Book book;
    const auto good = book.delta({make_tag(1)});
    const auto early = book.delta({make_tag(2)}, 6 * 60'000);
    const auto behind = book.delta({make_tag(3)});
    const auto reply = book.line->put(std::vector{good, early, behind});
    EXPECT_EQ(put_cursor(reply, 0), 1u);
    EXPECT_EQ(put_fault(reply, 1), "clock_ahead");
    EXPECT_EQ(reply.delta_put_reply().results(1).refusal().server_ms(), static_cast<std::uint64_t>(book.wire.now));
    EXPECT_EQ(put_fault(reply, 2), "sequence");
    EXPECT_EQ(reply.delta_put_reply().results(2).refusal().last_seq(), 1u);
    EXPECT_EQ(reply.delta_put_reply().results(2).refusal().last_env(), bytes_of(env_id16(read_delta(good)->env_id)));
    // The numbers are burnt; the next ones continue what was taken.
    book.rep.phone.sent[book.space].env = env_id16(read_delta(good)->env_id);
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(2)}))), 2u);
}

TEST(Push, OneNumberForTwoContentsIsEquivocation) {
    Book book;
    Phone copy = book.rep.phone;
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
    EXPECT_EQ(put_fault(book.line->put(make_delta(book.org, copy, {book.space, {make_tag(2)}, book.at(5)}))),
              "equivocation");
}

TEST(Push, OnlyOwnWorkAndOnlyWithTheRoleForIt) {
    Book book;
    auto reader = book.org.add_member();
    const auto& records = book.org.records();
    for (std::size_t i = records.size() - 3; i < records.size(); ++i)
        ASSERT_TRUE(book.boss->put(records[i]).has_done());
    ASSERT_TRUE(
        book.boss->put(book.org.grant(book.space, reader.person.id(), SpaceRole::reader, book.org.founder_phone))
            .has_done());
    auto line = book.wire.connect(book.org, reader.phone);
    EXPECT_EQ(put_fault(line->put(make_delta(book.org, reader.phone, {book.space, {make_tag(1)}, book.at(0)}))),
              "role");
    EXPECT_EQ(put_fault(line->put(book.delta({make_tag(1)}))), "forbidden") << "somebody else's device";
    EXPECT_EQ(put_fault(book.line->put(
                  make_delta(book.org, reader.phone, {book.space, {make_tag(1)}, book.at(0), DeltaKind::purge}))),
              "forbidden");
    Phone fresh = book.rep.phone;
    fresh.sent.clear();
    EXPECT_EQ(put_fault(book.line->put(
                  make_delta(book.org, fresh, {book.space, {make_tag(1)}, book.at(0), DeltaKind::purge}))),
              "role")
        << "purging is for managers";
}

TEST(Push, AForgedSignatureIsRefused) {
    Book book;
    auto delta = book.delta({make_tag(1)});
    delta.back() ^= 1;
    EXPECT_EQ(put_fault(book.line->put(delta)), "forged");
}

TEST(Push, OldEpochsAreRefusedAfterARotation) {
    Book book;
    const auto old = book.delta({make_tag(1)});
    ASSERT_TRUE(book.boss->put(book.org.rotate(book.space, book.org.founder_phone)).has_done());
    EXPECT_EQ(put_fault(book.line->put(old)), "epoch_stale");
    book.rep.phone.sent.clear();
    book.rep.phone.sent[book.space].seq = 1;
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
}

TEST(Push, NothingIsWrittenUntilChangedKeysAreRotated) {
    Book book;
    ASSERT_TRUE(book.line->put(book.org.rotate_user_key(book.rep.person, book.rep.phone)).has_done());
    EXPECT_EQ(put_fault(book.line->put(book.delta({make_tag(1)}))), "epoch_stale");
    ASSERT_TRUE(book.boss->put(book.org.rotate(book.space, book.org.founder_phone)).has_done());
    book.rep.phone.sent.clear();
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
}

TEST(Push, ABumpCorrectsTheFutureAndSpreadsItNowhere) {
    Book book;
    // A stamp of next year got in while the server's own clock was wrong.
    const Millis year = Millis{365} * 86'400'000;
    book.wire.now += year;
    auto line = book.wire.connect(book.org, book.rep.phone);
    EXPECT_EQ(put_cursor(line->put(book.delta({make_tag(1)}))), 1u);
    book.wire.now -= year;
    line = book.wire.connect(book.org, book.rep.phone);
    const auto bump = [&](std::uint64_t tag, std::uint16_t flags) {
        auto& sent = book.rep.phone.sent[book.space];
        const auto before = sent;
        auto reply = line->put(make_delta(
            book.org, book.rep.phone, {book.space, {make_tag(tag)}, book.at(year, 1), DeltaKind::delta, {}, flags}));
        if (put_cursor(reply) == 0) sent = {before.seq + 1, before.env};
        return reply;
    };
    EXPECT_EQ(put_fault(bump(1, 0)), "clock_ahead");
    EXPECT_EQ(put_fault(bump(2, kBumpFlag)), "clock_ahead");
    EXPECT_EQ(put_cursor(bump(1, kBumpFlag)), 2u);
}

TEST(Push, AMarkOfTheFuturePassesOnlyIfTheServerHoldsIt) {
    Book book;
    const Millis year = Millis{365} * 86'400'000;
    book.wire.now += year;
    auto line = book.wire.connect(book.org, book.rep.phone);
    const auto stamp = Stamp{book.at(0), book.rep.phone.id};
    EXPECT_EQ(put_cursor(line->put(book.delta({make_tag(1)}))), 1u);
    book.wire.now -= year;
    line = book.wire.connect(book.org, book.rep.phone);
    const auto before = book.rep.phone.sent[book.space];
    EXPECT_EQ(put_fault(line->put(make_delta(book.org, book.rep.phone,
                                             {book.space, {make_tag(2)}, book.at(0), DeltaKind::carry, {{stamp, 1}}}))),
              "clock_ahead");
    book.rep.phone.sent[book.space] = {before.seq + 1, before.env};
    EXPECT_EQ(put_cursor(line->put(make_delta(
                  book.org, book.rep.phone, {book.space, {make_tag(1)}, book.at(0), DeltaKind::carry, {{stamp, 1}}}))),
              2u);
}

TEST(Push, TheFirstClaimWinsAndTheOtherIsToldByWhom) {
    Book book;
    const auto seen = Stamp{book.at(0), book.rep.phone.id};
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
    auto& phone = book.org.founder_phone;
    const auto claim =
        make_delta(book.org, phone, {book.space, {make_tag(1)}, book.at(5), DeltaKind::conditional, {{seen, 0}}});
    EXPECT_EQ(put_cursor(book.boss->put(claim)), 2u);
    const auto late = book.line->put(make_delta(
        book.org, book.rep.phone, {book.space, {make_tag(1)}, book.at(9), DeltaKind::conditional, {{seen, 0}}}));
    EXPECT_EQ(put_fault(late), "lost");
    EXPECT_EQ(late.delta_put_reply().results(0).refusal().last_env(), bytes_of(read_delta(claim)->env_id));
    const auto none =
        make_delta(book.org, phone, {book.space, {make_tag(7)}, book.at(6), DeltaKind::conditional, {{Stamp{}, 0}}});
    EXPECT_EQ(put_cursor(book.boss->put(none)), 3u) << "zeros expect no value yet";
    DeviceId ones;
    ones.bytes.fill(0xff);
    const auto any = make_delta(
        book.org, phone,
        {book.space, {make_tag(1)}, book.at(7), DeltaKind::conditional, {{Stamp{Hlc{~std::uint64_t{0}}, ones}, 0}}});
    EXPECT_EQ(put_cursor(book.boss->put(any)), 4u) << "ones accept anything";
}

TEST(Push, AnAtomicPushIsAllOrNothing) {
    Book book;
    SpaceId pool;
    ASSERT_TRUE(book.boss
                    ->put(book.org.make_space(pool, book.org.founder_phone, {{book.rep.person.id(), SpaceRole::writer}},
                                              SpaceKind::pool))
                    .has_done());
    const auto home = Stamp{book.at(0), book.rep.phone.id};
    ASSERT_EQ(put_cursor(book.line->put(make_delta(book.org, book.rep.phone, {pool, {make_tag(1)}, book.at(0)}))), 1u);

    const auto move = [&](Phone& phone, Millis ms) {
        const auto departure =
            make_delta(book.org, phone, {pool, {make_tag(1)}, book.at(ms), DeltaKind::conditional, {{home, 0}}});
        const auto arrival =
            make_delta(book.org, phone, {book.space, {make_tag(1)}, book.at(ms), DeltaKind::carry, {{home, 0}}});
        return std::vector{departure, arrival};
    };
    const auto won = book.boss->put(move(book.org.founder_phone, 5), true);
    EXPECT_EQ(put_cursor(won, 0), 2u);
    EXPECT_EQ(put_cursor(won, 1), 1u);
    const auto before = book.rep.phone.sent;
    const auto lost = book.line->put(move(book.rep.phone, 6), true);
    EXPECT_EQ(put_fault(lost, 0), "lost");
    EXPECT_EQ(put_fault(lost, 1), "canceled");
    const auto spaces = book.wire.store().spaces(book.wire.store().org(book.org.id()).value()->ref).value();
    const auto ref =
        std::find_if(spaces.begin(), spaces.end(), [&](const auto& row) { return row.id == book.space; })->ref;
    EXPECT_EQ(book.wire.store().newest(ref).value(), 1u);
    // The other way round: what came first in the message is undone too.
    book.rep.phone.sent = before;
    book.rep.phone.sent[pool].seq += 1;
    book.rep.phone.sent[book.space].seq += 1;
    auto swapped = move(book.rep.phone, 7);
    std::swap(swapped[0], swapped[1]);
    const auto undone = book.line->put(swapped, true);
    EXPECT_EQ(put_fault(undone, 0), "canceled");
    EXPECT_EQ(put_fault(undone, 1), "lost");
    EXPECT_EQ(put_cursor(undone, 0), 0u);
    // Nothing of it moved the device's numbers.
    book.rep.phone.sent = before;
    book.rep.phone.sent[book.space].seq += 5;
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(9)}))), 2u);
}

TEST(Push, ArchivedSpacesTakeNothing) {
    Book book;
    ASSERT_TRUE(book.boss->put(book.org.archive(book.space, book.org.founder_phone, true)).has_done());
    EXPECT_EQ(put_fault(book.line->put(book.delta({make_tag(1)}))), "forbidden");
}

TEST(Push, TheQuotaIsTheOrgs) {
    Book book;
    const auto row = book.wire.store().org(book.org.id()).value();
    ASSERT_TRUE(book.wire.store().set_quota(row->ref, 600));
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(2)}))), 2u);
    EXPECT_EQ(put_fault(book.line->put(book.delta({make_tag(3)}))), "quota");
}

TEST(Push, OversizedWorkIsRefusedByName) {
    Book book;
    std::vector<Tag> tags;
    for (std::uint64_t i = 0; i < 257; ++i) tags.push_back(make_tag(i));
    EXPECT_EQ(put_fault(book.line->put(book.delta(tags))), "too_big");
    EXPECT_EQ(put_fault(book.line->put(
                  make_delta(book.org, book.rep.phone,
                             {book.space, {make_tag(1)}, book.at(0), DeltaKind::delta, {}, 0, 64 * 1024 + 1}))),
              "too_big");
    Phone fresh = book.rep.phone;
    fresh.sent.clear();
    EXPECT_EQ(put_cursor(book.line->put(make_delta(
                  book.org, fresh, {book.space, {make_tag(1)}, book.at(0), DeltaKind::delta, {}, 0, 64 * 1024}))),
              1u);
}

TEST(Push, MessagesThatAreNoneEndTheConnection) {
    const auto ended_by = [](const Bytes& bytes) {
        Book book;
        book.line->say_bytes(bytes);
        book.wire.turn();
        const auto heard = book.line->take();
        return book.line->closed() && !heard.empty() ? fault_of(heard[0]) : std::string("not closed");
    };
    EXPECT_EQ(ended_by(Bytes(server::limits::kMessageBytes + 1)), "too_big");
    EXPECT_EQ(ended_by(Bytes{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}), "malformed");
    EXPECT_EQ(ended_by(Bytes{0x32, 0xff, 0xff, 0xff, 0xff, 0x07}), "malformed") << "a length of 2^31";
    Bytes groups(2000, 0x0b);  // the beginning of a group, over and over
    EXPECT_EQ(ended_by(groups), "malformed");
    Bytes deep;
    for (int i = 0; i < 40; ++i) {
        Bytes outer{0x32};
        for (std::size_t n = deep.size();; n >>= 7) {
            outer.push_back(static_cast<std::uint8_t>((n & 0x7f) | (n > 0x7f ? 0x80 : 0)));
            if (n <= 0x7f) break;
        }
        outer.insert(outer.end(), deep.begin(), deep.end());
        deep = outer;
    }
    EXPECT_NE(ended_by(deep), "crash");
    proto::ClientMessage many;
    for (int i = 0; i < 200'000; ++i) many.mutable_delta_put()->add_deltas("");
    Bytes bytes(many.ByteSizeLong());
    many.SerializeToArray(bytes.data(), static_cast<int>(bytes.size()));
    EXPECT_EQ(ended_by(bytes), "too_big");
}

TEST(Push, UnknownRequestsAreAnsweredAndTheTalkGoesOn) {
    Book book;
    book.line->say_bytes(Bytes{0x08, 0x07, 0xa2, 0x01, 0x00});  // request 7, field 20
    book.wire.turn();
    const auto heard = book.line->take();
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(fault_of(heard[0]), "unsupported");
    EXPECT_EQ(heard[0].request(), 7u);
    EXPECT_EQ(put_cursor(book.line->put(book.delta({make_tag(1)}))), 1u);
}

}  // namespace
}  // namespace tern::test
