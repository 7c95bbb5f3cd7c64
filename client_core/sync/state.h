// What sync must remember across connections and crashes: how far each space was read, which numbers are burnt, which
// deltas were seen, what was refused and why. In the store's file, inside the caller's transaction.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "client_core/store/store.h"
#include "protocol/delta_frame.h"

namespace tern::sync {

/// A new device takes the live deltas first, then the dead ones (history), then follows everything.
enum class Stage : std::uint8_t { live = 0, dead = 1, all = 2 };

struct SpaceCursor {
    Stage stage = Stage::live;
    std::uint64_t cursor = 0;                  ///< in this stage: taken up to here
    std::uint64_t until = 0;                   ///< stages live and dead: where they end
    std::uint64_t last_seq = 0;                ///< the highest number that this device has burnt there
    std::array<std::uint8_t, 16> acked_env{};  ///< of its last delta that the server acknowledged
};

/// What makes two deltas under one stamp the same, whatever key or number they travel under: their values, in the tags'
/// order. Changes must be in that order, as open_delta() gives them.
Bytes content_of(std::span<const Change> changes);

struct Quarantined {
    std::int64_t row = 0;
    SpaceId space;
    Bytes bytes;
};

class State {
public:
    explicit State(store::Store& store) : store_(store) {}

    SpaceCursor space(const SpaceId& id);
    void save(const SpaceId& id, const SpaceCursor& cursor);
    void reset_cursors();

    /// What is known of (device, number) or of (device, stamp) in a space.
    bool seen(const DeltaFrame& frame);
    /// One number, or one stamp over the same tags, with two contents: someone lies.
    bool equivocates(const DeltaFrame& frame, ByteView content);
    /// Empty content: not known any more, nothing to compare with.
    void mark_seen(const DeltaFrame& frame, ByteView content);
    /// The env_id16 of the device's delta with that number, if it was seen.
    std::optional<std::array<std::uint8_t, 16>> env_of(const SpaceId& space, const DeviceId& device,
                                                       std::uint64_t dev_seq);
    std::uint64_t last_seq_seen(const SpaceId& space, const DeviceId& device);

    /// Never shown as data. `bytes` are kept where another log, clock or version may change the verdict.
    void refuse(const SpaceId& space, const Hash& env_id, Fault reason, ByteView bytes);
    std::vector<Quarantined> quarantined();
    void release(std::int64_t row);
    std::int64_t refused_deltas();

    /// The greatest time that a colleague has signed into a delta: a witness against a lying clock.
    Millis witness();
    void set_witness(Millis time);

    std::vector<Bytes> lineage();
    void set_lineage(const std::vector<Bytes>& markers);

private:
    std::int64_t number_of(const char* table, ByteView id);
    store::Store& store_;
    std::map<Bytes, std::int64_t> spaces_;
    std::map<Bytes, std::int64_t> devices_;
};

}  // namespace tern::sync
