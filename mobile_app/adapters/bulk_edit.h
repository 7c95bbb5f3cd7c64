// One change to many records, and the way back. It outlives the page that began it: `Undo` is offered on the next one.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantMap>
#include <atomic>
#include <memory>

#include <tern/bulk.h>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

class BulkEdit : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Bulk)
    QML_SINGLETON
    Q_PROPERTY(bool running READ running NOTIFY progressed)
    Q_PROPERTY(int done READ done NOTIFY progressed)
    Q_PROPERTY(int of READ of NOTIFY progressed)

public:
    explicit BulkEdit(QObject* parent = nullptr) : QObject(parent) {}
    ~BulkEdit() override { *stop_ = true; }

    bool running() const { return running_; }
    int done() const { return done_; }
    int of() const { return of_; }

    /// `fields`: texts by name, as Records::set() takes them.
    Q_INVOKABLE void change(const QStringList& ids, const QVariantMap& fields);
    Q_INVOKABLE void remove(const QStringList& ids);
    /// What is written stays, and can be undone.
    Q_INVOKABLE void cancel() { *stop_ = true; }
    /// Of the last change.
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void progressed();
    /// `why`: of the first that was refused, a sentence.
    void finished(int changed, int unchanged, int refused, const QString& why, bool removed);
    void undone(int restored, int left);

private:
    using Work = std::function<Result<BulkReport>(Client&, std::span<const RecordId>, const BulkHooks&)>;
    void run(const QStringList& ids, bool removes, Work work);
    void finish(const Result<BulkReport>& report, bool removes);

    bool running_ = false;
    int done_ = 0, of_ = 0;
    std::shared_ptr<const BulkSteps> steps_;
    std::shared_ptr<std::atomic<bool>> stop_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace tern::app
