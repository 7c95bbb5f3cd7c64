#include "mobile_app/adapters/calendar_model.h"

#include <QDateTime>
#include <algorithm>
#include <utility>

#include <tern/records.h>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes: they are asked for once.
constexpr int kQuietMs = 150;
constexpr std::size_t kMostOfAKind = 2'000;  ///< in six weeks: more than anybody could read
constexpr int kShortest = 30;                ///< minutes that something takes on the screen at least

struct Kind {
    const char* entity;
    const char* start;
    const char* end;  ///< none: it has no length
    const char* state;
    std::vector<const char*> left_out;
};
const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{
        {"visit", "starts_at", "ends_at", "state", {"cancelled", "skipped"}},
        {"activity", "starts_at", "ends_at", "status", {"done", "not_done", "cancelled"}},
        {"task", "due_at", nullptr, "state", {"cancelled"}},
    };
    return all;
}

struct Event {
    QDateTime start;
    int minute = 0, length = 0, lane = 0, lanes = 1;
    bool all_day = false;
    QVariantMap shown;
};

FilterValue day_value(QDate date) { return FilterValue::of(date.toString(Qt::ISODate).toStdString()); }

/// One's own, and with `team` that of one's teams.
Filter whose(bool team) {
    Filter out;
    out.kind = Filter::Kind::any;
    for (const auto kind : {FilterValue::Kind::me, FilterValue::Kind::my_team}) {
        FilterValue who;
        who.kind = kind;
        out.parts.push_back(Filter::compare("owner_id", Comparison::is, std::vector<FilterValue>(1, who)));
        if (!team) break;
    }
    return out;
}

Query query_of(const Kind& kind, QDate first, QDate last, bool team) {
    std::vector<FilterValue> days, left_out;
    days.push_back(day_value(first));
    days.push_back(day_value(last));
    for (const char* state : kind.left_out) left_out.push_back(FilterValue::of(state));
    Query query;
    query.entity = kind.entity;
    query.filter.parts.push_back(whose(team));
    query.filter.parts.push_back(Filter::compare(kind.start, Comparison::between, std::move(days)));
    query.filter.parts.push_back(Filter::compare(kind.state, Comparison::none_of, std::move(left_out)));
    SortKey by_start;
    by_start.field = kind.start;
    query.sort.push_back(std::move(by_start));
    query.page_size = kMostOfAKind;
    return query;
}

QDateTime moment(const Json& record, const char* field, const QTimeZone& zone) {
    const Json* value = field == nullptr ? nullptr : record.find(field);
    return value == nullptr ? QDateTime{}
                            : QDateTime::fromString(text(value->plain()), Qt::ISODateWithMs).toTimeZone(zone);
}

/// What to read beside the name: for whom, or whose.
QString aside_of(Display& display, const EntityFace& face, const Json& record) {
    for (const char* name : {"account_id", "parent", "lead_id"})
        if (const auto* field = face.field(QLatin1String(name))) {
            const auto shown = display.of(*field, record);
            if (!shown.isEmpty()) return shown;
        }
    return {};
}

Event event_of(Display& display, const EntityFace& face, const Kind& kind, const Json& record, const QTimeZone& zone) {
    Event out;
    out.start = moment(record, kind.start, zone);
    const auto end = moment(record, kind.end, zone);
    out.minute = out.start.time().hour() * 60 + out.start.time().minute();
    const int until = static_cast<int>(out.start.secsTo(end.isValid() ? end : out.start) / 60);
    out.length = std::clamp(until, kShortest, 24 * 60 - std::min(out.minute, 24 * 60 - kShortest));
    const Json* whole = record.find("all_day");
    const Json* state = record.find(kind.state);
    out.all_day = whole != nullptr && whole->plain() == "true";
    const Json* subject = record.find("subject");
    const auto title = subject == nullptr ? display.title(face, record) : text(subject->plain());
    const auto aside = aside_of(display, face, record);
    out.shown = {{"id", text(record.find("id")->plain())},
                 {"entity", face.name},
                 {"title", title},
                 {"aside", aside == title ? QString{} : aside},
                 {"day", out.start.date().toString(Qt::ISODate)},
                 {"time", out.all_day ? QString{} : out.start.toString(QStringLiteral("HH:mm"))},
                 {"tone", state == nullptr ? QString{} : text(state->plain())},
                 {"icon", face.icon},
                 {"allDay", out.all_day},
                 {"minute", out.minute},
                 {"length", out.length}};
    return out;
}

