#include "mobile_app/adapters/sheet_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <numeric>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/exporter.h"
#include "mobile_app/adapters/paper_page.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr std::size_t kColumnsUpright = 5;

class Printing {
public:
    Printing(const Sheet& sheet, const QString& title, const QString& from, const QLocale& locale, QPdfWriter& device)
        : sheet_(sheet), title_(title), from_(from), locale_(locale), page_(device) {}
    bool works() const { return page_.works(); }

    int draw() {
        measure();
        page_.y += page_.text(from_, 0, page_.y, page_.width, paper_font(9), paper_soft);
        page_.y += page_.text(title_, 0, page_.y, page_.width, paper_font(17, QFont::DemiBold), paper_ink);
        page_.y += 6 * paper_mm;
        head();
        for (const auto& row : sheet_.rows) line(row);
        foot();
        return page_.finish();
    }

private:
    QString shown(const SheetCell& cell) const {
        if (!cell.number || cell.text.empty()) return text(cell.text);
        return Display::money(cell.text, {}, locale_);
    }
    bool is_number(std::size_t column) const {
        for (const auto& row : sheet_.rows)
            if (!row[column].text.empty()) return row[column].number;
        return false;
    }
    /// Each column as wide as it asks for; what is left goes to all alike.
    void measure() {
        const QFontMetricsF metrics{paper_font(9.5), page_.device()};
        for (std::size_t i = 0; i < sheet_.header.size(); ++i) {
            double most = metrics.horizontalAdvance(text(sheet_.header[i]));
            for (const auto& row : sheet_.rows) most = std::max(most, metrics.horizontalAdvance(shown(row[i])));
            widths_.push_back(std::min(most, page_.width * 0.4) + 4 * paper_mm);
        }
        const double all = std::accumulate(widths_.begin(), widths_.end(), 0.0);
        for (double& width : widths_) width *= page_.width / std::max(1.0, all);
    }
    void cells(const std::vector<QString>& words, const QFont& font, const QColor& ink) {
        double x = 0, high = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            high = std::max(high, page_.text(words[i], x, page_.y, widths_[i] - 2 * paper_mm, font, ink,
                                             is_number(i) ? Qt::AlignRight : Qt::AlignLeft));
            x += widths_[i];
        }
        page_.y += high;
    }
    void head() {
        std::vector<QString> words;
        for (const auto& name : sheet_.header) words.push_back(text(name));
        cells(words, paper_font(8.5, QFont::DemiBold), paper_soft);
        page_.y += 1.5 * paper_mm;
        page_.rule(page_.y, paper_ink, 1.4);
        page_.y += 2 * paper_mm;
    }
    void line(const std::vector<SheetCell>& row) {
        if (page_.y > page_.height - 22 * paper_mm) {
            foot();
            page_.next();
            head();
        }
        std::vector<QString> words;
        for (const auto& cell : row) words.push_back(shown(cell));
        cells(words, paper_font(9.5), paper_ink);
        page_.y += 1.2 * paper_mm;
        page_.rule(page_.y, paper_line, 0.7);
        page_.y += 1.2 * paper_mm;
    }
    void foot() { page_.foot(title_, PaperModel::tr("Page %1").arg(page_.pages)); }

    const Sheet& sheet_;
    const QString title_, from_;
    const QLocale locale_;
    PaperPage page_;
    std::vector<double> widths_;
};

}  // namespace

Result<Printed> print_sheet(const Sheet& sheet, const QString& title, const QString& from, const QLocale& locale,
                            const QString& file) {
    const bool lying = sheet.header.size() > kColumnsUpright;
    return print_on(file, title, lying ? QPageLayout::Landscape : QPageLayout::Portrait,
                    [&](QPdfWriter& device) -> int {
                        Printing printing{sheet, title, from, locale, device};
                        return printing.works() ? printing.draw() : 0;
                    });
}

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
            TERN_CHECK(print_sheet(sheet, title, from, locale, file));
            return ok();
        },
        [file, rows, done = std::move(done)](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            done(file, rows);
        });
}

}  // namespace tern::app
