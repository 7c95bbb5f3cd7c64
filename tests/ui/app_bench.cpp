// What the app costs on a device with 100,000 accounts and contacts and 500,000 activities, through the real QML, drawn
// by the software renderer: from a tap to the frame that answers it, frames while a list flies by, and whether the
// screen's thread ever stands still while 100,000 changes are merged in. One JSON line a figure.
#include <QtQml/qqmlextensionplugin.h>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "client_core/sync/limits.h"
#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/record_list.h"
#include "mobile_app/adapters/record_model.h"
#include "mobile_app/adapters/search_model.h"
#include "protocol/base/suite.h"
#include "protocol/base/write_turn.h"
#include "tests/bench/customers.h"
#include "tests/bench/figure.h"
#include "tests/demo/record.h"
#include "tests/support/offline_org.h"
#include "tests/ui/driver.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

namespace {

using namespace tern;
using app::Backend;
using bench::Customers;
using bench::figure;
using bench::Steady;

/// Divided by what the program is told, to try it out.
std::size_t the_part = 1;
std::size_t part(std::size_t whole) { return whole / the_part; }
constexpr std::size_t kAccounts = 50'000, kContacts = 50'000, kActivities = 500'000;
constexpr std::size_t kBatch = 250;
constexpr std::size_t kChanges = 100'000;
constexpr std::size_t kChangesAtOnce = 5;  ///< of a colleague's save: a delta
constexpr int kRuns = 15;

template <class T>
T must(Result<T> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::exit(1);
}
void must(Status status) {
    if (status) return;
    std::fprintf(stderr, "%s\n", status.error().text().c_str());
    std::exit(1);
}

double at(std::vector<double> all, double share) {
    if (all.empty()) return 0;
    std::sort(all.begin(), all.end());
    return all[std::min(all.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all.size())))];
}

// --- the data -------------------------------------------------------------------------------------------------------

struct Filled {
    SpaceId space;
    std::vector<RecordId> contacts;
};

Filled fill(Client& client) {
    Filled out{must(client.home_for(std::nullopt)), {}};
    Customers customers;
    std::vector<RecordId> accounts;
    const auto write = [&](const char* name, std::size_t rows, const auto& make) {
        const auto& entity = *client.schema().entity(std::string_view{name});
        for (std::size_t i = 0; i < rows; i += kBatch) {
            std::vector<store::Write> writes;
            for (std::size_t k = i; k < std::min(rows, i + kBatch); ++k)
                writes.push_back(make(entity, new_record_id(client.adjusted_now()), k));
            must(client.store().write(writes, client.author()));
        }
    };
    write("account", part(kAccounts), [&](const auto& entity, const RecordId& id, std::size_t k) {
        accounts.push_back(id);
        return Customers::birth(entity, out.space, id, customers.account(k));
    });
    write("contact", part(kContacts), [&](const auto& entity, const RecordId& id, std::size_t k) {
        out.contacts.push_back(id);
        return Customers::birth(entity, out.space, id, customers.contact(k));
    });
    write("activity", part(kActivities), [&](const auto&, const RecordId& id, std::size_t k) {
        demo::Record record{client.schema(), "activity", id};
        record.text("subject", "Call " + std::to_string(k)).text("kind", "call").text("status", "done");
        record.number("starts_at", client.adjusted_now() - static_cast<Millis>(k) * 120'000);
        return record.poly("parent", "account", accounts[k * 7919 % accounts.size()]).birth(out.space);
    });
    return out;
}

/// A device that has synced: nothing of its own waits.
void settle(store::Store& store, const SpaceId& space) {
    while (true) {
        const auto unsent = store.unsent(space, 256, 8 << 20);
        if (unsent.empty()) return;
        Transaction transaction{store.database()};
        for (const auto& delta : unsent) store.mark_acknowledged(delta.txn);
        transaction.commit();
    }
}

/// What colleagues did meanwhile: kChanges new values, as deltas, made on a copy of the folder.
std::vector<std::vector<Change>> changes_of_others(const std::string& folder, const std::string& key,
                                                   const Filled& filled) {
    auto client = must(Client::open({folder, {{}, key}, nullptr}));
    auto& store = client->store();
    store.database().script(
        "PRAGMA synchronous = OFF");  // a copy, thrown away: twenty thousand saves are not waited for
    const auto& contact = *client->schema().entity(std::string_view{"contact"});
    const auto column = contact.field(std::string_view{"department"})->number;
    const store::Author other{DeviceId{suite::random_array<16>()}, client->adjusted_now()};
    for (std::size_t i = 0; i < part(kChanges); i += kChangesAtOnce) {
        std::vector<store::Write> writes;
        for (std::size_t k = i; k < i + kChangesAtOnce; ++k)
            writes.push_back({filled.space,
                              {contact.number, filled.contacts[k * 31 % filled.contacts.size()], column, {}},
                              Value{"Buying " + std::to_string(k)},
                              false});
        must(store.write(writes, other));
    }
    std::vector<std::vector<Change>> out;
    while (true) {
        const auto unsent = store.unsent(filled.space, 256, 8 << 20);
        if (unsent.empty()) return out;
        Transaction transaction{store.database()};
        for (const auto& delta : unsent) {
            out.push_back(delta.changes);
            store.mark_acknowledged(delta.txn);
        }
        transaction.commit();
    }
}

// --- a person with a stopwatch --------------------------------------------------------------------------------------

/// How long the screen's thread stands still: how late a timer of 4 ms comes.
class Heartbeat {
public:
    Heartbeat() {
        timer_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer_, &QTimer::timeout, [this] {
            late_.push_back(std::max(0.0, 1000 * bench::seconds_since(last_) - kRhythmMs));
            last_ = Steady::now();
        });
        timer_.start(kRhythmMs);
    }
    const std::vector<double>& late() const { return late_; }

private:
    static constexpr int kRhythmMs = 4;
    QTimer timer_;
    Steady::time_point last_ = Steady::now();
    std::vector<double> late_;
};

