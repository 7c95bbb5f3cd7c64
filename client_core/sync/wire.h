// What a session wants sent: messages, numbered where they ask for an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "protocol/base/bytes.h"
#include "protocol/base/result.h"
#include "protocol/delta_judge.h"
#include "protocol/wire.pb.h"

namespace tern::sync {

/// A message read within the limits of depth and size; `malformed` otherwise.
Result<proto::ServerMessage> read_server_message(ByteView bytes);
Failure failure_from(const proto::Refusal& refusal);
/// Of a message that has no place at this step of the conversation.
Failure unexpected();

/// The version of the session protocol that this build speaks.
inline constexpr std::uint32_t kProto = 1;

/// Lays `who` out for the server, bound to its challenge; whoever calls signs `who.bytes()` afterwards.
proto::ClientMessage auth_message(proto::Auth::Kind kind, const proto::Challenge& challenge, AuthMessage& who);

class Wire {
public:
    /// Sends a message that wants an answer; returns the number that the answer will bear.
    std::uint64_t ask(proto::ClientMessage message) {
        message.set_request(++last_request_);
        tell(message);
        return last_request_;
    }
    void tell(const proto::ClientMessage& message);
    std::vector<Bytes> take() { return std::move(out_); }

private:
    std::uint64_t last_request_ = 0;
    std::vector<Bytes> out_;
};

inline std::string as_string(ByteView bytes) { return std::string(text(bytes)); }

}  // namespace tern::sync
