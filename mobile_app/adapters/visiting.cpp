#include "mobile_app/adapters/visiting.h"

#include <tern/records.h>

#include <QCoreApplication>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/position.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"
#include "mobile_app/adapters/visit_plan.h"

namespace tern::app {
namespace {

QString plain(const Json& record, const char* name) {
    const Json* value = record.find(name);
    return value == nullptr || value->is_null() ? QString{} : text(value->plain());
}

QDateTime moment(const Json& record, const char* name) {
    return QDateTime::fromString(plain(record, name), Qt::ISODateWithMs);
}

QString proof_name(Proof proof) {
    return proof == Proof::verified  ? QStringLiteral("verified")
           : proof == Proof::outside ? QStringLiteral("outside")
           : proof == Proof::manual  ? QStringLiteral("manual")
                                     : QStringLiteral("unverified");
}

/// Labels of the kinds of actions, by name; they are choices of a list's member, which has no face of its own.
QString action_label(const Client& client, const std::string& kind, bool chinese) {
    const auto* list = client.schema().entity("visit")->field(std::string_view{"actions"});
    for (const auto& member : list->members)
        for (const auto& choice : member.choices)
            if (choice.name == kind)
                return text(chinese && !choice.label.zh.empty() ? choice.label.zh : choice.label.en);
    return text(kind);
}

Presence here() {
    Presence out;
    if (const auto* position = Position::instance()) out.fix = position->fix();
    return out;
}

}  // namespace

Visiting::Visiting(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &Visiting::load);
    connect(backend, &Backend::facesChanged, this, &Visiting::load);
    connect(backend, &Backend::stateChanged, this, &Visiting::load);
}

void Visiting::setVisitId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    loaded_ = missing_ = false;
    read_ = {};
    near_ = {};
    Q_EMIT visitIdChanged();
    Q_EMIT changed();
    load();
}

void Visiting::load() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return;
    auto* backend = Backend::instance();
    backend->ask(
        this, [id = *id, reader = backend->reader()](Client& client) { return read(client, reader, id); },
        [this, asked = id_](Result<Read> result) {
            if (asked != id_) return;
            const bool same = loaded_ && !missing_ && result && *result == read_;
            missing_ = !result;
            if (result) read_ = std::move(*result);
            loaded_ = true;
            if (!same) Q_EMIT changed();
            lookNear();
        });
}

Result<Visiting::Read> Visiting::read(Client& client, const Reader& reader, const RecordId& id) {
    Records records{client};
    const auto zone = reader.zone.id().toStdString();
    records.set_zone(zone);
    TERN_TRY(record, records.get(id));
    const auto* face = reader.faces->entity(QStringLiteral("visit"));
    Display display{records, reader.locale, reader.zone};
    const auto shown = [&](const char* name) {
        const auto* field = face == nullptr ? nullptr : face->field(QLatin1String(name));
        return field == nullptr ? QString{} : display.of(*field, record);
    };
    Visits visits{client, zone};
    TERN_TRY(today, visits.today());
    Read out;
    const bool to_lead = record.find("account_id") == nullptr && record.find("lead_id") != nullptr;
    const auto target = plain(record, to_lead ? "lead_id" : "account_id");
    const auto follow = moment(record, "next_follow_at").toTimeZone(reader.zone);
    out.visit = {
        {"title", target.isEmpty() ? plain(record, "subject") : display.named(target.toStdString())},
        {"target", target},
        {"entity", to_lead ? "lead" : "account"},
        {"deleted", record.find("deleted") != nullptr},
        {"state", plain(record, "state").isEmpty() ? QStringLiteral("planned") : plain(record, "state")},
        {"stateLabel", shown("state")},
        {"time", shown("starts_at")},
        {"checkedInAt", moment(record, "checkin_at")},
        {"checkedOutAt", moment(record, "checkout_at")},
        {"proof", plain(record, "checkin_proof")},
        {"proofLabel", shown("checkin_proof")},
        {"duration", shown("duration")},
        {"outcome", plain(record, "outcome")},
        {"outcomeLabel", shown("outcome")},
        {"summary", plain(record, "summary")},
        {"purpose", shown("purpose")},
        {"followAt", follow.isValid() ? reader.locale.toString(follow.date(), QLocale::ShortFormat) : QString{}},
        {"followDays", follow.isValid() ? static_cast<int>(QDate(1970, 1, 1).daysTo(follow.date()) - today) : -1}};
    const bool chinese = reader.locale.language() == QLocale::Chinese;
    TERN_TRY(actions, visits.actions(id));
    QStringList left;
    for (const auto& action : actions) {
        const auto label = action_label(client, action.kind, chinese);
        out.actions.push_back(QVariantMap{{"label", label},
                                          {"kind", text(action.kind)},
                                          {"required", action.required},
                                          {"done", action.done_at.has_value()},
                                          {"note", text(action.note)}});
        if (action.required && !action.done_at) left.push_back(label);
    }
    out.left = left.join(QStringLiteral(", "));
    const auto starts = moment(record, "starts_at").toTimeZone(reader.zone);
    const auto own_day = starts.isValid() ? QDate(1970, 1, 1).daysTo(starts.date()) : today;
    TERN_TRY(own, visits.plan_of(own_day));
    for (const Stop& stop : own.stops)
        if (stop.visit == id) out.visit.insert(VisitPlan::shown_stop(stop, reader));
    TERN_TRY(plan, visits.plan_of(today));
    for (const Stop& stop : plan.stops)
        if (stop.is_ahead() && stop.visit != id && out.next.isEmpty()) out.next = VisitPlan::shown_stop(stop, reader);
    return out;
}

