#include "mobile_app/adapters/looking_back.h"

#include <QDateTime>

#include <tern/import.h>
#include <tern/records.h>

#include "mobile_app/adapters/cell_words.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes: what is shown is read again once for all of a moment's.
constexpr int kQuietMs = 250;
constexpr int kQuietCountingMs = 3'000;  ///< counting takes a pass over all records

class Rows {
public:
    Rows(Client& client, Records& records, const Reader& reader)
        : reader_(reader),
          display_(records, reader.locale, reader.zone),
          cells_(client.schema(), reader.faces, display_) {}

    /// Of a record's history; no face: its kind is not known here.
    QVariantList of(const Json& all, const EntityFace* face) {
        QVariantList out;
        for (const auto& [no_name, item] : all.members()) {
            QVariantMap row;
            for (const auto& [name, value] : item.members()) row[text(name)] = shown(name, value, item, face);
            out.push_back(row);
        }
        return out;
    }

private:
    QVariant shown(const std::string& name, const Json& value, const Json& item, const EntityFace* face) {
        if (name == "value" && face != nullptr)
            if (const Json* field = item.find("field"))
                return cells_.value(face->name.toStdString(), field->plain(), value);
        if (value.is_null()) return QString{};
        const auto plain = value.plain();
        if (plain == "true" || plain == "false") return plain == "true";
        if (name == "at") {
            const auto at = QDateTime::fromString(text(plain), Qt::ISODateWithMs);
            if (at.isValid()) return reader_.locale.toString(at.toTimeZone(reader_.zone), QLocale::ShortFormat);
        }
        if (name == "field" && face != nullptr) return field(item, face->name.toStdString(), plain);
        if (name == "id" || !record_id_from(plain)) return text(plain);
        const auto known = display_.named(plain);
        return known.isEmpty() ? text(plain) : known;
    }

    QString field(const Json& item, const std::string& entity, const std::string& name) {
        const Json* element = item.find("element");
        const auto which = element == nullptr ? QString{} : cells_.element(entity, name, *element);
        return cells_.label(entity, name) + (which.isEmpty() ? which : QStringLiteral(" · ") + which);
    }

    const Reader& reader_;
    Display display_;
    CellWords cells_;
};

QVariantList spaces_of(const std::vector<SpaceInfo>& spaces) {
    QVariantList out;
    for (const auto& space : spaces) {
        out.push_back(QVariantMap{{"name", text(space.name)},
                                  {"kind", text(std::string{name(space.kind)})},
                                  {"records", static_cast<qint64>(space.records)}});
    }
    return out;
}

QVariantList imports_of(const std::vector<ImportJob>& jobs, const Reader& reader) {
    QVariantList out;
    for (const auto& job : jobs) {
        const auto* face = reader.faces->entity(text(job.entity));
        const auto at =
            job.done_at ? QDateTime::fromMSecsSinceEpoch(*job.done_at).toTimeZone(reader.zone) : QDateTime{};
        out.push_back(QVariantMap{{"id", text(uuid_text(job.id))},
                                  {"name", text(job.name)},
                                  {"kind", face == nullptr ? text(job.entity) : face->plural},
                                  {"rows", static_cast<qint64>(job.rows)},
                                  {"at", reader.locale.toString(at, QLocale::ShortFormat)},
                                  {"undoable", job.undoable}});
    }
    return out;
}

}  // namespace

LookingBack::LookingBack(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &LookingBack::refresh);
    connect(backend, &Backend::standingChanged, this, [this] {
        if (!soon_.isActive()) soon_.start(kind_ == Spaces ? kQuietCountingMs : kQuietMs);
    });
    connect(backend, &Backend::facesChanged, this, &LookingBack::refresh);
}

void LookingBack::setKind(Kind kind) {
    kind_ = kind;
    Q_EMIT askedChanged();
    refresh();
}

void LookingBack::setRecordId(const QString& id) {
    id_ = id;
    Q_EMIT askedChanged();
    refresh();
}

void LookingBack::refresh() {
    if (kind_ == History && id_.isEmpty()) return;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [reader = backend->reader(), kind = kind_, id = id_](Client& client) { return read(client, reader, kind, id); },
        [this](Result<QVariantList> rows) {
            if (!rows) return Backend::instance()->say(rows.error());
            rows_ = std::move(*rows);
            ready_ = true;
            Q_EMIT rowsChanged();
        });
}

Result<QVariantList> LookingBack::read(Client& client, const Reader& reader, Kind kind, const QString& id) {
    if (kind == Spaces) {
        TERN_TRY(spaces, client.spaces());
        return spaces_of(spaces);
    }
    Records records{client};
    Rows rows{client, records, reader};
    if (kind == Imports) {
        TERN_TRY(jobs, imports(client));
        return imports_of(jobs, reader);
    }
    const auto read = record_id_from(id.toStdString());
    if (!read) return QVariantList{};
    TERN_TRY(found, records.history(*read));
    const auto heads = client.store().find(*read);
    const auto* entity = heads.empty() ? nullptr : client.schema().entity(heads[0].entity);
    return rows.of(found, entity == nullptr ? nullptr : reader.faces->entity(text(entity->name)));
}

}  // namespace tern::app
