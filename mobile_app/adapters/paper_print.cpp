// A4: who sends it and who gets it, the lines under a head that comes again on every page, the totals, the terms.
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include "mobile_app/adapters/paper.h"

namespace tern::app {
namespace {

constexpr int kDpi = 144;
constexpr double kMm = kDpi / 25.4;
const QColor kInk{0x14, 0x20, 0x1f}, kSoft{0x5a, 0x6b, 0x6d}, kLine{0xd5, 0xde, 0xde}, kSea{0x0a, 0x6c, 0x7e};

/// Latin first, then what Chinese is written in; the first that the machine has.
QFont font(double points, QFont::Weight weight = QFont::Normal) {
    QFont out;
    out.setFamilies({"Noto Sans", "Helvetica Neue", "Segoe UI", "DejaVu Sans", "Noto Sans CJK SC", "PingFang SC",
                     "Microsoft YaHei"});
    out.setPointSizeF(points);
    out.setWeight(weight);
    return out;
}

struct Column {
    QString head;
    double width;  ///< of the whole
    Qt::Alignment align;
    QString (*of)(const Paper::Line&, int row);
};

class Sheet {
public:
    Sheet(const Paper& paper, QPdfWriter& device) : paper_(paper), device_(device), painter_(&device) {
        width_ = device.width();
        height_ = device.height();
    }
    bool works() const { return painter_.isActive(); }

    int draw() {
        head();
        table_head();
        for (std::size_t i = 0; i < paper_.lines.size(); ++i) row(paper_.lines[i], static_cast<int>(i));
        totals();
        terms();
        foot();
        painter_.end();
        return pages_;
    }

private:
    double text(const QString& words, double x, double y, double width, const QFont& with, const QColor& ink,
                Qt::Alignment align = Qt::AlignLeft) {
        painter_.setFont(with);
        painter_.setPen(ink);
        const QRectF box{x, y, width, height_};
        QRectF used;
        painter_.drawText(box, static_cast<int>(align | Qt::AlignTop) | Qt::TextWordWrap, words, &used);
        return used.height();
    }
    double measured(const QString& words, double width, const QFont& with) {
        painter_.setFont(with);
        return painter_.boundingRect(QRectF{0, 0, width, height_}, Qt::AlignLeft | Qt::TextWordWrap, words).height();
    }
    void rule(double y, const QColor& ink, double thick) {
        painter_.setPen(QPen{ink, thick});
        painter_.drawLine(QPointF{0, y}, QPointF{width_, y});
    }

    void head() {
        text(paper_.from, 0, 0, width_ * 0.6, font(15, QFont::Bold), kSea);
        const double title =
            text(paper_.title, width_ * 0.4, 0, width_ * 0.6, font(20, QFont::DemiBold), kInk, Qt::AlignRight);
        text(paper_.number, width_ * 0.4, title, width_ * 0.6, font(11), kSoft, Qt::AlignRight);
        const double top = title + 20 * kMm;
        double left = top;
        left += text(PaperModel::tr("To"), 0, left, width_ / 2, font(8), kSoft);
        left += text(paper_.customer, 0, left, width_ * 0.52, font(11, QFont::DemiBold), kInk);
        for (const auto& line : paper_.address) left += text(line, 0, left, width_ * 0.52, font(9.5), kInk);
        double right = top;
        for (const auto& [label, value] : paper_.facts) {
            text(label, width_ * 0.56, right, width_ * 0.2, font(8.5), kSoft);
            right += text(value, width_ * 0.76, right, width_ * 0.24, font(9.5), kInk, Qt::AlignRight) + 1 * kMm;
        }
        y_ = std::max(left, right) + 10 * kMm;
    }

    std::vector<Column> columns() const {
        const auto right = Qt::AlignRight;
        std::vector<Column> out{
            {"", 0.05, Qt::AlignLeft, [](const Paper::Line&, int row) { return QString::number(row + 1); }},
            {PaperModel::tr("Item"), 0.41, Qt::AlignLeft, [](const Paper::Line& line, int) { return line.name; }},
            {PaperModel::tr("Quantity"), 0.13, right,
             [](const Paper::Line& line, int) { return line.unit.isEmpty() ? line.qty : line.qty + ' ' + line.unit; }},
            {PaperModel::tr("Unit price"), 0.15, right, [](const Paper::Line& line, int) { return line.price; }},
            {PaperModel::tr("Discount"), 0.1, right, [](const Paper::Line& line, int) { return line.discount; }},
            {PaperModel::tr("Amount"), 0.16, right, [](const Paper::Line& line, int) { return line.amount; }}};
        return out;
    }

