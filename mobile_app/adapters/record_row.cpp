#include "mobile_app/adapters/record_row.h"

#include <algorithm>

#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr qsizetype kSubtitleParts = 2;

/// Of several choices the one that says how a record stands.
bool tells(const FieldFace& field) {
    return field.name == QLatin1String("status") || field.name == QLatin1String("state") ||
           field.name == QLatin1String("payment_state");
}

bool names(const EntityFace& face, const FieldFace& field) {
    return std::find(face.title.begin(), face.title.end(), field.name.toStdString()) != face.title.end();
}

bool is(const Json& record, const FieldFace& field, const QString& id) {
    const Json* value = record.find(field.name.toStdString());
    return value != nullptr && !value->is_null() && text(value->plain()) == id;
}

bool holds(const Json& record, const FieldFace& field) {
    const Json* value = record.find(field.name.toStdString());
    return field.kind == FieldKind::boolean && value != nullptr && value->plain() == "true";
}

/// The first value of the first field that is called so.
QString reached(Display& display, const EntityFace& face, const Json& record, const char* called) {
    for (const FieldFace& field : face.fields) {
        if (!field.name.startsWith(QLatin1String(called))) continue;
        const auto value = display.of(field, record).section(QLatin1Char(','), 0, 0).trimmed();
        if (!value.isEmpty()) return value;
    }
    return {};
}

}  // namespace

RecordRow record_row(Display& display, const EntityFace& face, const Json& record, const QStringList& columns,
                     const Glance& glance) {
    RecordRow out;
    out.title = display.title(face, record);
    for (const QString& name : columns)
        if (const auto* field = face.field(name)) {
            out.values.push_back(display.of(*field, record));
            if (holds(record, *field)) out.marks.push_back(name);
        }
    out.phone = reached(display, face, record, "mobile");
    if (out.phone.isEmpty()) out.phone = reached(display, face, record, "phone");
    out.mail = reached(display, face, record, "email");

    bool told = false;
    QStringList parts;
    QString day;
    for (const FieldFace& field : face.fields) {
        if (!field.listed) continue;
        const QString value = display.of(field, record);
        if (columns.isEmpty()) out.values.push_back(value);
        if (value.isEmpty() || value == out.title || names(face, field)) continue;
        if (field.kind == FieldKind::choice) {
            if (!out.badge.isEmpty() && (told || !tells(field))) continue;
            out.badge = value;
            out.tone = text(record.find(field.name.toStdString())->plain());
            told = tells(field);
        } else if (field.kind == FieldKind::money) {
            if (out.aside.isEmpty()) out.aside = value;
        } else if (field.kind == FieldKind::date || field.kind == FieldKind::datetime) {
            if (day.isEmpty()) day = display.day(field, record, glance.today);
        } else if (field.kind != FieldKind::boolean && parts.size() < kSubtitleParts && !is(record, field, glance.me)) {
            parts.push_back(value);
        }
    }
    if (out.aside.isEmpty()) out.aside = day;
    out.subtitle = parts.join(QStringLiteral(" · "));
    return out;
}

}  // namespace tern::app
