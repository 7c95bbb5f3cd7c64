#include "client_core/store/notices.h"

#include <algorithm>

namespace tern::store {
namespace {

/// Rows kept for readers. Who is further behind is told to look at everything again.
constexpr std::int64_t kRing = 512;

}  // namespace

void NoticeBook::add(EntityNumber entity, const RecordId& id) {
    Entry& entry = entries_[entity];
    if (entry.all) return;
    const auto at = std::lower_bound(entry.ids.begin(), entry.ids.end(), id);
    if (at != entry.ids.end() && *at == id) return;
    entry.ids.insert(at, id);
    if (entry.ids.size() > kNoticeIds) entry = {true, {}};
}

std::vector<EntityNumber> NoticeBook::entities() const {
    std::vector<EntityNumber> out;
    for (const auto& [entity, entry] : entries_) out.push_back(entity);
    return out;
}

std::vector<Notice> NoticeBook::take() {
    std::vector<Notice> out;
    for (auto& [entity, entry] : entries_)
        out.push_back({entity, entry.all ? std::vector<RecordId>{} : std::move(entry.ids)});
    entries_.clear();
    return out;
}

void Notices::start() { seen_ = db_.find_integer("SELECT max(seq) FROM notice").value_or(0); }

void Notices::write(NoticeBook& book) {
    std::int64_t last = 0;
    for (const Notice& notice : book.take()) {
        Bytes ids;
        for (const RecordId& id : notice.records) ids.insert(ids.end(), id.bytes.begin(), id.bytes.end());
        if (ids.empty())
            db_.run("INSERT INTO notice(entity, ids) VALUES (?, NULL)", notice.entity);
        else
            db_.run("INSERT INTO notice(entity, ids) VALUES (?, ?)", notice.entity, ids);
        last = db_.last_rowid();
    }
    if (last % 64 == 0) db_.run("DELETE FROM notice WHERE seq <= ?", last - kRing);
}

std::vector<Notice> Notices::take() {
    NoticeBook book;
    std::int64_t expected = seen_ + 1;
    Rows rows = db_.query("SELECT seq, entity, ids FROM notice WHERE seq > ? ORDER BY seq", seen_);
    while (rows.next()) {
        if (rows.integer(0) != expected)
            for (const auto& entity : shapes_.now().schema().entities()) book.add_all_of(entity.number);
        seen_ = rows.integer(0);
        expected = seen_ + 1;
        const auto entity = static_cast<EntityNumber>(rows.integer(1));
        if (rows.is_null(2)) book.add_all_of(entity);
        const ByteView ids = rows.blob(2);
        for (std::size_t at = 0; at + 16 <= ids.size(); at += 16) book.add(entity, RecordId::of(ids.subspan(at, 16)));
    }
    return book.take();
}

}  // namespace tern::store
