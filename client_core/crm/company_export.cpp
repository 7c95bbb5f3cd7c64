#include <tern/company.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "client_core/crm/export_run.h"
#include "client_core/exchange/table.h"
#include "protocol/base/suite.h"

namespace tern {
namespace {

namespace fs = std::filesystem;

bool holds_any(store::Store& store, const schema::Entity& entity) {
    return store.database()
        .find_integer("SELECT 1 FROM record WHERE entity = ? AND alive = 1 LIMIT 1", entity.number)
        .has_value();
}

/// Records of this org's own doings, which mean nothing in another.
bool stays(const schema::Entity& entity) { return entity.name == "import_job" || entity.name == "device"; }

/// Stands beside its place until it is whole.
class NewFolder {
public:
    static Result<NewFolder> beside(const std::string& path) {
        std::error_code error;
        fs::path place = fs::absolute(path, error).lexically_normal();
        if (!place.has_filename()) place = place.parent_path();
        if (fs::exists(place, error) && !(fs::is_directory(place, error) && fs::is_empty(place, error)))
            return fail(Fault::already_exists, "there is something in " + path + " already",
                        "name a new folder, or an empty one");
        NewFolder out{place, place.string() + ".part-" + hex(suite::random_array<4>())};
        fs::create_directory(out.temporary_, error);
        if (!error) fs::permissions(out.temporary_, fs::perms::owner_all, error);
        if (error)
            return fail(Fault::storage, "the folder cannot be made: " + error.message(), "see where it is to be");
        return out;
    }
    NewFolder(NewFolder&& other) noexcept : place_(std::move(other.place_)), temporary_(std::move(other.temporary_)) {
        other.temporary_.clear();
    }
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder() {
        std::error_code ignored;
        if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
    }

    const fs::path& temporary() const { return temporary_; }
    Status commit() {
        std::error_code error;
        fs::rename(temporary_, place_, error);
        if (error) return fail(Fault::storage, "the folder cannot be written: " + error.message(), "try another place");
        temporary_.clear();
        return ok();
    }

private:
    NewFolder(fs::path place, fs::path temporary) : place_(std::move(place)), temporary_(std::move(temporary)) {}
    fs::path place_, temporary_;
};

}  // namespace

Result<std::vector<ExportedFile>> export_company(Client& client, const CompanyExport& request,
                                                 const CompanyHooks& hooks) {
    return caught([&]() -> Result<std::vector<ExportedFile>> {
        TERN_TRY(format, exchange::format_named(request.format));
        if (format == exchange::Format::vcard || format == exchange::Format::ical)
            return fail(Fault::bad_argument, "cards and calendars do not hold all kinds of records",
                        "export as csv, xlsx, json or jsonl");
        TERN_TRY(folder, NewFolder::beside(request.folder));
        std::vector<ExportedFile> out;
        {
            const crm::Snapshot snapshot{client.store().database()};
            for (const auto& entity : client.schema().entities()) {
                if (stays(entity) || !holds_any(client.store(), entity)) continue;
                ExportedFile file{entity.name + "." + request.format, entity.name, {}};
                ExportRequest one;
                one.entity = entity.name;
                one.format = request.format;
                one.file = (folder.temporary() / file.file).string();
                ExportHooks each;
                each.stop = hooks.stop;
                if (hooks.on_progress) each.on_progress = [&](auto rows) { hooks.on_progress(file.file, rows, 0); };
                TERN_TRY(report, crm::export_as(client, one, each));
                file.report = report;
                out.push_back(std::move(file));
            }
        }
        TERN_CHECK(folder.commit());
        return out;
    });
}

}  // namespace tern
