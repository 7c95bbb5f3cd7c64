#include "client_core/crypto/password.h"

#include <sodium.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "protocol/base/utf8.h"
#include "protocol/limits.h"

namespace tern::crypto {
namespace {

Result<std::string> normalised(std::string_view in, const icu::Normalizer2* form, UErrorCode status, bool lower) {
    if (U_FAILURE(status) != 0 || form == nullptr) return fail(Fault::internal, "the Unicode library is not usable");
    if (!is_utf8(view(in))) return fail(Fault::bad_argument, "the text is not UTF-8");
    auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(in.data(), static_cast<int>(in.size())));
    unicode = form->normalize(unicode, status);
    if (lower) unicode.toLower(icu::Locale::getRoot());
    if (U_FAILURE(status) != 0) return fail(Fault::internal, "the Unicode library is not usable");
    std::string out;
    unicode.toUTF8String(out);
    return out;
}

}  // namespace

Status check_cost(const PasswordCost& cost) {
    const bool inside = cost.ops >= 3 && cost.ops <= 16 && cost.mem_kib >= 64 * 1024 && cost.mem_kib <= 1024 * 1024;
    if (inside) return ok();
    return fail(Fault::forbidden, "the server asks for a password cost that this app does not accept",
                "tell your admin: the server may not be trusted");
}

Result<std::string> normal_password(std::string_view password) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    TERN_TRY(out, normalised(password, nfc, status, false));
    if (out.empty() || out.size() > limits::kPasswordBytes)
        return fail(Fault::bad_argument, "a password has 1 to 1,024 bytes");
    return out;
}

Result<std::string> normal_login(std::string_view login) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
    TERN_TRY(out, normalised(login, nfkc, status, true));
    if (out.empty() || out.size() > 320)
        return fail(Fault::bad_argument, "a login has 1 to 320 bytes", "give an e-mail address");
    return out;
}

LoginId login_id(const OrgId& org, std::string_view normal_login) {
    ByteWriter message;
    message.lp(org).lp(view(normal_login));
    return LoginId{suite::h16("fs1/loginid", message.bytes())};
}

std::array<std::uint8_t, 16> password_salt(const OrgId& org, std::string_view normal_login, ByteView server_salt) {
    ByteWriter message;
    message.lp(view("fs1/pwsalt")).lp(org).lp(view(normal_login)).lp(server_salt);
    return suite::blake16({}, message.bytes());
}

Result<Key> stretch(std::string_view password, ByteView salt, const PasswordCost& cost) {
    TERN_CHECK(check_cost(cost));
    Key out;
    if (crypto_pwhash(out.data(), 32, password.data(), password.size(), salt.data(), cost.ops,
                      std::size_t{cost.mem_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Fault::storage, "there is not enough memory to check the password",
                    "close other programs and try again");
    return out;
}

Result<Key> password_root(std::string_view password, ByteView salt, const PasswordCost& cost,
                          const AccountSecret& account_secret) {
    TERN_TRY(stretched, stretch(password, salt, cost));
    ByteWriter message;
    message.lp(view("fs1/root")).lp(account_secret);
    Bytes bytes = message.take();
    const WipeAtEnd wipe{bytes};
    Key root;
    crypto_generichash(root.data(), 32, bytes.data(), bytes.size(), stretched.data(), 32);
    return root;
}

}  // namespace tern::crypto