    void table_head() {
        double x = 0, high = 0;
        for (const auto& column : columns()) {
            high = std::max(
                high, text(column.head, x, y_, column.width * width_, font(8, QFont::DemiBold), kSoft, column.align));
            x += column.width * width_;
        }
        y_ += high + 1.5 * kMm;
        rule(y_, kInk, 1.4);
        y_ += 2 * kMm;
    }

    void row(const Paper::Line& line, int number) {
        const auto all = columns();
        const double item = all[1].width * width_ - 3 * kMm;
        const double name = measured(line.name, item, font(9.5));
        const double sku = line.sku.isEmpty() ? 0 : measured(line.sku, item, font(8));
        const double high = name + sku + 2 * kMm;
        need(high, true);
        double x = 0;
        for (const auto& column : all) {
            const double width = column.width * width_;
            const bool is_item = &column == &all[1];
            text(column.of(line, number), x, y_, is_item ? item : width, font(9.5), number_ink(&column - all.data()),
                 column.align);
            if (is_item && sku > 0) text(line.sku, x, y_ + name, item, font(8), kSoft);
            x += width;
        }
        y_ += high;
        rule(y_ - 0.7 * kMm, kLine, 0.7);
        y_ += 0.6 * kMm;
    }
    static QColor number_ink(std::ptrdiff_t column) { return column == 0 ? kSoft : kInk; }

    void totals() {
        const double each = 6 * kMm;
        need(each * static_cast<double>(paper_.totals.size()) + 8 * kMm, false);
        y_ += 4 * kMm;
        for (std::size_t i = 0; i < paper_.totals.size(); ++i) {
            const bool last = i + 1 == paper_.totals.size();
            if (last) {
                painter_.setPen(QPen{kInk, 1.4});
                painter_.drawLine(QPointF{width_ * 0.5, y_}, QPointF{width_, y_});
                y_ += 2 * kMm;
            }
            const auto with = last ? font(12, QFont::Bold) : font(9.5);
            text(paper_.totals[i].first, width_ * 0.5, y_, width_ * 0.25, with, last ? kInk : kSoft);
            text(paper_.totals[i].second, width_ * 0.7, y_, width_ * 0.3, with, kInk, Qt::AlignRight);
            y_ += each;
        }
    }

    void terms() {
        if (paper_.terms.isEmpty()) return;
        y_ += 8 * kMm;
        need(measured(paper_.terms, width_, font(9)), false);
        y_ += text(paper_.terms, 0, y_, width_, font(9), kSoft);
    }

    void foot() {
        const double y = height_ - 6 * kMm;
        rule(y - 2 * kMm, kLine, 0.7);
        text(paper_.from + QStringLiteral(" · ") + paper_.title + ' ' + paper_.number, 0, y, width_ * 0.75, font(8),
             kSoft);
        text(PaperModel::tr("Page %1").arg(pages_), width_ * 0.75, y, width_ * 0.25, font(8), kSoft, Qt::AlignRight);
    }

    /// A new page where that much does not fit on this one.
    void need(double high, bool in_table) {
        if (y_ + high < height_ - 12 * kMm) return;
        foot();
        device_.newPage();
        ++pages_;
        y_ = 0;
        if (in_table) table_head();
    }

    const Paper& paper_;
    QPdfWriter& device_;
    QPainter painter_;
    double width_ = 0, height_ = 0, y_ = 0;
    int pages_ = 1;
};

}  // namespace

Result<Printed> print_paper(const Paper& paper, const QString& file) {
    QFile out{file};
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(Fault::storage, "that file cannot be written", "choose another folder, or make room");
    QPdfWriter device{&out};
    device.setResolution(kDpi);
    device.setPageSize(QPageSize{QPageSize::A4});
    device.setPageMargins(QMarginsF{20, 18, 18, 14}, QPageLayout::Millimeter);
    device.setTitle(paper.title + ' ' + paper.number);
    device.setCreator(QStringLiteral("Tern"));
    Sheet sheet{paper, device};
    if (!sheet.works()) return fail(Fault::storage, "that file cannot be written", "choose another folder");
    const int pages = sheet.draw();
    out.close();
    if (out.error() != QFileDevice::NoError)
        return fail(Fault::storage, "that file could not be written to its end", "make room on the device");
    return Printed{file, pages};
}

}  // namespace tern::app
