#include "mobile_app/adapters/list_print.h"

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/paper_sheet.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// Records between two looks at `stop`.
constexpr std::size_t kPage = 500;

std::vector<const FieldFace*> columns_of(const EntityFace& face, const QStringList& names) {
    std::vector<const FieldFace*> out;
    for (const QString& name : names)
        if (const auto* field = face.field(name)) out.push_back(field);
    if (!out.empty()) return out;
    for (const auto& field : face.fields)
        if (field.listed) out.push_back(&field);
    return out;
}

bool is_number(FieldKind kind) {
    return kind == FieldKind::number || kind == FieldKind::money || kind == FieldKind::percent;
}

/// Of its columns the first is the name: people look for who it is before what it is.
void name_first(const EntityFace& face, std::vector<const FieldFace*>& columns) {
    const auto names = [&](const FieldFace* field) {
        return std::find(face.title.begin(), face.title.end(), field->name.toStdString()) != face.title.end();
    };
    std::stable_partition(columns.begin(), columns.end(), names);
}

Failure stopped() { return fail(Fault::canceled, "the export was stopped", "no file was written"); }

class Gathering {
public:
    Gathering(Client& client, const Reader& reader, const ListPrint& list, const EntityFace& face)
        : client_(client), reader_(reader), list_(list), columns_(columns_of(face, list.columns)), records_(client) {
        if (list.columns.isEmpty()) name_first(face, columns_);
    }

    Result<Sheet> run(const std::atomic<bool>& stop) {
        TERN_TRY(query, question());
        TERN_TRY(viewer, Backend::viewer(client_, reader_));
        Queries queries{client_, std::move(viewer)};
        Display display{records_, reader_.locale, reader_.zone};
        Sheet out;
        for (const auto* field : columns_) out.header.push_back(field->label.toStdString());
        do {
            if (stop) return stopped();
            TERN_TRY(after, queries.list(query, [&](const Json& record) {
                if (!list_.ids.isEmpty() && !list_.ids.contains(text(record.find("id")->plain()))) return;
                std::vector<SheetCell> row;
                for (const auto* field : columns_) row.push_back({display.of(*field, record).toStdString(), false});
                out.rows.push_back(std::move(row));
            }));
            query.after = after;
        } while (!query.after.empty());
        return out;
    }
    std::vector<bool> right() const {
        std::vector<bool> out;
        for (const auto* field : columns_) out.push_back(is_number(field->kind));
        return out;
    }

private:
    Result<Query> question() const {
        Query out;
        out.entity = list_.entity.toStdString();
        TERN_TRY(filter, read_filter(list_.filter.toStdString()));
        TERN_TRY(sort, read_sort(list_.sort.toStdString()));
        out.filter = std::move(filter);
        out.sort = std::move(sort);
        out.page_size = kPage;
        return out;
    }

    Client& client_;
    const Reader& reader_;
    const ListPrint& list_;
    std::vector<const FieldFace*> columns_;
    Records records_;
};

}  // namespace

Result<std::size_t> print_list(Client& client, const Reader& reader, const ListPrint& list,
                               const std::atomic<bool>& stop, const std::function<void(std::size_t rows)>& on_rows) {
    const auto* face = reader.faces->entity(list.entity);
    if (face == nullptr) return fail(Fault::not_found, "there is no such list", "choose another one");
    Gathering gathering{client, reader, list, *face};
    TERN_TRY(sheet, gathering.run(stop));
    TERN_CHECK(print_sheet(sheet, {list.title, list.from, list.about, reader.locale, gathering.right(), &stop, on_rows},
                           list.file));
    return sheet.rows.size();
}

}  // namespace tern::app
