// Lists and tables on paper.
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "mobile_app/adapters/list_print.h"
#include "mobile_app/adapters/paper_sheet.h"
#include "tests/ui/app_fixture.h"

namespace tern::test {
namespace {

int pages_in(const QString& file) {
    QFile pdf{file};
    if (!pdf.open(QIODevice::ReadOnly)) return 0;
    const auto bytes = pdf.readAll();
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    int counted = 0;
    for (qsizetype at = 0; (at = bytes.indexOf("/Type /Page\n", at)) >= 0; ++at) ++counted;
    return counted;
}

Sheet customers(int rows) {
    Sheet out{"Customers", {"Name", "City", "Revenue"}, {}};
    for (int i = 0; i < rows; ++i)
        out.rows.push_back({{"上海灌装机有限公司 " + std::to_string(i), false}, {"上海", false}, {"1200.50", true}});
    return out;
}

class OnPaper : public App {
protected:
    QString place(const char* name) const { return folder.filePath(name); }
};

TEST_F(OnPaper, ATableTakesAsManyPagesAsItNeeds) {
    const app::SheetPrint print{"客户", "Maven", "行业 零售", {}, {}, nullptr, {}};
    const auto one = app::print_sheet(customers(3), print, place("one.pdf"));
    ASSERT_TRUE(one) << one.error().text();
    EXPECT_EQ(one->pages, 1);
    const auto many = app::print_sheet(customers(300), print, place("many.pdf"));
    ASSERT_TRUE(many) << many.error().text();
    EXPECT_GT(many->pages, 5);
    EXPECT_EQ(pages_in(place("many.pdf")), many->pages);
    // What takes several lines takes more room, and is not cut off.
    auto wordy = customers(300);
    for (auto& row : wordy.rows) row[1].text = std::string(200, 'x') + " " + std::string(60, 'y');
    const auto longer = app::print_sheet(wordy, print, place("longer.pdf"));
    ASSERT_TRUE(longer) << longer.error().text();
    EXPECT_GT(longer->pages, many->pages);
    const auto none = app::print_sheet(customers(0), print, place("none.pdf"));
    ASSERT_TRUE(none) << none.error().text();
    EXPECT_EQ(none->pages, 1);
}

TEST_F(OnPaper, ATableThatIsStoppedLeavesNoFile) {
    std::atomic<bool> stop{false};
    std::size_t drawn = 0;
    app::SheetPrint print{"Customers", "Maven", "", {}, {}, &stop, {}};
    print.on_rows = [&](std::size_t rows) {
        drawn = rows;
        stop = rows >= 200;
    };
    const auto printed = app::print_sheet(customers(5'000), print, place("stopped.pdf"));
    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::canceled);
    EXPECT_LT(drawn, 400U) << "soon after it was asked to";
    EXPECT_FALSE(QFile::exists(place("stopped.pdf")));
    EXPECT_FALSE(app::print_sheet(customers(1), {"x", "", "", {}, {}, nullptr, {}}, "/no/such/folder/x.pdf"));
}

TEST_F(OnPaper, AListHoldsWhatItsFilterLets) {
    qputenv("HOME", folder.path().toUtf8());
    Phone phone{folder.path() + "/data"};
    auto& person = phone.driver;
    ASSERT_NO_FATAL_FAILURE(found_org(phone, server));
    for (const char* name : {"Acme", "Bolt", "Cyber"})
        ASSERT_TRUE(phone.make("account", {{"name", name}, {"industry", *name == 'B' ? "retail" : "software"}}));
    const app::ListPrint list{"account", "industry = software", "-name", {"name", "industry"}, {},
                              "Maven",   "Customers",           "",      place("list.pdf")};
    std::optional<std::size_t> rows;
    phone.backend().ask_long(
        &phone.backend(),
        [list, reader = phone.backend().reader()](Client& client) {
            return app::print_list(client, reader, list, false, {});
        },
        [&](Result<std::size_t> printed) { rows = printed ? *printed : 999; });
    ASSERT_TRUE(person.wait([&] { return rows.has_value(); }));
    EXPECT_EQ(*rows, 2U);
    EXPECT_EQ(pages_in(place("list.pdf")), 1);
    ASSERT_TRUE(person.tap("nav_account"));
    ASSERT_TRUE(person.tap("listMenu"));
    ASSERT_TRUE(person.tap("list_export"));
    ASSERT_TRUE(person.tap("choice_pdf"));
    ASSERT_TRUE(person.wait([&] { return person.text("toast").startsWith("3 written to "); }))
        << person.text("toast").toStdString();
    EXPECT_EQ(pages_in(person.text("toast").section(" written to ", 1)), 1);
}

}  // namespace
}  // namespace tern::test
