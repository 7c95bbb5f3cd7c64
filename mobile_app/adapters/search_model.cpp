#include "mobile_app/adapters/search_model.h"

namespace tern::app {
namespace {

constexpr std::size_t kHits = 50;

}  // namespace

void SearchModel::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    Q_EMIT textChanged();
    ask();
}

void SearchModel::setEntity(const QString& entity) {
    if (entity == entity_) return;
    entity_ = entity;
    Q_EMIT textChanged();
    ask();
}

void SearchModel::ask() {
    const auto asked = ++asked_;
    SearchRequest request{text_.toStdString(), entity_.toStdString(), kHits};
    Backend::instance()->ask(
        this, [request](Client& client) { return search_records(client, request); },
        [this, asked](Result<std::vector<SearchHit>> hits) {
            if (asked < shown_) return;
            shown_ = asked;
            if (!hits) return Backend::instance()->say(hits.error());
            beginResetModel();
            hits_ = std::move(*hits);
            endResetModel();
            Q_EMIT countChanged();
        });
}

QString SearchModel::idAt(int row) const {
    return row < 0 || row >= count() ? QString{}
                                     : QString::fromStdString(uuid_text(hits_[static_cast<std::size_t>(row)].id));
}

QVariantMap SearchModel::hitAt(int row) const {
    const auto at = index(row);
    return {{"title", data(at, TitleRole)},
            {"excerpt", data(at, ExcerptRole).toString()},
            {"kind", data(at, KindRole)},
            {"icon", data(at, IconRole)}};
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{RecordIdRole, "recordId"}, {EntityRole, "entity"}, {KindRole, "kind"},
            {IconRole, "iconName"},     {TitleRole, "title"},   {ExcerptRole, "excerpt"}};
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count()) return {};
    const SearchHit& hit = hits_[static_cast<std::size_t>(index.row())];
    const auto faces = Backend::instance()->reader().faces;
    const auto* face = faces->entity(QString::fromStdString(hit.entity));
    switch (role) {
        case RecordIdRole:
            return QString::fromStdString(uuid_text(hit.id));
        case EntityRole:
            return QString::fromStdString(hit.entity);
        case KindRole:
            return face == nullptr ? QString::fromStdString(hit.entity) : face->label;
        case IconRole:
            return face == nullptr ? QString{} : face->icon;
        case TitleRole:
            return QString::fromStdString(hit.title);
        case ExcerptRole:
            return hit.text == hit.title ? QString{} : QString::fromStdString(hit.text);
        default:
            return {};
    }
}

}  // namespace tern::app
