#include "mobile_app/adapters/timeline_model.h"

#include <QDateTime>
#include <algorithm>
#include <map>
#include <utility>

#include <tern/records.h>
#include <tern/timeline.h>

#include "mobile_app/adapters/cell_words.h"
#include "mobile_app/adapters/record_row.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes: read again once for all of a moment's.
constexpr int kQuietMs = 250;

/// Where an event says in words what happened; the first that has some.
constexpr const char* kTelling[] = {"summary", "body", "description", "result", "note", "comment"};

std::string plain_of(const Json& record, const char* name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? std::string{} : value->plain();
}

struct Line {
    Millis at = 0;
    QVariantMap row;
};

/// On the core's thread, for one answer.
class Stream {
public:
    Stream(Client& client, const Reader& reader, const RecordId& about)
        : client_(client),
          reader_(reader),
          about_(about),
          records_(client),
          display_(records_, reader.locale, reader.zone),
          cells_(client.schema(), reader.faces, display_),
          now_(client.adjusted_now()) {}

    Status add_events(std::size_t limit) {
        TERN_TRY(viewer, Backend::viewer(client_, reader_));
        TERN_TRY(events, timeline_of(client_, viewer, about_, limit));
        std::map<std::string, std::vector<RecordId>> by_entity;
        std::map<RecordId, const TimelineEvent*> by_id;
        for (const auto& event : events) {
            by_entity[event.entity].push_back(event.id);
            by_id[event.id] = &event;
        }
        Queries queries{client_, std::move(viewer)};
        for (const auto& [entity, ids] : by_entity) {
            const auto* face = reader_.faces->entity(text(entity));
            if (face == nullptr) continue;
            TERN_CHECK(queries.show(entity, ids, [&](const Json& record) {
                const auto id = record_id_from(plain_of(record, "id"));
                if (id && by_id.contains(*id)) lines_.push_back(event_line(*face, record, *by_id.at(*id)));
            }));
        }
        return ok();
    }

    /// What one person did at one moment is one line. The first of all made the record; with what, its page shows.
    Status add_changes(const std::string& entity) {
        TERN_TRY(history, records_.history(about_));
        std::string last;
        for (const auto& [no_name, entry] : history.members()) {
            const auto at = plain_of(entry, "at"), who = plain_of(entry, "user");
            const auto moment = at + who;
            if (moment != last || lines_.empty()) lines_.push_back(change_line(at, who));
            last = moment;
            QVariantMap& row = lines_.back().row;
            const auto field = plain_of(entry, "field");
            auto facts = row[QStringLiteral("facts")].toList();
            facts.push_back(fact(entity, field, entry));
            row[QStringLiteral("facts")] = facts;
        }
        if (last.empty()) return ok();
        lines_.back().row[QStringLiteral("made")] = true;
        lines_.back().row[QStringLiteral("facts")] = QVariantList{};
        return ok();
    }

    /// The latest `limit`.
    QVariantList rows(std::size_t limit) {
        std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) { return a.at > b.at; });
        QVariantList out;
        for (const auto& line : lines_)
            if (static_cast<std::size_t>(out.size()) < limit) out.push_back(line.row);
        return out;
    }
    std::size_t size() const { return lines_.size(); }

private:
    QString when(Millis at, bool day) const {
        const auto zone = day ? QTimeZone::utc() : reader_.zone;
        return display_.when(QDateTime::fromMSecsSinceEpoch(at).toTimeZone(zone), today(), day);
    }
    QDate today() const { return QDateTime::fromMSecsSinceEpoch(now_).toTimeZone(reader_.zone).date(); }

    Line event_line(const EntityFace& face, const Json& record, const TimelineEvent& event) {
        const auto shown = record_row(display_, face, record, {}, {today(), reader_.me});
        QString words;
        for (const char* name : kTelling) {
            const auto* field = face.field(QLatin1String(name));
            if (field != nullptr && words.isEmpty()) words = display_.of(*field, record).simplified();
        }
        if (words == shown.title) words.clear();
        const auto owner = plain_of(record, "owner_id");
        return {event.at, QVariantMap{{"event", true},
                                      {"id", text(uuid_text(event.id))},
                                      {"entity", face.name},
                                      {"kind", face.label},
                                      {"icon", face.icon},
                                      {"title", shown.title},
                                      {"text", words},
                                      {"who", owner.empty() ? QString{} : display_.named(owner)},
                                      {"at", when(event.at, event.day)},
                                      {"badge", shown.badge},
                                      {"tone", shown.tone},
                                      {"ahead", event.at > now_}}};
    }

    Line change_line(const std::string& at, const std::string& who) const {
        const auto moment = QDateTime::fromString(text(at), Qt::ISODateWithMs).toMSecsSinceEpoch();
        return {moment, QVariantMap{{"event", false},
                                    {"id", QString{}},
                                    {"icon", QStringLiteral("pencil")},
                                    {"who", text(who)},
                                    {"at", when(moment, false)},
                                    {"made", false},
                                    {"facts", QVariantList{}}}};
    }

    QVariantMap fact(const std::string& entity, const std::string& field, const Json& entry) {
        const Json* element = entry.find("element");
        const Json* value = entry.find("value");
        const auto which = element == nullptr ? QString{} : cells_.element(entity, field, *element);
        return {{"field", text(field)},
                {"label", cells_.label(entity, field) + (which.isEmpty() ? which : QStringLiteral(" · ") + which)},
                {"value", value == nullptr ? QString{} : cells_.value(entity, field, *value)}};
    }

    Client& client_;
    const Reader& reader_;
    const RecordId about_;
    Records records_;
    Display display_;
    CellWords cells_;
    const Millis now_;
    std::vector<Line> lines_;
};

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    connect(backend, &Backend::facesChanged, this, &TimelineModel::asked);
}

void TimelineModel::setRecordId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    asked();
}

void TimelineModel::setShows(Shows shows) {
    if (shows == shows_) return;
    shows_ = shows;
    asked();
}

void TimelineModel::setLimit(int limit) {
    if (limit == limit_) return;
    limit_ = limit;
    asked();
}

void TimelineModel::asked() {
    Q_EMIT askedChanged();
    asking_.anew();
}

bool TimelineModel::ask() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return false;
    auto* backend = Backend::instance();
    const Asked question{*id, shows_, static_cast<std::size_t>(std::max(limit_, 1))};
    backend->ask(
        this, [question, reader = backend->reader()](Client& client) { return read(client, reader, question); },
        [this, generation = ++generation_](Result<Read> answer) {
            asking_.answered();
            if (generation != generation_ || !answer) return;             // a record that is gone is told by its page
            if (std::exchange(ready_, true) && *answer == read_) return;  // what is drawn stays
            read_ = std::move(*answer);
            Q_EMIT rowsChanged();
        });
    return true;
}

Result<TimelineModel::Read> TimelineModel::read(Client& client, const Reader& reader, const Asked& asked) {
    Stream stream{client, reader, asked.id};
    if (asked.shows != Changes) TERN_CHECK(stream.add_events(asked.limit + 1));
    if (asked.shows != Events) {
        const auto heads = client.store().find(asked.id);
        const auto* entity = heads.empty() ? nullptr : client.schema().entity(heads.back().entity);
        TERN_CHECK(stream.add_changes(entity == nullptr ? std::string{} : entity->name));
    }
    return Read{stream.rows(asked.limit), stream.size() > asked.limit};
}

}  // namespace tern::app
