// Runs a target without a fuzzer: every file of its corpus, then as many deterministic mutations of them as are asked
// for. The same seed tries the same bytes everywhere; the input that ends the process is left as a file.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

Input current;  ///< for the signal handler

extern "C" void keep_current(int signal) {
    if (std::FILE* out = std::fopen("fuzz-crash.bin", "wb")) {
        std::fwrite(current.data(), 1, current.size(), out);
        std::fclose(out);
        std::fputs("the input is in fuzz-crash.bin\n", stderr);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

double run(Input input) {
    current = std::move(input);
    const auto from = std::chrono::steady_clock::now();
    // A block of exactly this size, so that a sanitizer sees the first byte read beyond it.
    LLVMFuzzerTestOneInput(current.data(), current.size());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

Input mutated(const std::vector<Input>& corpus, std::mt19937_64& dice) {
    Input out = corpus[dice() % corpus.size()];
    for (auto n = 1 + dice() % 3; n > 0; --n) {
        const auto at = out.empty() ? 0 : dice() % out.size();
        const auto from = out.begin() + static_cast<std::ptrdiff_t>(at);
        const Input& other = corpus[dice() % corpus.size()];
        switch (dice() % 7) {
            case 0:
                if (!out.empty()) out[at] ^= static_cast<std::uint8_t>(1U << dice() % 8);
                break;
            case 1:
                if (!out.empty()) out[at] = static_cast<std::uint8_t>(dice());
                break;
            case 2:
                out.resize(at);
                break;
            case 3:
                out.insert(from, static_cast<std::uint8_t>(dice()));
                break;
            case 4:
                if (!out.empty()) out.erase(from);
                break;
            case 5: {  // splice: this one's beginning, that one's end
                const auto cut = other.empty() ? 0 : dice() % other.size();
                out.resize(at);
                out.insert(out.end(), other.begin() + static_cast<std::ptrdiff_t>(cut), other.end());
                break;
            }
            default: {  // numbers at their edges are where lengths lie
                constexpr std::uint8_t kEdges[] = {0, 1, 0x7f, 0x80, 0xff};
                for (std::size_t i = at; i < std::min(out.size(), at + 1 + dice() % 8); ++i)
                    out[i] = kEdges[dice() % 5];
            }
        }
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: TARGET FOLDER-OR-FILE [MUTATIONS] [SEED]\n", stderr);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS}) std::signal(signal, keep_current);
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(argv[1]))
        for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
    else
        files.emplace_back(argv[1]);
    std::sort(files.begin(), files.end());
    std::vector<Input> corpus;
    double slowest = 0;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    for (const auto& input : corpus) slowest = std::max(slowest, run(input));
    const auto mutations = corpus.empty() ? 0 : argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2000;
    const auto seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    std::mt19937_64 dice{seed};
    for (std::size_t i = 0; i < mutations; ++i) slowest = std::max(slowest, run(mutated(corpus, dice)));
    std::printf("%zu files, %llu mutations, seed %llu, slowest %.1f ms\n", corpus.size(),
                static_cast<unsigned long long>(mutations), static_cast<unsigned long long>(seed), slowest * 1000);
    if (corpus.empty()) std::fputs("an empty corpus proves nothing\n", stderr);
    return corpus.empty() || slowest > 2.0 ? 1 : 0;
}
