#include <tern/company.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "client_core/crm/company_order.h"
#include "client_core/crm/import_run.h"
#include "client_core/crm/newcomers.h"

namespace tern {
namespace {

namespace fs = std::filesystem;

class Company {
public:
    Company(Client& client, const CompanyImport& request, const CompanyHooks& hooks)
        : client_(client), request_(request), hooks_(hooks) {}

    Result<CompanyImported> run() {
        TERN_CHECK(look_around());
        // Who and where first, then what makes kinds and fields: all others are read by those.
        for (const char* entity : {"space", "user", "custom_entity", "custom_field", "custom_choice"})
            if (files_.contains(entity)) TERN_CHECK(take(entity));
        std::vector<std::string> rest;
        for (const auto& [name, file] : files_)
            if (!taken_.contains(name)) rest.push_back(name);
        for (const auto& entity : crm::in_order(client_.schema(), rest)) TERN_CHECK(take(entity));
        for (const auto& [name, file] : files_)
            if (!taken_.contains(name)) out_.others.push_back(file.filename().string());
        std::sort(out_.others.begin(), out_.others.end());
        return std::move(out_);
    }

private:
    Status look_around() {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator{request_.folder, error}) {
            const auto& path = entry.path();
            const auto ending = path.extension().string();
            const bool known = ending.size() > 1 && exchange::format_named(ending.substr(1)).has_value();
            if (!entry.is_regular_file(error) || !known || !files_.emplace(path.stem().string(), path).second)
                out_.others.push_back(path.filename().string());
        }
        if (error) return fail(Fault::not_found, "the folder cannot be read: " + error.message(), "check where it is");
        return files_.empty() ? fail(Fault::bad_argument, "there are no files of records in that folder",
                                     "name one that `tern export --all` has written")
                              : ok();
    }

    Status take(const std::string& entity) {
        taken_.insert(entity);
        if (out_.stopped) return ok();
        const auto& path = files_.at(entity);
        ImportedFile file{path.filename().string(), entity, {}, {}};
        auto report = taken(path, entity, file.file);
        if (report) {
            out_.stopped = report->stopped;
            file.report = std::move(*report);
        } else {
            out_.stopped = report.error().fault == Fault::canceled;
            file.failure = report.error();
        }
        out_.files.push_back(std::move(file));
        return ok();
    }

    Result<ImportReport> taken(const fs::path& path, const std::string& entity, const std::string& name) {
        TERN_TRY(format, exchange::format_of(path.string()));
        ImportRequest one;
        one.file = path.string();
        one.entity = entity;
        one.date_order = request_.date_order;
        one.zone = request_.zone;
        one.currency = request_.currency;
        one.encoding = request_.encoding;
        one.delimiter = request_.delimiter;
        crm::Newcomers newcomers{client_, elsewhere_};
        if (entity == "space") TERN_CHECK(newcomers.meet_spaces(one, format, out_.spaces));
        if (entity == "user") TERN_CHECK(newcomers.meet_people(one, format));
        ImportHooks each;
        each.stop = hooks_.stop;
        if (hooks_.on_progress) each.on_progress = [&](const auto& at) { hooks_.on_progress(name, at.rows, at.of); };
        return crm::import_as(client_, one, each, entity, format, &elsewhere_);
    }

    Client& client_;
    const CompanyImport& request_;
    const CompanyHooks& hooks_;
    std::map<std::string, fs::path> files_;  ///< by the kind of record that they are named after
    std::set<std::string> taken_;
    crm::Elsewhere elsewhere_;
    CompanyImported out_;
};

}  // namespace

Json CompanyImported::json() const {
    Json taken = Json::array();
    for (const auto& file : files) {
        Json one = Json::object();
        one.add("file", Json{file.file}).add("entity", Json{file.entity});
        if (file.failure) one.add("failure", Json{file.failure->text()});
        const auto report = file.report.json();
        if (!file.failure)
            for (const auto& [name, value] : report.members()) one.add(name, value);
        taken.add(std::move(one));
    }
    const auto texts = [](const std::vector<std::string>& all) {
        Json array = Json::array();
        for (const auto& text : all) array.add(Json{text});
        return array;
    };
    Json out = Json::object();
    out.add("files", std::move(taken)).add("spaces", texts(spaces)).add("others", texts(others));
    if (stopped) out.add("stopped", Json{true});
    return out;
}

Result<CompanyImported> import_company(Client& client, const CompanyImport& request, const CompanyHooks& hooks) {
    return caught([&] { return Company{client, request, hooks}.run(); });
}

}  // namespace tern
