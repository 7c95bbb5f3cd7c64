// Every limit that the server sets by itself, with its reason. What both sides must agree on is in protocol/limits.h.
#pragma once

#include <cstddef>
#include <cstdint>

#include "protocol/base/clock.h"
#include "protocol/limits.h"

namespace tern::server::limits {

using namespace tern::limits;

/// From accept to a taken Auth: TLS on a bad line takes 3 s; who needs longer holds a socket for nothing.
inline constexpr Millis kHandshakeMs = 10'000;
/// A silent peer is asked with a ping at half of this and closed after it: below the idle time of most NATs' tables.
inline constexpr Millis kIdleMs = 60'000;
/// How long a challenge may be answered (crypto design, section 4).
inline constexpr Millis kNonceMs = 60'000;
/// How long a closing handshake may take, after everything queued was written.
inline constexpr Millis kGoodbyeMs = 5'000;
/// How long a stopping server waits for goodbyes: phones that are gone never answer.
inline constexpr Millis kStopMs = 2'000;

/// Open connections: 64 KiB each is 640 MiB at worst.
inline constexpr std::size_t kConnections = 10'000;
/// Files and sockets that the process asks the system for: all connections, and the database's and its own few.
inline constexpr std::size_t kOpenFiles = kConnections + 64;
/// From one address: an office behind one NAT, but no botnet of one machine.
inline constexpr std::size_t kConnectionsPerAddress = 2'000;
/// TLS handshakes cost 1 to 5 ms: one address may not take a core for itself.
inline constexpr double kHandshakesPerSecond = 50;
inline constexpr double kHandshakeBurst = 500;
/// Addresses whose handshakes are remembered: 100 bytes each.
inline constexpr std::size_t kAddressesRemembered = 50'000;

/// What somebody unknown may say at once: an org's genesis with room to spare.
inline constexpr std::size_t kStrangerMessageBytes = 64 * 1024;
/// Fields in one message: the sealed boxes of a full block of 4,000 members, and the few beside them.
inline constexpr std::size_t kMessageFields = 4'200;
/// Deltas in one push: their answers stay under a tenth of a message.
inline constexpr int kDeltasPerPut = 1'024;

/// What a device may do in the long run, and at once after a week offline. Above it, it waits; nothing is refused.
inline constexpr double kMessagesPerSecond = 1'000;
inline constexpr double kMessageBurst = 5'000;
inline constexpr double kBytesPerSecond = 16.0 * 1024 * 1024;
inline constexpr double kByteBurst = 128.0 * 1024 * 1024;
/// Buckets of devices kept after they have gone: so that reconnecting gives no fresh burst.
inline constexpr std::size_t kDevicesRemembered = 20'000;

/// Received and not yet worked off, a connection: above it the server stops reading from its socket.
inline constexpr std::size_t kInboxBytes = 1024 * 1024;
inline constexpr std::size_t kInboxMessages = 256;
/// Sent and not yet on the wire: above it the connection's requests and streams wait...
inline constexpr std::size_t kOutboxPauseBytes = 256 * 1024;
/// ...and above this it is closed; the device comes back and resumes at its cursor.
inline constexpr std::size_t kOutboxBytes = 1024 * 1024;
/// Deltas in one message of a stream: fills a fast line, and comes through a slow one in seconds.
inline constexpr std::size_t kChunkBytes = 256 * 1024;
/// Log records in one answer; a single larger record goes alone.
inline constexpr std::size_t kLogChunkBytes = 256 * 1024;
/// Credit that a device can heap up: what it may have to apply at once.
inline constexpr std::int64_t kCreditBytes = 4 * 1024 * 1024;
/// What all streams together may read between two commits, so that a new phone does not delay anybody's edit.
inline constexpr std::size_t kStreamBytesPerTurn = 4 * 1024 * 1024;
/// Cursors that one look at a stream passes over: skipping a million dead deltas must not take one long breath.
inline constexpr std::uint64_t kScanCursors = 20'000;
/// Streams of one connection: two for each of a thousand spaces.
inline constexpr std::size_t kStreams = 2'000;

/// Requests to join that wait for an admin in one org: one an invite, and nobody reads more of them.
inline constexpr std::size_t kJoins = 500;
/// A bundle is 256 bytes and its seal; room for a later layout.
inline constexpr std::size_t kBundleBytes = 4 * 1024;
/// Kinds of bundle slots: password, recovery kit.
inline constexpr std::uint8_t kSlotKinds = 2;
/// SEAL of 144 bytes (crypto design, section 8).
inline constexpr std::size_t kSealedKeyBytes = 192;
/// For how long the author of a log record must bring the sealed keys along; later he may have dropped them.
inline constexpr Millis kFreshRecordMs = 60 * 60 * 1000;
/// An org's storage unless its admin was given more.
inline constexpr std::uint64_t kOrgQuotaBytes = std::uint64_t{10} * 1024 * 1024 * 1024;

/// Devices of one user at a time: each is one more copy of every key.
inline constexpr std::size_t kDevicesPerUser = 64;
/// Spaces of one org: each costs memory while the org is in use, and a line in the welcome.
inline constexpr std::size_t kSpacesPerOrg = 5'000;

/// Markers that a welcome names: as many as a device keeps.
inline constexpr std::size_t kLineageMarkers = 64;
inline constexpr Millis kLineageMs = 60 * 60 * 1000;

/// HTTP before the upgrade: browsers send 1 KiB.
inline constexpr std::uint32_t kHttpHeaderBytes = 8 * 1024;

}  // namespace tern::server::limits
