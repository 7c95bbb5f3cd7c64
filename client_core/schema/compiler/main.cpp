// tern-schema-compiler bytes|handbook OUT TEXT…: what the build makes of protocol/crm.
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "client_core/schema/compiler/compiler.h"
#include "client_core/schema/compiler/handbook.h"

namespace {

using namespace tern;

constexpr int kFailed = 1;
constexpr int kWrongCommand = 2;

Result<std::vector<schema::SourceText>> read_all(int count, char** names) {
    std::vector<schema::SourceText> out;
    for (int i = 0; i < count; ++i) {
        std::ifstream in(names[i], std::ios::binary);
        if (!in) return fail(Fault::not_found, std::string(names[i]) + ": cannot be read");
        std::ostringstream text;
        text << in.rdbuf();
        out.push_back({names[i], text.str()});
    }
    return out;
}

Status make(const std::string& what, const std::string& target, int count, char** names) {
    TERN_TRY(texts, read_all(count, names));
    TERN_TRY(compiled, schema::compile(texts));
    std::ofstream out(target, std::ios::binary);
    out << (what == "bytes" ? compiled.bytes : schema::handbook(compiled.schema));
    out.close();
    if (!out) return fail(Fault::storage, target + ": cannot be written");
    return ok();
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (argc < 4 || (what != "bytes" && what != "handbook")) {
        std::cerr << "usage: tern-schema-compiler bytes|handbook OUT TEXT...\n";
        return kWrongCommand;
    }
    const tern::Status made = make(what, argv[2], argc - 3, argv + 3);
    if (made) return 0;
    std::cerr << made.error().text() << '\n';
    return kFailed;
}
