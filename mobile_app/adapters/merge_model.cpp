#include "mobile_app/adapters/merge_model.h"

#include <QDateTime>
#include <algorithm>
#include <utility>

#include <tern/records.h>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/telling_apart.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// Looking for pairs reads all keys: it waits until a sync pauses.
constexpr int kQuietMs = 1'000;

QString of_value(Display& display, const EntityFace* face, const std::string& name, const Json& value) {
    const auto* field = face == nullptr ? nullptr : face->field(text(name));
    if (value.is_null()) return {};
    if (field == nullptr) return value.is_object() ? text(value.dump()) : text(value.plain());
    Json one = Json::object();
    one.add(name, value);
    return display.of(*field, one);
}

/// In what the pair agrees, as the person would say it.
QString because(const DuplicatePair& pair, const EntityFace& face) {
    QStringList out;
    for (const auto& reason : pair.reasons) {
        const bool name = reason.key == "person" || reason.key == "company";  // says itself what it is
        const auto* field = name ? nullptr : face.field(text(reason.field));
        const auto said = (field == nullptr ? QString{} : field->label + QStringLiteral(": ")) + text(reason.value);
        if (!out.contains(said)) out.push_back(said);
    }
    return out.join(QStringLiteral(" · "));
}

}  // namespace

// --- suggestions ----------------------------------------------------------------------------------------------------

DuplicateList::DuplicateList(QObject* parent) : QObject(parent) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &DuplicateList::ask);
    connect(Backend::instance(), &Backend::dataChanged, this, [this] {
        if (!soon_.isActive()) soon_.start(kQuietMs);
    });
    connect(Backend::instance(), &Backend::facesChanged, this, &DuplicateList::ask);
    soon_.start(0);
}

void DuplicateList::setEntity(const QString& entity) {
    entity_ = entity;
    Q_EMIT entityChanged();
    soon_.start(0);
}

void DuplicateList::ask() {
    auto* backend = Backend::instance();
    backend->ask_long(
        this,
        [reader = backend->reader(), entity = entity_.toStdString()](Client& client) -> Result<QVariantList> {
            TERN_TRY(pairs, duplicate_pairs(client, entity));
            Kinds kinds;
            for (const auto& pair : pairs)
                for (const auto& id : {pair.first, pair.second}) kinds[pair.entity].push_back(id);
            TERN_TRY(apart, telling_apart(client, reader, kinds));
            QVariantList out;
            for (const auto& pair : pairs) {
                const auto* face = reader.faces->entity(text(pair.entity));
                if (face == nullptr) continue;
                out.push_back(QVariantMap{{"first", text(uuid_text(pair.first))},
                                          {"second", text(uuid_text(pair.second))},
                                          {"firstTitle", text(pair.first_title)},
                                          {"firstAbout", apart[pair.first]},
                                          {"secondTitle", text(pair.second_title)},
                                          {"secondAbout", apart[pair.second]},
                                          {"kind", face->label},
                                          {"iconName", face->icon},
                                          {"because", because(pair, *face)},
                                          {"strong", pair.strong}});
            }
            return out;
        },
        [this](Result<QVariantList> pairs) {
            if (!pairs) return Backend::instance()->say(pairs.error());
            if (std::exchange(ready_, true) && *pairs == pairs_) return;  // what is drawn stays
            pairs_ = std::move(*pairs);
            Q_EMIT pairsChanged();
        });
}

void DuplicateList::keepSeparate(const QString& first, const QString& second) {
    const auto a = record_id_from(first.toStdString()), b = record_id_from(second.toStdString());
    if (!a || !b) return;
    Backend::instance()->act(
        this, [a = *a, b = *b](Client& client) { return keep_separate(client, a, b); },
        [this](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            Backend::instance()->wrote();
            soon_.start(0);
        });
}

// --- one of several -------------------------------------------------------------------------------------------------

MergeModel::MergeModel(QObject* parent) : QObject(parent) {
    connect(Backend::instance(), &Backend::facesChanged, this, &MergeModel::look);
}

void MergeModel::setIds(const QStringList& ids) {
    ids_ = ids;
    winner_ = ids.value(0);
    chosen_.clear();
    Q_EMIT askedChanged();
    look();
}

