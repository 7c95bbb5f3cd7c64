#include "client_core/crypto/bundle.h"

#include <map>
#include <sstream>

namespace tern::crypto {
namespace {

constexpr std::string_view kMagic = "FSB1";
constexpr std::size_t kBundleBytes = 256;
constexpr std::string_view kKitTitle = "Tern recovery kit";

Bytes associated(const UserId& user, BundleSlot slot, std::uint32_t version) {
    ByteWriter out;
    out.lp(view("fs1/bundle")).raw(user).u8(static_cast<std::uint8_t>(slot)).u32(version);
    return out.take();
}

Failure bad_kit() {
    return fail(Fault::bad_argument, "this is not a complete recovery kit",
                "use the file as it was saved, or type the code again");
}

std::string check_characters(ByteView key) {
    const auto digest = suite::h("fs1/kitcheck", key);
    return crockford32(ByteView{digest}.first(2)).substr(0, 2);
}

}  // namespace

Bytes seal_bundle(const Bundle& bundle, const Key& wrap, const UserId& user, BundleSlot slot, std::uint32_t version) {
    ByteWriter out;
    out.raw(view(kMagic))
        .u8(1)
        .zeros(3)
        .raw(bundle.uik_seed)
        .raw(bundle.account_secret)
        .raw(bundle.org)
        .raw(bundle.org_genesis);
    out.u32(bundle.org_head.seq).raw(bundle.org_head.hash).u32(bundle.cost.ops).u32(bundle.cost.mem_kib);
    out.zeros(kBundleBytes - out.size());
    Bytes plain = out.take();
    const WipeAtEnd wipe{plain};
    return cae1_seal(wrap, associated(user, slot, version), plain);
}

Result<Bundle> open_bundle(ByteView sealed, const Key& wrap, const UserId& user, BundleSlot slot,
                           std::uint32_t version) {
    auto opened = cae1_open(wrap, associated(user, slot, version), sealed);
    if (!opened)
        return fail(Fault::wrong_key, "the password or kit does not open this account",
                    "check the password and the kit");
    Bytes& plain = *opened;
    const WipeAtEnd wipe{plain};
    ByteReader in{plain};
    Bundle out;
    const bool magic = equal(in.raw(4), view(kMagic)) && in.u8() == 1;
    in.raw(3);
    out.uik_seed = Seed{in.raw(32)};
    out.account_secret = AccountSecret{in.raw(16)};
    out.org = OrgId{in.array<16>()};
    out.org_genesis = in.array<32>();
    out.org_head.seq = in.u32();
    out.org_head.hash = in.array<32>();
    const auto ops = in.u32();
    out.cost.mem_kib = in.u32();
    in.raw(in.left());
    if (!magic || !in.done() || plain.size() != kBundleBytes || ops > 255)
        return fail(Fault::malformed, "an account bundle is not well formed");
    out.cost.ops = static_cast<std::uint8_t>(ops);
    return out;
}

Bytes Registration::bytes() const {
    ByteWriter out;
    out.raw(user)
        .raw(login)
        .u8(static_cast<std::uint8_t>(slot))
        .u32(version)
        .raw(server_salt)
        .u8(cost.ops)
        .u32(cost.mem_kib)
        .raw(login_key)
        .raw(bundle_hash);
    return out.take();
}

Hash slot_hash(ByteView sealed_bundle) { return suite::h("fs1/slot", sealed_bundle); }

std::string Kit::code() const {
    const std::string digits = crockford32(key) + check_characters(key);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 6 == 0) out += '-';
        out += digits[i];
    }
    return out;
}

Result<Key> kit_key_from_code(std::string_view code) {
    std::string digits;
    for (const char c : code)
        if (c != '-' && c != ' ') digits += c;
    if (digits.size() != 54) return bad_kit();
    auto bytes = from_crockford32(std::string_view{digits}.substr(0, 52));
    if (!bytes || bytes->size() != 32) return bad_kit();
    const WipeAtEnd wipe{*bytes};
    const auto check = check_characters(*bytes);
    for (std::size_t i = 0; i < 2; ++i)
        if (std::toupper(static_cast<unsigned char>(digits[52 + i])) != check[i]) return bad_kit();
    return Key{*bytes};
}

std::string Kit::text() const {
    std::ostringstream out;
    out << kKitTitle << "\nkey: " << code() << "\nserver: " << server << "\nlogin: " << login
        << "\norg: " << id_text(org) << "\ngenesis: " << hex(org_genesis) << "\nuser: " << id_text(user)
        << "\nsecret: " << crockford32(account_secret) << "\nidentity: " << hex(uik) << "\n";
    return out.str();
}

Result<Kit> read_kit(std::string_view text) {
    std::map<std::string, std::string> lines;
    std::istringstream in{std::string(text)};
    std::string line;
    if (!std::getline(in, line) || line != kKitTitle) return bad_kit();
    while (std::getline(in, line)) {
        const auto colon = line.find(": ");
        if (colon != std::string::npos) lines[line.substr(0, colon)] = line.substr(colon + 2);
    }
    Kit kit;
    TERN_TRY(key, kit_key_from_code(lines["key"]));
    kit.key = key;
    kit.server = lines["server"];
    kit.login = lines["login"];
    const auto org = id_from_hex<OrgTag>(lines["org"]);
    const auto user = id_from_hex<UserTag>(lines["user"]);
    const auto genesis = from_hex(lines["genesis"]);
    const auto identity = from_hex(lines["identity"]);
    const auto secret = from_crockford32(lines["secret"]);
    if (!org || !user || !genesis || genesis->size() != 32 || !identity || identity->size() != 32 || !secret ||
        secret->size() != 16 || kit.server.empty())
        return bad_kit();
    kit.org = *org;
    kit.user = *user;
    kit.org_genesis = array_of<32>(*genesis);
    kit.uik = array_of<32>(*identity);
    kit.account_secret = AccountSecret{*secret};
    return kit;
}

}  // namespace tern::crypto
