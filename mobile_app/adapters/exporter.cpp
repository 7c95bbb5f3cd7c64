#include "mobile_app/adapters/exporter.h"

#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <tern/export.h>

namespace tern::app {
namespace {

QString ending_of(const QString& format) {
    return format == QLatin1String("vcard")  ? QStringLiteral("vcf")
           : format == QLatin1String("ical") ? QStringLiteral("ics")
                                             : format;
}

}  // namespace

QString Exporter::folder() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

void Exporter::start(const QString& entity, const QString& filter, const QString& format, const QStringList& ids) {
    if (running_) return;
    auto* backend = Backend::instance();
    const auto reader = backend->reader();
    const auto* face = reader.faces->entity(entity);
    if (face == nullptr) return;
    QDir{}.mkpath(folder());
    QString name = face->plural;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const auto now = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    ExportRequest request;
    request.entity = entity.toStdString();
    if (!filter.isEmpty()) request.where = {filter.toStdString()};
    for (const QString& id : ids)
        if (const auto read = record_id_from(id.toStdString())) request.ids.push_back(*read);
    request.format = format.toStdString();
    request.zone = reader.zone.id().toStdString();
    request.file = (folder() + "/" + name + " " + now + "." + ending_of(format)).toStdString();
    running_ = true;
    rows_ = 0;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT changed();
    const QPointer<QObject> me{this};
    ExportHooks hooks;
    hooks.on_progress = [this, me, backend](std::uint64_t rows) {
        backend->tell(me, [this, rows] {
            rows_ = static_cast<int>(rows);
            Q_EMIT changed();
        });
    };
    backend->ask_long(
        this,
        [request, hooks, stop = stop_](Client& client) mutable {
            hooks.stop = stop.get();
            return export_records(client, request, hooks);
        },
        [this, file = request.file](Result<ExportReport> report) {
            running_ = false;
            Q_EMIT changed();
            if (report) return Q_EMIT saved(QString::fromStdString(file), static_cast<int>(report->rows));
            if (report.error().fault != Fault::canceled) Backend::instance()->say(report.error());
        });
}

}  // namespace tern::app
