#include "mobile_app/adapters/reports.h"

#include <utility>

#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

#include <tern/kept_report.h>
#include <tern/records.h>
#include <tern/saved_view.h>

namespace tern::app {
namespace {

constexpr int kQuietMs = 150;

std::string words(const QVariantMap& map, const char* name) {
    return map.value(name).toString().trimmed().toStdString();
}

Result<KeptReport> report_of(const QVariantMap& map) {
    KeptReport out;
    out.name = words(map, "name");
    out.query.entity = words(map, "entity");
    out.chart = words(map, "chart");
    TERN_TRY(filter, read_filter(words(map, "filter")));
    TERN_TRY(keys, read_group_by(words(map, "groupBy")));
    TERN_TRY(measures, read_measures(words(map, "measure")));
    out.query.filter = std::move(filter);
    out.query.group_by = std::move(keys);
    out.query.measures = std::move(measures);
    return out;
}

std::string measure_text(const std::vector<Measure>& measures) {
    static constexpr const char* kNames[] = {"count", "sum:", "average:", "min:", "max:"};
    for (const Measure& measure : measures)  // what is drawn; how many there are is always beside it
        if (measure.kind != Measure::Kind::count) return kNames[static_cast<int>(measure.kind)] + measure.field;
    return {};
}

}  // namespace

Reports::Reports(QObject* parent) : QObject(parent) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &Reports::ask);
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] {
        if (!soon_.isActive()) soon_.start(kQuietMs);
    });
    connect(backend, &Backend::facesChanged, this, [this] { soon_.start(0); });
    soon_.start(0);
}

Result<Reports::Known> Reports::read(Client& client, const Reader& reader) {
    Known out;
    TERN_TRY(viewer, Backend::viewer(client, reader));
    Queries queries{client, std::move(viewer)};
    std::vector<std::string> reports;
    Query asked;
    asked.entity = "report";
    asked.sort = {{"name", false}};
    TERN_CHECK(queries.list(asked, [&](const Json& record) { reports.push_back(record.find("id")->plain()); }));
    for (const auto& id : reports) {
        const auto kept = read_report(client, id);
        if (!kept) continue;  // of a newer version: `tern report` says so
        const auto* face = reader.faces->entity(text(kept->query.entity));
        out.rows.push_back(QVariantMap{{"id", text(id)},
                                       {"name", text(kept->name)},
                                       {"entity", text(kept->query.entity)},
                                       {"kind", face == nullptr ? text(kept->query.entity) : face->plural},
                                       {"icon", face == nullptr ? QString{} : face->icon},
                                       {"filter", text(filter_text(kept->query.filter))},
                                       {"groupBy", text(group_by_text(kept->query.group_by))},
                                       {"measure", text(measure_text(kept->query.measures))},
                                       {"chart", text(kept->chart)}});
    }
    asked.entity = "saved_view";
    std::vector<std::pair<std::string, std::string>> found;
    TERN_CHECK(queries.list(asked, [&](const Json& record) {
        const Json* entity = record.find("entity");
        if (record.find("_entity") != nullptr && entity != nullptr)
            found.emplace_back(record.find("id")->plain(), entity->plain());
    }));
    for (const auto& [id, entity] : found) {
        const auto view = read_view(client, entity, id);
        if (view)
            out.views.push_back(QVariantMap{{"name", text(view->name)},
                                            {"entity", text(entity)},
                                            {"filter", text(filter_text(view->query.filter))}});
    }
    return out;
}

void Reports::ask() {
    auto* backend = Backend::instance();
    backend->ask(
        this, [reader = backend->reader()](Client& client) { return read(client, reader); },
        [this](Result<Known> known) {
            if (!known) return Backend::instance()->say(known.error());
            if (std::exchange(ready_, true) && known->rows == rows_ && known->views == views_) return;
            rows_ = std::move(known->rows);
            views_ = std::move(known->views);
            Q_EMIT changed();
        });
}

void Reports::keep(const QVariantMap& map) {
    const auto report = report_of(map);
    if (!report) return Q_EMIT refused(refusal_text(report.error()));
    Backend::instance()->act(
        this, [report = *report](Client& client) { return save_report(client, report); },
        [this, name = text(report->name)](Result<RecordId> id) {
            if (!id) return Q_EMIT refused(refusal_text(id.error()));
            Backend::instance()->wrote();
            soon_.start(0);
            Q_EMIT kept(name);
        });
}

}  // namespace tern::app
