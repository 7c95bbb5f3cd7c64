// Records as a file, for other programs.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QUrl>
#include <atomic>
#include <memory>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class Exporter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)  ///< written so far

public:
    explicit Exporter(QObject* parent = nullptr) : QObject(parent) {}
    ~Exporter() override { *stop_ = true; }
    bool running() const { return running_; }
    int rows() const { return rows_; }

    /// Where files for the person go: the documents' folder.
    static QString folder();
    /// The living records that fit, as `format` (csv, xlsx, json, vcard, ical), into a new file there.
    /// `ids`: of those, only these; empty: all.
    Q_INVOKABLE void start(const QString& entity, const QString& filter, const QString& format,
                           const QStringList& ids = {});
    /// Leaves no file.
    Q_INVOKABLE void cancel() { *stop_ = true; }

Q_SIGNALS:
    void changed();
    void saved(const QString& file, int rows);

private:
    bool running_ = false;
    int rows_ = 0;
    std::shared_ptr<std::atomic<bool>> stop_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace tern::app
