#include "mobile_app/adapters/record_list.h"

#include <algorithm>
#include <utility>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/refusals.h"

namespace tern::app {
namespace {

/// Some twenty screens.
constexpr int kRowsHeld = 600;
constexpr std::size_t kSubtitleParts = 2;

QByteArray key(const RecordId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), static_cast<qsizetype>(id.bytes.size())};
}

QString id_text(const RecordId& id) { return QString::fromStdString(uuid_text(id)); }

}  // namespace

struct RecordList::Live {
    std::unique_ptr<Queries> queries;
    std::optional<LiveQuery> query;
};

RecordList::RecordList(QObject* parent) : QAbstractListModel(parent), rows_(kRowsHeld) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &RecordList::ask_now);
    read_soon_.setSingleShot(true);
    connect(&read_soon_, &QTimer::timeout, this, &RecordList::read_wanted);
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, &RecordList::follow);
    connect(backend, &Backend::stateChanged, this, &RecordList::asked);
    connect(backend, &Backend::facesChanged, this, &RecordList::forget_all_rows);
    connect(backend, &Backend::languageChanged, this, &RecordList::asked);
}

RecordList::~RecordList() = default;

void RecordList::setEntity(const QString& entity) {
    if (entity == entity_) return;
    entity_ = entity;
    // What the old question still answers is not of this list any more.
    ++generation_;
    live_.reset();
    ready_ = false;
    Q_EMIT readyChanged();
    beginResetModel();
    ids_.clear();
    rows_.clear();
    endResetModel();
    Q_EMIT countChanged();
    asked();
}

void RecordList::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    asked();
}

void RecordList::setSort(const QString& sort) {
    if (sort == sort_) return;
    sort_ = sort;
    asked();
}

void RecordList::setLimit(int limit) {
    if (limit == limit_) return;
    limit_ = limit;
    asked();
}

QVariantList RecordList::columns() const {
    QVariantList out;
    const auto faces = Backend::instance()->reader().faces;
    const auto* face = faces->entity(entity_);
    if (face == nullptr) return out;
    for (const QString& name : chosen_columns_)
        if (const auto* field = face->field(name)) out.push_back(field->map());
    if (chosen_columns_.isEmpty())
        for (const auto& field : face->fields)
            if (field.listed) out.push_back(field.map());
    return out;
}

void RecordList::setChosenColumns(const QStringList& names) {
    if (names == chosen_columns_) return;
    chosen_columns_ = names;
    forget_all_rows();
}

int RecordList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QHash<int, QByteArray> RecordList::roleNames() const {
    return {{RecordIdRole, "recordId"}, {TitleRole, "title"}, {SubtitleRole, "subtitle"}, {BadgeRole, "badge"},
            {ToneRole, "tone"},         {AsideRole, "aside"}, {ValuesRole, "values"},     {LoadedRole, "loaded"},
            {SelectedRole, "selected"}, {PhoneRole, "phone"}, {MailRole, "mail"}};
}

QVariant RecordList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count()) return {};
    const RecordId& id = ids_[static_cast<std::size_t>(index.row())];
    if (role == RecordIdRole) return id_text(id);
    if (role == SelectedRole) return selected_.contains(key(id));
    const Row* row = rows_.object(key(id));
    if (role == LoadedRole) return row != nullptr;
    if (row == nullptr) {
        want(id, index.row());
        return role == ValuesRole ? QVariant{QStringList{}} : QVariant{QString{}};
    }
    switch (role) {
        case TitleRole:
        case Qt::DisplayRole:
            return row->title;
        case SubtitleRole:
            return row->subtitle;
        case BadgeRole:
            return row->badge;
        case ToneRole:
            return row->tone;
        case AsideRole:
            return row->aside;
        case ValuesRole:
            return row->values;
        case PhoneRole:
            return row->phone;
        case MailRole:
            return row->mail;
        default:
            return {};
    }
}

QString RecordList::idAt(int row) const {
    return row < 0 || row >= count() ? QString{} : id_text(ids_[static_cast<std::size_t>(row)]);
}

int RecordList::rowOf(const QString& id) const {
    const auto read = record_id_from(id.toStdString());
    return read ? place_of(*read, -1) : -1;
}

int RecordList::place_of(const RecordId& id, int likely) const {
    if (likely >= 0 && likely < count() && ids_[static_cast<std::size_t>(likely)] == id) return likely;
    const auto at = std::find(ids_.begin(), ids_.end(), id);
    return at == ids_.end() ? -1 : static_cast<int>(at - ids_.begin());
}

