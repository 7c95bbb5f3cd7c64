#include "mobile_app/adapters/paper_page.h"

#include <QFile>

namespace tern::app {

QFont paper_font(double points, QFont::Weight weight) {
    QFont out;
    out.setFamilies({"Noto Sans", "Helvetica Neue", "Segoe UI", "DejaVu Sans", "Noto Sans CJK SC", "PingFang SC",
                     "Microsoft YaHei"});
    out.setPointSizeF(points);
    out.setWeight(weight);
    return out;
}

PaperPage::PaperPage(QPdfWriter& device) : device_(device), painter_(&device) {
    width = device.width();
    height = device.height();
}

double PaperPage::text(const QString& words, double x, double top, double wide, const QFont& with, const QColor& ink,
                       Qt::Alignment align) {
    painter_.setFont(with);
    painter_.setPen(ink);
    const QRectF box{x, top, wide, height};
    QRectF used;
    painter_.drawText(box, static_cast<int>(align | Qt::AlignTop) | Qt::TextWordWrap, words, &used);
    return used.height();
}

double PaperPage::measured(const QString& words, double wide, const QFont& with) {
    painter_.setFont(with);
    return painter_.boundingRect(QRectF{0, 0, wide, height}, Qt::AlignLeft | Qt::TextWordWrap, words).height();
}

void PaperPage::rule(double top, const QColor& ink, double thick, double from) {
    painter_.setPen(QPen{ink, thick});
    painter_.drawLine(QPointF{from, top}, QPointF{width, top});
}

void PaperPage::foot(const QString& left, const QString& right) {
    const double top = height - 6 * paper_mm;
    rule(top - 2 * paper_mm, paper_line, 0.7);
    text(left, 0, top, width * 0.75, paper_font(8), paper_soft);
    text(right, width * 0.75, top, width * 0.25, paper_font(8), paper_soft, Qt::AlignRight);
}

void PaperPage::next() {
    device_.newPage();
    ++pages;
    y = 0;
}

int PaperPage::finish() {
    painter_.end();
    return pages;
}

Result<Printed> print_on(const QString& file, const QString& title, QPageLayout::Orientation way,
                         const std::function<int(QPdfWriter&)>& draw) {
    QFile out{file};
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(Fault::storage, "that file cannot be written", "choose another folder, or make room");
    QPdfWriter device{&out};
    device.setResolution(paper_dpi);
    device.setPageSize(QPageSize{QPageSize::A4});
    device.setPageOrientation(way);
    device.setPageMargins(QMarginsF{20, 18, 18, 14}, QPageLayout::Millimeter);
    device.setTitle(title);
    device.setCreator(QStringLiteral("Tern"));
    const int pages = draw(device);
    if (pages == 0) return fail(Fault::storage, "that file cannot be written", "choose another folder");
    out.close();
    if (out.error() != QFileDevice::NoError)
        return fail(Fault::storage, "that file could not be written to its end", "make room on the device");
    return Printed{file, pages};
}

}  // namespace tern::app
