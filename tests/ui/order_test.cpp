// Taking orders, as a person does: by search, by scanner, by touch and by keys; offline all the way.
#include <tern/approvals.h>

#include <QElapsedTimer>
#include <QFile>
#include <QPdfWriter>

#include "mobile_app/adapters/paper.h"
#include "tests/ui/app_fixture.h"

namespace tern {
namespace {

using test::App;
using test::Phone;

class Order : public App {
protected:
    /// A shop, a price book with a break, a dozen products, a credit limit, a rule for discounts.
    void stock(Phone& phone) {
        found_org(phone, server);
        phone.backend().setOnline(false);
        make(phone, "price_book", {{"name", "List"}, {"currency", "EUR"}, {"default", "true"}, {"tax_pct", "19"}});
        for (int i = 1; i <= 12; ++i) {
            const auto name = std::string(kNames[i - 1]), sku = "SKU-" + std::to_string(100 + i);
            make(phone, "product",
                 {{"name", name}, {"sku", sku}, {"barcode", code(i).toStdString()}, {"tax_class", "standard"}});
            make(phone, "price_entry",
                 {{"price_book_id", "List"}, {"product_id", name}, {"unit_price", std::to_string(i) + ".95 EUR"}});
        }
        make(phone, "price_entry",
             {{"price_book_id", "List"}, {"product_id", kNames[0]}, {"unit_price", "1.75 EUR"}, {"min_qty", "6"}});
        make(phone, "account", {{"name", "Corner shop"}, {"currency", "EUR"}});
        make(phone, "account_credit", {{"account_id", "Corner shop"}, {"credit_limit", "100 EUR"}});
        make(phone, "approval_process",
             {{"name", "Discounts"}, {"entity", "quote"}, {"trigger", "discount_over"}, {"criteria", "15"}});
    }
    static QString code(int i) { return QString::number(4'006'381'000'000 + i); }
    static void make(Phone& phone, const std::string& entity, const std::vector<Assignment>& fields) {
        ASSERT_TRUE(phone.make(entity, fields)) << entity;
    }
    static void begin(Phone& phone, const QString& entity) {
        auto& person = phone.driver;
        ASSERT_TRUE(person.tap("nav_add"));
        ASSERT_TRUE(person.tap("new_" + entity));
        ASSERT_TRUE(person.waits_for("productBox"));
        ASSERT_TRUE(person.wait([&] { return person.find("customer") != nullptr; }));
        choose_customer(phone);
    }
    static void choose_customer(Phone& phone) {
        auto* box = phone.driver.find("customer");
        ASSERT_NE(box, nullptr);
        QMetaObject::invokeMethod(box, "asked");
        ASSERT_TRUE(phone.driver.wait([&] {
            const auto* first = phone.driver.find("record_0");
            return first != nullptr && first->property("title") == "Corner shop";
        }));
        ASSERT_TRUE(phone.driver.tap("record_0"));
        ASSERT_TRUE(phone.driver.wait([&] {
            const auto* now = phone.driver.find("customer");
            return now != nullptr && now->property("shown").toString() == "Corner shop";
        }));
    }
    /// A text in sight that says that.
    static QQuickItem* text_saying(QQuickItem* below, const QString& words) {
        if (!below->isVisible()) return nullptr;
        for (auto* child : below->childItems())
            if (auto* found = text_saying(child, words)) return found;
        return below->property("text").toString() == words && below->inherits("QQuickText") ? below : nullptr;
    }
    /// All that is written on a document, in the language that is spoken.
    static QString paper_of(Phone& phone, const RecordId& id) {
        QString words;
        phone.backend().ask(
            &phone.backend(),
            [id, reader = phone.backend().reader()](Client& client) { return app::read_paper(client, reader, id); },
            [&](Result<app::Paper> paper) { words = paper ? paper->text() : "failed"; });
        EXPECT_TRUE(phone.driver.wait([&] { return !words.isEmpty(); }));
        return words;
    }
    void scan(Phone& phone, const QString& barcode) {
        ASSERT_TRUE(phone.driver.type("productBox", barcode));
        phone.driver.key(Qt::Key_Return);
    }
    static bool has_lines(Phone& phone, int many) {
        return phone.driver.wait([&] {
            return phone.driver.sees("qty_" + QString::number(many - 1)) &&
                   !phone.driver.text("lineAmount_" + QString::number(many - 1)).isEmpty();
        });
    }
    static Json newest(Phone& phone, const std::string& entity) {
        bool done = false;
        Json out;
        phone.backend().ask(
            &phone.backend(),
            [entity](Client& client) -> Result<Json> {
                Records records{client};
                std::string id;
                TERN_CHECK(records.list({entity, {}, {}, {}}, [&](const Json& at) { id = at.find("id")->plain(); }));
                return records.get(*record_id_from(id));
            },
            [&](Result<Json> record) {
                done = true;
                if (record) out = std::move(*record);
            });
        EXPECT_TRUE(phone.driver.wait([&] { return done; }));
        return out;
    }
    static std::string in(const Json& record, std::string_view name) {
        const Json* found = record.find(name);
        return found == nullptr ? "" : found->plain();
    }

