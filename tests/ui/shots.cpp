// Pictures of every page, in its states, from the real app: over a company's data folder, from the first minute of a
// new org, where nothing is there yet, and where all texts are as long as they get. What a designer looks at.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QSettings>
#include <QTemporaryDir>

#include <tern/moment.h>
#include <tern/records.h>
#include <tern/visits.h>

#include <fstream>
#include <iostream>

#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/merge_model.h"
#include "mobile_app/adapters/position.h"
#include "mobile_app/adapters/record_list.h"
#include "tests/ui/server.h"
#include "tests/ui/studio.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

namespace {

using tern::app::Backend;
using tern::test::Studio;

QString first_id(const QString& entity) {
    tern::app::RecordList list;
    list.setEntity(entity);
    for (int i = 0; i < 100 && !list.ready(); ++i) Studio::settle(20);
    return list.idAt(0);
}

QStringList first_pair() {
    tern::app::DuplicateList list;
    for (int i = 0; i < 200 && !list.ready(); ++i) Studio::settle(20);
    const auto pair = list.pairs().value(0).toMap();
    return {pair["first"].toString(), pair["second"].toString()};
}

constexpr const char* kActions =
    R"([{"order":1,"kind":"photo","required":true},{"order":2,"kind":"stock_count","required":true},{"order":3,"kind":"competitor"}])";

/// Visits of today to customers of one town, where there are none yet; as a filter finds them, in their order.
QStringList day_of_visits(Studio& studio) {
    const auto zone = QTimeZone::systemTimeZone().id().toStdString();
    return studio.ask([zone](tern::Client& client) {
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
void bring(Studio& studio, const QString& visit, const std::string& state) {
    const auto id = *tern::record_id_from(visit.toStdString());
    studio.ask([id, state](tern::Client& client) {
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

std::vector<Studio::Way> record_pages(Studio& at) {
    std::vector<Studio::Way> out;
    for (const char* entity : {"account", "contact", "lead", "opportunity", "activity", "task", "order", "quote",
                               "product", "contract", "case"})
        if (const auto id = first_id(entity); !id.isEmpty())
            out.push_back({entity, [&at, id] { at.section("more"), at.record(id); }});
    out.push_back({"account-below", [&at, id = first_id("account")] {
                       at.section("account"), at.record(id), at.settle(), at.scroll("recordScroll", 700);
                   }});
    return out;
}

std::vector<Studio::Way> list_pages(Studio& at) {
    return {
        {"tasks", [&] { at.section("today"), at.list("task"); }},
        {"visits", [&] { at.section("today"), at.list("visit"); }},
        {"lists-filter",
         [&] {
             at.section("account"), at.settle(), at.press("filterButton"), at.settle(), at.press("addCondition");
             at.settle(), at.press("pick_industry"), at.settle();
         }},
        {"lists-chips",
         [&] {
             at.section("today");
             at.list("account", "annual_revenue > 1000000 and created_at in this year");
         }},
        {"lists-groups", [&] { at.section("account"), at.settle(), at.put("groupBy", "industry"); }},
        {"lists-select", [&] { at.section("account"), at.settle(), at.choose(1), at.choose(2), at.choose(4); }},
        {"lists-table",
         [&] { at.section("account"), at.settle(), at.put("asTable", true), at.settle(), at.choose(2); }},
        {"lists-calendar", [&] { at.section("more"), at.page("calendar"); }},
    };
}

std::vector<Studio::Way> desk_pages(Studio& at) {
    return {
        {"insights", [&] { at.section("today"), at.page("insights"), at.settle(2500); }},
        {"insights-below",
         [&] {
             at.section("today"), at.page("insights"), at.settle(2500);
             at.scroll("insights", at.view.width() > 1000 ? 760 : 1500);
         }},
        {"forecast", [&] { at.section("today"), at.page("forecast"), at.settle(600); }},
        {"report",
         [&] {
             at.section("today");
             at.page("report", {{"editing", true},
                                {"report", QVariantMap{{"name", "Won by industry"},
                                                       {"entity", "opportunity"},
                                                       {"filter", "status = won"},
                                                       {"groupBy", "closed_at:quarter"},
                                                       {"measure", "sum:amount"},
                                                       {"chart", "columns"}}}});
             at.settle(1500);
         }},
        {"reports", [&] { at.section("today"), at.page("reports"); }},
        {"gallery", [&] { at.section("today"), at.page("gallery"), at.settle(); }},
        {"gallery-below", [&] { at.section("today"), at.page("gallery"), at.settle(), at.scroll("gallery", 1300); }},
        {"palette",
         [&] {
             at.section("account"), at.settle(), at.run("palette"), at.settle();
             if (auto* focus = at.view.activeFocusItem()) focus->setProperty("text", "in");
             at.settle(600);
         }},
        {"keys", [&] { at.section("today"), at.run("keys"), at.settle(); }},
        {"new", [&] { at.section("today"), at.run("add"), at.settle(); }},
    };
}

/// With a company's data.
void shoot_company(Backend::Options options, Studio::Film& film) {
    Studio at{std::move(options), film};
    at.wait_for(Backend::State::Open);
    QTemporaryDir folder;
    const QString table = folder.path() + "/customers.csv";
    std::ofstream{table.toStdString()} << "Company,City,Staff,Remark\n"
                                          "Acme Robotics,Vienna,120,met at the fair\n"
                                          "博朗贸易有限公司,上海,45,老客户\n"
                                          "Bolt Brothers,Graz,many,wants a call\n"
                                          "Crane & Daughters,Linz,7,\n";
    const auto pair = first_pair();
    const QString account = first_id("account"), deal = first_id("opportunity"), order = first_id("order");
    const QStringList stops = day_of_visits(at);
    at.shoot({
        {"today", [&] { at.section("today"), at.settle(900); }},
        {"customers", [&] { at.section("account"); }},
        {"deals", [&] { at.section("opportunity"); }},
        {"more", [&] { at.section("more"); }},
        {"search", [&] { at.section("search"); }},
        {"sync", [&] { at.section("more"), at.page("sync"); }},
        {"sync-below", [&] { at.section("more"), at.page("sync"), at.settle(1500), at.put("contentY", 1100); }},
        {"sync-settle", [&] { at.section("more"), at.page("sync"), at.settle(), at.press("edit_0"), at.settle(); }},
        {"people", [&] { at.section("more"), at.page("people"); }},
        {"settings", [&] { at.section("more"), at.page("settings"); }},
        {"import", [&] { at.section("more"), at.page("import"); }},
        {"import-ready",
         [&] {
             at.section("more"), at.page("import", {{"entity", "account"}, {"file", table}}), at.settle();
         }},
        {"duplicates", [&] { at.section("more"), at.page("duplicates"), at.settle(); }},
        {"merge",
         [&] {
             at.section("more"), at.page("merge", {{"ids", pair}});
         }},
    });
    at.shoot(record_pages(at));
    at.shoot({
        {"new-account", [&] { at.section("account"), at.form("account"); }},
        {"new-visit", [&] { at.section("today"), at.form("visit"); }},
        {"edit-deal", [&] { at.section("opportunity"), at.form("opportunity", deal); }},
        {"take-order",
         [&] {
             at.section("today"), at.page("order", {{"entity", "order"}, {"account", account}});
         }},
        {"take-lines",
         [&] {
             at.section("today"), at.page("order", {{"entity", "order"}, {"copyOf", order}});
         }},
    });
    at.shoot(list_pages(at));
    at.shoot(desk_pages(at));
    at.shoot({
        {"plan", [&] { at.section("today"), at.page("plan"); }},
        {"visit-before", [&] { at.section("today"), at.record(stops.value(1)), bring(at, stops.value(1), "planned"); }},
        {"visit-at", [&] { at.section("today"), bring(at, stops.value(1), "checked_in"), at.record(stops.value(1)); }},
        {"visit-banner", [&] { at.section("account"); }},
        {"visit-after", [&] { at.section("today"), bring(at, stops.value(1), "done"), at.record(stops.value(1)); }},
    });
}

/// Everything that a person can make long.
void write_long_texts(Studio& at) {
    at.ask([](tern::Client& client) {
        tern::Records records{client};
        const auto make = [&](const char* entity, const std::vector<tern::Assignment>& fields) {
            const auto id = records.create(entity, fields);
            if (!id) qFatal("%s", id.error().text().c_str());
            return uuid_text(*id);
        };
        const std::string name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk und Söhne GmbH & Co. KG",
                          chinese = "中国南方电力设备制造集团股份有限公司华东地区第一销售分公司及其全资子公司";
        const auto now = tern::moment_text(client.adjusted_now());
        for (const auto& customer : {name, chinese}) {
            make("account", {{"name", customer},
                             {"phones", "+49 30 901820-1234567"},
                             {"website", "https://example.test/eine/sehr/lange/adresse/ohne/ende/und/ohne/leerzeichen"},
                             {"annual_revenue", "999999999999.99 CNY"},
                             {"description", customer + "; " + customer + "; " + customer}});
            make("contact", {{"given_name", "Maximiliane-Alexandra"},
                             {"family_name", "Freifrau von Hohenstein-Wolkenburg zu Niederschönhausen"},
                             {"account_id", customer},
                             {"title", "Stellvertretende Hauptabteilungsleiterin"}});
            make("task", {{"subject", "Call back about " + customer}, {"due_at", now}});
            make("visit", {{"account_id", customer}, {"subject", customer}, {"starts_at", now}});
        }
        make("pipeline", {{"name", "Very large projects"}});
        make("stage", {{"name", "Negotiation with the board of directors"},
                       {"pipeline_id", "Very large projects"},
                       {"order", "1"},
                       {"kind", "open"}});
        for (const auto& customer : {name, chinese})
            make("opportunity", {{"name", "Renewal for " + customer},
                                 {"account_id", customer},
                                 {"stage_id", "Negotiation with the board of directors"},
                                 {"amount", "123456789012.34 CNY"},
                                 {"expected_close", now.substr(0, 10)}});
        return true;
    });
}

/// From the first minute on: nothing there yet, then everything as long as it gets.
void shoot_beginning(Studio::Film& film) {
    tern::test::Server server;
    QTemporaryDir folder;
    const auto empty = folder.path().toStdString() + "/ann";
    {
        Studio at{{empty, {}, "en"}, film};
        at.shoot({{"first-new", [&] { at.welcome(false); }}, {"first-invited", [&] { at.welcome(true); }}});
        at.backend.createOrg({{"server", server.url()},
                              {"org", "Maven"},
                              {"name", "Ann"},
                              {"email", "ann@maven.example"},
                              {"password", "correct horse battery"}});
        at.wait_for(Backend::State::Open);
        at.shoot({{"first-kit", [] {}}});
        at.backend.forgetKit();
        at.settle();
        std::vector<Studio::Way> pages;
        for (const char* name : {"today", "account", "opportunity", "search"})
            pages.push_back({name, [&at, name] { at.section(name); }});
        for (const char* name : {"plan", "insights", "reports", "calendar", "duplicates", "sync", "people", "invite"})
            pages.push_back({name, [&at, name] { at.section("more"), at.page(name); }});
        std::vector<std::string> names;
        for (auto& page : pages) names.push_back(std::string{"empty-"} + page.name);
        for (std::size_t i = 0; i < pages.size(); ++i) pages[i].name = names[i].c_str();
        at.shoot(pages);
        write_long_texts(at);
        const QString account = first_id("account"), contact = first_id("contact"), deal = first_id("opportunity");
        at.backend.setOnline(false);
        at.shoot({{"long-today", [&] { at.section("today"); }},
                  {"long-customers", [&] { at.section("account"); }},
                  {"long-deals", [&] { at.section("opportunity"); }},
                  {"long-plan", [&] { at.section("today"), at.page("plan"); }},
                  {"long-account", [&] { at.section("account"), at.record(account); }},
                  {"long-contact", [&] { at.section("account"), at.record(contact); }},
                  {"long-deal", [&] { at.section("opportunity"), at.record(deal); }},
                  {"long-form", [&] { at.section("opportunity"), at.form("opportunity", deal); }},
                  {"long-order",
                   [&] {
                       at.section("today"), at.page("order", {{"entity", "quote"}, {"account", account}});
                   }},
                  {"offline-sync", [&] { at.section("more"), at.page("sync"); }}});
        at.preferences().setTextScale(1.6);
        at.shoot({{"large-today", [&] { at.section("today"); }},
                  {"large-customers", [&] { at.section("account"); }},
                  {"large-account", [&] { at.section("account"), at.record(account); }},
                  {"large-deals", [&] { at.section("opportunity"); }},
                  {"large-form", [&] { at.section("account"), at.form("account", account); }},
                  {"large-order",
                   [&] {
                       at.section("today"), at.page("order", {{"entity", "order"}, {"account", account}});
                   }},
                  {"large-settings", [&] { at.section("more"), at.page("settings"); }}});
        at.preferences().setTextScale(1);
    }
    Studio at{{empty, {}, "en"}, film};
    at.shoot({{"first-unlock", [] {}}});
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    tern::app::Position::feed(tern::app::Position::Unavailable);

    QCommandLineParser words;
    const QCommandLineOption data{"data", "data folder", "DIR"}, key{"device-key-file", "its key", "F"},
        out{"out", "where the pictures go", "DIR", "out/shots"}, only{"only", "pages whose name holds this", "TEXT"};
    words.addOptions({data, key, out, only});
    words.process(application);
    QDir{}.mkpath(words.value(out));

    Studio::Film film{words.value(out), words.value(only)};
    Backend::Options company;
    company.folder = words.value(data).toStdString();
    company.unlock.device_key_file = words.value(key).toStdString();
    company.language = "en";
    shoot_company(std::move(company), film);
    shoot_beginning(film);
    std::cout << film.made << " pictures in " << film.folder.toStdString() << "\n";
    return 0;
}
