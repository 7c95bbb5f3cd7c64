#include "mobile_app/adapters/import_model.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

#include <QFileInfo>
#include <QPointer>
#include <QUrl>

namespace tern::app {
namespace {

/// 'it''s', as import's maps quote a column's name.
std::string quoted(const QString& column) {
    QString inner = column;
    return '\'' + inner.replace(QLatin1Char('\''), QStringLiteral("''")).toStdString() + '\'';
}

QString label_of(const EntityFace* face, const QString& field) {
    const auto* known = face == nullptr ? nullptr : face->field(field);
    return known == nullptr ? field : known->label;
}

}  // namespace

ImportModel::ImportModel(QObject* parent) : QObject(parent) {}

ImportModel::~ImportModel() { *stop_ = true; }

QString ImportModel::file() const { return QFileInfo{text(request_.file)}.fileName(); }

QString ImportModel::match() const { return request_.match.empty() ? QString{} : text(request_.match.back()); }

void ImportModel::open(const QString& file) {
    const auto entity = phase_ == Choosing ? request_.entity : std::string{};
    reset();
    request_.entity = entity;
    const QUrl url{file};
    request_.file = (url.isLocalFile() ? url.toLocalFile() : file.trimmed()).toStdString();
    if (!request_.file.empty()) look();
}

void ImportModel::reset() {
    *stop_ = true;
    ++asked_;
    request_ = {};
    told_.clear();
    columns_.clear();
    notes_.clear();
    report_.clear();
    problem_.clear();
    jobs_.clear();
    set_phase(Choosing);
}

void ImportModel::setEntity(const QString& entity) {
    if (entity.toStdString() == request_.entity) return;
    request_.entity = entity.toStdString();
    request_.match.clear();
    told_.clear();
    if (!request_.file.empty()) look();
}

void ImportModel::setMatch(const QString& field) {
    if (field == match()) return;
    request_.match.clear();
    if (!field.isEmpty()) request_.match.push_back(field.toStdString());
    look();
}

void ImportModel::put(const QString& column, const QString& field) {
    // A field that another column had goes to this one.
    for (const QVariant& other : std::as_const(columns_)) {
        const auto map = other.toMap();
        if (!field.isEmpty() && map["field"] == field) told_[map["name"].toString()] = QString{};
    }
    told_[column] = field;
    look();
}

void ImportModel::set_phase(Phase phase) {
    phase_ = phase;
    part_ = 0;
    Q_EMIT progressed();
    Q_EMIT changed();
}

ImportHooks ImportModel::hooks(const Stop& stop) {
    ImportHooks out;
    out.stop = stop.get();
    const QPointer<QObject> me{this};
    auto* backend = Backend::instance();
    out.on_progress = [this, me, stop, backend](const ImportProgress& at) {
        const double part = at.of == 0 ? 0 : static_cast<double>(at.rows) / static_cast<double>(at.of);
        backend->tell(me, [this, part] {
            part_ = part;
            Q_EMIT progressed();
        });
    };
    return out;
}

ImportModel::Looked ImportModel::look_and_try(Client& client, const ImportRequest& request, const ImportHooks& hooks) {
    Looked out;
    auto look = look_into(client, request, hooks.stop);
    if (!look) {
        out.problem = look.error();
        return out;
    }
    out.look = std::move(*look);
    if (out.look.entity.empty()) return out;
    auto trial = request;
    trial.dry_run = true;
    auto report = import_file(client, trial, hooks);
    if (!report)
        out.problem = report.error();
    else
        out.trial = std::move(*report);
    return out;
}

void ImportModel::look() {
    *stop_ = true;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    request_.map.clear();
    for (const auto& [column, field] : told_) request_.map.push_back(quoted(column) + "=" + field.toStdString());
    request_.zone = Backend::instance()->reader().zone.id().toStdString();
    set_phase(Looking);
    Backend::instance()->ask_long(
        this,
        [request = request_, stop = stop_, hooks = hooks(stop_)](Client& client) {
            return look_and_try(client, request, hooks);
        },
        [this, asked = ++asked_](Looked looked) {
            if (asked == asked_) take_look(std::move(looked));
        });
}

void ImportModel::take_look(Looked looked) {
    problem_ = looked.problem ? refusal_text(*looked.problem) : QString{};
    if (!looked.look.columns.empty()) {
        request_.entity = looked.look.entity;
        const auto faces = Backend::instance()->reader().faces;
        const auto* face = faces->entity(entity());
        columns_.clear();
        for (const auto& column : looked.look.columns) {
            QStringList samples;
            for (const auto& sample : column.samples) samples.push_back(text(sample));
            columns_.push_back(QVariantMap{{"name", text(column.name)},
                                           {"field", text(column.field)},
                                           {"label", label_of(face, text(column.field))},
                                           {"samples", samples.join(QStringLiteral(" · "))}});
        }
        report_ = {{"rows", static_cast<qint64>(looked.look.rows)}};
    }
    notes_.clear();
    if (looked.trial) tell(*looked.trial);
    set_phase(columns_.empty() ? Choosing : Ready);
}

void ImportModel::tell(const ImportReport& report) {
    report_ = {{"rows", static_cast<qint64>(report.rows)},
               {"created", static_cast<qint64>(report.created)},
               {"updated", static_cast<qint64>(report.updated)},
               {"unchanged", static_cast<qint64>(report.unchanged)},
               {"stopped", report.stopped},
               {"refused", static_cast<qint64>(report.refused_rows)}};
    notes_.clear();
    for (const auto& note : report.refused) {
        notes_.push_back(QVariantMap{{"row", static_cast<qint64>(note.row)}, {"reason", refusal_text(note.reason)}});
        if (notes_.size() >= 100) break;  // a screen shows no more; the numbers above tell all
    }
}

void ImportModel::take() {
    if (phase_ != Ready) return;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    set_phase(Working);
    Backend::instance()->ask_long(
        this,
        [request = request_, stop = stop_, hooks = hooks(stop_)](Client& client) {
            return import_file(client, request, hooks);
        },
        [this, asked = ++asked_](Result<ImportReport> report) {
            Backend::instance()->wrote();
            if (asked != asked_) return;
            if (!report) {
                problem_ = refusal_text(report.error());
                return set_phase(Ready);
            }
            problem_.clear();
            jobs_ = report->jobs;
            tell(*report);
            set_phase(Done);
        });
}

void ImportModel::cancel() { *stop_ = true; }

void ImportModel::undo(const QString& job) {
    std::vector<RecordId> jobs = jobs_;
    if (const auto id = record_id_from(job.toStdString())) jobs = {*id};
    Backend::instance()->ask_long(
        this,
        [jobs](Client& client) -> Result<UndoReport> {
            UndoReport all;
            for (const auto& one : jobs) {
                TERN_TRY(report, undo_import(client, one));
                all.deleted += report.deleted;
                all.restored += report.restored;
                all.left.insert(all.left.end(), report.left.begin(), report.left.end());
            }
            return all;
        },
        [this](Result<UndoReport> report) {
            if (!report) return Backend::instance()->say(report.error());
            Backend::instance()->wrote();
            Q_EMIT undone(static_cast<int>(report->deleted), static_cast<int>(report->restored),
                          static_cast<int>(report->left.size()));
        });
}

}  // namespace tern::app