    static constexpr const char* kNames[] = {"Apple",  "Bread", "Coffee", "Dates", "Eggs",   "Flour",
                                             "Ginger", "Honey", "Juice",  "Kale",  "Lemons", "Milk"};
};

TEST_F(Order, OfTwelveLinesIsTakenOfflineToTheCent) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    QElapsedTimer clock;
    clock.start();
    begin(phone, "order");
    EXPECT_FALSE(person.find("confirm")->isEnabled()) << "there is no line yet";
    for (int i = 1; i <= 6; ++i) {
        scan(phone, code(i));
        ASSERT_TRUE(has_lines(phone, i)) << i << person.text("toast").toStdString();
    }
    for (int i = 7; i <= 12; ++i) {
        ASSERT_TRUE(person.type("productBox", QString{kNames[i - 1]}.left(4).toLower()));
        ASSERT_TRUE(person.wait([&] { return person.text("found_0") == kNames[i - 1]; }));
        ASSERT_TRUE(person.tap("found_0"));
        ASSERT_TRUE(has_lines(phone, i)) << i;
    }
    EXPECT_TRUE(person.wait([&] { return person.text("hint_0").contains("5 more"); }))
        << person.text("hint_0").toStdString();
    ASSERT_TRUE(person.type("qty_0", "5"));
    ASSERT_TRUE(person.wait([&] { return person.text("lineAmount_0").contains("9.75"); }));
    scan(phone, code(1));  // the sixth, which is the break
    ASSERT_TRUE(person.wait([&] { return person.text("lineAmount_0").contains("10.50"); }))
        << person.text("lineAmount_0").toStdString();
    EXPECT_TRUE(person.text("linePrice_0").contains("from 6"));
    ASSERT_TRUE(person.tap("more_11"));
    // 10.50 + (2.95 + … + 11.95) + 2 x 12.95 = 110.90, and 19 %: each line's tax by itself
    ASSERT_TRUE(person.wait([&] { return person.text("net").contains("110.90"); })) << person.text("net").toStdString();
    const auto taken = clock.elapsed();
    EXPECT_LT(taken, 90'000);
    RecordProperty("milliseconds", static_cast<int>(taken));
    EXPECT_TRUE(person.wait([&] { return person.text("warning_credit").contains("100.00"); }));
    const auto total = person.text("total");
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    ASSERT_TRUE(person.tap("confirm"));
    ASSERT_TRUE(person.waits_for("documentTotal"));
    const auto saved = newest(phone, "order");
    EXPECT_EQ(total.toStdString(), "EUR\u00a0" + in(saved, "grand_total"));
    EXPECT_EQ(in(saved, "status"), "confirmed");
    EXPECT_EQ(saved.find("lines")->size(), 12u);
    EXPECT_EQ(person.text("documentTotal"), total);
    EXPECT_FALSE(phone.backend().online());
}

TEST_F(Order, ALineThatWasRemovedComesBack) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "order");
    scan(phone, code(1));
    ASSERT_TRUE(has_lines(phone, 1));
    scan(phone, "nothing bears this");
    EXPECT_TRUE(person.wait([&] { return person.text("toast").contains("nothing bears this"); }));
    ASSERT_TRUE(person.tap("remove_0"));
    ASSERT_TRUE(person.wait([&] { return !person.sees("qty_0"); }));
    ASSERT_TRUE(person.tap("undo"));
    EXPECT_TRUE(has_lines(phone, 1));
}

