// One row of a file as a draft of a record.
#pragma once

#include <set>

#include <tern/import.h>
#include "client_core/crm/draft.h"
#include "client_core/crm/import_map.h"
#include "client_core/exchange/table.h"

namespace tern::crm {

struct RowReading {
    /// A reference to a record of the same file that may stand further down.
    struct Later {
        const MappedField* field = nullptr;
        std::string text;
    };
    Draft draft;
    std::vector<std::string> warnings;
    std::vector<Later> later;
    std::optional<Failure> refusal;
};

class RowReader {
public:
    RowReader(Client& client, const schema::Entity& entity, const Mapping& mapping, Names& names,
              const exchange::WallZone& zone, const ImportRequest& request, bool from_json);

    /// Into `out.draft`, which may hold what the record has now.
    void read(const exchange::TableRow& row, bool is_new, RowReading& out);
    Status assign_later(const RowReading::Later& later, Draft& draft) {
        return draft.assign(later.field->target, later.text, reading_);
    }

private:
    using Slot = std::pair<ColumnNumber, std::string>;
    struct Elements {
        const schema::Field* list = nullptr;
        std::vector<Value> values;
        std::string label;
    };
    std::string text_of(const MappedField& field, const exchange::TableRow& row) const;
    bool assign(const MappedField& field, const std::string& text, RowReading& out);
    void assign_name(const MappedField& field, const std::string& text, Draft& draft);
    Status gather(const MappedField& field, const std::string& text);
    void add_gathered(Draft& draft);
    void note_new_choice(const Target& target, const std::string& text, RowReading& out);
    bool refers_to_self(const MappedField& field) const;

    Client& client_;
    const schema::Entity& entity_;
    const Mapping& mapping_;
    const ImportRequest& request_;
    bool from_json_;
    bool asks_currency_ = false;
    Reading reading_;
    std::map<Slot, Elements> gathered_;
    std::set<std::pair<std::string, std::string>> new_choices_;
};

/// A whole name's given and family parts: `Ada King Lovelace`, `Lovelace, Ada`, `欧阳修`.
std::pair<std::string, std::string> split_name(std::string_view name);

}  // namespace tern::crm
