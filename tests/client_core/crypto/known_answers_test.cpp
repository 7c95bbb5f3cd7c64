// The known answers of the crypto design, section 21: a byte that differs here is a client that cannot talk to the
// others.
#include <gtest/gtest.h>
#include <sodium.h>

#include "client_core/crypto/bundle.h"
#include "client_core/crypto/delta_seal.h"
#include "client_core/crypto/identity.h"
#include "client_core/crypto/password.h"
#include "client_core/crypto/space_keys.h"

namespace tern::crypto {
namespace {

Bytes repeated(std::uint8_t byte, std::size_t n) { return Bytes(n, byte); }
template <class AnId>
AnId id_of(std::uint8_t byte) {
    return AnId::of(repeated(byte, 16));
}
Key key_of(std::uint8_t byte) { return Key{repeated(byte, 32)}; }

const OrgId kOrg = id_of<OrgId>(0x11);
constexpr std::string_view kLogin = "anna@example.test";

class KnownAnswers : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(suite::start()); }
};

TEST_F(KnownAnswers, SaltAndLoginId) {
    EXPECT_EQ(hex(password_salt(kOrg, kLogin, repeated(0x22, 16))), "3385cc358ceb5c9b541ec4fca490e99c");
    EXPECT_EQ(hex(login_id(kOrg, kLogin)), "fbbc1e9373cee64fc7ffb49d7b3e9af6");
    EXPECT_EQ(normal_login("Anna@Example.TEST").value(), kLogin);
}

TEST_F(KnownAnswers, PasswordRootAndItsKeys) {
    const auto salt = password_salt(kOrg, kLogin, repeated(0x22, 16));
    EXPECT_EQ(hex(stretch("correct horse battery staple", salt, {}).value()),
              "41bd03e67790480607218cbaaa87e73205967e05acfefec547284a72b7b97cb4");
    const Key root = password_root("correct horse battery staple", salt, {}, AccountSecret{repeated(0x33, 16)}).value();
    EXPECT_EQ(hex(root), "6bbbf1c76852891216e1375e1cb81ea3c9d3f908297a18da5e2ba00accb5f42b");
    EXPECT_EQ(hex(login_keys(root).public_key), "611448c24333ed4077ee5b712287b55258288e904a4a23eda5f964502f4bafa7");
    EXPECT_EQ(hex(bundle_wrap(root)), "88023f301f14d51d64c9699e45888b8ba80a3fc90c02eb339edb210305e86289");
}

TEST_F(KnownAnswers, DerivedKeys) {
    EXPECT_EQ(hex(derive(key_of(0x44), 7, "fs1edata")),
              "3add2267cd3f7c118d8af1897c0df7861c42428f2d697a959eaf63109eb57d9b");
    EXPECT_EQ(hex(derive(key_of(0x44), 7, "fs1emeta")),
              "d9aa6782dc85ef392c91d0f1b5e2a71dd111261db2d5c0990dd721640160322c");
    EXPECT_EQ(hex(derive(key_of(0x44), 7, "fs1eprev")),
              "6c9f896158901c9a981aeae3aa74156838e77354ec084051a3626d07dcfb95ff");
}

SpaceKeys space_keys() { return {7, 1, key_of(0x44), key_of(0x44), key_of(0x66)}; }

TEST_F(KnownAnswers, EpochCommitmentAndTag) {
    EXPECT_EQ(hex(space_keys().commitment(id_of<SpaceId>(0x55))),
              "f8321ec00c18f2083fa6023ef8057599226fd93a2e05d99d412b92ed165ac17c");
    const Cell cell{3, id_of<RecordId>(0x77), 5, {}};
    EXPECT_EQ(hex(space_keys().tag(cell)), "7d3d02db90d02fc79c06ad884338e11d");
}

TEST_F(KnownAnswers, CommittingAead) {
    const Key key = derive(key_of(0x44), 7, "fs1edata");
    const Bytes sealed = cae1_seal_with_nonce(key, view("AD"), view("hello"), repeated(0x88, 24));
    EXPECT_EQ(hex(ByteView{sealed}.subspan(24, 32)),
              "e2e9429529027656c571cb2e8c0baa5b6af5d9f520f577218b7384311e2ef579");
    EXPECT_EQ(hex(ByteView{sealed}.subspan(56)), "1a0f0a24375b49a38227e8ad8f2ce0f8df4b402e33");
    EXPECT_EQ(text(cae1_open(key, view("AD"), sealed).value()), "hello");
}

