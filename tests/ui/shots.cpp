// Pictures of every page, in its states, from the real app over a data folder: what a designer looks at.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <tern/moment.h>
#include <tern/visits.h>

#include <fstream>
#include <iostream>

#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/merge_model.h"
#include "mobile_app/adapters/position.h"
#include "mobile_app/adapters/preferences.h"
#include "mobile_app/adapters/record_list.h"
#include "tests/ui/driver.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

namespace {

using tern::app::Backend;

/// Signals of the singleton Go, from here.
QObject* go(QQmlEngine& engine) {
    QQmlComponent component{&engine};
    component.setData("import QtQuick\nimport Tern\nQtObject { property var go: Go }", QUrl{});
    static QObject* holder = component.create();
    if (holder == nullptr) qFatal("%s", qPrintable(component.errorString()));
    return holder->property("go").value<QObject*>();
}

void settle(int ms = 400) { QTest::qWait(ms); }

QString first_id(const QString& entity) {
    tern::app::RecordList list;
    list.setEntity(entity);
    for (int i = 0; i < 100 && !list.ready(); ++i) settle(20);
    return list.idAt(0);
}

QStringList first_pair() {
    tern::app::DuplicateList list;
    for (int i = 0; i < 200 && !list.ready(); ++i) settle(20);
    const auto pair = list.pairs().value(0).toMap();
    return {pair["first"].toString(), pair["second"].toString()};
}

template <class Work>
auto ask(Backend& backend, Work work) {
    std::optional<decltype(work(std::declval<tern::Client&>()))> out;
    backend.ask(&backend, work, [&](auto result) { out = std::move(result); });
    for (int i = 0; i < 500 && !out; ++i) settle(20);
    if (!out) qFatal("no answer");
    return std::move(*out);
}

constexpr const char* kActions =
    R"([{"order":1,"kind":"photo","required":true},{"order":2,"kind":"stock_count","required":true},{"order":3,"kind":"competitor"}])";

/// Visits of today to customers of one town, where there are none yet; as a filter finds them, in their order.
QStringList day_of_visits(Backend& backend) {
    const auto zone = QTimeZone::systemTimeZone().id().toStdString();
    return ask(backend, [zone](tern::Client& client) {
        tern::Records records{client};
        tern::Visits visits{client, zone};
        const auto day = visits.today();
        auto plan = visits.plan_of(*day);
        if (plan && plan->stops.empty()) {
            std::vector<std::string> customers;
            std::string town;
            (void)records.list({"account", {"not billing_addr_lat empty"}, "billing_addr_city", 1},
                               [&](const tern::Json& account) { town = account.find("billing_addr_city")->plain(); });
            (void)records.list({"account", {"not billing_addr_lat empty and billing_addr_city = " + town}, "", 6},
                               [&](const tern::Json& account) { customers.push_back(account.find("id")->plain()); });
            QDateTime at{QDate::currentDate(), QTime{9, 0}};
            for (const auto& customer : customers) {
                const auto made =
                    records.create("visit", {{"account_id", customer},
                                             {"subject", records.title(*tern::record_id_from(customer))},
                                             {"actions", kActions},
                                             {"starts_at", tern::moment_text(at.toMSecsSinceEpoch())},
                                             {"ends_at", tern::moment_text(at.addSecs(45 * 60).toMSecsSinceEpoch())}});
                if (!made) qFatal("%s", made.error().text().c_str());
                at = at.addSecs(80 * 60);
            }
            plan = visits.plan_of(*day);
        }
        QStringList out;
        if (plan)
            for (const auto& stop : plan->stops)
                if (stop.visit) out.push_back(QString::fromStdString(uuid_text(*stop.visit)));
        return out;
    });
}

/// A visit in one of its states: before, there, after; the device stands near the customer.
void bring(Backend& backend, const QString& visit, const std::string& state) {
    const auto id = *tern::record_id_from(visit.toStdString());
    ask(backend, [id, state](tern::Client& client) {
        tern::Visits visits{client, "UTC"};
        const auto day = visits.today();
        const auto plan = visits.plan_of(*day);
        for (const auto& stop : plan->stops)
            if (stop.visit == id && stop.place) {
                auto near = *stop.place;
                near.latitude += 0.0004;
                tern::app::Position::feed(tern::app::Position::Found, tern::Fix{near, 12, false});
                if (state == "checked_in") (void)visits.check_in(id, {tern::Fix{near, 12, false}, {}, false, {}});
            }
        if (state == "checked_in") (void)visits.done(id, 0);
        if (state == "done") {
            (void)visits.done(id, 1);
            (void)visits.check_out(id, {{}, "interested", "New shelf by the door, two pallets more"});
        }
        if (state == "planned")
            (void)tern::Records{client}.set(
                id, {{"state", "planned"}, {"actions", kActions}, {"summary", ""}, {"outcome", ""}});
        return true;
    });
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());

