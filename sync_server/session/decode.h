// A stranger's bytes become a message, or a refusal that cost next to nothing.
#pragma once

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/wire.pb.h"

namespace tern::server {

/// `too_big` over the limits of size or number of fields, `malformed` for what is no message. A message of an unknown
/// type is read with an empty `what`.
Result<proto::ClientMessage> read_message(ByteView bytes);

Bytes write_message(const proto::ServerMessage& message);

inline ByteView view_of(const std::string& bytes) { return view(bytes); }
/// `N` bytes, or zeros where the field is empty; nothing for any other length.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> fixed(const std::string& bytes) {
    if (bytes.empty()) return std::array<std::uint8_t, N>{};
    if (bytes.size() != N) return std::nullopt;
    return array_of<N>(view(bytes));
}

}  // namespace tern::server
