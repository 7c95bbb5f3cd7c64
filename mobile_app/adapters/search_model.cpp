#include "mobile_app/adapters/search_model.h"

#include <algorithm>

#include "mobile_app/adapters/telling_apart.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr std::size_t kHits = 50;
/// A sync brings many changes: asked again once for all of a moment's.
constexpr int kQuietMs = 500;

/// As StyledText: in <b> what was found.
QString marked(const SearchHit& hit) {
    const std::string_view all = hit.text;
    QString out;
    std::size_t done = 0;
    const auto add = [&](std::size_t until) {
        out += tern::app::text(all.substr(done, until - done)).toHtmlEscaped();
        done = until;
    };
    for (const auto& mark : hit.marks) {
        if (mark.begin < done || mark.end > all.size() || mark.end < mark.begin) continue;
        add(mark.begin);
        out += QLatin1String("<b>");
        add(mark.end);
        out += QLatin1String("</b>");
    }
    add(all.size());
    return out;
}

bool found_in_title(const SearchHit& hit) { return hit.text == hit.title; }

}  // namespace

SearchModel::SearchModel(QObject* parent) : QAbstractListModel(parent), asking_(kQuietMs, [this] { return ask(); }) {
    const auto renew = [this] {
        about_.clear();
        if (!text_.isEmpty()) asking_.again();
    };
    connect(Backend::instance(), &Backend::dataChanged, this, renew);
    connect(Backend::instance(), &Backend::facesChanged, this, renew);
}

void SearchModel::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    become_asked();
}

void SearchModel::setEntity(const QString& entity) {
    if (entity == entity_) return;
    entity_ = entity;
    become_asked();
}

void SearchModel::setKinds(const QStringList& kinds) {
    if (kinds == kinds_) return;
    kinds_ = kinds;
    become_asked();
}

void SearchModel::become_asked() {
    ++asked_;
    Q_EMIT textChanged();
    asking_.anew();
}

bool SearchModel::ask() {
    SearchRequest request{text_.toStdString(), entity_.toStdString(), kHits};
    Backend::instance()->ask(
        this, [request](Client& client) { return search_records(client, request); },
        [this, asked = asked_, kinds = kinds_](Result<std::vector<SearchHit>> hits) {
            asking_.answered();
            if (asked < shown_) return;
            shown_ = asked;
            if (!hits) return Backend::instance()->say(hits.error());
            if (!kinds.isEmpty())
                std::erase_if(*hits,
                              [&](const SearchHit& hit) { return !kinds.contains(tern::app::text(hit.entity)); });
            take(std::move(*hits));
            Q_EMIT answered();
            ask_about();
        });
    return true;
}

void SearchModel::take(std::vector<SearchHit> hits) {
    const auto stays = [&](const SearchHit& old) {
        return std::any_of(hits.begin(), hits.end(), [&](const SearchHit& hit) { return hit.id == old.id; });
    };
    for (int row = count() - 1; row >= 0; --row) {
        if (stays(hits_[static_cast<std::size_t>(row)])) continue;
        beginRemoveRows({}, row, row);
        hits_.erase(hits_.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < hits.size(); ++i) place(std::move(hits[i]), static_cast<int>(i));
}

/// All rows above it are at their places.
void SearchModel::place(SearchHit hit, int row) {
    const auto to = hits_.begin() + row;
    const auto from = std::find_if(to, hits_.end(), [&](const SearchHit& old) { return old.id == hit.id; });
    if (from == hits_.end()) {
        beginInsertRows({}, row, row);
        hits_.insert(to, std::move(hit));
        endInsertRows();
        return;
    }
    if (from != to) {
        const int before = static_cast<int>(from - hits_.begin());
        beginMoveRows({}, before, before, {}, row);
        std::rotate(to, from, from + 1);
        endMoveRows();
    }
    hits_[static_cast<std::size_t>(row)] = std::move(hit);
    Q_EMIT dataChanged(index(row), index(row));
}

/// Two of one name are told apart by where they are; that is read after the answer is shown, so that it costs no
/// letter.
void SearchModel::ask_about() {
    Kinds unknown;
    for (const auto& hit : hits_)
        if (found_in_title(hit) && !about_.contains(hit.id)) unknown[hit.entity].push_back(hit.id);
    if (unknown.empty()) return;
    auto* backend = Backend::instance();
    backend->ask(
        this, [unknown, reader = backend->reader()](Client& client) { return telling_apart(client, reader, unknown); },
        [this, asked = asked_](Result<About> about) {
            if (!about) return;  // the search itself would have failed, too, and says so
            about_.merge(std::move(*about));
            if (asked != asked_ || hits_.empty()) return;
            Q_EMIT dataChanged(index(0), index(count() - 1), {AboutRole, AboutFoundRole});
            Q_EMIT answered();
        });
}

QString SearchModel::idAt(int row) const {
    return row < 0 || row >= count() ? QString{} : tern::app::text(uuid_text(hits_[static_cast<std::size_t>(row)].id));
}

QVariantMap SearchModel::hitAt(int row) const {
    const auto at = index(row);
    return {{"title", data(at, TitleRole)},
            {"titleFound", data(at, TitleFoundRole)},
            {"about", data(at, AboutRole)},
            {"aboutFound", data(at, AboutFoundRole)},
            {"icon", data(at, IconRole)}};
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{RecordIdRole, "recordId"},     {IconRole, "iconName"}, {TitleRole, "title"},
            {TitleFoundRole, "titleFound"}, {AboutRole, "about"},   {AboutFoundRole, "aboutFound"}};
}

QString SearchModel::about(const SearchHit& hit, bool marks) const {
    QStringList parts;
    if (entity_.isEmpty()) {
        const auto faces = Backend::instance()->reader().faces;
        const auto* face = faces->entity(tern::app::text(hit.entity));
        if (face != nullptr) parts.push_back(marks ? face->label.toHtmlEscaped() : face->label);
    }
    if (!found_in_title(hit)) {
        parts.push_back(marks ? marked(hit) : tern::app::text(hit.text));
    } else if (const auto known = about_.find(hit.id); known != about_.end() && !known->second.isEmpty()) {
        parts.push_back(marks ? known->second.toHtmlEscaped() : known->second);
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count()) return {};
    const SearchHit& hit = hits_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case RecordIdRole:
            return tern::app::text(uuid_text(hit.id));
        case IconRole: {
            const auto faces = Backend::instance()->reader().faces;
            const auto* face = faces->entity(tern::app::text(hit.entity));
            return face == nullptr ? QString{} : face->icon;
        }
        case TitleRole:
            return tern::app::text(hit.title);
        case TitleFoundRole:
            return found_in_title(hit) ? marked(hit) : tern::app::text(hit.title).toHtmlEscaped();
        case AboutRole:
            return about(hit, false);
        case AboutFoundRole:
            return about(hit, true);
        default:
            return {};
    }
}

}  // namespace tern::app