TEST_F(Order, AQuoteWithEighteenPerCentOffAsksForApproval) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "quote");
    scan(phone, code(3));
    ASSERT_TRUE(has_lines(phone, 1));
    EXPECT_FALSE(person.sees("warning_approval"));
    ASSERT_TRUE(person.type("discount_0", "18"));
    ASSERT_TRUE(person.waits_for("warning_approval"));
    EXPECT_TRUE(person.text("warning_approval").contains("15"));
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    EXPECT_TRUE(person.text("confirm").contains("approval"));
    ASSERT_TRUE(person.tap("confirm"));
    ASSERT_TRUE(person.waits_for("documentTotal"));
    EXPECT_EQ(in(newest(phone, "quote"), "stage"), "in_approval");
    EXPECT_EQ(in(newest(phone, "approval_request"), "state"), "pending");
}

TEST_F(Order, AQuoteThatWasChangedSinceItWasApprovedSaysSo) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "quote");
    scan(phone, code(3));
    ASSERT_TRUE(has_lines(phone, 1));
    ASSERT_TRUE(person.type("discount_0", "18"));
    ASSERT_TRUE(person.waits_for("warning_approval"));
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    ASSERT_TRUE(person.tap("confirm"));
    ASSERT_TRUE(person.waits_for("approvalState"));
    const auto quote = *record_id_from(in(newest(phone, "quote"), "id")),
               request = *record_id_from(in(newest(phone, "approval_request"), "id"));
    const auto write = [&](std::function<Status(Client&)> work) {
        std::optional<std::string> said;
        phone.backend().ask(&phone.backend(), std::move(work),
                            [&](Status status) { said = status ? "" : status.error().text(); });
        EXPECT_TRUE(person.wait([&] { return said.has_value(); }));
        return said.value_or("no answer");
    };
    // As if a colleague had handed it in.
    ASSERT_EQ(write([=](Client& client) -> Status {
                  TERN_CHECK(Records{client}.set(request, {{"submitter_id", "0190a5a0-0000-7000-8000-00000000beef"}}));
                  return decide(client, request, true, "");
              }),
              "");
    ASSERT_TRUE(person.wait([&] { return person.text("documentState") == "Approved"; }))
        << person.text("documentState").toStdString();
    EXPECT_TRUE(person.wait([&] { return !person.sees("approvalState"); }));
    ASSERT_EQ(write([=](Client& client) { return Records{client}.set(quote, {{"shipping", "1 EUR"}}); }), "");
    ASSERT_TRUE(person.wait([&] { return person.text("documentState") == "Changed since approved"; }))
        << person.text("documentState").toStdString();
    EXPECT_TRUE(person.text("approvalState").contains("counts as not approved"));
    EXPECT_EQ(in(newest(phone, "quote"), "stage"), "draft");
}

TEST_F(Order, IsWrittenByKeysAloneAtADesk) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "order");
    phone.view().resize(1440, 900);
    ASSERT_TRUE(person.wait([&] { return person.find("productBox") != nullptr; }));
    const auto says = [&](const QString& words) {
        for (const QChar c : words)
            QTest::sendKeyEvent(QTest::Click, &phone.view(), Qt::Key_unknown, QString{c}, Qt::NoModifier, -1);
    };
    const auto at = [&](const QString& name) {
        return person.wait([&] {
            const auto* focus = phone.view().activeFocusItem();
            return focus != nullptr && focus->objectName() == name;
        });
    };
    person.find("productBox")->forceActiveFocus();
    for (const int i : {1, 2, 3}) {
        says(code(i));
        person.key(Qt::Key_Return);
        ASSERT_TRUE(has_lines(phone, i == 1 ? 1 : i));
        ASSERT_TRUE(at("productBox"));
    }
    person.key(Qt::Key_Down);
    ASSERT_TRUE(at("qty_0"));
    says("6");
    person.key(Qt::Key_Return);
    ASSERT_TRUE(at("qty_1"));
    says("2");
    person.key(Qt::Key_Tab);
    ASSERT_TRUE(at("price_1"));
    person.key(Qt::Key_Tab);
    ASSERT_TRUE(at("discount_1"));
    says("10");
    person.key(Qt::Key_Return);
    ASSERT_TRUE(at("qty_2"));
    person.key(Qt::Key_Delete);
    ASSERT_TRUE(person.wait([&] { return !person.sees("qty_2"); }));
    ASSERT_TRUE(person.wait([&] { return person.text("net").contains("15.81"); })) << person.text("net").toStdString();
    ASSERT_TRUE(person.wait([&] { return person.find("confirm")->isEnabled(); }));
    person.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(person.waits_for("documentTotal"));
    const auto saved = newest(phone, "order");
    EXPECT_EQ(saved.find("lines")->size(), 2u);
    EXPECT_EQ(in(saved, "subtotal"), "16.40");
    EXPECT_EQ(in(saved, "discount_total"), "0.59");
}

