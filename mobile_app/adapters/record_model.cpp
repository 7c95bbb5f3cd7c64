#include "mobile_app/adapters/record_model.h"

#include <tern/duplicates.h>
#include <tern/records.h>

#include "mobile_app/adapters/cell_words.h"
#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr int kPauseMs = 120;      ///< of typing, before it is compared
constexpr std::size_t kAlike = 3;  ///< more would hide the form

}  // namespace

RecordModel::RecordModel(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &RecordModel::load);
    connect(backend, &Backend::stateChanged, this, &RecordModel::load);
    connect(backend, &Backend::facesChanged, this, &RecordModel::load);
    typed_.setSingleShot(true);
    typed_.setInterval(kPauseMs);
    connect(&typed_, &QTimer::timeout, this, &RecordModel::look_for_alike);
}

void RecordModel::look_for_alike() {
    DuplicateQuery query{entity_.toStdString(), {}, {}, kAlike};
    for (const auto& [name, value] : draft_)
        if (!value.isEmpty()) query.fields.emplace_back(name.toStdString(), value.toStdString());
    auto* backend = Backend::instance();
    backend->ask(
        this, [query](Client& client) { return find_duplicates(client, query); },
        [this, backend](Result<std::vector<DuplicateCandidate>> found) {
            QVariantList alike;
            const auto faces = backend->reader().faces;
            if (found)  // what is half typed is often no value yet
                for (const auto& one : *found) {
                    const auto* face = faces->entity(text(one.entity));
                    alike.push_back(QVariantMap{{"id", text(uuid_text(one.id))},
                                                {"title", text(one.title)},
                                                {"kind", face == nullptr ? text(one.entity) : face->label},
                                                {"because", text(one.reasons.front().value)}});
                }
            if (alike == alike_) return;
            alike_ = std::move(alike);
            Q_EMIT alikeChanged();
        });
}

void RecordModel::setRecordId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    loaded_ = missing_ = false;
    read_ = {};
    draft_.clear();
    Q_EMIT recordIdChanged();
    Q_EMIT loadedChanged();
    Q_EMIT dirtyChanged();
    make_fields();
    load();
}

void RecordModel::setEntity(const QString& entity) {
    if (entity == entity_) return;
    entity_ = entity;
    Q_EMIT entityChanged();
    make_fields();
}

void RecordModel::load() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return make_fields();
    auto* backend = Backend::instance();
    backend->ask(
        this, [id = *id, reader = backend->reader()](Client& client) { return read(client, reader, id); },
        [this, asked = id_](Result<Loaded> loaded) {
            if (asked != id_) return;
            if (loaded) return take(std::move(*loaded));
            missing_ = true;
            Q_EMIT loadedChanged();
        });
}

/// Most of what a sync changes is elsewhere: a page that shows the same is not built again.
void RecordModel::take(Loaded loaded) {
    if (loaded_ && !missing_ && loaded == read_ && shown_with_ == Backend::instance()->reader().faces) return;
    read_ = std::move(loaded);
    loaded_ = true;
    missing_ = false;
    if (entity_ != read_.entity) {
        entity_ = read_.entity;
        Q_EMIT entityChanged();
    }
    make_fields();
    Q_EMIT loadedChanged();
}

Result<RecordModel::Loaded> RecordModel::read(Client& client, const Reader& reader, const RecordId& id) {
    Records records{client};
    records.set_zone(reader.zone.id().toStdString());
    TERN_TRY(record, records.get(id));
    const Json* kind = record.find("_entity");
    if (kind == nullptr) kind = record.find("entity");
    Loaded out;
    out.entity = text(kind->plain());
    out.deleted = record.find("deleted") != nullptr;
    const auto* face = reader.faces->entity(out.entity);
    if (face == nullptr) return out;
    Display display{records, reader.locale, reader.zone};
    out.title = display.title(*face, record);
    for (const FieldFace& field : face->fields) {
        auto value = std::pair{display.of(field, record), typed_text(field, record)};
        if (!value.second.isEmpty()) out.values[field.name] = std::move(value);
    }
    return out;
}

void RecordModel::make_fields() {
    fields_.clear();
    told_.clear();
    shown_with_ = Backend::instance()->reader().faces;
    if (const auto* face = shown_with_->entity(entity_))
        for (const FieldFace& field : face->fields) {
            auto map = field.map();
            const auto value = read_.values.find(field.name);
            map[QStringLiteral("shown")] = value == read_.values.end() ? QString{} : value->second.first;
            map[QStringLiteral("raw")] = raw(field.name);
            if (value != read_.values.end() && !value->second.first.isEmpty()) told_.push_back(map);
            fields_.push_back(std::move(map));
        }
    Q_EMIT fieldsChanged();
}

QString RecordModel::raw(const QString& field) const {
    if (const auto typed = draft_.find(field); typed != draft_.end()) return typed->second;
    const auto value = read_.values.find(field);
    return value == read_.values.end() ? QString{} : value->second.second;
}

QString RecordModel::shown(const QString& field) const {
    const auto value = read_.values.find(field);
    return value == read_.values.end() ? QString{} : value->second.first;
}

void RecordModel::type(const QString& field, const QString& text) {
    const auto value = read_.values.find(field);
    const bool was_dirty = dirty();
    if (text == (value == read_.values.end() ? QString{} : value->second.second))
        draft_.erase(field);
    else
        draft_[field] = text;
    if (dirty() != was_dirty) Q_EMIT dirtyChanged();
    if (id_.isEmpty()) typed_.start();
    if (problem_.isEmpty()) return;
    problem_.clear();
    Q_EMIT problemChanged();
}

void RecordModel::discard() {
    draft_.clear();
    problem_.clear();
    Q_EMIT dirtyChanged();
    Q_EMIT problemChanged();
    make_fields();
}

void RecordModel::refuse(const Failure& failure) {
    problem_ = refusal_text(failure);
    Q_EMIT problemChanged();
}

void RecordModel::save() {
    if (saving_ || (draft_.empty() && !id_.isEmpty())) return;
    std::vector<Assignment> fields;
    for (const auto& [name, value] : draft_) fields.emplace_back(name.toStdString(), value.toStdString());
    saving_ = true;
    Q_EMIT savingChanged();
    const auto id = record_id_from(id_.toStdString());
    Backend::instance()->act(
        this,
        [id = id ? std::optional{*id} : std::nullopt, entity = entity_.toStdString(),
         fields](Client& client) -> Result<RecordId> {
            Records records{client};
            if (!id) return records.create(entity, fields);
            TERN_CHECK(records.set(*id, fields));
            return *id;
        },
        [this](Result<RecordId> done) {
            saving_ = false;
            Q_EMIT savingChanged();
            if (!done) return refuse(done.error());
            draft_.clear();
            shown_with_.reset();  // what was typed may be kept in another writing
            Q_EMIT dirtyChanged();
            Backend::instance()->wrote();
            Q_EMIT saved(text(uuid_text(*done)));
        });
}

void RecordModel::set(const QString& field, const QString& value) {
    type(field, value);
    save();
}

}  // namespace tern::app