// --- what is selected -----------------------------------------------------------------------------------------------

void RecordList::selected(int first, int last) {
    if (first <= last && last >= 0) Q_EMIT dataChanged(index(first), index(last), {SelectedRole});
    Q_EMIT selectionChanged();
}

void RecordList::toggle(int row) {
    if (row < 0 || row >= count()) return;
    const auto id = key(ids_[static_cast<std::size_t>(row)]);
    if (!selected_.remove(id)) selected_.insert(id);
    selected(row, row);
}

void RecordList::selectTo(int from, int to) {
    const int first = std::max(0, std::min(from, to)), last = std::min(count() - 1, std::max(from, to));
    for (int row = first; row <= last; ++row) selected_.insert(key(ids_[static_cast<std::size_t>(row)]));
    selected(first, last);
}

void RecordList::selectAll() { selectTo(0, count() - 1); }

void RecordList::selectNone() {
    if (selected_.isEmpty()) return;
    selected_.clear();
    selected(0, count() - 1);
}

QStringList RecordList::selectedIds() const {
    QStringList out;
    for (const RecordId& id : ids_)
        if (selected_.contains(key(id))) out.push_back(id_text(id));
    return out;
}

// --- the question ---------------------------------------------------------------------------------------------------

/// Several properties are set at once: they are one question.
void RecordList::asked() {
    Q_EMIT askedChanged();
    soon_.start(0);
}

void RecordList::ask_now() {
    if (entity_.isEmpty()) return;
    auto* backend = Backend::instance();
    const auto filter = read_filter(filter_.toStdString());
    if (!filter) return Q_EMIT refused(refusal_text(filter.error()));
    const auto sort = read_sort(sort_.toStdString());
    if (!sort) return Q_EMIT refused(refusal_text(sort.error()));
    Query query{entity_.toStdString(), *filter, *sort, {}, {}, {}, {}};
    if (limit_ > 0) query.page_size = static_cast<std::size_t>(limit_);
    live_ = std::make_shared<Live>();
    const auto generation = ++generation_;
    backend->ask(
        this,
        [live = live_, query, reader = backend->reader()](Client& client) -> Result<std::vector<RecordId>> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            live->queries = std::make_unique<Queries>(client, std::move(viewer));
            TERN_TRY(opened, LiveQuery::open(*live->queries, query));
            live->query.emplace(std::move(opened));
            return live->query->ids();
        },
        [this, generation](Result<std::vector<RecordId>> ids) {
            if (generation != generation_) return;
            if (!ids) return Q_EMIT refused(refusal_text(ids.error()));
            show(std::move(*ids));
        });
}

void RecordList::show(std::vector<RecordId> ids) {
    beginResetModel();
    ids_ = std::move(ids);
    const bool had = !std::exchange(selected_, {}).isEmpty();
    endResetModel();
    Q_EMIT countChanged();
    if (had) Q_EMIT selectionChanged();
    if (ready_) return;
    ready_ = true;
    Q_EMIT readyChanged();
}

void RecordList::follow(const std::vector<store::Notice>& notices) {
    if (live_ == nullptr) return;
    const auto generation = generation_;
    Backend::instance()->ask(
        this,
        [live = live_, notices](Client& client) -> Result<Difference> {
            if (!live->query) return Difference{};
            // Its "today" and "now" go on.
            Viewer viewer = live->queries->viewer();
            viewer.now = client.adjusted_now();
            live->queries->set_viewer(std::move(viewer));
            return live->query->update(notices);
        },
        [this, generation](Result<Difference> difference) {
            if (generation != generation_ || !difference || difference->empty()) return;
            apply(*difference);
        });
}

void RecordList::apply(const Difference& difference) {
    QSet<QByteArray> gone;
    for (const std::size_t at : difference.removed) gone.insert(key(ids_[at]));
    for (const auto& placed : difference.placed) gone.remove(key(placed.id));
    for (const std::size_t at : difference.removed) {
        const int row = static_cast<int>(at);
        beginRemoveRows({}, row, row);
        rows_.remove(key(ids_[at]));
        ids_.erase(ids_.begin() + row);
        endRemoveRows();
    }
    for (const auto& placed : difference.placed) {
        const int row = static_cast<int>(placed.at);
        beginInsertRows({}, row, row);
        ids_.insert(ids_.begin() + row, placed.id);
        endInsertRows();
    }
    for (const RecordId& id : difference.changed) want(id, place_of(id, -1));
    Q_EMIT countChanged();
    const auto before = selected_.size();
    selected_.subtract(gone);
    if (selected_.size() != before) Q_EMIT selectionChanged();
}

