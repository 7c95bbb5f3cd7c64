#include "mobile_app/adapters/looking_back.h"

#include <QDateTime>
#include <utility>

#include <tern/import.h>

#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// Counting takes a pass over all records.
constexpr int kQuietMs = 3'000;

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

LookingBack::LookingBack(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::standingChanged, this, [this] { asking_.again(); });
    connect(backend, &Backend::facesChanged, this, &LookingBack::refresh);
}

void LookingBack::setKind(Kind kind) {
    kind_ = kind;
    Q_EMIT askedChanged();
    refresh();
}

bool LookingBack::ask() {
    auto* backend = Backend::instance();
    backend->ask(
        this, [reader = backend->reader(), kind = kind_](Client& client) { return read(client, reader, kind); },
        [this](Result<QVariantList> rows) {
            asking_.answered();
            if (!rows) return Backend::instance()->say(rows.error());
            if (std::exchange(ready_, true) && *rows == rows_) return;  // what is drawn stays
            rows_ = std::move(*rows);
            Q_EMIT rowsChanged();
        });
    return true;
}

Result<QVariantList> LookingBack::read(Client& client, const Reader& reader, Kind kind) {
    if (kind == Spaces) {
        TERN_TRY(spaces, client.spaces());
        return spaces_of(spaces);
    }
    TERN_TRY(jobs, imports(client));
    return imports_of(jobs, reader);
}

}  // namespace tern::app
