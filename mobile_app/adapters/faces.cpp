#include "mobile_app/adapters/faces.h"
#include "mobile_app/adapters/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace tern::app {
namespace {

using schema::Column;
using schema::Entity;
using schema::Field;
using schema::Type;

class Maker {
public:
    Maker(const schema::Schema& schema, bool chinese) : schema_(schema), chinese_(chinese) {}

    EntityFace entity(const Entity& in) const {
        EntityFace out;
        out.name = text(in.name);
        out.label = label(in.label);
        out.plural = label(in.plural);
        out.icon = text(in.icon);
        out.title = in.title;
        out.is_event = in.timeline == schema::TimelineRole::event;
        std::vector<const Field*> left;
        for (const Field& field : in.fields) left.push_back(&field);
        for (const auto& section : in.sections) {
            const int at = static_cast<int>(out.sections.size());
            out.sections.push_back(label(section.label));
            for (const auto number : section.fields) {
                add(*in.field(number), at, out.fields);
                std::erase_if(left, [&](const Field* field) { return field->number == number; });
            }
        }
        for (const Field* field : left) add(*field, -1, out.fields);
        for (const auto& computed : in.computed) out.fields.push_back(of(computed));
        return out;
    }

private:
    QString label(const schema::Label& in) const { return text(chinese_ && !in.zh.empty() ? in.zh : in.en); }

    static FieldKind kind(Type type) {
        switch (type) {
            case Type::long_text:
            case Type::rich:
                return FieldKind::long_text;
            case Type::integer:
            case Type::decimal:
            case Type::counter:
                return FieldKind::number;
            case Type::money:
                return FieldKind::money;
            case Type::percent:
                return FieldKind::percent;
            case Type::boolean:
                return FieldKind::boolean;
            case Type::date:
                return FieldKind::date;
            case Type::datetime:
                return FieldKind::datetime;
            case Type::duration:
                return FieldKind::duration;
            case Type::enumeration:
            case Type::pick:
                return FieldKind::choice;
            case Type::set:
                return FieldKind::choices;
            case Type::ref:
            case Type::poly:
                return FieldKind::reference;
            case Type::refs:
                return FieldKind::references;
            case Type::phone:
                return FieldKind::phone;
            case Type::mail:
                return FieldKind::mail;
            case Type::url:
                return FieldKind::url;
            case Type::list:
                return FieldKind::list;
            case Type::text:
                return FieldKind::text;
            default:
                return FieldKind::other;
        }
    }

    template <class Source>
    void fill(const Source& in, FieldFace& out) const {
        out.label = label(in.label);
        out.kind = kind(in.type);
        for (const auto& choice : in.choices) out.choices.emplace_back(text(choice.name), label(choice.label));
        for (const auto number : in.targets)
            if (const auto* target = schema_.entity(number)) out.targets.push_back(text(target->name));
    }

    void add(const Field& in, int section, std::vector<FieldFace>& out) const {
        if (in.retired || in.type == Type::blob) return;
        if (in.type == Type::group) return add_members(in, section, out);
        if (in.type == Type::address || in.type == Type::geo) return add_columns(in, in.columns, section, out);
        FieldFace face;
        fill(in, face);
        face.name = text(in.has_elements() || in.type == Type::poly ? in.name : in.columns.front().name);
        face.section = section;
        face.required = in.required;
        face.listed = in.list_column;
        face.default_value = text(in.default_value);
        face.typed = in.type != Type::json && in.type != Type::counter && (in.type != Type::list || is_typed_list(in));
        out.push_back(std::move(face));
    }

    /// Phones and mails: what tells an element is a text, and stands first.
    static bool is_typed_list(const Field& in) {
        for (const auto& member : in.members) {
            if (member.name == "order") continue;
            return member.type == Type::phone || member.type == Type::mail || member.type == Type::text;
        }
        return false;
    }

