#include "client_core/crypto/delta_seal.h"

#include <google/protobuf/io/coded_stream.h>

#include <algorithm>
#include <numeric>

#include "protocol/delta_body.pb.h"
#include "protocol/limits.h"
#include "protocol/message_parts.h"

namespace tern::crypto {
namespace {

Failure malformed(const char* what) {
    return fail(Fault::malformed, std::string("a delta's content is not well formed: ") + what);
}

Bytes bases_bytes(const std::vector<Stamp>& bases) {
    ByteWriter out;
    for (const auto& base : bases) out.u64(base.hlc.value).raw(base.device);
    return out.take();
}

Result<std::vector<Stamp>> read_bases(ByteView bytes) {
    if (bytes.size() % 24 != 0 || bytes.size() / 24 > limits::kBases) return malformed("its bases");
    std::vector<Stamp> out;
    ByteReader in{bytes};
    while (in.left() > 0) {
        Stamp stamp;
        stamp.hlc = Hlc{in.u64()};
        stamp.device = DeviceId{in.array<16>()};
        if (stamp.hlc.value >> 63 != 0 || (!out.empty() && !(out.back() < stamp))) return malformed("its bases");
        out.push_back(stamp);
    }
    return out;
}

void write_change(const Change& change, proto::BodyChange& out) {
    out.set_entity(change.cell.entity);
    out.set_record(change.cell.record.bytes.data(), 16);
    out.set_column(change.cell.column);
    out.set_element(std::string(text(change.cell.element)));
    out.set_value(std::string(text(change.value)));
    if (!change.bases.empty()) out.set_bases(std::string(text(bases_bytes(change.bases))));
}

/// What a column's value must be like whatever the schema says.
Status check_value(const Change& change) {
    if (change.value.size() > limits::kValueBytes && change.cell.column != column::kBirth)
        return fail(Fault::too_big, "a value is over 48 KiB");
    TERN_TRY(value, decode_value(change.value));
    if (change.cell.column == column::kBirth) {
        TERN_CHECK(parse_birth(value));
    } else if (change.cell.column == column::kAlive) {
        TERN_CHECK(parse_alive(value));
    }
    return ok();
}

Result<Change> read_change(const proto::BodyChange& in, const Stamp& stamp) {
    if (in.record().size() != 16 || in.entity() > 0xffff || in.column() > 0xffff) return malformed("a cell");
    Change out;
    out.cell = {static_cast<EntityNumber>(in.entity()), RecordId::of(view(in.record())),
                static_cast<ColumnNumber>(in.column()), copy(view(in.element()))};
    const bool element_fits = out.cell.column > column::kHome || out.cell.element.empty();
    if (!element_fits || out.cell.element.size() > 256) return malformed("an element");
    out.value = copy(view(in.value()));
    TERN_CHECK(check_value(out));
    TERN_TRY(bases, read_bases(view(in.bases())));
    out.bases = std::move(bases);
    out.stamp = stamp;
    return out;
}

bool parse_limited(ByteView bytes, proto::DeltaBody& body) {
    // No delta says more than one thing a tag; what is inside a change has no parts that repeat.
    if (!check_parts(bytes, 1, limits::kDeltaTags + 1)) return false;
    google::protobuf::io::CodedInputStream in(bytes.data(), static_cast<int>(bytes.size()));
    in.SetRecursionLimit(limits::kMessageDepth);
    return body.ParseFromCodedStream(&in) && in.ConsumedEntireMessage();
}

}  // namespace

Result<Bytes> seal_delta(DeltaHeader header, std::span<const Change> changes, std::span<const std::uint64_t> dev_seqs,
                         const SpaceKeys& keys, const SignKeys& device) {
    if (changes.empty() || changes.size() > limits::kDeltaTags)
        return fail(Fault::too_big, "a delta holds 1 to 256 changes");
    std::vector<std::pair<Tag, std::size_t>> order;
    for (std::size_t i = 0; i < changes.size(); ++i) order.emplace_back(keys.tag(changes[i].cell), i);
    std::sort(order.begin(), order.end());
    header.epoch = keys.epoch;
    header.tag_gen = keys.tag_gen;
    header.tags.clear();
    header.marks.clear();
    proto::DeltaBody body;
    for (const auto& [tag, i] : order) {
        header.tags.push_back(tag);
        if (header.kind == DeltaKind::carry)
            header.marks.push_back({changes[i].stamp, dev_seqs.empty() ? 0 : dev_seqs[i]});
        if (header.kind == DeltaKind::conditional)
            header.marks.push_back({changes[i].bases.empty() ? Stamp{} : changes[i].bases.back(), 0});
        write_change(changes[i], *body.add_changes());
    }
    std::string plain;
    body.SerializeToString(&plain);
    const Bytes padded = pad(view(plain));
    const std::size_t sealed_bytes = padded.size() + kCae1Overhead;
    if (sealed_bytes > limits::kDeltaBodyBytes) return fail(Fault::too_big, "a delta's content is over 64 KiB");
    const Bytes head = delta_header_bytes(header, sealed_bytes);
    return sign_delta(head, cae1_seal(keys.delta_key(), head, padded), device.secret);
}

Result<std::vector<Change>> open_delta(const DeltaFrame& frame, const SpaceKeys& keys) {
    const DeltaHeader& header = frame.header;
    TERN_TRY(padded, cae1_open(keys.delta_key(), frame.authenticated, frame.body));
    TERN_TRY(plain, unpad(padded));
    proto::DeltaBody body;
    if (!parse_limited(plain, body)) return malformed("it is no message");
    const bool carries_changes =
        header.kind == DeltaKind::delta || header.kind == DeltaKind::carry || header.kind == DeltaKind::conditional;
    if (!carries_changes || body.has_purge() || body.has_checkpoint())
        return fail(Fault::unsupported, "a delta of a kind that this version does not apply", "update Tern");
    if (static_cast<std::size_t>(body.changes_size()) != header.tags.size())
        return malformed("its changes are not its tags");
    std::vector<Change> out;
    out.reserve(header.tags.size());
    for (std::size_t i = 0; i < header.tags.size(); ++i) {
        TERN_TRY(change, read_change(body.changes(static_cast<int>(i)), header.stamp_of(i)));
        if (keys.tag(change.cell) != header.tags[i])
            return fail(Fault::forged, "a delta's tags are not those of the cells inside");
        out.push_back(std::move(change));
    }
    return out;
}

}  // namespace tern::crypto
