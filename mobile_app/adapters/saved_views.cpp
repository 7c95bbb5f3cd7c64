#include "mobile_app/adapters/saved_views.h"
#include "mobile_app/adapters/text.h"

#include <algorithm>

#include <tern/records.h>
#include <tern/saved_view.h>

namespace tern::app {
namespace {

Result<SavedView> view_of(const QString& entity, const QVariantMap& words) {
    const auto word = [&](const char* name) { return words.value(QLatin1String(name)).toString().toStdString(); };
    SavedView out;
    out.name = word("name");
    out.query.entity = entity.toStdString();
    TERN_TRY(filter, read_filter(word("filter")));
    TERN_TRY(sort, read_sort(word("sort")));
    TERN_TRY(group_by, read_group_by(word("groupBy")));
    out.query.filter = std::move(filter);
    out.query.sort = std::move(sort);
    out.query.group_by = std::move(group_by);
    for (const QString& column : words.value(QStringLiteral("columns")).toStringList())
        out.columns.push_back(column.toStdString());
    return out;
}

bool is_team(SpaceKind kind) { return kind == SpaceKind::team || kind == SpaceKind::pool; }

}  // namespace

SavedViews::SavedViews(QObject* parent) : QObject(parent) {
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &SavedViews::load);
    connect(backend, &Backend::stateChanged, this, &SavedViews::load);
}

void SavedViews::setEntity(const QString& entity) {
    if (entity == entity_) return;
    entity_ = entity;
    Q_EMIT entityChanged();
    views_.clear();
    Q_EMIT viewsChanged();
    load();
}

void SavedViews::load() {
    if (entity_.isEmpty()) return;
    Backend::instance()->ask(
        this, [entity = entity_.toStdString()](Client& client) { return read(client, entity); },
        [this, asked = entity_](Result<Read> answer) {
            if (asked != entity_ || !answer || (answer->views == views_ && answer->teams == teams_)) return;
            views_ = std::move(answer->views);
            teams_ = std::move(answer->teams);
            Q_EMIT viewsChanged();
        });
}

Result<SavedViews::Read> SavedViews::read(Client& client, const std::string& entity) {
    TERN_TRY(kept, views_of(client, entity));
    TERN_TRY(spaces, client.spaces(false));
    Read out;
    std::vector<SpaceId> shared;
    for (const auto& space : spaces) {
        if (!is_team(space.kind)) continue;
        shared.push_back(space.id);
        if (client.may_write(space.id))
            out.teams.push_back(
                QVariantMap{{"value", text(uuid_text(RecordId{space.id.bytes}))}, {"label", text(space.name)}});
    }
    for (const auto& one : kept) {
        QStringList columns;
        for (const auto& column : one.view.columns) columns.push_back(text(column));
        out.views.push_back(QVariantMap{{"id", text(uuid_text(one.id))},
                                        {"name", text(one.view.name)},
                                        {"pinned", one.pinned},
                                        {"shared", std::find(shared.begin(), shared.end(), one.space) != shared.end()},
                                        {"kind", text(one.kind)},
                                        {"filter", text(filter_text(one.view.query.filter))},
                                        {"sort", text(sort_text(one.view.query.sort))},
                                        {"groupBy", text(group_by_text(one.view.query.group_by))},
                                        {"columns", columns}});
    }
    return out;
}

void SavedViews::save(const QVariantMap& words, const QString& team) {
    auto* backend = Backend::instance();
    const auto view = view_of(entity_, words);
    if (!view) return backend->say(view.error());
    const auto space = record_id_from(team.toStdString());
    backend->act(
        this,
        [view = *view,
         space = space ? std::optional{SpaceId{space->bytes}} : std::nullopt](Client& client) -> Result<RecordId> {
            TERN_TRY(id, save_view(client, view, space));
            // A view of that name stays where it was.
            TERN_TRY(spaces, client.spaces(false));
            const auto home = client.store().find(id).back().space;
            const bool shared = std::any_of(spaces.begin(), spaces.end(),
                                            [&](const SpaceInfo& one) { return one.id == home && is_team(one.kind); });
            TERN_CHECK(Records{client}.set(id, {{"kind", view.query.group_by.empty() ? "list" : "group"},
                                                {"scope", shared ? "team" : "private"}}));
            return id;
        },
        [this, backend](Result<RecordId> id) {
            if (!id) return backend->say(id.error());
            backend->wrote();
            load();
            Q_EMIT saved(text(uuid_text(*id)));
        });
}

void SavedViews::rename(const QString& id, const QString& name) {
    Backend::instance()->set(id, QStringLiteral("name"), name);
}

void SavedViews::pin(const QString& id, bool pinned) {
    Backend::instance()->set(id, QStringLiteral("pinned"), pinned ? QStringLiteral("true") : QStringLiteral("false"));
}

void SavedViews::remove(const QString& id) { Backend::instance()->remove(id); }

}  // namespace tern::app
