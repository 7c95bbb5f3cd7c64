// A second pair of eyes: what was handed in, and the word on exactly that. Works without a network; the other side
// learns it by sync.
//
// A request remembers what its document came to when it was handed in, as a hash. Whoever decides, decides on that
// version: a document that somebody has changed since is not approved by accident. And what was approved stays so only
// while it is that version: whoever changes it makes it a draft again, and where a change met the approval on its way,
// written without knowing of it, every device finds by the hash that this is not what was approved.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tern/client.h>
#include <tern/json.h>

namespace tern {

struct PendingApproval {
    RecordId request;
    std::string submitter;    ///< name; empty where it is not known here
    Millis submitted_at = 0;  ///< Unix time
    bool own = false;         ///< handed in by this user, who does not decide on it
    bool changed = false;     ///< the document is not what was handed in
};

/// Of a quote, order or other document with lines; nothing where nobody waits. Borrows nothing; on the Client's thread.
Result<std::optional<PendingApproval>> pending_approval(Client& client, const RecordId& document);

enum class ApprovalStanding {
    none,      ///< nobody was asked, or it was given back
    waiting,   ///< for a word
    approved,  ///< and still exactly that
    changed,   ///< approved once, but not as it is now: it counts as not approved
};
/// Worked out from what the document is now, so it is the same on every device, whatever came first.
Result<ApprovalStanding> approval_standing(Client& client, const RecordId& document);

/// Approves what was handed in, or gives it back to be changed: request and document in one write. `bad_argument` for
/// one that is decided, one's own, or of a document that was changed since; `not_found`, `forbidden` as of Records.
Status decide(Client& client, const RecordId& request, bool approve, std::string_view comment);

/// What a document comes to, for the request that is made of it: its lines, terms and totals, without its state and
/// what is delivered of it later.
std::string document_version(const Json& document);

}  // namespace tern
