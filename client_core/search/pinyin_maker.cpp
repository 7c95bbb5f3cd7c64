// Writes pinyin_table.cpp while building: one reading a character, from ICU, without tones. At run time ICU's own
// transliterator would take 200 ms to load and 10 us a character.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr UChar32 kFirst = 0x4e00, kLast = 0x9fff;

class Reader {
public:
    explicit Reader(const char* id) {
        UErrorCode error = U_ZERO_ERROR;
        latin_.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, error));
        apart_ = icu::Normalizer2::getNFDInstance(error);
        if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    }

    /// One syllable of a-z, `v` for ü as input methods have it; empty where there is none.
    std::string read(UChar32 c) const {
        icu::UnicodeString text{c};
        latin_->transliterate(text);
        UErrorCode error = U_ZERO_ERROR;
        const icu::UnicodeString parts = apart_->normalize(text, error);
        std::string out;
        for (int32_t i = 0; i < parts.length(); ++i) {
            const char16_t unit = parts[i];
            if (unit >= u'a' && unit <= u'z')
                out += static_cast<char>(unit);
            else if (unit == 0x0308 && !out.empty() && out.back() == 'u')
                out.back() = 'v';
            else if (unit < 0x0300 || unit > 0x036f)
                return {};
        }
        return out.size() <= 6 ? out : std::string{};
    }

private:
    std::unique_ptr<icu::Transliterator> latin_;
    const icu::Normalizer2* apart_ = nullptr;
};

void write(std::ostream& out) {
    const Reader common{"Han-Latin"}, names{"Han-Latin/Names"};
    std::vector<std::string> syllables{""};
    std::map<std::string, std::size_t> numbers{{"", 0}};
    const auto number = [&](const std::string& syllable) {
        const auto [at, fresh] = numbers.emplace(syllable, syllables.size());
        if (fresh) syllables.push_back(syllable);
        return at->second;
    };
    std::string readings, others;
    for (UChar32 c = kFirst; c <= kLast; ++c) {
        const auto reading = common.read(c), in_names = names.read(c);
        readings += std::to_string(number(reading)) + (c % 32 == 31 ? ",\n" : ",");
        if (in_names != reading && !in_names.empty()) others += "{" + std::to_string(c) + ",\"" + in_names + "\"},\n";
    }
    out << "// Made by pinyin_maker.cpp.\n#include \"client_core/search/pinyin_table.h\"\n\nnamespace tern::search {\n"
        << "const char kSyllables[][7] = {";
    for (const auto& syllable : syllables) out << '"' << syllable << "\",";
    out << "};\nconst std::uint16_t kReadings[] = {\n"
        << readings << "};\nconst NameReading kNameReadings[] = {\n"
        << others << "};\nconst std::size_t kNameReadingCount = sizeof kNameReadings / sizeof kNameReadings[0];\n}\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        std::ofstream out{argv[1]};
        write(out);
        return out.flush() ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "tern-pinyin-maker: " << error.what() << '\n';
        return 1;
    }
}
