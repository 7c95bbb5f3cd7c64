#include "sync_server/admin/check.h"

#include <map>

#include "sync_server/access/access.h"
#include "sync_server/merge/merge.h"

namespace tern::server {
namespace {

constexpr std::size_t kPageBytes = 4 * 1024 * 1024;

/// One space: reads its deltas once, and works out from them what the index should say.
class SpaceCheck {
public:
    SpaceCheck(ServerStore& store, const OrgLog& org, const SpaceState& space, CheckReport& report)
        : store_(store), org_(org), space_(space), report_(report) {}

    Result<std::uint64_t> run() {
        TERN_TRY(newest, store_.newest(space_.ref));
        std::uint64_t next = 1;
        for (std::uint64_t cursor = 0; cursor < newest;) {
            TERN_TRY(page, store_.deltas(space_.ref, cursor, newest, Which::all, kPageBytes));
            for (const auto& row : page.deltas) {
                if (row.cursor != next) problem("cursor " + std::to_string(next) + " is missing");
                next = row.cursor + 1;
                read(row);
            }
            cursor = page.scanned_to;
        }
        if (next != newest + 1) problem("the newest cursor is not that of the newest delta");
        TERN_CHECK(check_tags());
        TERN_CHECK(check_live());
        TERN_CHECK(check_positions());
        return bytes_;
    }

private:
    void problem(const std::string& what) {
        report_.problems.push_back("space " + id_text(space_.log.id()) + ": " + what);
    }

    void read(const DeltaRow& row) {
        ++report_.deltas;
        bytes_ += row.bytes.size();
        const auto at = "the delta at cursor " + std::to_string(row.cursor);
        const auto frame = read_delta(row.bytes);
        if (!frame) return problem(at + " is damaged: " + frame.error().what);
        const auto* device = org_.device(row.device);
        if (frame->header.space != space_.log.id() || frame->header.device != row.device)
            problem(at + " is filed in the wrong place");
        if (device == nullptr || !signature_fits(*frame, device->dsk))
            problem(at + " does not carry its author's signature");
        const bool purge = frame->header.kind == DeltaKind::purge;
        for (std::size_t i = 0; i < frame->header.tags.size(); ++i)
            expected_[frame->header.tags[i]].push_back({frame->header.stamp_of(i), purge, row.cursor});
        live_[row.cursor] = frame->header.kind == DeltaKind::checkpoint ? 1 : 0;
        auto& last = last_[row.device];
        if (frame->header.dev_seq > last.seq) last = {frame->header.dev_seq, env_id16(frame->env_id)};
    }

    using Key = std::tuple<TagRank, std::uint64_t>;
    static Key key(const TagHolder& h) { return {TagRank{h.purge, h.stamp}, h.cursor}; }

    Status check_tags() {
        std::map<Tag, std::vector<TagHolder>> stored;
        TERN_TRY(rows, store_.tags_of(space_.ref));
        report_.tags += rows.size();
        for (const auto& row : rows) stored[row.tag].push_back(row.holder);
        std::size_t wrong = 0;
        for (auto& [tag, holders] : expected_) {
            const auto by_rank = [](const TagHolder& a, const TagHolder& b) { return key(a) < key(b); };
            auto& found = stored[tag];
            std::sort(holders.begin(), holders.end(), by_rank);
            std::sort(found.begin(), found.end(), by_rank);
            wrong += !std::equal(holders.begin(), holders.end(), found.begin(), found.end(),
                                 [](const auto& a, const auto& b) { return key(a) == key(b); });
            const TagRank winner{holders.back().purge, holders.back().stamp};
            for (const auto& holder : holders) live_[holder.cursor] += TagRank{holder.purge, holder.stamp} == winner;
        }
        if (wrong != 0 || stored.size() != expected_.size())
            problem(std::to_string(std::max<std::size_t>(wrong, 1)) + " tags are not those of the deltas");
        return ok();
    }

    Status check_live() {
        for (const auto& [cursor, count] : live_) {
            TERN_TRY(stored, store_.live_count(space_.ref, cursor));
            if (stored != count)
                problem("the delta at cursor " + std::to_string(cursor) + " wins " + std::to_string(count) +
                        " tags, its row says " + std::to_string(stored));
        }
        return ok();
    }

    Status check_positions() {
        for (const auto& [device, last] : last_) {
            TERN_TRY(stored, store_.position(space_.ref, device));
            if (stored.seq != last.seq || stored.env != last.env)
                problem("a device's last number is not that of its last delta");
        }
        return ok();
    }

    ServerStore& store_;
    const OrgLog& org_;
    const SpaceState& space_;
    CheckReport& report_;
    std::uint64_t bytes_ = 0;
    std::map<Tag, std::vector<TagHolder>> expected_;
    std::map<std::uint64_t, std::uint32_t> live_;
    std::map<DeviceId, Position> last_;
};

Status check_org(ServerStore& store, const OrgRow& row, CheckReport& report) {
    Access access{store};
    auto org = access.org(row.id);
    if (!org) {
        report.problems.push_back("org " + id_text(row.id) + ": " + org.error().what);
        return ok();
    }
    report.records += (*org)->log.length();
    std::uint64_t bytes = 0;
    for (const auto& [id, space] : (*org)->spaces) {
        report.records += space.log.length();
        auto checked = SpaceCheck{store, (*org)->log, space, report}.run();
        if (!checked)
            report.problems.push_back("space " + id_text(id) + ": " + checked.error().what);
        else
            bytes += *checked;
    }
    if (bytes != row.bytes)
        report.problems.push_back("org " + id_text(row.id) + ": its used storage is not the sum of its deltas");
    return ok();
}

}  // namespace

Result<CheckReport> check(ServerStore& store) {
    CheckReport report;
    TERN_CHECK(store.snapshot());
    TERN_TRY(unsound, store.integrity());
    for (const auto& line : unsound) report.problems.push_back("database: " + line);
    TERN_TRY(orgs, store.orgs());
    for (const auto& org : orgs) {
        ++report.orgs;
        TERN_CHECK(check_org(store, org, report));
    }
    store.rollback();
    return report;
}

}  // namespace tern::server
