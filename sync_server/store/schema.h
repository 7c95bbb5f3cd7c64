// The tables of the server's SQLite file, and the steps by which an older file becomes a newer one.
#pragma once

#include <span>

#include "protocol/base/database.h"

namespace tern::server {

std::span<const Migration> migrations();

/// delta.id = space << 40 | cursor, log_record.id = log << 32 | seq: one tree in reading order, without a second index.
inline constexpr int kCursorBits = 40;
inline constexpr std::uint64_t kCursorMax = (std::uint64_t{1} << kCursorBits) - 1;
inline std::int64_t delta_key(std::int64_t space, std::uint64_t cursor) {
    return space << kCursorBits | static_cast<std::int64_t>(cursor);
}
inline std::int64_t record_key(std::int64_t log, std::uint32_t seq) {
    return log << 32 | static_cast<std::int64_t>(seq);
}

/// tag.rank: the stamp's time so that every purge stands above every other change, and time orders each of the two.
inline std::int64_t rank_of(std::uint64_t hlc, bool purge) {
    return static_cast<std::int64_t>(purge ? hlc : hlc | std::uint64_t{1} << 63);
}
inline std::uint64_t hlc_of(std::int64_t rank) { return static_cast<std::uint64_t>(rank) & ~(std::uint64_t{1} << 63); }
inline bool purge_of(std::int64_t rank) { return rank >= 0; }

}  // namespace tern::server
