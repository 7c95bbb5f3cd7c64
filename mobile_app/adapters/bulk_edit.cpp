#include "mobile_app/adapters/bulk_edit.h"

#include <QPointer>

#include "mobile_app/adapters/refusals.h"

namespace tern::app {
namespace {

/// So many are written while a person blinks; for more a thread and a connection are made.
constexpr std::size_t kFew = 50;

}  // namespace

void BulkEdit::change(const QStringList& ids, const QVariantMap& words) {
    std::vector<Assignment> fields;
    for (auto at = words.begin(); at != words.end(); ++at)
        fields.emplace_back(at.key().toStdString(), at.value().toString().toStdString());
    run(ids, false, [fields](Client& client, std::span<const RecordId> records, const BulkHooks& hooks) {
        return set_all(client, records, fields, hooks);
    });
}

void BulkEdit::remove(const QStringList& ids) { run(ids, true, remove_all); }

void BulkEdit::run(const QStringList& ids, bool removes, Work work) {
    if (running_) return;
    std::vector<RecordId> records;
    for (const QString& id : ids)
        if (const auto read = record_id_from(id.toStdString())) records.push_back(*read);
    if (records.empty()) return;
    running_ = true;
    done_ = 0;
    of_ = static_cast<int>(records.size());
    stop_ = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT progressed();
    auto* backend = Backend::instance();
    const QPointer<QObject> me{this};
    const bool few = records.size() <= kFew;
    BulkHooks hooks;
    hooks.on_progress = [this, me, backend](std::uint64_t done, std::uint64_t) {
        backend->tell(me, [this, done] {
            done_ = static_cast<int>(done);
            Q_EMIT progressed();
        });
    };
    auto deed = [records = std::move(records), hooks, work = std::move(work), stop = stop_](Client& client) mutable {
        hooks.stop = stop.get();
        return work(client, records, hooks);
    };
    const auto then = [this, removes](const Result<BulkReport>& report) { finish(report, removes); };
    if (few)
        backend->act(this, deed, then);
    else
        backend->ask_long(this, deed, then);
}

void BulkEdit::finish(const Result<BulkReport>& report, bool removes) {
    running_ = false;
    Q_EMIT progressed();
    auto* backend = Backend::instance();
    if (!report) return backend->say(report.error());
    steps_ = report->steps;
    backend->wrote();
    const auto why = report->reasons.empty() ? QString{} : refusal_text(report->reasons.front().why);
    Q_EMIT finished(static_cast<int>(report->changed), static_cast<int>(report->unchanged),
                    static_cast<int>(report->refused), why, removes);
}

void BulkEdit::undo() {
    if (running_ || steps_ == nullptr) return;
    auto* backend = Backend::instance();
    backend->ask_long(
        this, [steps = std::exchange(steps_, nullptr)](Client& client) { return undo_bulk(client, *steps); },
        [this, backend](Result<BulkUndone> done) {
            if (!done) return backend->say(done.error());
            backend->wrote();
            Q_EMIT undone(static_cast<int>(done->restored), static_cast<int>(done->left));
        });
}

}  // namespace tern::app
