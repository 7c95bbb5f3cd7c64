// What all that is printed shares: type, inks, pages.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <functional>

#include "mobile_app/adapters/paper.h"

namespace tern::app {

inline constexpr int paper_dpi = 144;
inline constexpr double paper_mm = paper_dpi / 25.4;
inline const QColor paper_ink{0x14, 0x20, 0x1f}, paper_soft{0x5a, 0x6b, 0x6d}, paper_line{0xd5, 0xde, 0xde},
    paper_sea{0x0a, 0x6c, 0x7e};

/// Latin first, then what Chinese is written in; the first that the machine has.
QFont paper_font(double points, QFont::Weight weight = QFont::Normal);

/// One page after the other, written from above.
class PaperPage {
public:
    explicit PaperPage(QPdfWriter& device);
    bool works() const { return painter_.isActive(); }
    QPdfWriter* device() { return &device_; }

    /// How high it is.
    double text(const QString& words, double x, double top, double wide, const QFont& with, const QColor& ink,
                Qt::Alignment align = Qt::AlignLeft);
    double measured(const QString& words, double wide, const QFont& with);
    void rule(double top, const QColor& ink, double thick, double from = 0);
    void foot(const QString& left, const QString& right);
    void next();
    int finish();

    double width = 0, height = 0, y = 0;
    int pages = 1;

private:
    QPdfWriter& device_;
    QPainter painter_;
};

/// A4; overwrites. `draw` says how many pages it was; 0: nothing can be drawn there.
Result<Printed> print_on(const QString& file, const QString& title, QPageLayout::Orientation way,
                         const std::function<int(QPdfWriter&)>& draw);

}  // namespace tern::app
