// What a device says to a server, as messages: for lines of memory and for real sockets alike.
#pragma once

#include <string>
#include <vector>

#include "protocol/wire.pb.h"
#include "tests/support/made_org.h"

namespace tern::test {

std::string bytes_of(ByteView bytes);

proto::ClientMessage founding(const Bytes& genesis, const std::string& server_name, const std::string& code = {});
proto::ClientMessage logging_in(const MadeOrg& org, const Phone& phone, const proto::Challenge& challenge,
                                const std::string& server_name);
proto::ClientMessage knocking(const MadeOrg& org, const MadeOrg::Invitation& invitation,
                              const proto::Challenge& challenge, const std::string& server_name);
proto::ClientMessage putting(const MadeRecord& record);
proto::ClientMessage putting(const std::vector<Bytes>& deltas, bool atomic = false);

}  // namespace tern::test
