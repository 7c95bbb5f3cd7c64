#include "mobile_app/adapters/sheet_file.h"

#include <QDateTime>
#include <QDir>

#include "mobile_app/adapters/exporter.h"
#include "mobile_app/adapters/paper_sheet.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
void save_sheet(QObject* owner, Sheet sheet, const QString& format,
                std::function<void(const QString& file, int rows)> done) {
    auto* backend = Backend::instance();
    QDir{}.mkpath(Exporter::folder());
    const QString title = text(sheet.name);
    QString name = title;
    for (const QChar bad : QStringLiteral("/\\:*?\"<>|")) name.replace(bad, QLatin1Char('-'));
    const auto now = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    const QString file = QStringLiteral("%1/%2 %3.%4").arg(Exporter::folder(), name, now, format);
    const int rows = static_cast<int>(sheet.rows.size());
    backend->act(
        owner,
        [sheet = std::move(sheet), format, file, title, from = backend->org(),
         locale = backend->reader().locale](Client&) -> Status {
            if (format != QLatin1String("pdf")) return write_sheet(sheet, format.toStdString(), file.toStdString());
            TERN_CHECK(print_sheet(sheet, {title, from, {}, locale, {}, nullptr, {}}, file));
            return ok();
        },
        [file, rows, done = std::move(done)](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            done(file, rows);
        });
}

}  // namespace tern::app
