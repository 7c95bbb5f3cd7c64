// A record, as its reader shows it, in the shape that each kind of file takes.
#pragma once

#include <unordered_map>

#include <tern/json.h>
#include <tern/records.h>
#include "client_core/exchange/card_writer.h"
#include "client_core/exchange/sheet_writer.h"
#include "client_core/schema/schema.h"

namespace tern::crm {

class ExportRow {
public:
    ExportRow(Client& client, const schema::Entity& entity, std::vector<SpaceInfo> spaces);

    const std::vector<std::string>& header() const { return header_; }
    std::vector<exchange::SheetCell> cells(const Json& record);
    /// {"id","space", then the fields by name}; the space by its name.
    Json object(const Json& record);
    exchange::OutFields fields(const Json& record);

private:
    struct Column {
        schema::Type type = schema::Type::text;
        bool has_title = false;  ///< the header's next column is the name of what it refers to
    };
    void add_column(const std::string& name, schema::Type type, bool refers);
    exchange::SheetCell cell(schema::Type type, const Json& value) const;
    std::string space_name(const Json& id) const;
    std::string title_of(const std::string& id);

    Records records_;
    std::unordered_map<std::string, std::string> spaces_;
    std::vector<std::string> header_;
    std::vector<Column> columns_;
    std::unordered_map<std::string, std::size_t> places_;
    std::unordered_map<std::string, std::string> titles_;
};

}  // namespace tern::crm
