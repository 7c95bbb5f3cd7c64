#include "mobile_app/adapters/looking_back.h"

#include <QDateTime>

#include <tern/import.h>
#include <tern/records.h>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes: what is shown is read again once for all of a moment's.
constexpr int kQuietMs = 250;
constexpr int kQuietCountingMs = 3'000;  ///< counting takes a pass over all records

class Rows {
public:
    Rows(Records& records, const Reader& reader) : reader_(reader), display_(records, reader.locale, reader.zone) {}

    QVariantList of(const Json& all, const EntityFace* of_record) {
        QVariantList out;
        for (const auto& [no_name, item] : all.members()) {
            const Json* entity = item.find("entity");
            const auto* face = entity == nullptr ? of_record : reader_.faces->entity(text(entity->plain()));
            QVariantMap row;
            for (const auto& [name, value] : item.members()) row[text(name)] = shown(name, value, item, face);
            if (face != nullptr) {
                row[QStringLiteral("kind")] = face->label;
                row[QStringLiteral("iconName")] = face->icon;
            }
            out.push_back(row);
        }
        return out;
    }

private:
    QVariant shown(const std::string& name, const Json& value, const Json& item, const EntityFace* face) {
        if (value.is_null()) return QString{};
        const auto plain = value.plain();
        if (name == "n") return text(plain).toInt();
        if (plain == "true" || plain == "false") return plain == "true";
        if (name.ends_with("_at") || name == "at") {
            const auto at = QDateTime::fromString(text(plain), Qt::ISODateWithMs);
            if (at.isValid()) return reader_.locale.toString(at.toTimeZone(reader_.zone), QLocale::ShortFormat);
        }
        if (name == "field") {
            const auto* field = face == nullptr ? nullptr : face->field(text(plain));
            return field == nullptr ? text(plain) : field->label;
        }
        if ((name == "winner" || name == "loser" || name == "value") && face != nullptr && value.is_object() == false) {
            const Json* of = item.find("field");
            const auto* field = of == nullptr ? nullptr : face->field(text(of->plain()));
            if (field != nullptr) {
                Json one = Json::object();
                one.add(field->name.toStdString(), value);
                return display_.of(*field, one);
            }
        }
        if (name == "id" || !record_id_from(plain)) return text(plain);
        const auto known = display_.named(plain);
        return known.isEmpty() ? text(plain) : known;
    }

    const Reader& reader_;
    Display display_;
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
    Rows rows{records, reader};
    if (kind == Conflicts) {
        TERN_TRY(found, records.conflicts());
        return rows.of(found, nullptr);
    }
    if (kind == Imports) {
        TERN_TRY(jobs, imports(client));
        return imports_of(jobs, reader);
    }
    if (kind == Trash) {
        TERN_TRY(found, records.trash());
        return rows.of(found, nullptr);
    }
    const auto read = record_id_from(id.toStdString());
    if (!read) return QVariantList{};
    TERN_TRY(found, records.history(*read));
    const auto heads = client.store().find(*read);
    const auto* entity = heads.empty() ? nullptr : client.schema().entity(heads[0].entity);
    return rows.of(found, entity == nullptr ? nullptr : reader.faces->entity(text(entity->name)));
}

void LookingBack::settle(int n, bool forLoser) {
    Backend::instance()->act(
        this,
        [n, forLoser](Client& client) {
            Records records{client};
            return forLoser ? records.restore(static_cast<std::size_t>(n)) : records.keep(static_cast<std::size_t>(n));
        },
        [](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            Backend::instance()->wrote();
        });
}

}  // namespace tern::app
