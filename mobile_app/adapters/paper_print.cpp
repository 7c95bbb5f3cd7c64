// A4: who sends it and who gets it, the lines under a head that comes again on every page, the totals, the terms.
#include <QCoreApplication>

#include "mobile_app/adapters/paper_page.h"

namespace tern::app {
namespace {

struct Column {
    QString head;
    double width;  ///< of the whole
    Qt::Alignment align;
    QString (*of)(const Paper::Line&, int row);
};

class Sheet {
public:
    Sheet(const Paper& paper, QPdfWriter& device)
        : paper_(paper), page_(device), width_(page_.width), height_(page_.height), y_(page_.y) {}
    bool works() const { return page_.works(); }

    int draw() {
        head();
        table_head();
        for (std::size_t i = 0; i < paper_.lines.size(); ++i) row(paper_.lines[i], static_cast<int>(i));
        totals();
        terms();
        foot();
        return page_.finish();
    }

private:
    double text(const QString& words, double x, double y, double width, const QFont& with, const QColor& ink,
                Qt::Alignment align = Qt::AlignLeft) {
        return page_.text(words, x, y, width, with, ink, align);
    }
    double measured(const QString& words, double width, const QFont& with) {
        return page_.measured(words, width, with);
    }
    void rule(double y, const QColor& ink, double thick) { page_.rule(y, ink, thick); }

    void head() {
        text(paper_.from, 0, 0, width_ * 0.6, paper_font(15, QFont::Bold), paper_sea);
        const double title = text(paper_.title, width_ * 0.4, 0, width_ * 0.6, paper_font(20, QFont::DemiBold),
                                  paper_ink, Qt::AlignRight);
        text(paper_.number, width_ * 0.4, title, width_ * 0.6, paper_font(11), paper_soft, Qt::AlignRight);
        const double top = title + 20 * paper_mm;
        double left = top;
        left += text(QCoreApplication::translate("PaperModel", "To"), 0, left, width_ / 2, paper_font(8), paper_soft);
        left += text(paper_.customer, 0, left, width_ * 0.52, paper_font(11, QFont::DemiBold), paper_ink);
        for (const auto& line : paper_.address) left += text(line, 0, left, width_ * 0.52, paper_font(9.5), paper_ink);
        double right = top;
        for (const auto& [label, value] : paper_.facts) {
            text(label, width_ * 0.56, right, width_ * 0.2, paper_font(8.5), paper_soft);
            right += text(value, width_ * 0.76, right, width_ * 0.24, paper_font(9.5), paper_ink, Qt::AlignRight) +
                     1 * paper_mm;
        }
        y_ = std::max(left, right) + 10 * paper_mm;
    }

    std::vector<Column> columns() const {
        const auto right = Qt::AlignRight;
        std::vector<Column> out{
            {"", 0.05, Qt::AlignLeft, [](const Paper::Line&, int row) { return QString::number(row + 1); }},
            {QCoreApplication::translate("PaperModel", "Item"), 0.41, Qt::AlignLeft,
             [](const Paper::Line& line, int) { return line.name; }},
            {QCoreApplication::translate("PaperModel", "Quantity"), 0.13, right,
             [](const Paper::Line& line, int) { return line.unit.isEmpty() ? line.qty : line.qty + ' ' + line.unit; }},
            {QCoreApplication::translate("PaperModel", "Unit price"), 0.15, right,
             [](const Paper::Line& line, int) { return line.price; }},
            {QCoreApplication::translate("PaperModel", "Discount"), 0.1, right,
             [](const Paper::Line& line, int) { return line.discount; }},
            {QCoreApplication::translate("PaperModel", "Amount"), 0.16, right,
             [](const Paper::Line& line, int) { return line.amount; }}};
        return out;
    }

    void table_head() {
        double x = 0, high = 0;
        for (const auto& column : columns()) {
            high = std::max(high, text(column.head, x, y_, column.width * width_, paper_font(8, QFont::DemiBold),
                                       paper_soft, column.align));
            x += column.width * width_;
        }
        y_ += high + 1.5 * paper_mm;
        rule(y_, paper_ink, 1.4);
        y_ += 2 * paper_mm;
    }

    void row(const Paper::Line& line, int number) {
        const auto all = columns();
        const double item = all[1].width * width_ - 3 * paper_mm;
        const double name = measured(line.name, item, paper_font(9.5));
        const double sku = line.sku.isEmpty() ? 0 : measured(line.sku, item, paper_font(8));
        const double high = name + sku + 2 * paper_mm;
        need(high, true);
        double x = 0;
        for (const auto& column : all) {
            const double width = column.width * width_;
            const bool is_item = &column == &all[1];
            text(column.of(line, number), x, y_, is_item ? item : width, paper_font(9.5),
                 number_ink(&column - all.data()), column.align);
            if (is_item && sku > 0) text(line.sku, x, y_ + name, item, paper_font(8), paper_soft);
            x += width;
        }
        y_ += high;
        rule(y_ - 0.7 * paper_mm, paper_line, 0.7);
        y_ += 0.6 * paper_mm;
    }
    static QColor number_ink(std::ptrdiff_t column) { return column == 0 ? paper_soft : paper_ink; }

    void totals() {
        const double each = 6 * paper_mm;
        need(each * static_cast<double>(paper_.totals.size()) + 8 * paper_mm, false);
        y_ += 4 * paper_mm;
        for (std::size_t i = 0; i < paper_.totals.size(); ++i) {
            const bool last = i + 1 == paper_.totals.size();
            if (last) {
                page_.rule(y_, paper_ink, 1.4, width_ * 0.5);
                y_ += 2 * paper_mm;
            }
            const auto with = last ? paper_font(12, QFont::Bold) : paper_font(9.5);
            text(paper_.totals[i].first, width_ * 0.5, y_, width_ * 0.25, with, last ? paper_ink : paper_soft);
            text(paper_.totals[i].second, width_ * 0.7, y_, width_ * 0.3, with, paper_ink, Qt::AlignRight);
            y_ += each;
        }
    }

    void terms() {
        if (paper_.terms.isEmpty()) return;
        y_ += 8 * paper_mm;
        need(measured(paper_.terms, width_, paper_font(9)), false);
        y_ += text(paper_.terms, 0, y_, width_, paper_font(9), paper_soft);
    }

    void foot() {
        page_.foot(paper_.from + QStringLiteral(" · ") + paper_.title + ' ' + paper_.number,
                   QCoreApplication::translate("PaperModel", "Page %1").arg(page_.pages));
    }

    /// A new page where that much does not fit on this one.
    void need(double high, bool in_table) {
        if (y_ + high < height_ - 12 * paper_mm) return;
        foot();
        page_.next();
        if (in_table) table_head();
    }

    const Paper& paper_;
    PaperPage page_;
    const double &width_, &height_;
    double& y_;
};

}  // namespace

Result<Printed> print_paper(const Paper& paper, const QString& file) {
    return print_on(file, paper.title + ' ' + paper.number, QPageLayout::Portrait, [&](QPdfWriter& device) -> int {
        Sheet sheet{paper, device};
        return sheet.works() ? sheet.draw() : 0;
    });
}

}  // namespace tern::app
