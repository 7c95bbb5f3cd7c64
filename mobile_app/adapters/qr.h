// QR codes, drawn and read on this device: an invitation from one screen to another.
#pragma once

#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace tern::app {

/// Dark on light with the margin that ISO/IEC 18004 asks for, whatever the app's look: cameras expect that. Nothing
/// where the text is too long for a code (2,331 bytes at this level).
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text MEMBER text_ WRITE setText NOTIFY textChanged)

public:
    explicit QrCode(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}
    void setText(const QString& text);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString text_;
};

class QrReader : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit QrReader(QObject* parent = nullptr) : QObject(parent) {}
    /// A picture's path or file:// address; read in the background.
    Q_INVOKABLE void read(const QString& file);

Q_SIGNALS:
    void found(const QString& text);
    void nothing();
};

}  // namespace tern::app
