// Requests for approval, and the word on them.
#include <tern/approvals.h>

#include <algorithm>
#include <array>

#include <tern/moment.h>
#include <tern/records.h>
#include "client_core/crm/document_state.h"
#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/writing.h"
#include "protocol/base/suite.h"

namespace tern {
namespace {

using crm::id_in;
using crm::text_in;

/// Its lines as they were agreed to: what is delivered of them comes later.
Json agreed_lines(const Json& lines) {
    Json out = Json::array();
    for (const auto& [none, line] : lines.members()) {
        Json kept = Json::object();
        for (const auto& [name, value] : line.members())
            if (name != "delivered_qty") kept.add(name, value);
        out.add(std::move(kept));
    }
    return out;
}

std::string entity_of(const Json& record) {
    return text_in(record, record.find("_entity") != nullptr ? "_entity" : "entity");
}

/// The snapshot is a document as it was written: the hash stands in it or does not.
bool handed_in_as(const Json& request, const std::string& version) {
    const Json* seen = request.find("snapshot");
    return seen != nullptr && seen->dump().find(version) != std::string::npos;
}

Failure decided_already() {
    return fail(Fault::bad_argument, "somebody has decided on this already", "look at the document again");
}

}  // namespace

std::string document_version(const Json& document) {
    Json agreed = Json::object();
    for (const auto name : crm::kAgreedTo)
        if (const Json* value = document.find(name))
            agreed.add(name, value->is_array() ? agreed_lines(*value) : *value);
    const std::string text = agreed.dump();
    return hex(suite::h("tern/approved", view(text)));
}

Result<std::optional<PendingApproval>> pending_approval(Client& client, const RecordId& document) {
    return caught([&]() -> Result<std::optional<PendingApproval>> {
        Records records{client};
        TERN_TRY(shown, records.get(document));
        const auto id = id_in(shown, "approval_id");
        if (!id) return std::optional<PendingApproval>{};
        const auto request = records.get(*id);
        // Of a space that this user is not in: nobody here decides.
        if (!request || text_in(*request, "state") != "pending") return std::optional<PendingApproval>{};
        PendingApproval out;
        out.request = *id;
        const auto submitter = id_in(*request, "submitter_id");
        if (submitter) {
            out.submitter = records.title(*submitter);
            out.own = submitter->bytes == client.user().bytes;
        }
        out.submitted_at = crm::moment_from(text_in(*request, "submitted_at"), crm::DateOrder::month_first).value_or(0);
        out.changed = !handed_in_as(*request, document_version(shown));
        return std::optional{out};
    });
}

Result<ApprovalStanding> approval_standing(Client& client, const RecordId& document) {
    return caught([&]() -> Result<ApprovalStanding> {
        Records records{client};
        TERN_TRY(shown, records.get(document));
        const auto id = id_in(shown, "approval_id");
        if (!id) return ApprovalStanding::none;
        const auto request = records.get(*id);
        const auto state = request ? text_in(*request, "state") : std::string{};
        if (state == "pending") return ApprovalStanding::waiting;
        if (state != "approved") return ApprovalStanding::none;
        return handed_in_as(*request, document_version(shown)) ? ApprovalStanding::approved : ApprovalStanding::changed;
    });
}

Status decide(Client& client, const RecordId& request, bool approve, std::string_view comment) {
    return caught([&]() -> Status {
        Records records{client};
        TERN_TRY(asked, records.get(request));
        if (entity_of(asked) != "approval_request" || text_in(asked, "state") != "pending") return decided_already();
        const auto document = id_in(asked, "record_id");
        if (!document) return decided_already();
        TERN_TRY(waiting, pending_approval(client, *document));
        if (!waiting || waiting->request != request) return decided_already();
        if (waiting->own)
            return fail(Fault::bad_argument, "nobody decides on what they handed in themselves",
                        "ask a colleague who may");
        if (approve && waiting->changed)
            return fail(Fault::bad_argument, "it was changed after it was handed in",
                        "give it back, and have it handed in again as it is now");
        TERN_TRY(shown, records.get(*document));
        Json decisions = Json::array();
        if (const Json* before = asked.find("decisions"))
            for (const auto& [no_name, one] : before->members()) decisions.add(one);
        Json word = Json::object();
        word.add("order", Json::count(decisions.size() + 1))
            .add("user", Json{uuid_text(RecordId{client.user().bytes})})
            .add("decision", Json{std::string(approve ? "approve" : "reject")})
            .add("at", Json{moment_text(client.adjusted_now())});
        if (!comment.empty()) word.add("comment", Json{std::string(comment)});
        decisions.add(std::move(word));
        crm::Writing writing{client};
        TERN_CHECK(
            writing.set(request, {{"state", approve ? "approved" : "rejected"}, {"decisions", decisions.dump()}}));
        const auto entity = entity_of(shown);
        TERN_CHECK(writing.set(*document, {{crm::state_field(entity), approve ? crm::state_agreed(entity) : "draft"}}));
        return writing.commit();
    });
}

}  // namespace tern
