#include "client_core/schema/compiler/handbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "client_core/schema/crm_schema.h"

namespace tern::schema {
namespace {

const std::string kFile = std::string(TERN_DOCS_DIR) + "/schema.md";

TEST(Handbook, TellsWhatTheSchemaIsNow) {
    const std::string now = handbook(crm());
    if (std::getenv("TERN_UPDATE_GOLDEN") != nullptr) std::ofstream(kFile) << now;
    std::ostringstream written;
    written << std::ifstream(kFile).rdbuf();
    EXPECT_TRUE(written.str() == now) << "docs/schema.md is out of date: TERN_UPDATE_GOLDEN=1 build/tests/schema_tests";
}

TEST(Handbook, TellsHowAFieldMerges) {
    const std::string text = handbook(crm());
    for (const auto* row :
         {"| `name` ! | Name | 名称 | text; *dup* | register |", "| `phones` | Phones | 电话 | list | list |",
          "| `followers` | Followers | 关注者 | refs → user | set |", "| group |",
          "| `merged_into` | Merged into | 合并到 | ref → the same entity | register |"})
        EXPECT_THAT(text, testing::HasSubstr(row));
}

}  // namespace
}  // namespace tern::schema
