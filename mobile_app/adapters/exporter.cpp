#include "mobile_app/adapters/exporter.h"

#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <tern/export.h>

#include "mobile_app/adapters/list_print.h"

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
    const QString file = folder() + "/" + name + " " + now + "." + ending_of(format);
    if (format == QLatin1String("pdf")) return print(entity, filter, ids, file);
    ExportRequest request;
    request.entity = entity.toStdString();
    if (!filter.isEmpty()) request.where = {filter.toStdString()};
    for (const QString& id : ids)
        if (const auto read = record_id_from(id.toStdString())) request.ids.push_back(*read);
    request.format = format.toStdString();
    request.zone = reader.zone.id().toStdString();
    request.file = file.toStdString();
    run(file,
        [request, on_progress = progress()](Client& client, const std::atomic<bool>& stop) -> Result<std::size_t> {
            ExportHooks hooks;
            hooks.on_progress = on_progress;
            hooks.stop = &stop;
            TERN_TRY(report, export_records(client, request, hooks));
            return static_cast<std::size_t>(report.rows);
        });
}

void Exporter::print(const QString& entity, const QString& filter, const QStringList& ids, const QString& file) {
    auto* backend = Backend::instance();
    const auto reader = backend->reader();
    ListPrint list{entity, filter, sort_, columns_, {ids.begin(), ids.end()}, backend->org(), title_, {}, file};
    if (list.title.isEmpty()) list.title = reader.faces->entity(entity)->plural;
    const auto today = reader.locale.toString(QDate::currentDate(), QLocale::LongFormat);
    list.about = about_.isEmpty() ? today : about_ + QStringLiteral(" · ") + today;
    run(file, [list, reader, on_rows = progress()](Client& client, const std::atomic<bool>& stop) {
        return print_list(client, reader, list, stop, on_rows);
    });
}

std::function<void(std::uint64_t)> Exporter::progress() {
    return [this, me = QPointer<QObject>{this}, backend = Backend::instance()](std::uint64_t rows) {
        backend->tell(me, [this, rows] {
            rows_ = static_cast<int>(rows);
            Q_EMIT changed();
        });
    };
}

template <class Work>
void Exporter::run(const QString& file, Work work) {
    running_ = true;
    rows_ = 0;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT changed();
    Backend::instance()->ask_long(
        this, [work, stop = stop_](Client& client) { return work(client, *stop); },
        [this, file](Result<std::size_t> rows) {
            running_ = false;
            Q_EMIT changed();
            if (rows) return Q_EMIT saved(file, static_cast<int>(*rows));
            if (rows.error().fault != Fault::canceled) Backend::instance()->say(rows.error());
        });
}

}  // namespace tern::app