class Person {
public:
    Person(const std::string& folder, const std::string& key) : backend_({folder, {{}, key}, "en"}), driver(view_) {
        view_.engine()->addImportPath("qrc:/qt/qml");
        app::translate(*view_.engine(), backend_);
        view_.setResizeMode(QQuickView::SizeRootObjectToView);
        view_.setSource(QUrl{"qrc:/qt/qml/Tern/App.qml"});
        view_.resize(390, 844);
        view_.show();
        QObject::connect(&view_, &QQuickWindow::frameSwapped, [this] { ++frames_; });
    }
    /// Until it holds and a frame has shown it.
    double ms_until(const std::function<void()>& act, const std::function<bool()>& seen) {
        const auto begin = Steady::now();
        act();
        while (!seen() && bench::seconds_since(begin) < 30) QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        const auto shown = frames_;
        view_.update();
        while (frames_ == shown && bench::seconds_since(begin) < 30)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        return 1000 * bench::seconds_since(begin);
    }
    void wait(const char* what, const std::function<bool()>& until) {
        if (QTest::qWaitFor(until, 20'000)) return;
        std::fprintf(stderr, "the app does not show %s\n", what);
        std::exit(1);
    }
    bool sees_row(const QString& name) {
        const auto* row = driver.find(name);
        return row != nullptr && row->property("loaded").toBool();
    }
    /// Today, with its numbers.
    bool sees_today() {
        const auto* count = driver.find("openDeals");
        return count != nullptr && count->property("value").toString() != QStringLiteral("–");
    }
    QQuickView& view() { return view_; }
    Backend& backend() { return backend_; }

private:
    Backend backend_;
    QQuickView view_;
    quint64 frames_ = 0;

public:
    test::Driver driver;
};

void tap(Person& person, const QString& name) { person.driver.tap(name); }

QObject* go(QQuickView& view) {
    QQmlComponent component{view.engine()};
    component.setData("import QtQuick\nimport Tern\nQtObject { property var go: Go }", QUrl{});
    static QObject* holder = component.create();
    return holder->property("go").value<QObject*>();
}

/// A program of its own, from its first instruction to Today with its numbers.
int start(const std::string& folder, const std::string& key) {
    Person person{folder, key};
    const double ms = person.ms_until([] {}, [&] { return person.sees_today(); });
    std::fprintf(stderr, "inside: %.0f ms\n", ms);
    std::fflush(stderr);
    std::_Exit(person.sees_today() ? 0 : 1);
}

double start_ms(const std::string& folder, const std::string& key) {
    std::vector<double> all;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {"--start", QString::fromStdString(folder), QString::fromStdString(key)});
        process.waitForFinished(60'000);
        if (process.exitCode() != 0) std::exit(1);
        all.push_back(static_cast<double>(timer.elapsed()));
    }
    return at(all, 0.5);
}

void measure_lists(Person& person) {
    std::vector<double> opening, records, typing;
    for (int i = 0; i < kRuns; ++i) {
        tap(person, "nav_today");
        opening.push_back(person.ms_until(
            [&] {
                QMetaObject::invokeMethod(go(person.view()), "list", Q_ARG(QString, "contact"), Q_ARG(QString, ""));
            },
            [&] { return person.sees_row("row_0") && person.sees_row("row_5"); }));
        auto* list = person.driver.find("records");
        auto* model = list->property("model").value<app::RecordList*>();
        person.wait("the whole list", [&] { return model->whole(); });
        const auto id = model->idAt(model->count() / (kRuns + 1) * (i + 1));
        records.push_back(
            person.ms_until([&] { QMetaObject::invokeMethod(go(person.view()), "record", Q_ARG(QString, id)); },
                            [&] { return !person.driver.text("recordTitle").isEmpty(); }));
    }
    figure("app.list.open, p50", at(opening, 0.5), "ms", "goal", 200, "under 200 ms");
    figure("app.list.open, most", at(opening, 1), "ms", "goal", 200, "under 200 ms");
    figure("app.record.open, p50", at(records, 0.5), "ms", "goal", 150, "under 150 ms");
    tap(person, "nav_today");
    tap(person, "searchButton");
    auto* box = person.driver.find("searchBox");
    const auto* hits = person.driver.find("hits")->property("model").value<app::SearchModel*>();
    for (const char* word : {"müll", "zhang", "nord", "wang wei", "4567"}) {
        QString typed;
        for (const QChar c : QString::fromUtf8(word)) {
            typed += c;
            typing.push_back(person.ms_until([&] { box->setProperty("text", typed); },
                                             [&] { return hits->text() == typed && hits->settled(); }));
        }
    }
    figure("app.search.letter, p50", at(typing, 0.5), "ms", "goal", 50, "under 50 ms");
    figure("app.search.letter, p99", at(typing, 0.99), "ms", "goal", 100, "under 100 ms");
}

/// Frames while a list flies by: how long the screen's thread works for each.
std::vector<double> frames_of_flick(QQuickView& view, QQuickItem& list) {
    std::vector<double> all;
    Steady::time_point begin;
    const auto from = QObject::connect(&view, &QQuickWindow::afterAnimating, [&] { begin = Steady::now(); });
    const auto to = QObject::connect(&view, &QQuickWindow::frameSwapped,
                                     [&] { all.push_back(1000 * bench::seconds_since(begin)); });
    for (int i = 0; i < 6; ++i) {
        QMetaObject::invokeMethod(&list, "flick", Q_ARG(double, 0), Q_ARG(double, -6000));
        QTest::qWait(700);
    }
    QObject::disconnect(from);
    QObject::disconnect(to);
    return all;
}

void measure_flick(Person& person) {
    tap(person, "nav_today");
    QMetaObject::invokeMethod(go(person.view()), "list", Q_ARG(QString, "contact"), Q_ARG(QString, ""));
    person.wait("the list", [&] { return person.sees_row("row_0"); });
    const auto frames = frames_of_flick(person.view(), *person.driver.find("records"));
    QQuickView bare;
    QQmlComponent component{bare.engine()};
    component.setData(
        "import QtQuick\nListView { model: 50000; clip: true; reuseItems: true\n"
        "delegate: Rectangle { width: 390; height: 68; border.width: 1; Text { text: 'Row ' + index } } }",
        QUrl{});
    bare.setContent({}, &component, component.create());
    bare.setResizeMode(QQuickView::SizeRootObjectToView);
    bare.resize(390, 844);
    bare.show();
    QTest::qWait(300);
    const auto plain = frames_of_flick(bare, *qobject_cast<QQuickItem*>(bare.rootObject()));
    figure("app.flick.frame, p50", at(frames, 0.5), "ms", "one text in a row, no data", at(plain, 0.5),
           "under 16.7 ms");
    figure("app.flick.frame, p99", at(frames, 0.99), "ms", "one text in a row, no data", at(plain, 0.99),
           "under 16.7 ms");
}

/// From the tap on Save until it is safe on the disk, and the page knows.
double save_ms(Person& person, const QString& id, int n) {
    auto* ways = go(person.view());
    QMetaObject::invokeMethod(ways, "record", Q_ARG(QString, id));
    person.wait("the record", [&] { return !person.driver.text("recordTitle").isEmpty(); });
    app::RecordModel record;
    record.setRecordId(id);
    person.wait("a record's fields", [&] { return record.loaded(); });
    record.type("title", "Level " + QString::number(n));
    double ms = 0;
    const auto begin = Steady::now();
    QObject::connect(&record, &app::RecordModel::saved, [&] { ms = 1000 * bench::seconds_since(begin); });
    record.save();
    while (ms == 0 && record.problem().isEmpty() && bench::seconds_since(begin) < 30)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    if (ms == 0) {
        std::fprintf(stderr, "not saved: %s\n", qPrintable(record.problem()));
        std::exit(1);
    }
    QMetaObject::invokeMethod(ways, "back");
    return ms;
}

/// What a person does meanwhile: the list flies by, a record is opened and written.
double flick_and_save_ms(Person& person, const Filled& filled, int i) {
    QMetaObject::invokeMethod(person.driver.find("records"), "flick", Q_ARG(double, 0),
                              Q_ARG(double, i % 2 == 0 ? -4000 : 4000));
    QTest::qWait(400);
    const auto& contact = filled.contacts[static_cast<std::size_t>(i) % filled.contacts.size()];
    return save_ms(person, QString::fromStdString(uuid_text(contact)), i);
}

void measure_merging(Person& person, const std::string& folder, const std::string& key, const Filled& filled,
                     const std::vector<std::vector<Change>>& deltas) {
    tap(person, "nav_today");
    QMetaObject::invokeMethod(go(person.view()), "list", Q_ARG(QString, "contact"), Q_ARG(QString, ""));
    person.wait("the list", [&] { return person.sees_row("row_0"); });
    std::vector<double> quiet_saves, saves, quiet_late;
    {
        Heartbeat quiet;
        for (int i = 0; i < kRuns; ++i) quiet_saves.push_back(flick_and_save_ms(person, filled, i));
        quiet_late = quiet.late();
    }
    std::atomic<bool> done = false;
    double seconds = 0;
    std::thread merging{[&] {
        auto client = must(Client::open({folder, {{}, key}, nullptr}));
        const auto turn = WriteTurn::of(client->store().database());
        const auto begin = Steady::now();
        for (std::size_t i = 0; i < deltas.size();) {
            Transaction transaction{client->store().database()};
            // As a sync takes them.
            std::size_t cells = 0;
            do {
                cells += deltas[i].size() * sync::limits::kCellsPerChange;
                client->store().apply(filled.space, deltas[i++]);
            } while (i < deltas.size() && cells < sync::limits::kSliceCells && turn->waiting() == 0);
            transaction.commit();
        }
        seconds = bench::seconds_since(begin);
        done = true;
    }};
    Heartbeat busy;
    for (int i = kRuns; !done; ++i) saves.push_back(flick_and_save_ms(person, filled, i));
    merging.join();
    figure("app.merging.changes", static_cast<double>(part(kChanges)) / seconds, "changes/s", "goal", 0, "");
    figure("app.merging.stall, p99", at(busy.late(), 0.99), "ms", "the same, nothing merged", at(quiet_late, 0.99),
           "under 16.7 ms");
    figure("app.merging.stall, most", at(busy.late(), 1), "ms", "the same, nothing merged", at(quiet_late, 1), "");
    figure("app.save, p50", at(quiet_saves, 0.5), "ms", "goal", 10, "under 10 ms");
    figure("app.merging.save, p50", at(saves, 0.5), "ms", "nothing merged", at(quiet_saves, 0.5), "under 10 ms");
    figure("app.merging.save, most", at(saves, 1), "ms", "nothing merged", at(quiet_saves, 1), "");
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    const auto words = QCoreApplication::arguments();
    if (words.value(1) == "--start") return start(words.value(2).toStdString(), words.value(3).toStdString());

    if (words.value(1).toUInt() > 0) the_part = words.value(1).toUInt();
    test::OfflineOrg org;
    const auto begin = Steady::now();
    const auto filled = fill(org.client());
    settle(org.client().store(), filled.space);
    std::fprintf(stderr, "%.0f s to make the data\n", bench::seconds_since(begin));
    org.client().store().database().script("PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string copy = org.path() + "/others";
    std::filesystem::copy(org.folder(), copy, std::filesystem::copy_options::recursive);
    const auto deltas = changes_of_others(copy, org.key_file(), filled);
    std::filesystem::remove_all(copy);

    figure("app.start, p50", start_ms(org.folder(), org.key_file()), "ms", "goal", 500, "under 500 ms");
    Person person{org.folder(), org.key_file()};
    person.wait("Today", [&] { return person.sees_today(); });
    measure_lists(person);
    measure_flick(person);
    measure_merging(person, org.folder(), org.key_file(), filled, deltas);
    return 0;
}
