#include "mobile_app/adapters/qr.h"

#include <ZXing/ReadBarcode.h>
#include <qrencode.h>

#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <memory>

namespace tern::app {
namespace {

constexpr int kQuiet = 4;               ///< modules of margin, ISO/IEC 18004 section 5.3.8
constexpr int kLongestSide = 2'000;     ///< pixels that are looked at: enough for any code that a person would frame
constexpr int kPictureMegabytes = 256;  ///< a picture that unpacks to more is an attack, not a photo

QImage picture(const QString& file) {
    QImageReader::setAllocationLimit(kPictureMegabytes);
    QImageReader reader{file};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qMax(size.width(), size.height()) > kLongestSide)
        reader.setScaledSize(size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio));
    return reader.read().convertToFormat(QImage::Format_Grayscale8);
}

QString text_in(const QImage& image) {
    if (image.isNull()) return {};
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
    const auto found = ZXing::ReadBarcode({image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum,
                                           static_cast<int>(image.bytesPerLine())},
                                          hints);
    return found.isValid() ? QString::fromStdWString(found.text()) : QString{};
}

}  // namespace

void QrCode::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    Q_EMIT textChanged();
    update();
}

void QrCode::paint(QPainter* painter) {
    if (text_.isEmpty()) return;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString8bit(text_.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free};
    if (code == nullptr) return;
    const int all = code->width + 2 * kQuiet;
    const int module = qMax(1, static_cast<int>(qMin(width(), height())) / all);
    const int left = (static_cast<int>(width()) - module * all) / 2,
              top = (static_cast<int>(height()) - module * all) / 2;
    painter->fillRect(QRect{left, top, module * all, module * all}, Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                painter->fillRect(QRect{left + (x + kQuiet) * module, top + (y + kQuiet) * module, module, module},
                                  Qt::black);
}

void QrReader::read(const QString& file) {
    const QUrl url{file};
    QPointer<QrReader> me{this};
    QThreadPool::globalInstance()->start([me, path = url.isLocalFile() ? url.toLocalFile() : file] {
        const auto text = text_in(picture(path));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [me, text] {
                if (!me) return;
                if (text.isEmpty())
                    Q_EMIT me->nothing();
                else
                    Q_EMIT me->found(text);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace tern::app
