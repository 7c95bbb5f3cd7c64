#include "mobile_app/adapters/record_list.h"

#include <algorithm>
#include <set>
#include <utility>

#include "mobile_app/adapters/refusals.h"

namespace tern::app {
namespace {

constexpr int kRowsHeld = 600;              ///< some twenty screens
constexpr int kAhead = 24;                  ///< rows read before a flick brings them into sight
constexpr int kSight = 48;                  ///< from the row drawn last: perhaps on the screen
constexpr std::size_t kReadAtOnce = 16;     ///< the first screen is there before the next is read
constexpr std::size_t kMissedHeld = 2'000;  ///< changed records; of more only their kind is kept
constexpr std::size_t kMovesShown = 1'000;  ///< of more the list is shown anew

QString id_text(const RecordId& id) { return QString::fromStdString(uuid_text(id)); }

}  // namespace

struct RecordList::Live {
    std::unique_ptr<Queries> queries;
    std::optional<LiveQuery> query;
};

RecordList::RecordList(QObject* parent)
    : QAbstractListModel(parent), rows_(kRowsHeld), following_(0, [this] { return follow_missed(); }) {
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
            {SelectedRole, "selected"}, {PhoneRole, "phone"}, {MailRole, "mail"},         {MarksRole, "marks"}};
}

QVariant RecordList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count()) return {};
    const RecordId& id = ids_[static_cast<std::size_t>(index.row())];
    if (role == RecordIdRole) return id_text(id);
    if (role == SelectedRole) return selected_.contains(id);
    Held* held = rows_.object(id);
    if (role == LoadedRole) {
        want_around(index.row());
        return held != nullptr;
    }
    if (held == nullptr) {
        want(id, index.row());
        return role == ValuesRole || role == MarksRole ? QVariant{QStringList{}} : QVariant{QString{}};
    }
    held->at = index.row();
    const RecordRow* row = &held->shown;
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
        case MarksRole:
            return row->marks;
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
    const auto from = ids_.begin() + std::clamp(likely - kSight, 0, count());
    const auto near = std::find(from, ids_.begin() + std::clamp(likely + kSight, 0, count()), id);
    const auto at = near != ids_.end() && *near == id ? near : std::find(ids_.begin(), ids_.end(), id);
    return at == ids_.end() ? -1 : static_cast<int>(at - ids_.begin());
}

// --- what is selected -----------------------------------------------------------------------------------------------

void RecordList::selected(int first, int last) {
    if (first <= last && last >= 0) Q_EMIT dataChanged(index(first), index(last), {SelectedRole});
    Q_EMIT selectionChanged();
}

void RecordList::toggle(int row) {
    if (row < 0 || row >= count()) return;
    const auto id = ids_[static_cast<std::size_t>(row)];
    if (!selected_.remove(id)) selected_.insert(id);
    selected(row, row);
}

void RecordList::selectTo(int from, int to) {
    const int first = std::max(0, std::min(from, to)), last = std::min(count() - 1, std::max(from, to));
    for (int row = first; row <= last; ++row) selected_.insert(ids_[static_cast<std::size_t>(row)]);
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
        if (selected_.contains(id)) out.push_back(id_text(id));
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
    missed_.clear();
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
    missed_.insert(missed_.end(), notices.begin(), notices.end());
    std::size_t records = 0;
    for (const auto& notice : missed_) records += notice.records.size();
    if (records > kMissedHeld || missed_.size() > kMissedHeld) {
        std::set<EntityNumber> kinds;
        for (const auto& notice : missed_) kinds.insert(notice.entity);
        missed_.clear();
        for (const auto kind : kinds) missed_.push_back({kind, {}});
    }
    following_.again();
}

bool RecordList::follow_missed() {
    if (live_ == nullptr || missed_.empty()) return false;
    Backend::instance()->ask(
        this,
        [live = live_, notices = std::exchange(missed_, {})](Client& client) -> Result<Difference> {
            if (!live->query) return Difference{};
            // Its "today" and "now" go on.
            Viewer viewer = live->queries->viewer();
            viewer.now = client.adjusted_now();
            live->queries->set_viewer(std::move(viewer));
            return live->query->update(notices);
        },
        [this, generation = generation_](Result<Difference> difference) {
            following_.answered();
            if (generation != generation_ || !difference || difference->empty()) return;
            apply(*difference);
        });
    return true;
}