    /// Each under the name of its first column: a money's amount.
    void add_members(const Field& in, int section, std::vector<FieldFace>& out) const {
        for (const auto& member : in.members) {
            if (member.type == Type::blob) continue;
            std::vector<Column> columns;
            for (const Column& column : in.columns)
                if (!column.path.empty() && column.path[0] == member.number) columns.push_back(column);
            if (columns.empty()) continue;
            if (member.type == Type::address || member.type == Type::geo) {
                add_columns(in, columns, section, out);
                continue;
            }
            FieldFace face;
            fill(member, face);
            face.name = text(columns.front().name);
            face.section = section;
            face.required = member.required;
            face.listed = in.list_column;
            face.default_value = text(member.default_value);
            out.push_back(std::move(face));
        }
    }

    /// An address is written line by line.
    void add_columns(const Field& in, const std::vector<Column>& columns, int section,
                     std::vector<FieldFace>& out) const {
        for (const Column& column : columns) {
            const auto part = column.name.substr(column.name.rfind('_') + 1);
            FieldFace face;
            face.name = text(column.name);
            face.label = part_label(part);
            if (in.type == Type::geo || face.label.isEmpty()) continue;  // a position is measured, not typed
            face.kind = FieldKind::text;
            face.section = section;
            out.push_back(std::move(face));
        }
    }

    static QString part_label(const std::string& part) {
        const auto say = [](const char* words) { return QCoreApplication::translate("Address", words); };
        if (part == "street") return say(QT_TRANSLATE_NOOP("Address", "Street"));
        if (part == "district") return say(QT_TRANSLATE_NOOP("Address", "District"));
        if (part == "city") return say(QT_TRANSLATE_NOOP("Address", "City"));
        if (part == "region") return say(QT_TRANSLATE_NOOP("Address", "Region"));
        if (part == "postcode") return say(QT_TRANSLATE_NOOP("Address", "Postcode"));
        if (part == "country") return say(QT_TRANSLATE_NOOP("Address", "Country"));
        return {};
    }

    FieldFace of(const schema::Computed& in) const {
        FieldFace out;
        fill(in, out);
        out.name = text(in.name);
        out.computed = true;
        out.typed = false;
        out.listed = in.list_column;
        return out;
    }

    const schema::Schema& schema_;
    bool chinese_;
};

QString name_of(FieldKind kind) {
    static const char* const names[] = {"text",       "longText", "number",   "money",  "percent", "boolean",
                                        "date",       "datetime", "duration", "choice", "choices", "reference",
                                        "references", "phone",    "mail",     "url",    "list",    "other"};
    return QString::fromLatin1(names[static_cast<std::size_t>(kind)]);
}

}  // namespace

QVariantMap FieldFace::map() const {
    QVariantList all;
    for (const auto& [value, shown] : choices) all.push_back(QVariantMap{{"value", value}, {"label", shown}});
    return {{"name", name},         {"label", label},          {"kind", name_of(kind)}, {"required", required},
            {"computed", computed}, {"typed", typed},          {"choices", all},        {"targets", targets},
            {"section", section},   {"initial", default_value}};
}

const FieldFace* EntityFace::field(const QString& wanted) const {
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const FieldFace& f) { return f.name == wanted; });
    return at == fields.end() ? nullptr : &*at;
}

QVariantMap EntityFace::map() const {
    QStringList naming;
    for (const auto& column : title) naming.push_back(text(column));
    return {{"name", name}, {"label", label},       {"plural", plural},
            {"icon", icon}, {"sections", sections}, {"title", naming}};
}

const EntityFace* Faces::entity(const QString& wanted) const {
    const auto at =
        std::find_if(entities.begin(), entities.end(), [&](const EntityFace& e) { return e.name == wanted; });
    return at == entities.end() ? nullptr : &*at;
}

std::shared_ptr<const Faces> faces_of(const schema::Schema& schema, bool chinese) {
    auto out = std::make_shared<Faces>();
    const Maker maker{schema, chinese};
    for (const Entity& entity : schema.entities())
        if (!entity.retired) out->entities.push_back(maker.entity(entity));
    return out;
}

}  // namespace tern::app