struct FrameCase {
    DeltaKind kind;
    std::vector<Mark> marks;
    std::size_t bytes;
    std::string_view env_id;
};

TEST_F(KnownAnswers, EnvelopesOfThreeKinds) {
    const Stamp marked{Hlc::at(1'750'000'000'000, 1), id_of<DeviceId>(0xdd)};
    const FrameCase cases[] = {
        {DeltaKind::delta, {}, 320, "c7cfeeb12377d6ab98e68218b47a36bbc18b20e8c77fabffd2fadfb5f0389a2f"},
        {DeltaKind::carry, {{marked, 17}}, 352, "50b7e9bf17127f43851efde40e39e6d93204e830b5e80cf7fc0ea32b13faa64c"},
        {DeltaKind::conditional,
         {{marked, 0}},
         344,
         "8ef50f1b1857570aa9b1fa1082a872871952b58bb700faf4630c0c9ab5be5220"},
    };
    const auto device = SignKeys::from_seed(key_of(0x99));
    for (const auto& expected : cases) {
        DeltaHeader header;
        header.kind = expected.kind;
        header.space = id_of<SpaceId>(0x55);
        header.epoch = 7;
        header.tag_gen = 1;
        header.device = id_of<DeviceId>(0xaa);
        header.dev_seq = 42;
        header.prev_env = array_of<16>(repeated(0xbb, 16));
        header.hlc = Hlc::at(1'760'000'000'000, 3);
        header.log_seq = 9;
        header.log_head16 = array_of<16>(repeated(0xcc, 16));
        header.tags = {space_keys().tag({3, id_of<RecordId>(0x77), 5, {}})};
        header.marks = expected.marks;
        const Bytes padded = pad(view("body"));
        const Bytes head = delta_header_bytes(header, padded.size() + kCae1Overhead);
        const Bytes body = cae1_seal_with_nonce(space_keys().delta_key(), head, padded, repeated(0x88, 24));
        const Bytes bytes = sign_delta(head, body, device.secret);
        ASSERT_EQ(bytes.size(), expected.bytes);
        const auto frame = read_delta(bytes).value();
        EXPECT_EQ(hex(frame.env_id), expected.env_id);
        EXPECT_TRUE(signature_fits(frame, device.public_key));
        EXPECT_EQ(frame.header.marks, expected.marks);
        if (expected.kind == DeltaKind::delta) {
            EXPECT_EQ(hex(frame.signature),
                      "6a0de8387b1b6954cdcbf88803ec986af7c42ca4d02a20a6a20055fcbdbd36cd2e391e991e4f6927680a8a25cda85f19"
                      "556cae4082286e2e0ebee7409e3da30a");
        }
    }
}

TEST_F(KnownAnswers, DigestLeaf) {
    ByteWriter leaf;
    leaf.raw(space_keys().tag({3, id_of<RecordId>(0x77), 5, {}}))
        .u64(Hlc::at(1'760'000'000'000, 3).value)
        .raw(id_of<DeviceId>(0xaa));
    EXPECT_EQ(hex(suite::h("fs1/leaf", leaf.bytes())),
              "de2258369f1433f9a25893c40e24aa745e144a6c1125b4b9e50a68a34baa298b");
}

TEST_F(KnownAnswers, SafetyNumber) {
    const auto one = array_of<32>(repeated(1, 32));
    const auto two = array_of<32>(repeated(2, 32));
    const std::string expected = "50746 81842 47955 62939 30370 42092 18178 40997 99358 69732 63463 49405";
    EXPECT_EQ(safety_number(kOrg, one, two), expected);
    EXPECT_EQ(safety_number(kOrg, two, one), expected);
}

TEST_F(KnownAnswers, Ed25519OfRfc8032) {  // test 2 of section 7.1
    const auto seed = from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").value();
    const auto keys = SignKeys::from_seed(Seed{seed});
    EXPECT_EQ(hex(keys.public_key), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    Signature signature;
    const std::uint8_t message = 0x72;
    crypto_sign_detached(signature.data(), nullptr, &message, 1, keys.secret.data());
    EXPECT_EQ(hex(signature),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eae"
              "b4302aeeb00d291612bb0c00");
}

}  // namespace
}  // namespace tern::crypto