TEST_F(Order, IsPrintedOnAsManyPagesAsItNeeds) {
    const auto pages = [&](int lines) {
        app::Paper paper;
        paper.title = "Order";
        paper.number = "O-1";
        paper.from = "Maven";
        paper.customer = "上海灌装机有限公司";
        for (int i = 0; i < lines; ++i)
            paper.lines.push_back({"Tea " + QString::number(i), "T-1", "2", "box", "1.00", "", "19 %", "2.00"});
        paper.totals = {{"Subtotal", "EUR 10.00"}, {"Total", "EUR 11.90"}};
        const auto file = folder.filePath(QString::number(lines) + ".pdf");
        const auto printed = app::print_paper(paper, file);
        EXPECT_TRUE(printed) << printed.error().text();
        QFile pdf{file};
        EXPECT_TRUE(pdf.open(QIODevice::ReadOnly));
        const auto bytes = pdf.readAll();
        EXPECT_TRUE(bytes.startsWith("%PDF-"));
        int counted = 0;
        for (qsizetype at = 0; (at = bytes.indexOf("/Type /Page\n", at)) >= 0; ++at) ++counted;
        EXPECT_EQ(counted, printed->pages);
        return printed->pages;
    };
    EXPECT_EQ(pages(5), 1);
    EXPECT_EQ(pages(120), 6);
    EXPECT_FALSE(app::print_paper({}, "/no/such/folder/x.pdf"));
}

TEST_F(Order, AndItsPaperSpeakTheLanguageThatIsChosen) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "order");
    scan(phone, code(2));
    ASSERT_TRUE(has_lines(phone, 1));
    ASSERT_TRUE(person.tap("saveDraft"));
    ASSERT_TRUE(person.waits_for("documentTotal"));
    const auto id = *record_id_from(in(newest(phone, "order"), "id"));
    EXPECT_TRUE(paper_of(phone, id).contains("Subtotal"));
    phone.backend().setLanguage("zh");
    ASSERT_TRUE(person.wait([&] { return text_saying(phone.view().contentItem(), "小计") != nullptr; }))
        << "the record's page, which is open";
    EXPECT_TRUE(paper_of(phone, id).contains("小计"));
    EXPECT_FALSE(paper_of(phone, id).contains("Subtotal"));
}

TEST_F(Order, AsAPdfHoldsWhatWasSaved) {
    Phone phone{folder.path()};
    auto& person = phone.driver;
    stock(phone);
    begin(phone, "order");
    scan(phone, code(2));
    ASSERT_TRUE(has_lines(phone, 1));
    ASSERT_TRUE(person.wait([&] { return person.find("saveDraft")->isEnabled(); }));
    ASSERT_TRUE(person.tap("saveDraft"));
    ASSERT_TRUE(person.waits_for("documentTotal"));
    const auto saved = newest(phone, "order");
    EXPECT_EQ(in(saved, "status"), "draft");
    const auto id = *record_id_from(in(saved, "id"));
    const QString words = paper_of(phone, id);
    for (const auto& part : {std::string{"Maven"}, in(saved, "order_no"), std::string{"Corner shop"},
                             std::string{"Bread"}, std::string{"2.95"}, in(saved, "grand_total")})
        EXPECT_TRUE(words.contains(QString::fromStdString(part))) << part;
    qputenv("HOME", folder.path().toUtf8());
    ASSERT_TRUE(person.tap("pdf"));
    EXPECT_TRUE(person.wait([&] { return person.text("toast").startsWith("Saved: Order O-"); }))
        << person.text("toast").toStdString();
}

}  // namespace
}  // namespace tern
