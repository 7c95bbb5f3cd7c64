#include <tern/export.h>
#include <tern/query.h>

#include <filesystem>
#include <optional>
#include <set>

#include "client_core/crm/export_row.h"
#include "client_core/crm/export_run.h"
#include "client_core/crm/part.h"
#include "client_core/exchange/out_file.h"
#include "client_core/exchange/table.h"

namespace tern {
namespace {

using exchange::Format;

/// Records between two looks at `stop`.
constexpr std::size_t kPage = 1'000;

/// One kind of file: what comes before the records, for each, and after.
class Shape {
public:
    virtual ~Shape() = default;
    virtual Status begin() { return ok(); }
    virtual Status record(const Json& record) = 0;
    virtual Status finish() { return ok(); }
    virtual std::uint64_t left_out() const { return 0; }
};

using Take = std::function<Status(std::string_view)>;

class SheetShape : public Shape {
public:
    SheetShape(crm::ExportRow& row, std::unique_ptr<exchange::SheetWriter> writer)
        : row_(row), writer_(std::move(writer)) {}
    Status record(const Json& record) override { return writer_->row(row_.cells(record)); }
    Status finish() override { return writer_->finish(); }
    std::uint64_t left_out() const override { return writer_->left_out(); }

private:
    crm::ExportRow& row_;
    std::unique_ptr<exchange::SheetWriter> writer_;
};

class JsonShape : public Shape {
public:
    JsonShape(crm::ExportRow& row, Take take, bool array) : row_(row), take_(std::move(take)), array_(array) {}
    Status record(const Json& record) override {
        const auto text = row_.object(record).dump();
        const char* before = !array_ ? "" : first_ ? "[" : ",\n";
        first_ = false;
        return take_(before + text + (array_ ? "" : "\n"));
    }
    Status finish() override { return array_ ? take_(first_ ? "[]\n" : "]\n") : ok(); }

private:
    crm::ExportRow& row_;
    Take take_;
    bool array_;
    bool first_ = true;
};

class CardShape : public Shape {
public:
    CardShape(crm::ExportRow& row, Take take) : row_(row), take_(std::move(take)) {}
    Status record(const Json& record) override { return take_(exchange::card_text(row_.fields(record))); }

private:
    crm::ExportRow& row_;
    Take take_;
};

class CalendarShape : public Shape {
public:
    CalendarShape(crm::ExportRow& row, Take take, exchange::WallZone zone, Millis now, bool tasks)
        : row_(row), take_(std::move(take)), zone_(std::move(zone)), now_(now), tasks_(tasks) {}
    Status begin() override { return take_(exchange::calendar_opening()); }
    Status record(const Json& record) override {
        if (tasks_) return take_(exchange::task_text(row_.fields(record), now_));
        const auto text = exchange::event_text(row_.fields(record), zone_, now_);
        if (!text) ++left_out_;
        return text ? take_(*text) : ok();
    }
    Status finish() override { return take_(exchange::calendar_closing()); }
    std::uint64_t left_out() const override { return left_out_; }

private:
    crm::ExportRow& row_;
    Take take_;
    exchange::WallZone zone_;
    Millis now_;
    bool tasks_;
    std::uint64_t left_out_ = 0;
};

Result<Format> format_of(const ExportRequest& request) {
    if (!request.format.empty()) return exchange::format_named(request.format);
    const auto ending = std::filesystem::path{request.file}.extension().string();
    return ending.size() < 2 ? Result<Format>{Format::csv} : exchange::format_named(ending.substr(1));
}

Status refuse_unfit(const schema::Entity& entity, Format format) {
    const auto& name = entity.name;
    if (format == Format::vcard && name != "contact" && name != "lead" && name != "account")
        return fail(Fault::bad_argument, "vCards are of contacts, leads and accounts", "export as csv, xlsx or json");
    if (format == Format::ical && name != "activity" && name != "task")
        return fail(Fault::bad_argument, "iCalendar is of activities and tasks", "export as csv, xlsx or json");
    return ok();
}

class Export {
public:
    Export(Client& client, const ExportRequest& request, const ExportHooks& hooks)
        : client_(client), request_(request), hooks_(hooks) {}

