#include "mobile_app/adapters/record_list.h"

#include <algorithm>
#include <set>
#include <utility>

#include "mobile_app/adapters/refusals.h"

namespace tern::app {
namespace {

constexpr int kRowsHeld = 600;              ///< some twenty screens
constexpr int kSight = 48;                  ///< from the row drawn last: perhaps on the screen
constexpr std::size_t kFirst = 64;          ///< some two screens, shown before the whole is in order
constexpr int kFirstRowsMs = 150;           ///< for those to be read, where anybody draws them
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
    whole_soon_.setSingleShot(true);
    connect(&whole_soon_, &QTimer::timeout, this, &RecordList::ask_whole);
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

void RecordList::selectAll() {
    if (whole_)
        selectTo(0, count() - 1);
    else
        all_wanted_ = true;
}

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
    whole_soon_.stop();
    all_wanted_ = false;
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
    query_ = query;
    live_.reset();
    whole_soon_.stop();
    const auto generation = ++generation_;
    if (limit_ > 0 || sorts_by_what_is_worked_out()) return ask_whole();
    set_whole(false);
    query.page_size = kFirst;
    backend->ask(
        this,
        [query, reader = backend->reader()](Client& client) -> Result<std::vector<RecordId>> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            TERN_TRY(first, Queries(client, std::move(viewer)).ids(query));
            return std::move(first.ids);
        },
        [this, generation](Result<std::vector<RecordId>> ids) {
            if (generation != generation_) return;
            if (!ids) return Q_EMIT refused(refusal_text(ids.error()));
            begin_with(std::move(*ids));
        });
}

/// Its first rows cost as much as all of them.
bool RecordList::sorts_by_what_is_worked_out() const {
    const auto faces = Backend::instance()->reader().faces;
    const auto* face = faces->entity(entity_);
    return face != nullptr && std::any_of(query_.sort.begin(), query_.sort.end(), [&](const SortKey& key) {
               const auto* field = face->field(QString::fromStdString(key.field));
               return field != nullptr && field->computed;
           });
}

void RecordList::begin_with(std::vector<RecordId> ids) {
    const bool more = ids.size() == kFirst;
    show(std::move(ids));
    whole_soon_.start(more ? kFirstRowsMs : 0);
}

void RecordList::ask_whole() {
    whole_soon_.stop();
    live_ = std::make_shared<Live>();
    missed_.clear();
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [live = live_, query = query_, reader = backend->reader()](Client& client) -> Result<std::vector<RecordId>> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            live->queries = std::make_unique<Queries>(client, std::move(viewer));
            TERN_TRY(opened, LiveQuery::open(*live->queries, query));
            live->query.emplace(std::move(opened));
            return live->query->ids();
        },
        [this, generation = generation_](Result<std::vector<RecordId>> ids) {
            if (generation != generation_) return;
            if (!ids) return Q_EMIT refused(refusal_text(ids.error()));
            complete(std::move(*ids));
        });
}

void RecordList::complete(std::vector<RecordId> ids) {
    const bool goes_on = ready_ && ids.size() >= ids_.size() && std::equal(ids_.begin(), ids_.end(), ids.begin());
    if (!goes_on) {
        show(std::move(ids));
    } else if (ids.size() > ids_.size()) {
        beginInsertRows({}, count(), static_cast<int>(ids.size()) - 1);
        ids_ = std::move(ids);
        endInsertRows();
        Q_EMIT countChanged();
    }
    set_whole(true);
    if (std::exchange(all_wanted_, false)) selectAll();
}

void RecordList::set_whole(bool whole) {
    if (std::exchange(whole_, whole) != whole) Q_EMIT wholeChanged();
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

}  // namespace tern::app
