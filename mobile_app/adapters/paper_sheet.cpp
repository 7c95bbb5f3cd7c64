#include "mobile_app/adapters/paper_sheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QPdfWriter>
#include <numeric>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/paper_page.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr std::size_t kColumnsUpright = 5;
/// So many rows tell how wide the columns of a long table should be.
constexpr std::size_t kRowsMeasured = 400;
/// Of one cell: what is longer is a text to read, not one to look up in a table.
constexpr int kLettersShown = 400;
constexpr std::size_t kRowsBetweenLooks = 100;

const QFont& cell_font() {
    static const QFont font = paper_font(9.5);
    return font;
}

class Printing {
public:
    Printing(const Sheet& sheet, const SheetPrint& print, QPdfWriter& device)
        : sheet_(sheet), print_(print), page_(device), metrics_(cell_font(), &device) {}
    bool works() const { return page_.works(); }

    /// 0: it was stopped.
    int draw() {
        measure();
        const double first = open();
        if (!break_pages(first)) return 0;
        std::size_t next_break = 0;
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
            if (next_break < breaks_.size() && breaks_[next_break] == i) {
                foot();
                page_.next();
                head();
                ++next_break;
            }
            if (i % kRowsBetweenLooks == 0 && !goes_on(i)) return 0;
            line(sheet_.rows[i]);
        }
        foot();
        return page_.finish();
    }

private:
    QString shown(const SheetCell& cell) const {
        if (cell.number && !cell.text.empty()) return Display::money(cell.text, {}, print_.locale);
        const QString words = text(cell.text);
        return words.size() > kLettersShown ? words.left(kLettersShown) + QStringLiteral("…") : words;
    }
    bool is_right(std::size_t column) const {
        if (column < print_.right.size() && print_.right[column]) return true;
        for (const auto& row : sheet_.rows)
            if (!row[column].text.empty()) return row[column].number;
        return false;
    }
    bool goes_on(std::size_t rows) const {
        if (print_.stop != nullptr && *print_.stop) return false;
        if (print_.on_rows) print_.on_rows(rows);
        return true;
    }

    /// Each column as wide as it asks for; what is left, or lacks, goes to all alike.
    void measure() {
        for (std::size_t i = 0; i < sheet_.header.size(); ++i) {
            double most = metrics_.horizontalAdvance(text(sheet_.header[i]));
            for (std::size_t row = 0; row < std::min(sheet_.rows.size(), kRowsMeasured); ++row)
                most = std::max(most, metrics_.horizontalAdvance(shown(sheet_.rows[row][i])));
            widths_.push_back(std::min(most, page_.width * 0.4) + 4 * paper_mm);
            right_.push_back(is_right(i));
        }
        const double all = std::accumulate(widths_.begin(), widths_.end(), 0.0);
        for (double& width : widths_) width *= page_.width / std::max(1.0, all);
    }
    double inner(std::size_t column) const { return widths_[column] - 2 * paper_mm; }
    double tall(const std::vector<SheetCell>& row) const {
        double high = metrics_.height();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const QString words = shown(row[i]);
            if (metrics_.horizontalAdvance(words) <= inner(i)) continue;
            const QRectF room{0, 0, inner(i), page_.height};
            high = std::max(high, metrics_.boundingRect(room, Qt::TextWordWrap, words).height());
        }
        return high + 2.4 * paper_mm;
    }
    /// Before anything is drawn: a page says of how many it is one.
    bool break_pages(double first) {
        double y = first;
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
            if (i % kRowsBetweenLooks == 0 && print_.stop != nullptr && *print_.stop) return false;
            const double high = tall(sheet_.rows[i]);
            if (y + high > page_.height - 12 * paper_mm && i > 0) {
                breaks_.push_back(i);
                y = first_of_page_;
            }
            y += high;
        }
        return true;
    }

    /// What only the first page has, and the head. Where its rows begin.
    double open() {
        page_.y += page_.text(print_.from, 0, page_.y, page_.width, paper_font(9), paper_soft);
        page_.y += page_.text(print_.title, 0, page_.y, page_.width, paper_font(17, QFont::DemiBold), paper_ink);
        if (!print_.about.isEmpty())
            page_.y += page_.text(print_.about, 0, page_.y, page_.width, paper_font(9), paper_soft);
        page_.y += 6 * paper_mm;
        const double top = page_.y;
        head();
        first_of_page_ = page_.y - top;
        return page_.y;
    }
    void cells(const std::vector<QString>& words, const QFont& font, const QColor& ink) {
        double x = 0, high = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            high = std::max(high, page_.text(words[i], x, page_.y, inner(i), font, ink,
                                             right_[i] ? Qt::AlignRight : Qt::AlignLeft));
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
        const double below = page_.y + tall(row);
        std::vector<QString> words;
        for (const auto& cell : row) words.push_back(shown(cell));
        cells(words, cell_font(), paper_ink);
        page_.rule(below - 1.2 * paper_mm, paper_line, 0.7);
        page_.y = below;
    }
    void foot() {
        const auto all = static_cast<int>(breaks_.size()) + 1;
        page_.foot(print_.title, QCoreApplication::translate("PaperModel", "Page %1 of %2").arg(page_.pages).arg(all));
    }

    const Sheet& sheet_;
    const SheetPrint& print_;
    PaperPage page_;
    const QFontMetricsF metrics_;
    std::vector<double> widths_;
    std::vector<bool> right_;
    std::vector<std::size_t> breaks_;  ///< rows with which a page begins
    double first_of_page_ = 0;         ///< where rows begin on the pages behind the first
};

}  // namespace

Result<Printed> print_sheet(const Sheet& sheet, const SheetPrint& print, const QString& file) {
    const bool lying = sheet.header.size() > kColumnsUpright;
    auto printed = print_on(file, print.title, lying ? QPageLayout::Landscape : QPageLayout::Portrait,
                            [&](QPdfWriter& device) -> int {
                                Printing printing{sheet, print, device};
                                return printing.works() ? printing.draw() : 0;
                            });
    if (printed) return printed;
    QFile::remove(file);
    if (print.stop != nullptr && *print.stop)
        return fail(Fault::canceled, "the export was stopped", "no file was written");
    return printed;
}

}  // namespace tern::app
