#include "client_core/org/invites.h"

namespace tern::org {
namespace {

constexpr std::string_view kColumns = "key, role, expiry, login, name, spaces, state, user";

Bytes spaces_bytes(const std::vector<std::pair<SpaceId, SpaceRole>>& spaces) {
    ByteWriter out;
    for (const auto& [space, role] : spaces) out.raw(space).u8(static_cast<std::uint8_t>(role));
    return out.take();
}

Failure bad_link() {
    return fail(Fault::bad_argument, "this is not a complete invitation",
                "copy the whole link, from tern+ to its last character");
}

/// Cuts `text` at the first `mark`; what is before it is returned, what is after it stays.
std::string_view take_until(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return {};
    const auto out = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return out;
}

}  // namespace

std::string InviteLink::text() const {
    return "tern+" + server + "/" + id_text(org) + "/" + std::to_string(head.seq) + "-" + hex(head.hash) + "/" +
           id_text(inviter) + "#" + crockford32(token) + "." + crockford32(login);
}

Result<InviteLink> InviteLink::read(std::string_view text) {
    if (!text.starts_with("tern+")) return bad_link();
    text.remove_prefix(5);
    InviteLink out;
    const auto scheme = take_until(text, "://");
    const auto host = take_until(text, "/");
    const auto org = id_from_hex<OrgTag>(take_until(text, "/"));
    const auto seq = std::string(take_until(text, "-"));
    const auto head = from_hex(take_until(text, "/"));
    const auto inviter = id_from_hex<UserTag>(take_until(text, "#"));
    const auto token = from_crockford32(take_until(text, "."));
    const auto login = from_crockford32(text);
    const bool seq_ok = !seq.empty() && seq.size() < 8 && seq.find_first_not_of("0123456789") == std::string::npos;
    if ((scheme != "ws" && scheme != "wss") || host.empty() || !org || !seq_ok || !head || head->size() != 32 ||
        !inviter || !token || token->size() != 16 || !login || login->size() != 16)
        return bad_link();
    out.server = std::string(scheme) + "://" + std::string(host);
    out.org = *org;
    out.head = {static_cast<std::uint32_t>(std::stoul(seq)), array_of<32>(*head)};
    out.inviter = *inviter;
    out.token = array_of<16>(*token);
    out.login = LoginId::of(*login);
    return out;
}

crypto::SignKeys InviteLink::keys() const {
    ByteWriter message;
    message.raw(token).raw(org);
    return crypto::SignKeys::from_seed(crypto::Seed{suite::h("fs1/invite", message.bytes())});
}

void Invites::add(const PendingInvite& invite) {
    store_.database().run(
        "INSERT INTO invite (key, role, expiry, login, name, spaces, state, user) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        invite.key, static_cast<int>(invite.role), invite.expiry_ms, invite.login, invite.name,
        spaces_bytes(invite.spaces), static_cast<int>(invite.state), invite.user);
}

PendingInvite Invites::read(const Rows& rows) const {
    PendingInvite out;
    out.key = array_of<32>(rows.blob(0));
    out.role = static_cast<OrgRole>(rows.integer(1));
    out.expiry_ms = rows.integer(2);
    out.login = std::string(rows.text(3));
    out.name = std::string(rows.text(4));
    ByteReader spaces{rows.blob(5)};
    while (spaces.left() > 0) {
        const SpaceId space{spaces.array<16>()};
        out.spaces.emplace_back(space, static_cast<SpaceRole>(spaces.u8()));
    }
    out.state = static_cast<InviteState>(rows.integer(6));
    out.user = rows.id<UserId>(7);
    return out;
}

std::vector<PendingInvite> Invites::in_state(InviteState state) {
    std::vector<PendingInvite> out;
    Rows rows = store_.database().query(
        "SELECT " + std::string(kColumns) + " FROM invite WHERE state = ? ORDER BY rowid", static_cast<int>(state));
    while (rows.next()) out.push_back(read(rows));
    return out;
}

std::optional<PendingInvite> Invites::find(const suite::SignPublic& key) {
    Rows rows = store_.database().query("SELECT " + std::string(kColumns) + " FROM invite WHERE key = ?", key);
    return rows.next() ? std::optional{read(rows)} : std::nullopt;
}

void Invites::set_state(const suite::SignPublic& key, InviteState state, const UserId& user) {
    store_.database().run("UPDATE invite SET state = ?, user = ? WHERE key = ?", static_cast<int>(state), user, key);
}

void Invites::add_grant(const Grant& grant) {
    store_.database().run("INSERT OR REPLACE INTO pending_grant (space, user, role) VALUES (?, ?, ?)", grant.space,
                          grant.user, static_cast<int>(grant.role));
}

std::vector<Grant> Invites::grants() {
    std::vector<Grant> out;
    Rows rows = store_.database().query("SELECT space, user, role FROM pending_grant ORDER BY space, user");
    while (rows.next())
        out.push_back({rows.id<SpaceId>(0), rows.id<UserId>(1), static_cast<SpaceRole>(rows.integer(2))});
    return out;
}

void Invites::drop_grant(const Grant& grant) {
    store_.database().run("DELETE FROM pending_grant WHERE space = ? AND user = ?", grant.space, grant.user);
}

void Invites::keep_seals(const LogId& log, std::uint32_t seq, const std::vector<Bytes>& sealed) {
    for (std::size_t i = 0; i < sealed.size(); ++i)
        store_.database().run("INSERT OR REPLACE INTO own_seal (log, seq, n, bytes) VALUES (?, ?, ?, ?)", log, seq, i,
                              sealed[i]);
}

std::vector<Bytes> Invites::seals(const LogId& log, std::uint32_t seq) {
    std::vector<Bytes> out;
    Rows rows = store_.database().query("SELECT bytes FROM own_seal WHERE log = ? AND seq = ? ORDER BY n", log, seq);
    while (rows.next()) out.push_back(copy(rows.blob(0)));
    return out;
}

}  // namespace tern::org
