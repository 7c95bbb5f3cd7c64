#include "client_core/search/document.h"

#include <algorithm>

namespace tern::search {
namespace {

using schema::Type;

/// From this weight on, Chinese is found by its pinyin too: names, not remarks.
constexpr std::uint32_t kSpokenWeight = 8;
/// From this one on, numbers are found without the signs in them.
constexpr std::uint32_t kNumberedWeight = 4;

bool is_text(Type type) {
    return type == Type::text || type == Type::long_text || type == Type::rich || type == Type::phone ||
           type == Type::mail || type == Type::url;
}

/// The words of a rich text, without its tags.
std::string plain(const std::string& rich) {
    std::string out;
    bool tag = false;
    for (const char c : rich) {
        if (c == '<') tag = true;
        out += tag ? ' ' : c;
        if (c == '>') tag = false;
    }
    return out;
}

bool is_one_run(std::string_view text) {
    std::size_t words = 0;
    bool characters = true;
    std::size_t covered = 0;
    for_each_word(text, [&](const Word& word) {
        ++words;
        characters &= word.characters;
        covered = word.characters ? word.steps.back().end - word.begin : 0;
    });
    return words == 1 && characters && covered == text.size();
}

}  // namespace

const std::string* text_at(const Value& value, std::span<const std::uint32_t> path) {
    const Value* at = &value;
    for (const std::uint32_t number : path) {
        at = at->member(number);
        if (at == nullptr) return nullptr;
    }
    return at->as<std::string>();
}

bool is_written_family_first(std::string_view given, std::string_view family) {
    const auto is_ascii = [](std::string_view text) { return !text.empty() && static_cast<signed char>(text[0]) > 0; };
    return !is_ascii(given) && !is_ascii(family) && is_one_run(given) && is_one_run(family);
}

std::string_view Title::column_at(std::size_t byte) const {
    std::string_view out;
    for (const Part& part : parts)
        if (part.begin <= byte) out = *part.column;
    return out;
}

Plan::Plan(const schema::Entity& entity) : entity_(&entity) {
    searchable_ = std::any_of(entity.fields.begin(), entity.fields.end(),
                              [](const schema::Field& field) { return !field.common && field.search_weight > 0; });
    if (!searchable_) return;
    for (const auto& field : entity.fields)
        if (field.search_weight > 0 && !field.retired) add_field(field);
    add_title();
}

void Plan::add_title() {
    for (const auto& name : entity_->title) {
        const auto* place = entity_->column(name);
        if (place == nullptr || !is_text(place->column->type)) continue;
        title_.push_back({name, place->field->number, place->column->path});
        Source& source = fields_[place->field->number];
        source.in_title = true;
        title_weight_ = std::max({title_weight_, source.weight, std::uint32_t{1}});
    }
}

void Plan::add_field(const schema::Field& field) {
    Source source{field.search_weight, false, field.type == Type::rich, {}};
    for (const auto& column : field.columns) {
        if (!is_text(column.type)) continue;
        // A choice is stored as a text, but it is no word of the record's own.
        Type type = field.type;
        if ((type == Type::list || type == Type::group) && !column.path.empty()) {
            const auto* member = field.member(column.path[0]);
            if (member == nullptr || member->type == Type::enumeration || member->type == Type::pick ||
                member->type == Type::money || member->type == Type::json)
                continue;
            type = member->type;
        } else if (type == Type::enumeration || type == Type::pick || type == Type::money || type == Type::json) {
            continue;
        }
        source.places.push_back({field.has_elements() ? field.name : column.name, column.path, type});
        if (field.type == Type::list) break;  // the member that tells an element
    }
    if (!source.places.empty()) fields_.emplace(field.number, std::move(source));
}

Title Plan::title(std::span<const CellView> cells) const {
    std::vector<std::pair<const std::string*, std::string_view>> parts;
    for (const TitlePart& part : title_)
        for (const CellView& cell : cells)
            if (cell.column == part.field)
                if (const auto* text = text_at(*cell.value, part.path); text != nullptr && !text->empty())
                    parts.emplace_back(&part.column, *text);
    bool close = false;
    if (parts.size() >= 2 && *parts[0].first == "given_name" && *parts[1].first == "family_name" &&
        is_written_family_first(parts[0].second, parts[1].second)) {
        std::swap(parts[0], parts[1]);
        close = true;
    }
    Title out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !(close && i == 1)) out.text += ' ';
        out.parts.push_back({out.text.size(), parts[i].first});
        out.text += parts[i].second;
    }
    return out;
}

std::vector<Text> Plan::texts(std::span<const CellView> cells) const {
    std::vector<Text> out;
    if (!searchable_) return out;
    if (auto named = title(cells); !named.text.empty())
        out.push_back({{}, std::move(named.text), title_weight_, Treatment::title, false});
    for (const CellView& cell : cells) {
        const auto at = fields_.find(cell.column);
        if (at == fields_.end() || at->second.in_title) continue;
        for (const Place& place : at->second.places) {
            const auto* text = text_at(*cell.value, place.path);
            if (text == nullptr || text->empty()) continue;
            const auto treatment = at->second.weight >= kSpokenWeight     ? Treatment::spoken
                                   : at->second.weight >= kNumberedWeight ? Treatment::numbered
                                                                          : Treatment::other;
            out.push_back({place.name, place.type == Type::rich ? plain(*text) : *text, at->second.weight, treatment,
                           place.type == Type::phone});
        }
    }
    return out;
}

void tokens_of(const Text& text, const TakeToken& take) {
    if (text.phone)
        tokens_of_phone(text.text, take);
    else
        tokens_of_text(text.text, text.treatment, take);
}

std::string Plan::tokens(std::span<const CellView> cells) const {
    std::string out = "e" + std::to_string(entity_->number);
    for (const Text& text : texts(cells))
        tokens_of(text, [&](const Token& token) {
            out += ' ';
            out += static_cast<char>(token.kind);
            out += token.text;
        });
    return out;
}

}  // namespace tern::search
