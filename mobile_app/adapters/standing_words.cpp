#include "mobile_app/adapters/standing_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr qsizetype kIdDigits = 8;  ///< of a device's id: enough to tell one's own apart

QString say(const char* words) { return QCoreApplication::translate("Standing", words); }

QString deed_words(const RecordWork& work, const QStringList& fields) {
    switch (work.deed) {
        case RecordWork::Deed::created:
            return say(QT_TRANSLATE_NOOP("Standing", "New"));
        case RecordWork::Deed::deleted:
            return say(QT_TRANSLATE_NOOP("Standing", "Deleted"));
        case RecordWork::Deed::restored:
            return say(QT_TRANSLATE_NOOP("Standing", "Restored from the trash"));
        case RecordWork::Deed::changed:
            break;
    }
    constexpr qsizetype kNamed = 4;
    const auto named = QStringList{fields.mid(0, kNamed)}.join(say(QT_TRANSLATE_NOOP("Standing", ", ")));
    return fields.size() <= kNamed
               ? named
               : say(QT_TRANSLATE_NOOP("Standing", "%1 and %2 more")).arg(named).arg(fields.size() - kNamed);
}

QString reason_words(Fault reason) {
    switch (reason) {
        case Fault::role:
        case Fault::forbidden:
            return say(QT_TRANSLATE_NOOP("Standing", "You may not write that in this space any more"));
        case Fault::too_big:
            return say(QT_TRANSLATE_NOOP("Standing", "It is too large to be sent"));
        case Fault::lost:
            return say(QT_TRANSLATE_NOOP("Standing", "Somebody else was first"));
        case Fault::quota:
            return say(QT_TRANSLATE_NOOP("Standing", "The organisation's storage is used up"));
        case Fault::unsupported:
        case Fault::newer_version:
            return say(QT_TRANSLATE_NOOP("Standing", "The server does not know this kind of change yet"));
        default:
            return say(QT_TRANSLATE_NOOP("Standing", "The server did not take it (%1)")).arg(text(name(reason)));
    }
}

QString platform_words(Platform platform) {
    switch (platform) {
        case Platform::android:
            return QStringLiteral("Android");
        case Platform::ios:
            return QStringLiteral("iOS");
        case Platform::macos:
            return QStringLiteral("macOS");
        case Platform::windows:
            return QStringLiteral("Windows");
        case Platform::linux_desktop:
            return QStringLiteral("Linux");
        case Platform::other:
            break;
    }
    return say(QT_TRANSLATE_NOOP("Standing", "Device"));
}

/// Of what a person sees: another one as soon as another value is there.
QString key_of(const FieldConflict& conflict) {
    QString out = text(uuid_text(conflict.cell.record)) + QLatin1Char(' ') + text(conflict.field);
    for (const Claim& claim : conflict.claims)
        out += QLatin1Char(' ') + QString::number(claim.stamp.hlc.value, 16) + text(id_text(claim.stamp.device));
    return out;
}

}  // namespace

QVariantMap StandingWords::head(const std::string& entity, const std::string& title) const {
    const auto* face = reader_.faces->entity(text(entity));
    return {{"title", text(title)},
            {"kind", face == nullptr ? text(entity) : face->label},
            {"iconName", face == nullptr ? QString{} : face->icon}};
}

QString StandingWords::time(Millis at) const {
    return reader_.locale.toString(QDateTime::fromMSecsSinceEpoch(at).toTimeZone(reader_.zone), QLocale::ShortFormat);
}

QVariantMap StandingWords::of(const RecordWork& work) {
    auto out = head(work.entity, work.title);
    QStringList fields;
    for (const auto& field : work.fields) fields.push_back(cells_.label(work.entity, field));
    fields.removeDuplicates();
    out["id"] = text(uuid_text(work.id));
    out["what"] = deed_words(work, fields);
    out["at"] = time(work.at);
    return out;
}

QVariantMap StandingWords::of(const RefusedRecord& refused) {
    auto out = of(refused.work);
    QVariantList values;
    for (const auto& [field, written] : refused.values)
        values.push_back(QVariantMap{{"label", cells_.label(refused.work.entity, field)},
                                     {"value", cells_.value(refused.work.entity, field, written)}});
    out["reason"] = reason_words(refused.reason);
    out["values"] = values;
    out["there"] = refused.there;
    return out;
}

QVariantMap StandingWords::of(const FieldConflict& conflict) {
    auto out = head(conflict.entity, conflict.title);
    QVariantList claims, parts;
    for (const Claim& claim : conflict.claims)
        claims.push_back(QVariantMap{{"value", cells_.value(conflict.entity, conflict.field, claim.value)},
                                     {"by", text(claim.by)},
                                     {"at", time(claim.at)}});
    for (const auto* face : cells_.faces_of(conflict.entity, conflict.field)) {
        const bool is_part = std::any_of(conflict.parts.begin(), conflict.parts.end(),
                                         [&](const std::string& part) { return text(part) == face->name; });
        if (!is_part || !face->typed || face->computed) continue;
        const auto holds = CellWords::record(*face, conflict.claims.front().value);
        auto part = face->map();
        part["raw"] = typed_text(*face, holds);
        part["shown"] = display_.of(*face, holds);
        parts.push_back(part);
    }
    out["id"] = text(uuid_text(conflict.cell.record));
    out["key"] = key_of(conflict);
    const auto element = cells_.element(conflict.entity, conflict.field, conflict.element);
    out["field"] =
        cells_.label(conflict.entity, conflict.field) + (element.isEmpty() ? element : QStringLiteral(" · ") + element);
    out["claims"] = claims;
    out["parts"] = parts;
    return out;
}

QVariantMap StandingWords::of(const DeviceInfo& device) const {
    const bool phone = device.platform == Platform::android || device.platform == Platform::ios;
    const auto id = text(id_text(device.id)).left(kIdDigits);
    return {{"name", device.name.empty() ? platform_words(device.platform) + " · " + id : text(device.name)},
            {"person", text(device.person)},
            {"since",
             device.since == 0
                 ? QString{}
                 : reader_.locale.toString(QDateTime::fromMSecsSinceEpoch(device.since).toTimeZone(reader_.zone).date(),
                                           QLocale::ShortFormat)},
            {"glyph", phone ? "phone" : "monitor"},
            {"mine", device.mine},
            {"thisOne", device.this_one}};
}

}  // namespace tern::app