    QCommandLineParser words;
    const QCommandLineOption data{"data", "data folder", "DIR"}, key{"device-key-file", "its key", "F"},
        out{"out", "where the pictures go", "DIR", "out/shots"}, only{"only", "pages whose name holds this", "TEXT"};
    words.addOptions({data, key, out, only});
    words.process(application);
    QDir{}.mkpath(words.value(out));

    Backend::Options options;
    options.folder = words.value(data).toStdString();
    options.unlock.device_key_file = words.value(key).toStdString();
    options.language = "en";
    tern::app::Position::feed(tern::app::Position::Unavailable);
    Backend backend{options};
    QQuickView view;
    view.engine()->addImportPath("qrc:/qt/qml");
    tern::app::translate(*view.engine(), backend);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl{"qrc:/qt/qml/Tern/App.qml"});
    if (view.status() != QQuickView::Ready) return 1;
    auto* ways = go(*view.engine());
    auto& preferences =
        *view.engine()->singletonInstance<tern::app::Preferences*>(qmlTypeId("Tern", 1, 0, "Preferences"));
    view.resize(390, 844);
    view.show();
    for (int i = 0; i < 200 && backend.state() != Backend::State::Open; ++i) settle(20);

    QStringList made;
    // Pages ask when they are shown, and again for what they were answered: a picture waits until nobody is asking.
    const auto answered = [&] {
        for (int round = 0; round < 4; ++round) {
            settle(60);
            bool free = false;
            backend.ask(
                &backend, [](tern::Client&) { return true; }, [&](bool) { free = true; });
            for (int i = 0; i < 1'000 && !free; ++i) settle(10);
        }
    };
    const auto shot = [&](const QString& name) {
        if (words.isSet(only) && !name.contains(words.value(only))) return;
        answered();
        settle();
        const QString file = words.value(out) + "/" + name + ".png";
        if (view.grabWindow().save(file)) made.push_back(file);
    };
    struct Way {
        const char* name;
        std::function<void()> go;
    };
    const auto section = [&](const char* name) {
        QMetaObject::invokeMethod(view.rootObject()->findChild<QObject*>("stage")->property("item").value<QObject*>(),
                                  "visit", Q_ARG(QVariant, QString{name}));
    };
    const auto list = [&](const char* entity) {
        QMetaObject::invokeMethod(ways, "list", Q_ARG(QString, entity), Q_ARG(QString, QString{}));
    };
    const auto record = [&](const QString& id) { QMetaObject::invokeMethod(ways, "record", Q_ARG(QString, id)); };
    const auto form = [&](const char* entity, const QString& id) {
        QMetaObject::invokeMethod(ways, "form", Q_ARG(QString, entity), Q_ARG(QString, id),
                                  Q_ARG(QVariant, QVariantMap{}));
    };
    const auto page = [&](const char* name, const QVariantMap& properties = {}) {
        QMetaObject::invokeMethod(ways, "page", Q_ARG(QString, name), Q_ARG(QVariant, properties));
    };
    const auto list_of = [&](const char* entity, const char* filter) {
        QMetaObject::invokeMethod(ways, "list", Q_ARG(QString, entity), Q_ARG(QString, filter));
    };
    const auto top = [&] {
        auto* stack = view.rootObject()->findChild<QObject*>("pages");
        return stack->property("currentItem").value<QQuickItem*>();
    };
    const auto press = [&](const char* name) { tern::test::Driver{view}.tap(name); };
    const auto put = [&](const char* property, const QVariant& value) { top()->setProperty(property, value); };
    const auto choose = [&](int row) { QMetaObject::invokeMethod(top(), "select", Q_ARG(QVariant, row)); };
    const auto close_sheets = [&] {
        for (int i = 0; i < 4; ++i) QTest::keyClick(&view, Qt::Key_Escape), settle(60);
    };
    const QString table = settings.path() + "/customers.csv";
    std::ofstream{table.toStdString()} << "Company,City,Staff,Remark\n"
                                          "Acme Robotics,Vienna,120,met at the fair\n"
                                          "博朗贸易有限公司,上海,45,老客户\n"
                                          "Bolt Brothers,Graz,many,wants a call\n"
                                          "Crane & Daughters,Linz,7,\n";
    const auto pair = first_pair();
    const QString account = first_id("account"), deal = first_id("opportunity"), order = first_id("order"),
                  quote = first_id("quote"), product = first_id("product");
    const QStringList stops = day_of_visits(backend);
    const std::vector<Way> pages{
        {"today", [&] { section("today"), settle(900); }},
        {"customers", [&] { section("account"); }},
        {"deals", [&] { section("opportunity"); }},
        {"more", [&] { section("more"); }},
        {"tasks", [&] { section("today"), list("task"); }},
        {"visits", [&] { section("today"), list("visit"); }},
        {"account", [&] { section("account"), record(account); }},
        {"deal", [&] { section("opportunity"), record(deal); }},
        {"order", [&] { section("today"), record(order); }},
        {"quote", [&] { section("more"), record(quote); }},
        {"product", [&] { section("more"), record(product); }},
        {"take-order",
         [&] {
             section("today"), page("order", {{"entity", "order"}, {"account", account}});
         }},
        {"take-lines",
         [&] {
             section("today"), page("order", {{"entity", "order"}, {"copyOf", order}});
         }},
        {"new-account", [&] { section("account"), form("account", {}); }},
        {"edit-deal", [&] { section("opportunity"), form("opportunity", deal); }},
        {"search", [&] { section("search"); }},
        {"sync", [&] { section("more"), page("sync"); }},
        {"import", [&] { section("more"), page("import"); }},
        {"import-ready",
         [&] {
             section("more"), page("import", {{"entity", "account"}, {"file", table}}), settle();
         }},
        {"duplicates", [&] { section("more"), page("duplicates"), settle(); }},
        {"merge",
         [&] {
             section("more"), page("merge", {{"ids", pair}});
         }},
        {"forecast", [&] { section("today"), page("forecast"), settle(600); }},
        {"insights", [&] { section("today"), page("insights"), settle(2500); }},
        {"insights-below",
         [&] {
             section("today"), page("insights"), settle(2500);
             for (auto* item : view.rootObject()->findChildren<QQuickItem*>("insights"))
                 item->setProperty("contentY", view.width() > 1000 ? 760 : 1500);
         }},
        {"report",
         [&] {
             section("today"),
                 page("report", {{"editing", true},
                                 {"report", QVariantMap{{"name", "Won by industry"},
                                                        {"entity", "opportunity"},
                                                        {"filter", "status = won"},
                                                        {"groupBy", "closed_at:quarter"},
                                                        {"measure", "sum:amount"},
                                                        {"chart", "columns"}}}}),
                 settle(1500);
         }},
        {"reports", [&] { section("today"), page("reports"); }},
        {"gallery", [&] { section("today"), page("gallery"), settle(); }},
        {"gallery-below",
         [&] {
             section("today"), page("gallery"), settle();
             for (auto* item : view.rootObject()->findChildren<QQuickItem*>("gallery"))
                 item->setProperty("contentY", 1300);
         }},
        {"palette",
         [&] {
             section("account"), settle();
             QMetaObject::invokeMethod(
                 view.rootObject()->findChild<QObject*>("stage")->property("item").value<QObject*>(), "run",
                 Q_ARG(QVariant, QString{"palette"}));
             settle();
             if (auto* focus = view.activeFocusItem()) focus->setProperty("text", "in");
             settle(600);
         }},
        {"settings", [&] { section("more"), page("settings"); }},
        {"empty", [&] { section("today"), list("survey"); }},
        {"lists-filter",
         [&] {
             section("account"), settle(), press("filterButton"), settle(), press("addCondition"), settle(),
                 press("pick_industry"), settle();
         }},
        {"lists-chips",
         [&] {
             close_sheets(), section("today"),
                 list_of("account", "annual_revenue > 1000000 and created_at in this year");
         }},
        {"lists-groups", [&] { section("account"), settle(), put("groupBy", "industry"); }},
        {"lists-select", [&] { section("account"), settle(), choose(1), choose(2), choose(4); }},
        {"lists-table", [&] { section("account"), settle(), put("asTable", true), settle(), choose(2); }},
        {"lists-calendar", [&] { section("more"), page("calendar"); }},
        {"plan", [&] { section("today"), page("plan"); }},
        {"visit-before", [&] { section("today"), record(stops.value(1)), bring(backend, stops.value(1), "planned"); }},
        {"visit-at", [&] { section("today"), bring(backend, stops.value(1), "checked_in"), record(stops.value(1)); }},
        {"visit-banner", [&] { section("account"); }},
        {"visit-after", [&] { section("today"), bring(backend, stops.value(1), "done"), record(stops.value(1)); }},
    };
    for (const bool wide : {false, true}) {
        view.resize(wide ? 1440 : 390, wide ? 900 : 844);
        for (const bool dark : {false, true}) {
            preferences.setLook(dark ? tern::app::Preferences::Dark : tern::app::Preferences::Light);
            for (const char* language : {"en", "zh"}) {
                backend.setLanguage(language);
                for (const Way& way : pages) {
                    const QString name = QString{"%1-%2-%3-%4"}.arg(wide ? "desk" : "phone", way.name,
                                                                    dark ? "dark" : "light", language);
                    if (!name.contains(words.value(only))) continue;  // what is not shown need not be read
                    way.go();
                    shot(name);
                }
            }
        }
    }
    std::cout << made.size() << " pictures in " << words.value(out).toStdString() << "\n";
    return 0;
}