void RecordList::apply(const Difference& difference) {
    if (!difference.removed.empty() || !difference.placed.empty()) {
        QSet<RecordId> gone;
        for (const std::size_t at : difference.removed) gone.insert(ids_[at]);
        for (const auto& placed : difference.placed) gone.remove(placed.id);
        move_rows(difference);
        Q_EMIT countChanged();
        const auto before = selected_.size();
        selected_.subtract(gone);
        if (selected_.size() != before) Q_EMIT selectionChanged();
    }
    for (const RecordId& id : difference.changed) refresh_row(id);
}

void RecordList::move_rows(const Difference& difference) {
    const bool many = difference.removed.size() + difference.placed.size() > kMovesShown;
    if (many) beginResetModel();
    for (const std::size_t at : difference.removed) {
        const int row = static_cast<int>(at);
        if (!many) beginRemoveRows({}, row, row);
        rows_.remove(ids_[at]);
        ids_.erase(ids_.begin() + row);
        if (!many) endRemoveRows();
    }
    for (const auto& placed : difference.placed) {
        const int row = static_cast<int>(placed.at);
        if (!many) beginInsertRows({}, row, row);
        ids_.insert(ids_.begin() + row, placed.id);
        if (!many) endInsertRows();
    }
    if (many) endResetModel();
}

/// What may be on the screen is read again and shown meanwhile as it was; the rest is read when it is drawn next.
void RecordList::refresh_row(const RecordId& id) {
    const Held* held = rows_.object(id);
    if (held == nullptr) return;
    if (std::abs(held->at - drawn_) <= kSight)
        want(id, held->at);
    else
        rows_.remove(id);
}

// --- rows -----------------------------------------------------------------------------------------------------------

void RecordList::want(const RecordId& id, int row) const {
    if (reading_.contains(id)) return;
    reading_.insert(id);
    wanted_.emplace_back(id, row);
    if (!read_soon_.isActive()) read_soon_.start(0);
}

/// What a flick brings into sight next, the way it goes, is read before it gets there.
void RecordList::want_around(int row) const {
    const int step = row >= drawn_ ? 1 : -1;
    drawn_ = row;
    for (int ahead = 0; ahead <= kAhead; ++ahead) {
        const int next = row + step * ahead;
        if (next < 0 || next >= count()) return;
        const RecordId& id = ids_[static_cast<std::size_t>(next)];
        if (!rows_.contains(id)) want(id, next);
    }
}

void RecordList::read_wanted() {
    const auto wanted = std::exchange(wanted_, {});
    for (std::size_t i = 0; i < wanted.size(); i += kReadAtOnce)
        read_some({wanted.begin() + static_cast<std::ptrdiff_t>(i),
                   wanted.begin() + static_cast<std::ptrdiff_t>(std::min(i + kReadAtOnce, wanted.size()))});
}

void RecordList::read_some(std::vector<Wanted> wanted) {
    std::vector<RecordId> ids;
    for (const auto& [id, row] : wanted) ids.push_back(id);
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [ids, entity = entity_, columns = chosen_columns_, reader = backend->reader()](Client& client) {
            return read(client, reader, entity, ids, columns);
        },
        [this, wanted = std::move(wanted), columns = chosen_columns_](Result<Read> rows) {
            for (const auto& [id, row] : wanted) reading_.remove(id);
            if (columns != chosen_columns_) {
                for (const auto& [id, row] : wanted) want(id, row);
                return;
            }
            if (!rows) return Backend::instance()->say(rows.error());
            for (auto& [id, row] : *rows) rows_.insert(id, new Held{std::move(row), 0});
            for (const auto& [id, row] : wanted) {
                const int at = place_of(id, row);
                Held* held = rows_.object(id);
                if (at < 0 || held == nullptr) continue;
                held->at = at;
                Q_EMIT dataChanged(index(at), index(at));
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
    const Glance glance{QDateTime::fromMSecsSinceEpoch(client.adjusted_now()).toTimeZone(reader.zone).date(),
                        reader.me};
    Read out;
    TERN_CHECK(Queries(client, std::move(viewer)).show(entity.toStdString(), ids, [&](const Json& record) {
        if (const auto id = record_id_from(record.find("id")->plain()))
            out.emplace_back(*id, record_row(display, *face, record, columns, glance));
    }));
    return out;
}

}  // namespace tern::app
