#include "client_core/store/merge.h"

#include <algorithm>
#include <numeric>

namespace tern::store {
namespace {

/// Every stamp that is somebody's base, sorted.
template <class List>
std::vector<Stamp> all_bases(const List& writes) {
    std::vector<Stamp> out;
    for (const auto& write : writes) out.insert(out.end(), write.bases.begin(), write.bases.end());
    std::sort(out.begin(), out.end());
    return out;
}

Stamp greatest_base(const Candidate& candidate) {
    return candidate.bases.empty() ? Stamp{} : *std::max_element(candidate.bases.begin(), candidate.bases.end());
}

bool differs(const Candidate& a, const Candidate& b, bool is_alive) {
    return is_alive ? read_alive(a.value).alive != read_alive(b.value).alive : a.value != b.value;
}

/// Over the writes met so far: the least of their greatest bases, and the least among the devices other than that
/// one's. Enough to ask "is there one of another device with a base below L?".
class LeastBases {
public:
    void add(const DeviceId& device, const Stamp& base) {
        if (!first_ || base < first_->base) {
            if (first_ && first_->device != device) second_ = first_;
            first_ = Entry{device, base};
        } else if (first_->device != device && (!second_ || base < second_->base)) {
            second_ = Entry{device, base};
        }
    }
    bool any_below(const Stamp& stamp) const {
        const auto& other = first_ && first_->device == stamp.device ? second_ : first_;
        return other && other->base < stamp;
    }

private:
    struct Entry {
        DeviceId device;
        Stamp base;
    };
    std::optional<Entry> first_, second_;
};

}  // namespace

Alive read_alive(ByteView value) {
    const auto decoded = decode_value(value);
    if (!decoded) return {};
    const auto alive = parse_alive(*decoded);
    return alive ? *alive : Alive{};
}

Verdict judge(const std::vector<Candidate>& candidates, bool is_alive) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Candidate &x = candidates[a], &y = candidates[b];
        return x.stamp != y.stamp ? x.stamp > y.stamp : x.of_birth < y.of_birth;
    });
    Verdict out{order.front(), std::vector<bool>(candidates.size(), false)};
    const auto known = all_bases(candidates);
    LeastBases above;
    for (const std::size_t i : order) {
        const Candidate& loser = candidates[i];
        if (i != out.winner && loser.named && above.any_below(loser.stamp) &&
            differs(loser, candidates[out.winner], is_alive))
            out.conflict[i] = !std::binary_search(known.begin(), known.end(), loser.stamp);
        // Two writes under one stamp are of one device, so it does not matter that this one counts for the next.
        above.add(loser.stamp.device, greatest_base(loser));
    }
    return out;
}

std::optional<Stamp> lost_to_deletion(const Stamp& seen, const DeviceId& deleter, const std::vector<Edit>& edits) {
    const auto known = all_bases(edits);
    std::optional<Stamp> out;
    for (const Edit& edit : edits)
        if (edit.stamp.device != deleter && edit.stamp > seen && (!out || edit.stamp > *out) &&
            !std::binary_search(known.begin(), known.end(), edit.stamp))
            out = edit.stamp;
    return out;
}

}  // namespace tern::store
