#include "client_core/crypto/space_keys.h"

namespace tern::crypto {
namespace {

constexpr std::string_view kMagic = "FSK1";

Bytes previous_associated(const SpaceId& scope, std::uint32_t epoch) {
    ByteWriter out;
    out.lp(view("fs1/eprev")).raw(scope).u32(epoch);
    return out.take();
}

Failure not_the_keys() {
    return fail(Fault::forged, "a space's keys are not what its log says",
                "do not write in this space; tell its managers");
}

}  // namespace

SpaceKeys SpaceKeys::first() { return {1, 1, random_key(), random_key(), random_key()}; }

SpaceKeys SpaceKeys::next() const { return {epoch + 1, tag_gen, random_key(), random_key(), tag_key}; }

Hash SpaceKeys::commitment(const SpaceId& scope) const {
    ByteWriter message;
    message.lp(scope).u32(epoch).u16(tag_gen).raw(tag_key);
    Bytes bytes = message.take();
    const WipeAtEnd wipe{bytes};
    return suite::hk(space_key, "fs1/epochcommit", bytes);
}

Tag SpaceKeys::tag(const Cell& cell) const {
    ByteWriter message;
    message.lp(view("fs1/tag")).u16(cell.entity).raw(cell.record).u16(cell.column).lp(cell.element);
    return Tag{suite::blake16(tag_key, message.bytes())};
}

Bytes SpaceKeys::seal_for(const SpaceId& scope, const UserId& user, std::uint32_t ubk_generation,
                          const suite::BoxPublic& ubk) const {
    ByteWriter payload;
    payload.raw(view(kMagic)).raw(scope).u32(epoch).raw(user).u32(ubk_generation);
    payload.raw(space_key).raw(hist_key).u16(tag_gen).u16(0).raw(tag_key);
    Bytes bytes = payload.take();
    const WipeAtEnd wipe{bytes};
    return seal(ubk, bytes);
}

Result<SpaceKeys> SpaceKeys::open_for(ByteView sealed, const BoxKeys& ubk, const SpaceId& scope, const UserId& user,
                                      std::uint32_t ubk_generation, const EpochBlock& block) {
    TERN_TRY(payload, open_seal(ubk, sealed));
    const WipeAtEnd wipe{payload};
    ByteReader in{payload};
    SpaceKeys keys;
    const bool magic = equal(in.raw(4), view(kMagic));
    const bool same_space = in.array<16>() == scope.bytes;
    keys.epoch = in.u32();
    const bool same_user = in.array<16>() == user.bytes;
    const bool same_generation = in.u32() == ubk_generation;
    keys.space_key = Key{in.raw(32)};
    keys.hist_key = Key{in.raw(32)};
    keys.tag_gen = in.u16();
    const bool zero = in.u16() == 0;
    keys.tag_key = Key{in.raw(32)};
    if (!in.done() || !magic || !same_space || !same_user || !same_generation || !zero || keys.epoch != block.epoch ||
        keys.tag_gen != block.tag_gen)
        return not_the_keys();
    if (keys.commitment(scope) != block.key_commit || keys.hist_key == Key{}) return not_the_keys();
    return keys;
}

std::array<std::uint8_t, 136> SpaceKeys::wrap_previous(const SpaceId& scope, const SpaceKeys& previous) const {
    Bytes keys = copy(previous.space_key);
    keys.insert(keys.end(), previous.hist_key.data(), previous.hist_key.data() + 32);
    const WipeAtEnd wipe{keys};
    return array_of<136>(cae1_seal(derive(hist_key, epoch, "fs1eprev"), previous_associated(scope, epoch), keys));
}

Result<SpaceKeys> SpaceKeys::unwrap_previous(const SpaceId& scope, const EpochBlock& block,
                                             const SpaceId& previous_scope, const EpochBlock& previous_block) const {
    TERN_TRY(plain, cae1_open(derive(hist_key, epoch, "fs1eprev"), previous_associated(scope, epoch), *block.prev));
    const WipeAtEnd wipe{plain};
    SpaceKeys previous{previous_block.epoch, previous_block.tag_gen, Key{ByteView{plain}.first(32)},
                       Key{ByteView{plain}.last(32)}, tag_key};
    if (plain.size() != 64 || previous.commitment(previous_scope) != previous_block.key_commit) return not_the_keys();
    return previous;
}

std::array<std::uint8_t, 16> seal_hash(ByteView sealed) { return suite::h16("fs1/seal", sealed); }

}  // namespace tern::crypto