void MergeModel::setWinner(const QString& id) {
    if (id == winner_ || !ids_.contains(id)) return;
    winner_ = id;
    chosen_.clear();
    look();
}

void MergeModel::choose(const QString& field, const QString& id) {
    chosen_[field] = id;
    look();
}

MergeRequest MergeModel::request() const {
    MergeRequest out;
    for (const QString& id : ids_) {
        const auto read = record_id_from(id.toStdString());
        if (!read) continue;
        if (id == winner_)
            out.winner = *read;
        else
            out.losers.push_back(*read);
    }
    for (const auto& [field, id] : chosen_)
        if (const auto read = record_id_from(id.toStdString())) out.fields.emplace_back(field.toStdString(), *read);
    return out;
}

void MergeModel::look() {
    if (ids_.size() < 2) return;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [reader = backend->reader(), request = request()](Client& client) { return preview(client, reader, request); },
        [this](Result<Preview> preview) {
            problem_ = preview ? QString{} : refusal_text(preview.error());
            if (preview) preview_ = std::move(*preview);
            ready_ = true;
            Q_EMIT previewChanged();
        });
}

Result<MergeModel::Preview> MergeModel::preview(Client& client, const Reader& reader, const MergeRequest& request) {
    Preview out;
    Records records{client};
    Display display{records, reader.locale, reader.zone};
    std::vector<RecordId> all{request.winner};
    all.insert(all.end(), request.losers.begin(), request.losers.end());
    const EntityFace* face = nullptr;
    for (const auto& id : all) {
        TERN_TRY(record, records.get(id));
        const Json* entity = record.find("_entity") != nullptr ? record.find("_entity") : record.find("entity");
        if (entity != nullptr) face = reader.faces->entity(text(entity->plain()));
        const Json* changed = record.find("updated_at");
        const auto at =
            changed == nullptr ? QDateTime{} : QDateTime::fromString(text(changed->plain()), Qt::ISODateWithMs);
        QString apart;
        if (entity != nullptr) {
            TERN_TRY(known, telling_apart(client, reader, {{entity->plain(), {id}}}));
            apart = known[id];
        }
        out.records.push_back(QVariantMap{
            {"id", text(uuid_text(id))},
            {"title", text(records.title(id))},
            {"apart", apart},
            {"changed",
             at.isValid() ? reader.locale.toString(at.toTimeZone(reader.zone), QLocale::ShortFormat) : QString{}}});
    }
    TERN_TRY(outcome, preview_merge(client, request));
    out.references = static_cast<int>(outcome.references);
    for (const auto& field : outcome.fields) {
        const auto* known = face == nullptr ? nullptr : face->field(text(field.field));
        const QString label = known == nullptr ? text(field.field) : known->label;
        const QString value = of_value(display, face, field.field, field.value);
        if (field.added || field.others.empty()) {
            if (!value.isEmpty()) out.united.push_back(QVariantMap{{"label", label}, {"text", value}});
            continue;
        }
        QVariantList options{QVariantMap{{"id", text(uuid_text(field.from))}, {"text", value}}};
        for (const auto& [id, other] : field.others)
            options.push_back(
                QVariantMap{{"id", text(uuid_text(id))}, {"text", of_value(display, face, field.field, other)}});
        // As the records stand above, so that a choice does not move under the finger.
        std::sort(options.begin(), options.end(), [&](const QVariant& a, const QVariant& b) {
            const auto place = [&](const QVariant& option) {
                const auto id = option.toMap()["id"];
                return std::find_if(out.records.begin(), out.records.end(),
                                    [&](const QVariant& record) { return record.toMap()["id"] == id; });
            };
            return place(a) < place(b);
        });
        out.fields.push_back(QVariantMap{{"field", text(field.field)},
                                         {"label", label},
                                         {"from", text(uuid_text(field.from))},
                                         {"options", options}});
    }
    return out;
}

void MergeModel::merge() {
    Backend::instance()->act(
        this, [request = request()](Client& client) { return tern::merge(client, request); },
        [this](Result<MergeOutcome> outcome) {
            if (!outcome) return Backend::instance()->say(outcome.error());
            Backend::instance()->wrote();
            Q_EMIT merged(winner_);
        });
}

}  // namespace tern::app