// --- rows -----------------------------------------------------------------------------------------------------------

void RecordList::want(const RecordId& id, int row) const {
    if (reading_.contains(key(id))) return;
    reading_.insert(key(id));
    wanted_.emplace_back(id, row);
    if (!read_soon_.isActive()) read_soon_.start(0);
}

void RecordList::read_wanted() {
    const auto wanted = std::exchange(wanted_, {});
    std::vector<RecordId> ids;
    for (const auto& [id, row] : wanted) ids.push_back(id);
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [ids, entity = entity_, columns = chosen_columns_, reader = backend->reader()](Client& client) {
            return read(client, reader, entity, ids, columns);
        },
        [this, wanted, columns = chosen_columns_](Result<Read> rows) {
            for (const auto& [id, row] : wanted) reading_.remove(key(id));
            if (columns != chosen_columns_) {
                for (const auto& [id, row] : wanted) want(id, row);
                return;
            }
            if (!rows) return Backend::instance()->say(rows.error());
            for (auto& [id, row] : *rows) rows_.insert(key(id), new Row{std::move(row)});
            for (const auto& [id, row] : wanted) {
                const int at = place_of(id, row);
                if (at >= 0 && rows_.contains(key(id))) Q_EMIT dataChanged(index(at), index(at));
            }
        });
}

void RecordList::forget_all_rows() {
    rows_.clear();
    if (!ids_.empty()) Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT askedChanged();
}

Result<RecordList::Read> RecordList::read(Client& client, const Reader& reader, const QString& entity,
                                          std::vector<RecordId> ids, const QStringList& columns) {
    const auto* face = reader.faces->entity(entity);
    if (face == nullptr) return Read{};
    // Rows ask for no `me` and no team, and these are looked up in every team space.
    Viewer viewer{client.adjusted_now(), reader.zone.id().toStdString(), {}, {}, {}};
    Records records{client};
    Display display{records, reader.locale, reader.zone};
    Read out;
    TERN_CHECK(Queries(client, std::move(viewer)).show(entity.toStdString(), ids, [&](const Json& record) {
        if (const auto id = record_id_from(record.find("id")->plain()))
            out.emplace_back(*id, row_of(display, *face, record, columns));
    }));
    return out;
}

RecordList::Row RecordList::row_of(Display& display, const EntityFace& face, const Json& record,
                                   const QStringList& columns) {
    Row out;
    out.title = display.title(face, record);
    // Of several choices the one that says how it stands.
    static const QStringList kTelling{QStringLiteral("status"), QStringLiteral("state"),
                                      QStringLiteral("payment_state")};
    bool told = false;
    QStringList parts;
    QString day;
    for (const QString& name : columns)
        if (const auto* field = face.field(name)) out.values.push_back(display.of(*field, record));
    const auto reach = [&](const char* wanted, QString& into) {
        for (const FieldFace& field : face.fields)
            if (into.isEmpty() && field.name.startsWith(QLatin1String(wanted)))
                into = display.of(field, record).section(QLatin1Char(','), 0, 0).trimmed();
    };
    reach("mobile", out.phone);
    reach("phone", out.phone);
    reach("email", out.mail);
    for (const FieldFace& field : face.fields) {
        if (!field.listed) continue;
        const QString value = display.of(field, record);
        if (columns.isEmpty()) out.values.push_back(value);
        if (value.isEmpty() ||
            std::find(face.title.begin(), face.title.end(), field.name.toStdString()) != face.title.end())
            continue;
        if (field.kind == FieldKind::choice) {
            const bool tells = kTelling.contains(field.name);
            if (out.badge.isEmpty() || (tells && !told)) {
                out.badge = value;
                out.tone = QString::fromStdString(record.find(field.name.toStdString())->plain());
                told = tells;
            }
        } else if (field.kind == FieldKind::money) {
            if (out.aside.isEmpty()) out.aside = value;
        } else if (field.kind == FieldKind::date || field.kind == FieldKind::datetime) {
            if (day.isEmpty()) day = value;
        } else if (field.kind != FieldKind::boolean && static_cast<std::size_t>(parts.size()) < kSubtitleParts) {
            parts.push_back(value);
        }
    }
    if (out.aside.isEmpty()) out.aside = day;
    out.subtitle = parts.join(QStringLiteral(" · "));
    return out;
}

}  // namespace tern::app
