#include "client_core/crm/import_rows.h"

#include <algorithm>

#include "client_core/crm/elements.h"
#include "client_core/crm/number.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"
#include "client_core/exchange/json_objects.h"

namespace tern::crm {
namespace {

using exchange::CellKind;
using schema::Type;

/// Between several values in one cell of Google Contacts.
constexpr std::string_view kManyValues = " ::: ";

bool is_number(const Target& target) {
    return target.kind == Target::Kind::money || target.type == Type::integer || target.type == Type::decimal ||
           target.type == Type::percent;
}

bool is_han(std::string_view text) {
    return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xe3 && static_cast<unsigned char>(text[0]) <= 0xe9;
}

std::vector<std::string_view> many_values(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        const auto end = text.find(kManyValues);
        out.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + kManyValues.size());
    }
}

}  // namespace

std::pair<std::string, std::string> split_name(std::string_view name) {
    constexpr std::string_view kDouble[] = {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫",
                                            "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯"};
    name = trimmed(name);
    if (const auto comma = name.find(','); comma != std::string_view::npos)
        return {std::string(trimmed(name.substr(comma + 1))), std::string(trimmed(name.substr(0, comma)))};
    if (const auto space = name.rfind(' '); space != std::string_view::npos)
        return {std::string(trimmed(name.substr(0, space))), std::string(name.substr(space + 1))};
    if (!is_han(name) || name.size() < 6 || name.size() > 12) return {std::string{}, std::string(name)};
    const bool two = name.size() > 6 && std::any_of(std::begin(kDouble), std::end(kDouble),
                                                    [&](auto one) { return name.starts_with(one); });
    const std::size_t n = two ? 6 : 3;
    return {std::string(name.substr(n)), std::string(name.substr(0, n))};
}

RowReader::RowReader(Client& client, const schema::Entity& entity, const Mapping& mapping, Names& names,
                     const exchange::WallZone& zone, const ImportRequest& request, bool from_json)
    : client_(client),
      entity_(entity),
      mapping_(mapping),
      request_(request),
      from_json_(from_json),
      reading_{client.schema(), names, request.currency, DateOrder::month_first, &zone} {
    bool amounts = false, accounts = false;
    for (const auto& field : mapping.fields) {
        amounts = amounts || field.target.kind == Target::Kind::money;
        accounts = accounts || field.target.name == "account_id" || field.target.name == "currency";
    }
    asks_currency_ = amounts && accounts;
}

bool RowReader::refers_to_self(const MappedField& field) const {
    const auto& targets = *field.target.targets;
    return std::find(targets.begin(), targets.end(), entity_.number) != targets.end();
}

/// As the field's reader takes it, whatever the file's way of writing.
std::string RowReader::text_of(const MappedField& field, const exchange::TableRow& row) const {
    std::string text = field.source.text(row.cells);
    if (text.empty()) return text;
    const auto column = field.source.column();
    const auto kind = column ? row.kind(*column) : CellKind::text;
    if (kind == CellKind::text && is_number(field.target)) return plain_number(text, field.style);
    const bool document = text.starts_with('{') || text.starts_with('[');
    if (from_json_ && kind == CellKind::text && field.target.type == Type::json && !document)
        return exchange::json_text(text);
    return text;
}

void RowReader::read(const exchange::TableRow& row, bool is_new, RowReading& out) {
    reading_.currency = request_.currency;
    gathered_.clear();
    for (const MappedField& field : mapping_.fields) {
        const std::string text = text_of(field, row);
        if (text.empty()) {
            if (is_new && field.required()) out.warnings.push_back(field.target.name + " is empty");
            continue;
        }
        if (!assign(field, text, out)) return;
    }
    add_gathered(out.draft);
}

/// False: the row is refused. What refers to nobody is only warned of.
bool RowReader::assign(const MappedField& field, const std::string& text, RowReading& out) {
    if (field.kind == MappedField::Kind::whole_name) {
        assign_name(field, text, out.draft);
        return true;
    }
    if (asks_currency_ && field.target.kind == Target::Kind::money)
        if (const auto own = account_currency(client_.store(), entity_, out.draft); !own.empty())
            reading_.currency = own;
    reading_.order = field.order;
    const bool part = field.kind == MappedField::Kind::list_part;
    const auto status = part ? gather(field, text) : out.draft.assign(field.target, text, reading_);
    if (status) {
        if (!part) note_new_choice(field.target, text, out);
        return true;
    }
    if (!field.target.refers() || part) {
        out.refusal = status.error();
        return false;
    }
    if (refers_to_self(field) && status.error().fault == Fault::not_found)
        out.later.push_back({&field, text});
    else
        out.warnings.push_back(status.error().what);
    return true;
}

void RowReader::assign_name(const MappedField& field, const std::string& text, Draft& draft) {
    const auto [given, family] = split_name(text);
    if (!given.empty()) draft.put(field.target.field->number, field.target.path, Value{given});
    if (const auto* place = entity_.column("family_name"); place != nullptr && !family.empty())
        draft.put(place->field->number, place->column->path, Value{family});
}

Status RowReader::gather(const MappedField& field, const std::string& text) {
    const auto& list = *field.target.field;
    auto& elements = gathered_[{list.number, field.part.slot}];
    elements.list = &list;
    if (!field.part.label.empty()) elements.label = field.part.label;
    std::size_t at = 0;
    for (auto piece : many_values(text)) {
        if (elements.values.size() <= at) elements.values.emplace_back();
        if (piece.starts_with("* ")) piece.remove_prefix(2);  // how Google marks the one that is preferred
        TERN_TRY(value, read_member(list, *field.part.member, piece, reading_));
        if (!value.is_null()) elements.values[at].set_member(field.part.member->number, std::move(value));
        ++at;
    }
    return ok();
}

void RowReader::add_gathered(Draft& draft) {
    for (auto& [slot, elements] : gathered_) {
        const auto telling = telling_member(*elements.list).number;
        const auto* label = elements.list->member(std::string_view{"label"});
        // Social profiles are told apart by their network.
        if (label == nullptr) label = elements.list->member(std::string_view{"net"});
        for (auto& value : elements.values) {
            if (value.member(telling) == nullptr) continue;
            if (label != nullptr && !elements.label.empty()) {
                auto known = choice_named(label->choices, elements.label);
                value.set_member(label->number, Value{known.empty() ? elements.label : std::move(known)});
            }
            add_element(draft, *elements.list, std::move(value));
        }
    }
}

void RowReader::note_new_choice(const Target& target, const std::string& text, RowReading& out) {
    if (target.type != Type::pick || target.kind != Target::Kind::scalar ||
        new_choices_.size() >= import_limits::kNewChoices)
        return;
    const auto word = trimmed(text);
    if (!choice_named(*target.choices, word).empty()) return;
    if (new_choices_.emplace(target.name, word).second)
        out.warnings.push_back(target.name + ": " + quoted(word) +
                               " is no choice that is known; it was taken as a new one");
}

}  // namespace tern::crm
