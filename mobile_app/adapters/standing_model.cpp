#include "mobile_app/adapters/standing_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include <tern/records.h>

#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/standing_words.h"

namespace tern::app {
namespace {

/// A sync brings many changes: what is shown is read again once for all of a moment's.
constexpr int kQuietMs = 250;
constexpr std::size_t kDevices = 50;  ///< that a page names

}  // namespace

StandingModel::StandingModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::standingChanged, this, [this] { asking_.again(); });
    connect(backend, &Backend::facesChanged, this, [this] { asking_.anew(); });
    asking_.anew();
}

bool StandingModel::ask() {
    auto* backend = Backend::instance();
    backend->ask(
        this, [reader = backend->reader()](Client& client) { return read(client, reader); },
        [this](Result<Shown> shown) {
            asking_.answered();
            if (!shown) return Backend::instance()->say(shown.error());
            const bool same = ready_ && shown_.looks_like(*shown);
            shown_ = std::move(*shown);
            ready_ = true;
            if (!same) Q_EMIT changed();  // what is focused stays so
        });
    return true;
}

Result<StandingModel::Shown> StandingModel::read(Client& client, const Reader& reader) {
    TERN_TRY(waiting, waiting_work(client));
    TERN_TRY(refused, refused_work(client));
    TERN_TRY(conflicts, field_conflicts(client));
    TERN_TRY(trash, deleted_work(client));
    TERN_TRY(devices, client.devices());
    Records records{client};
    StandingWords words{client, records, reader};
    Shown out;
    for (const auto& work : waiting.records) out.waiting.push_back(words.of(work));
    for (const auto& work : refused.records) out.refused.push_back(words.of(work));
    for (const auto& conflict : conflicts.fields) out.conflicts.push_back(words.of(conflict));
    for (const auto& work : trash.records) out.trash.push_back(words.of(work));
    for (const auto& device : devices) {
        if (out.devices.size() == static_cast<qsizetype>(kDevices)) break;
        out.devices.push_back(words.of(device));
    }
    out.more_waiting = static_cast<int>(waiting.more);
    out.more_refused = static_cast<int>(refused.more);
    out.more_conflicts = static_cast<int>(conflicts.more);
    out.more_trash = static_cast<int>(trash.more);
    out.more_devices = static_cast<int>(devices.size()) - static_cast<int>(out.devices.size());
    out.seen = std::move(conflicts.fields);
    return out;
}

bool StandingModel::Shown::looks_like(const Shown& other) const {
    return waiting == other.waiting && refused == other.refused && conflicts == other.conflicts &&
           trash == other.trash && devices == other.devices && more_waiting == other.more_waiting &&
           more_refused == other.more_refused && more_conflicts == other.more_conflicts &&
           more_trash == other.more_trash && more_devices == other.more_devices;
}

/// As it was when the person looked at it.
Result<FieldConflict> StandingModel::seen(const QString& key) const {
    for (qsizetype i = 0; i < shown_.conflicts.size(); ++i)
        if (shown_.conflicts[i].toMap()["key"] == key) return shown_.seen[static_cast<std::size_t>(i)];
    return fail(Fault::lost, "somebody has written there meanwhile", "look at the values again, then choose");
}

void StandingModel::choose(const QString& key, int claim) {
    const auto conflict = seen(key);
    if (!conflict) return Backend::instance()->say(conflict.error());
    Backend::instance()->act(
        this,
        [conflict = *conflict, claim](Client& client) {
            return settle_for(client, conflict, static_cast<std::size_t>(claim));
        },
        [this](Status status) {
            if (!status) Backend::instance()->say(status.error());
            Backend::instance()->wrote();
            asking_.anew();
        });
}

void StandingModel::settle(const QString& key, const QVariantMap& parts) {
    const auto conflict = seen(key);
    if (!conflict) return answered(conflict.error());
    std::vector<Assignment> typed;
    for (auto at = parts.begin(); at != parts.end(); ++at)
        typed.emplace_back(at.key().toStdString(), at.value().toString().toStdString());
    Backend::instance()->act(
        this, [conflict = *conflict, typed](Client& client) { return settle_with(client, conflict, typed); },
        [this](Status status) { answered(std::move(status)); });
}

void StandingModel::answered(const Status& status) {
    problem_ = status ? QString{} : refusal_text(status.error());
    Q_EMIT problemChanged();
    if (status) Backend::instance()->wrote();
    asking_.anew();
    if (status) Q_EMIT settled();
}

void StandingModel::forgetProblem() {
    problem_.clear();
    Q_EMIT problemChanged();
}

void StandingModel::copyRefused() const {
    QStringList out;
    for (const QVariant& one : shown_.refused) {
        const auto record = one.toMap();
        out.push_back(QStringList{record["kind"].toString(), record["title"].toString(), record["what"].toString(),
                                  record["at"].toString(), record["reason"].toString()}
                          .join(QStringLiteral(" · ")));
        for (const QVariant& value : record["values"].toList())
            out.push_back(
                QStringLiteral("  %1: %2").arg(value.toMap()["label"].toString(), value.toMap()["value"].toString()));
    }
    QGuiApplication::clipboard()->setText(out.join(QLatin1Char('\n')));
}

}  // namespace tern::app