void Visiting::lookNear() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [id = *id, fix = here().fix, reader = backend->reader()](Client& client) -> Result<Near> {
            TERN_TRY(near, Visits(client, reader.zone.id().toStdString()).nearness(id, fix));
            return Near{proof_name(near.proof),
                        near.metres ? VisitPlan::distance_text(*near.metres, reader.locale) : QString{},
                        VisitPlan::distance_text(near.radius, reader.locale), near.place_known};
        },
        [this](Result<Near> near) {
            if (!near) return;
            near_ = std::move(*near);
            Q_EMIT nearnessChanged();
        });
}

void Visiting::act(std::function<Status(Visits&, const RecordId&)> use, void (Visiting::*after)()) {
    const auto id = record_id_from(id_.toStdString());
    if (!id || working_) return;
    working_ = true;
    problem_.clear();
    Q_EMIT workingChanged();
    Q_EMIT problemChanged();
    auto* backend = Backend::instance();
    backend->act(
        this,
        [id = *id, zone = backend->reader().zone.id().toStdString(), use = std::move(use)](Client& client) {
            Visits visits{client, zone};
            return use(visits, id);
        },
        [this, backend, after](Status status) {
            working_ = false;
            Q_EMIT workingChanged();
            if (!status) {
                problem_ = refusal_text(status.error());
                load();  // a tick that was refused is taken back
                return Q_EMIT problemChanged();
            }
            backend->wrote();
            load();
            if (after != nullptr) (this->*after)();
        });
}

void Visiting::checkIn() {
    act([presence = here()](Visits& visits, const RecordId& id) { return visits.check_in(id, presence); },
        &Visiting::checkedIn);
}

void Visiting::checkInByHand(const QString& reason) {
    Presence presence = here();
    presence.by_hand = true;
    presence.reason = reason.trimmed().toStdString();
    act([presence](Visits& visits, const RecordId& id) { return visits.check_in(id, presence); }, &Visiting::checkedIn);
}

void Visiting::setDone(int action, bool done) {
    act([action = static_cast<std::size_t>(action), done](Visits& visits, const RecordId& id) {
        return done ? visits.done(id, action) : visits.undone(id, action);
    });
}

void Visiting::checkOut(const QString& outcome, const QString& summary) {
    act(
        [presence = here(), outcome = outcome.toStdString(), summary = summary.trimmed().toStdString()](
            Visits& visits, const RecordId& id) {
            return visits.check_out(id, {presence, outcome, summary});
        },
        &Visiting::checkedOut);
}

void Visiting::followUp(int days) {
    const auto subject = QCoreApplication::translate("Visiting", "Follow up: %1")
                             .arg(read_.visit.value(QStringLiteral("title")).toString())
                             .toStdString();
    act([days, subject](Visits& visits, const RecordId& id) -> Status {
        TERN_TRY(task, visits.follow_up(id, days, subject));
        (void)task;
        return ok();
    });
}

void Visiting::skip(const QString& reason) {
    act([reason = reason.toStdString()](Visits& visits, const RecordId& id) { return visits.skip(id, reason); });
}

FieldWork::FieldWork(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &FieldWork::look);
    connect(backend, &Backend::stateChanged, this, &FieldWork::look);
    look();
}

void FieldWork::look() {
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [zone = backend->reader().zone.id().toStdString()](Client& client) {
            return Visits(client, zone).open_visit();
        },
        [this](Result<std::optional<OpenVisit>> open) {
            if (!open) return;
            const auto& one = *open;
            const auto id = one ? text(uuid_text(one->id)) : QString{};
            const auto title = one ? text(one->title) : QString{};
            const auto since = one ? QDateTime::fromMSecsSinceEpoch(one->since) : QDateTime{};
            if (id == id_ && title == title_ && since == since_) return;
            id_ = id;
            title_ = title;
            since_ = since;
            Q_EMIT changed();
        });
}

void FieldWork::visitAt(const QString& entity, const QString& target) {
    const auto id = record_id_from(target.toStdString());
    if (!id) return;
    auto* backend = Backend::instance();
    backend->act(
        this,
        [id = *id, entity = entity.toStdString(), zone = backend->reader().zone.id().toStdString()](Client& client) {
            return Visits(client, zone).visit_at(entity, id);
        },
        [this, backend](Result<RecordId> visit) {
            if (!visit) return backend->say(visit.error());
            backend->wrote();
            Q_EMIT found(text(uuid_text(*visit)));
        });
}

}  // namespace tern::app