/// Side by side what overlaps: each in the first lane that is free, all of a knot as wide as it has lanes.
void put_in_lanes(std::vector<Event>& events) {
    std::size_t knot = 0;
    std::vector<int> free;  // when each lane is
    QDate day;
    int ends = 0;
    const auto close = [&](std::size_t until) {
        for (std::size_t i = knot; i < until; ++i) events[i].lanes = std::max(1, static_cast<int>(free.size()));
        free.clear();
        knot = until;
    };
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto& event = events[i];
        if (event.start.date() != day || event.minute >= ends) close(i), ends = 0;
        day = event.start.date();
        if (event.all_day) continue;
        auto lane = std::find_if(free.begin(), free.end(), [&](int at) { return at <= event.minute; });
        if (lane == free.end()) lane = free.insert(free.end(), 0);
        *lane = event.minute + event.length;
        event.lane = static_cast<int>(lane - free.begin());
        ends = std::max(ends, *lane);
    }
    close(events.size());
}

}  // namespace

CalendarModel::CalendarModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    connect(backend, &Backend::stateChanged, this, &CalendarModel::asked);
    connect(backend, &Backend::facesChanged, this, &CalendarModel::asked);
}

void CalendarModel::setFrom(const QString& day) {
    if (day == from_) return;
    from_ = day;
    asked();
}

void CalendarModel::setDays(int days) {
    if (days == days_) return;
    days_ = days;
    asked();
}

void CalendarModel::setTeam(bool team) {
    if (team == team_) return;
    team_ = team;
    asked();
}

QVariantList CalendarModel::on(const QString& day) const {
    QVariantList out;
    for (const auto& event : events_)
        if (event.toMap().value(QStringLiteral("day")) == day) out.push_back(event);
    return out;
}

void CalendarModel::asked() {
    Q_EMIT askedChanged();
    asking_.anew();
}

bool CalendarModel::ask() {
    const auto first = QDate::fromString(from_, Qt::ISODate);
    if (!first.isValid()) return false;
    auto* backend = Backend::instance();
    const auto generation = ++generation_;
    backend->ask(
        this,
        [first, last = first.addDays(days_ - 1), team = team_, reader = backend->reader()](Client& client) {
            return read(client, reader, first, last, team);
        },
        [this, generation, backend](Result<QVariantList> events) {
            asking_.answered();
            if (generation != generation_) return;
            if (!events) return backend->say(events.error());
            if (std::exchange(ready_, true) && *events == events_) return;  // what is drawn stays
            events_ = std::move(*events);
            Q_EMIT eventsChanged();
        });
    return true;
}

Result<QVariantList> CalendarModel::read(Client& client, const Reader& reader, QDate first, QDate last, bool team) {
    TERN_TRY(viewer, Backend::viewer(client, reader));
    Queries queries{client, std::move(viewer)};
    Records records{client};
    Display display{records, reader.locale, reader.zone};
    std::vector<Event> events;
    for (const Kind& kind : kinds()) {
        const auto* face = reader.faces->entity(QLatin1String(kind.entity));
        if (face == nullptr) continue;
        TERN_TRY(after, queries.list(query_of(kind, first, last, team), [&](const Json& record) {
            events.push_back(event_of(display, *face, kind, record, reader.zone));
        }));
        (void)after;
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.start < b.start; });
    put_in_lanes(events);
    QVariantList out;
    for (auto& event : events) {
        event.shown[QStringLiteral("lane")] = event.lane;
        event.shown[QStringLiteral("lanes")] = event.lanes;
        out.push_back(event.shown);
    }
    return out;
}

}  // namespace tern::app
