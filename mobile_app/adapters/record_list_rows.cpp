// The rows of a list: read a few at a time, those first that are looked at.
#include <algorithm>
#include <utility>

#include "mobile_app/adapters/record_list.h"

namespace tern::app {
namespace {

constexpr int kAhead = 24;               ///< rows read before a flick brings them into sight
constexpr std::size_t kReadAtOnce = 16;  ///< the first screen is there before the next is read

}  // namespace

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
            if (whole_soon_.isActive()) ask_whole();
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
