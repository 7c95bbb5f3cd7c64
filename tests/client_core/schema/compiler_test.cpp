#include "client_core/schema/compiler/compiler.h"

#include <gtest/gtest.h>

namespace tern::schema {
namespace {

const std::string kCommon = R"(common_sections { name: "record" label { en: "Record" zh: "记录" } }
common { number: 900 name: "record_no" type: TEXT section: "record" label { en: "Number" zh: "编号" } }
shapes { name: "colours"
    choices { name: "red" label { en: "Red" zh: "红" } }
    choices { name: "green" label { en: "Green" zh: "绿" } }
}
shapes { name: "notes"
    members { number: 1 name: "order" type: DEC label { en: "Order" zh: "顺序" } }
    members { number: 2 name: "text" type: TEXT label { en: "Text" zh: "内容" } }
}
)";

const std::string kThings = R"(# Line 1 is a comment.
entities {
    number: 1 name: "thing" label { en: "Thing" zh: "物" } plural { en: "Things" zh: "物" } icon: "box" title: "name"
    fields { number: 16 name: "name" type: TEXT label { en: "Name" zh: "名称" } }
    fields { number: 17 name: "kind" type: ENUM label { en: "Kind" zh: "类别" } default_value: "big"
        choices { name: "big" label { en: "Big" zh: "大" } }
        choices { name: "small" label { en: "Small" zh: "小" } }
    }
    fields { number: 18 name: "colour" type: PICK shape: "colours" label { en: "Colour" zh: "颜色" } }
    fields { number: 19 name: "notes" type: LIST shape: "notes" label { en: "Notes" zh: "备注" } }
    fields { number: 20 name: "term" type: GROUP label { en: "Term" zh: "期限" }
        members { number: 1 name: "start_on" type: DATE label { en: "Start" zh: "开始" } }
        members { number: 2 name: "end_on" type: DATE label { en: "End" zh: "结束" } }
    }
}

entities {
    number: 2 name: "part" label { en: "Part" zh: "件" } plural { en: "Parts" zh: "件" } icon: "box" title: "name"
    fields { number: 16 name: "name" type: TEXT label { en: "Name" zh: "名称" } }
    fields { number: 17 name: "thing_id" type: REF label { en: "Thing" zh: "物" } targets: "thing" }
}
)";

/// What the compiler says once `from` reads `to`, in whichever of the two texts has it; empty: it is content.
std::string told(const std::string& from, const std::string& to) {
    std::vector<SourceText> texts{{"crm/common.textproto", kCommon}, {"crm/things.textproto", kThings}};
    bool replaced = false;
    for (SourceText& source : texts) {
        const auto at = source.text.find(from);
        if (replaced || at == std::string::npos) continue;
        source.text.replace(at, from.size(), to);
        replaced = true;
    }
    EXPECT_TRUE(replaced) << from;
    const auto compiled = compile(texts);
    return compiled ? std::string{} : compiled.error().what;
}

TEST(Compiler, JoinsTheTextsIntoOneSchema) {
    const std::vector<SourceText> texts{{"crm/common.textproto", kCommon}, {"crm/things.textproto", kThings}};
    const auto compiled = compile(texts);
    ASSERT_TRUE(compiled) << compiled.error().what;
    EXPECT_EQ(compiled->schema.entities().size(), 2U);
    EXPECT_TRUE(compiled->schema.entity("part")->field("record_no")->common);
}

TEST(Compiler, NamesTheLineWhereTheTextCannotBeRead) {
    EXPECT_EQ(told("type: ENUM", "type: ENUN"),
              "crm/things.textproto:5: Unknown enumeration value of \"ENUN\" for field \"type\".");
    EXPECT_EQ(told("number: 2 name: \"part\"", "nummer: 2 name: \"part\"").substr(0, 24), "crm/things.textproto:18:");
}

TEST(Compiler, NamesTheLineOfAField) {
    EXPECT_EQ(told("number: 17 name: \"kind\"", "number: 16 name: \"kind\""),
              "crm/things.textproto:5: thing.kind: its number is that of name");
    EXPECT_EQ(told("targets: \"thing\"", "targets: \"thong\""),
              "crm/things.textproto:20: part.thing_id: there is no entity thong");
    EXPECT_EQ(told("default_value: \"big\"", "default_value: \"huge\""),
              "crm/things.textproto:5: thing.kind: its default is none of its choices");
    EXPECT_EQ(told("shape: \"colours\"", "shape: \"shades\""),
              "crm/things.textproto:9: thing.colour: there is no shape shades");
    EXPECT_EQ(told("en: \"Colour\" zh: \"颜色\"", "en: \"Colour\""),
              "crm/things.textproto:9: thing.colour: it needs labels in English and Chinese");
    EXPECT_EQ(told("name: \"colour\"", "name: \"end_on\""),
              "crm/things.textproto:11: thing.term: the column end_on is there twice");
    EXPECT_EQ(told("name: \"thing_id\"", "section: \"main\" name: \"thing_id\""),
              "crm/things.textproto:20: part.thing_id: there is no section main");
}

TEST(Compiler, NamesTheLineOfAChoiceOrMember) {
    EXPECT_EQ(told("choices { name: \"small\"", "choices { name: \"big\""),
              "crm/things.textproto:7: thing.kind: a choice is empty or there twice");
    EXPECT_EQ(told("number: 2 name: \"end_on\"", "number: 1 name: \"end_on\""),
              "crm/things.textproto:13: thing.term.end_on: its number is used twice");
    EXPECT_EQ(told("zh: \"绿\"", "zh: \"\""),
              "crm/common.textproto:5: thing.colour: the choice green needs labels in English and Chinese");
    EXPECT_EQ(told("type: DEC", "type: INT"),
              "crm/common.textproto:8: thing.notes.order: member 1 of a list is its order, a decimal");
}

TEST(Compiler, NamesTheLineOfAnEntityOrWhatIsCommon) {
    EXPECT_EQ(told("number: 2 name: \"part\"", "number: 1 name: \"part\""),
              "crm/things.textproto:17: part: its number is used twice");
    EXPECT_EQ(told("title: \"name\"", "title: \"title\""),
              "crm/things.textproto:2: thing: its title names no column: title");
    EXPECT_EQ(told("number: 900", "number: 100"),
              "crm/common.textproto:2: thing.record_no: its number is out of range");
    EXPECT_EQ(told("name: \"notes\"", "name: \"colours\""),
              "crm/common.textproto:7: colours: the shape's name is used twice");
    EXPECT_EQ(told("common_sections { name: \"record\"", "common_sections { name: \"Record\""),
              "crm/common.textproto:1: thing: a section cannot be named Record");
}

}  // namespace
}  // namespace tern::schema
