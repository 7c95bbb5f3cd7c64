// What the core refuses, told in the person's language.
#include <QCoreApplication>
#include <QTranslator>

#include "mobile_app/adapters/refusals.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

TEST_F(App, RefusesInThePersonsLanguage) {
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    phone.backend().setLanguage("zh");
    ASSERT_TRUE(person.tap("nav_add"));
    ASSERT_TRUE(person.tap("new_account"));
    ASSERT_TRUE(person.type("field_name", "Acme"));
    ASSERT_TRUE(person.tap("allFields"));
    ASSERT_TRUE(person.type("field_employees", "many"));
    ASSERT_TRUE(person.tap("save"));
    ASSERT_TRUE(person.wait([&] { return !person.text("problem").isEmpty(); }));
    EXPECT_EQ(person.text("problem"), QStringLiteral("“many”不能作为员工数的值；应为整数"));
    // The same again in the other one, at once.
    phone.backend().setLanguage("en");
    ASSERT_TRUE(person.tap("save"));
    EXPECT_TRUE(person.wait([&] {
        return person.text("problem") == "Employees cannot be \"many\"; expected a whole number";
    })) << person.text("problem").toStdString();
}

class Refusals : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(chinese_.load(QStringLiteral(":/i18n/tern_zh.qm")));
        QCoreApplication::installTranslator(&chinese_);
    }
    void TearDown() override { QCoreApplication::removeTranslator(&chinese_); }
    static std::string told(std::string what, std::string remedy = {}) {
        return app::refusal_text(fail(Fault::bad_argument, std::move(what), std::move(remedy))).toStdString();
    }

private:
    QTranslator chinese_;
};

TEST_F(Refusals, CarryTheirValuesOver) {
    EXPECT_EQ(told("there is no space \"North\" here", "see `tern space list`"), "本机没有空间“North”；请查看空间列表");
    EXPECT_EQ(told("a document has at most 500 lines"), "一份单据最多 500 行");
    EXPECT_EQ(told("there is no space \"50 %1\" here"), "本机没有空间“50 %1”") << "a value is no pattern";
    EXPECT_EQ(told("there is no space \"sync first\" here"), "本机没有空间“sync first”") << "what was typed stays";
}

TEST_F(Refusals, SayWhatStandsInThemToo) {
    EXPECT_EQ(
        told("the view \"Mine\" cannot be read: the filter cannot be read at character 7: it ends where a value is "
             "expected"),
        "视图“Mine”无法读取：筛选条件无法读取（在第 7 个字符处）：到此结束，此处应为一个值");
    EXPECT_EQ(told("stage: there is no stage \"Won\" here"), "stage：本机没有名为“Won”的stage") << "no app, no labels";
    EXPECT_EQ(told("the server cannot be reached (connection: Connection refused)"),
              "无法连接服务器（连接：连接被拒绝）");
}

TEST_F(Refusals, OfReportsAreFoundInOneText) {
    EXPECT_EQ(app::refusal_text("the row has 3 fields and the header 5; mend the row").toStdString(),
              "该行有 3 个字段，而表头有 5 个；请修正该行");
    EXPECT_EQ(app::refusal_text("the row names no space; fill the column, or import with --space").toStdString(),
              "该行没有填写空间；请填写该列，或为导入指定空间");
}

TEST_F(Refusals, ThatNobodyKnowsAreToldAsTheyAre) {
    EXPECT_EQ(told("the moon is in the way", "wait a little"), "the moon is in the way；wait a little");
}

}  // namespace
}  // namespace tern::test
