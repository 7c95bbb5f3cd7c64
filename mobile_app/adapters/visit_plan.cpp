#include "mobile_app/adapters/visit_plan.h"
#include "mobile_app/adapters/text.h"

#include <QCoreApplication>

namespace tern::app {
namespace {

const QDate kFirstDay{1970, 1, 1};

QString label_of(const Reader& reader, const char* entity, const std::string& state) {
    const auto* face = reader.faces->entity(QLatin1String(entity));
    const auto* field = face == nullptr ? nullptr : face->field(QStringLiteral("state"));
    if (field != nullptr)
        for (const auto& [name, label] : field->choices)
            if (name == text(state)) return label;
    return text(state);
}

}  // namespace

VisitPlan::VisitPlan(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &VisitPlan::load);
    connect(backend, &Backend::facesChanged, this, &VisitPlan::load);
    connect(backend, &Backend::stateChanged, this, &VisitPlan::load);
    load();
}

void VisitPlan::setDay(const QString& day) {
    if (day == day_) return;
    day_ = day;
    ready_ = false;
    shown_ = {};
    Q_EMIT dayChanged();
    Q_EMIT stopsChanged();
    load();
}

std::int64_t VisitPlan::day_number() const {
    const QDate day = day_.isEmpty() ? QDate::currentDate() : QDate::fromString(day_, Qt::ISODate);
    return kFirstDay.daysTo(day);
}

QString VisitPlan::distance_text(std::int64_t metres, const QLocale& locale) {
    if (metres < 1000) return QCoreApplication::translate("VisitPlan", "%1 m").arg(locale.toString(metres));
    const double km = static_cast<double>(metres) / 1000;
    return QCoreApplication::translate("VisitPlan", "%1 km").arg(locale.toString(km, 'f', km < 100 ? 1 : 0));
}

QVariantMap VisitPlan::shown_stop(const Stop& stop, const Reader& reader) {
    const auto at = stop.eta ? QDateTime::fromMSecsSinceEpoch(*stop.eta).toTimeZone(reader.zone) : QDateTime{};
    return {{"visit", stop.visit ? text(uuid_text(*stop.visit)) : QString{}},
            {"target", text(uuid_text(stop.target))},
            {"entity", text(stop.target_entity)},
            {"title", text(stop.title)},
            {"site", text(stop.site)},
            {"state", stop.state.empty() ? QStringLiteral("planned") : text(stop.state)},
            {"stateLabel", label_of(reader, "visit", stop.state.empty() ? "planned" : stop.state)},
            {"time", at.isValid() ? at.toString(QStringLiteral("HH:mm")) : QString{}},
            {"at", at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString{}},
            {"minutes", static_cast<int>(stop.minutes)},
            {"fixed", stop.fixed},
            {"late", static_cast<int>(stop.late_minutes)},
            {"distance", stop.metres ? distance_text(*stop.metres, reader.locale) : QString{}},
            {"latitude", stop.place ? stop.place->latitude : 0.0},
            {"longitude", stop.place ? stop.place->longitude : 0.0},
            {"placed", stop.place.has_value()},
            {"ahead", stop.is_ahead()}};
}

void VisitPlan::load() {
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [day = day_number(), reader = backend->reader()](Client& client) -> Result<Shown> {
            TERN_TRY(plan, Visits(client, reader.zone.id().toStdString()).plan_of(day));
            Shown out;
            for (const Stop& stop : plan.stops) out.stops.push_back(shown_stop(stop, reader));
            out.state = text(plan.state);
            out.id = plan.id ? QString::fromStdString(uuid_text(*plan.id)) : QString{};
            out.state_label = plan.state.empty() ? QString{} : label_of(reader, "visit_plan", plan.state);
            out.distance = distance_text(plan.metres, reader.locale);
            return out;
        },
        [this, backend, asked = ++asked_](Result<Shown> shown) {
            if (asked != asked_) return;  // a newer question is on its way
            if (!shown) return backend->say(shown.error());
            if (ready_ && *shown == shown_) return;  // what is drawn stays, and with it the focus
            shown_ = std::move(*shown);
            ready_ = true;
            Q_EMIT stopsChanged();
        });
}

void VisitPlan::change(std::function<Status(Visits&, std::int64_t)> use) {
    auto* backend = Backend::instance();
    backend->act(
        this,
        [day = day_number(), zone = backend->reader().zone.id().toStdString(), use = std::move(use)](Client& client) {
            Visits visits{client, zone};
            return use(visits, day);
        },
        [this, backend](Status status) {
            if (!status) backend->say(status.error());
            backend->wrote();
            load();
        });
}

void VisitPlan::move(int from, int to) {
    change([from, to](Visits& visits, std::int64_t day) {
        return visits.move(day, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
    });
}

void VisitPlan::setTime(int stop, const QString& at) {
    const auto moment = QDateTime::fromString(at, Qt::ISODateWithMs);
    change([stop, at, ms = moment.toMSecsSinceEpoch()](Visits& visits, std::int64_t day) {
        const auto place = static_cast<std::size_t>(stop);
        return at.isEmpty() ? visits.free_time(day, place) : visits.set_time(day, place, ms);
    });
}

void VisitPlan::submit() {
    change([](Visits& visits, std::int64_t day) { return visits.submit(day); });
}

void VisitPlan::reach(int stop) {
    if (stop < 0 || stop >= shown_.stops.size()) return;
    const auto one = shown_.stops[stop].toMap();
    if (const auto visit = one.value(QStringLiteral("visit")).toString(); !visit.isEmpty())
        return Q_EMIT reached(visit);
    const auto target = record_id_from(one.value(QStringLiteral("target")).toString().toStdString());
    if (!target) return;
    auto* backend = Backend::instance();
    backend->act(
        this,
        [target = *target, entity = one.value(QStringLiteral("entity")).toString().toStdString(),
         zone = backend->reader().zone.id().toStdString()](Client& client) {
            return Visits(client, zone).visit_at(entity, target);
        },
        [this, backend](Result<RecordId> visit) {
            if (!visit) return backend->say(visit.error());
            backend->wrote();
            Q_EMIT reached(text(uuid_text(*visit)));
        });
}

}  // namespace tern::app
