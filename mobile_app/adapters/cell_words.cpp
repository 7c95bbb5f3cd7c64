#include "mobile_app/adapters/cell_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

QString say(const char* words) { return QCoreApplication::translate("Cell", words); }

/// Of a list's element: what its members hold.
QString plain(const Json& value) {
    if (!value.is_object()) return text(value.plain());
    QStringList out;
    for (const auto& [member, piece] : value.members())
        if (member != "order" && !piece.is_null()) out.push_back(text(piece.plain()));
    return out.join(QStringLiteral(" · "));
}

/// Of each element what tells it: the first value after the order.
QString typed_list(const Json& list) {
    QStringList out;
    for (const auto& [no_name, item] : list.members())
        for (const auto& [member, value] : item.members())
            if (member != "order") {
                out.push_back(text(value.plain()));
                break;
            }
    return out.join(QStringLiteral("; "));
}

}  // namespace

QString typed_text(const FieldFace& field, const Json& record) {
    const auto name = field.name.toStdString();
    const Json* value = record.find(name);
    if (value == nullptr && field.kind == FieldKind::reference) {
        const Json* entity = record.find(name + "_entity");
        const Json* id = record.find(name + "_id");
        if (entity == nullptr || id == nullptr) return {};
        return text(entity->plain() + ":" + id->plain());
    }
    if (value == nullptr) return {};
    if (field.kind == FieldKind::money) {
        const Json* currency = record.find(name + "_currency");
        return text(value->plain() + (currency == nullptr ? "" : " " + currency->plain()));
    }
    if (field.kind == FieldKind::list) return typed_list(*value);
    return text(value->is_array() ? value->dump() : value->plain());
}

std::vector<const FieldFace*> CellWords::faces_of(const std::string& entity, const std::string& field) const {
    std::vector<const FieldFace*> out;
    const auto* face = faces_->entity(text(entity));
    const auto* type = schema_.entity(entity);
    const auto* known = type == nullptr ? nullptr : type->field(field);
    if (face == nullptr || known == nullptr) return out;
    for (const FieldFace& one : face->fields) {
        const auto name = one.name.toStdString();
        const bool is_part =
            !known->has_elements() && std::any_of(known->columns.begin(), known->columns.end(),
                                                  [&](const schema::Column& column) { return column.name == name; });
        if (name == field || is_part) out.push_back(&one);
    }
    return out;
}

QString CellWords::label(const std::string& entity, const std::string& field) const {
    if (field == "alive") return say(QT_TRANSLATE_NOOP("Cell", "Deletion"));
    QStringList out;
    for (const auto* face : faces_of(entity, field)) out.push_back(face->label);
    return out.isEmpty() ? text(field) : out.join(say(QT_TRANSLATE_NOOP("Cell", ", ")));
}

QString CellWords::element(const std::string& entity, const std::string& field, const Json& element) {
    const auto faces = faces_of(entity, field);
    if (faces.empty() || element.is_null() || faces.front()->kind == FieldKind::list) return {};
    const auto plain = element.plain();
    if (faces.front()->kind == FieldKind::references) return display_.named(plain);
    for (const auto& [name, label] : faces.front()->choices)
        if (name == text(plain)) return label;
    return text(plain);
}

Json CellWords::record(const FieldFace& face, const Json& value) {
    if (value.is_object()) return value;
    Json out = Json::object();
    if (!value.is_null()) out.add(face.name.toStdString(), value);
    return out;
}

QString CellWords::value(const std::string& entity, const std::string& field, const Json& value) {
    const auto faces = faces_of(entity, field);
    const bool is_element =
        !faces.empty() && (faces.front()->kind == FieldKind::choices || faces.front()->kind == FieldKind::references);
    if (is_element)
        return value.is_null() ? say(QT_TRANSLATE_NOOP("Cell", "taken away")) : say(QT_TRANSLATE_NOOP("Cell", "added"));
    if (value.is_null()) return {};
    if (field == "alive")
        return value.plain() == "true" ? say(QT_TRANSLATE_NOOP("Cell", "Kept"))
                                       : say(QT_TRANSLATE_NOOP("Cell", "Deleted"));
    QStringList out;
    for (const auto* face : faces) {
        const auto said = display_.of(*face, record(*face, value));
        if (!said.isEmpty()) out.push_back(said);
    }
    return out.isEmpty() ? plain(value) : out.join(QStringLiteral(" · "));
}

}  // namespace tern::app
