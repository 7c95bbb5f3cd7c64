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
    // For paper, which shows a list as people see it:
    Q_PROPERTY(QString title MEMBER title_ NOTIFY shownChanged)  ///< empty: the kind's name
    Q_PROPERTY(QString about MEMBER about_ NOTIFY shownChanged)  ///< what it is narrowed to, in words
    Q_PROPERTY(QString sort MEMBER sort_ NOTIFY shownChanged)
    Q_PROPERTY(QStringList columns MEMBER columns_ NOTIFY shownChanged)  ///< empty: as the schema lists them

public:
    explicit Exporter(QObject* parent = nullptr) : QObject(parent) {}
    ~Exporter() override { *stop_ = true; }
    bool running() const { return running_; }
    int rows() const { return rows_; }

    /// Where files for the person go: the documents' folder.
    static QString folder();
    /// The living records that fit, as `format` (csv, xlsx, json, vcard, ical, pdf), into a new file there.
    /// `ids`: of those, only these; empty: all.
    Q_INVOKABLE void start(const QString& entity, const QString& filter, const QString& format,
                           const QStringList& ids = {});
    /// Leaves no file.
    Q_INVOKABLE void cancel() { *stop_ = true; }

Q_SIGNALS:
    void changed();
    void shownChanged();
    void saved(const QString& file, int rows);

private:
    template <class Work>
    void run(const QString& file, Work work);
    std::function<void(std::uint64_t)> progress();
    void print(const QString& entity, const QString& filter, const QStringList& ids, const QString& file);

    QString title_, about_, sort_;
    QStringList columns_;
    bool running_ = false;
    int rows_ = 0;
    std::shared_ptr<std::atomic<bool>> stop_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace tern::app