    Result<ExportReport> run() {
        TERN_TRY(entity, crm::entity_named(client_.schema(), request_.entity));
        TERN_TRY(format, format_of(request_));
        TERN_CHECK(refuse_unfit(*entity, format));
        TERN_TRY(spaces, client_.spaces(false));
        crm::ExportRow row{client_, *entity, std::move(spaces)};
        if (request_.file.empty()) {
            if (format == Format::xlsx || !hooks_.take)
                return fail(Fault::bad_argument, "a workbook needs a file to stand in", "name one with --output");
        } else {
            TERN_TRY(file, exchange::OutFile::create(request_.file));
            file_.emplace(std::move(file));
        }
        TERN_TRY(shape, shape_for(*entity, format, row));
        TERN_CHECK(write_all(*entity, *shape));
        if (file_) TERN_CHECK(file_->commit());
        report_.left_out = shape->left_out();
        return report_;
    }

private:
    Take take() {
        if (!file_) return hooks_.take;
        return [this](std::string_view bytes) { return file_->write(bytes); };
    }

    Result<std::unique_ptr<Shape>> shape_for(const schema::Entity& entity, Format format, crm::ExportRow& row) {
        switch (format) {
            case Format::csv:
                return std::unique_ptr<Shape>(new SheetShape{row, exchange::csv_writer(row.header(), take())});
            case Format::xlsx: {
                TERN_TRY(writer, exchange::xlsx_writer(file_->temporary(), entity.name, row.header()));
                return std::unique_ptr<Shape>(new SheetShape{row, std::move(writer)});
            }
            case Format::json:
            case Format::jsonl:
                return std::unique_ptr<Shape>(new JsonShape{row, take(), format == Format::json});
            case Format::vcard:
                return std::unique_ptr<Shape>(new CardShape{row, take()});
            case Format::ical:
                break;
        }
        TERN_TRY(zone, exchange::WallZone::named(request_.zone));
        return std::unique_ptr<Shape>(
            new CalendarShape{row, take(), std::move(zone), client_.adjusted_now(), entity.name == "task"});
    }

    Result<Query> query(const schema::Entity& entity) const {
        Query out;
        out.entity = entity.name;
        for (const auto& text : request_.where) {
            TERN_TRY(where, read_where(text));
            out.filter.parts.push_back(std::move(where));
        }
        out.page_size = kPage;
        return out;
    }

    bool is_wanted(const Json& record) const {
        if (wanted_.empty()) return true;
        const auto id = record_id_from(record.find("id")->plain());
        return id && wanted_.contains(*id);
    }

    Status write_all(const schema::Entity& entity, Shape& shape) {
        TERN_TRY(asked, query(entity));
        TERN_TRY(viewer, viewer_of(client_));
        Queries queries{client_, std::move(viewer)};
        TERN_CHECK(shape.begin());
        do {
            if (hooks_.stop != nullptr && *hooks_.stop)
                return fail(Fault::canceled, "the export was stopped", "no file was written");
            Status written;
            TERN_TRY(after, queries.list(asked, [&](const Json& record) {
                if (!written || !is_wanted(record)) return;
                written = shape.record(record);
                ++report_.rows;
            }));
            TERN_CHECK(written);
            asked.after = after;
            if (hooks_.on_progress) hooks_.on_progress(report_.rows);
        } while (!asked.after.empty());
        return shape.finish();
    }

    Client& client_;
    const ExportRequest& request_;
    const ExportHooks& hooks_;
    std::optional<exchange::OutFile> file_;
    const std::set<RecordId> wanted_{request_.ids.begin(), request_.ids.end()};
    ExportReport report_;
};

}  // namespace

crm::Snapshot::~Snapshot() {
    try {
        db_.script("COMMIT");
    } catch (const DatabaseError&) {
        // It only read: whoever uses the connection next is told.
    }
}

Result<ExportReport> crm::export_as(Client& client, const ExportRequest& request, const ExportHooks& hooks) {
    return Export{client, request, hooks}.run();
}

Result<ExportReport> export_records(Client& client, const ExportRequest& request, const ExportHooks& hooks) {
    return caught([&] {
        const crm::Snapshot snapshot{client.store().database()};
        return crm::export_as(client, request, hooks);
    });
}

}  // namespace tern
