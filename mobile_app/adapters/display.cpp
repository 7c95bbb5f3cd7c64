#include "mobile_app/adapters/display.h"

#include <QCoreApplication>
#include <cmath>
#include <span>

#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// Digits after the point of a decimal number's text.
int digits_of(const std::string& number) {
    const auto point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

QString duration(qint64 seconds) {
    const qint64 minutes = (seconds + 30) / 60;
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

constexpr qint64 kNearDays = 6;  ///< a weekday's name says which one

QString said(const char* words) { return QCoreApplication::translate("Display", words); }

}  // namespace

QString Display::money(const std::string& number, const std::string& currency, const QLocale& locale) {
    const auto amount = locale.toString(std::stod(number), 'f', digits_of(number));
    return currency.empty() ? amount : text(currency) + QChar(0xa0) + amount;
}

QString Display::brief(double number, const QLocale& locale) {
    struct Unit {
        double size;
        QString name;
    };
    static const Unit kChinese[] = {{1e8, QStringLiteral("亿")}, {1e4, QStringLiteral("万")}};
    static const Unit kOthers[] = {{1e9, QStringLiteral("bn")}, {1e6, QStringLiteral("M")}, {1e3, QStringLiteral("k")}};
    const auto units = locale.language() == QLocale::Chinese ? std::span<const Unit>{kChinese} : kOthers;
    const auto written = [&](double part) {
        constexpr int kDigits = 4;
        return std::abs(part) >= 1'000 ? locale.toString(part, 'f', 0) : locale.toString(part, 'g', kDigits);
    };
    for (const auto& unit : units)
        if (std::abs(number) >= unit.size) return written(number / unit.size) + unit.name;
    return written(number);
}

QString Display::brief(double number, const std::string& currency, const QLocale& locale) {
    const auto amount = brief(number, locale);
    return currency.empty() ? amount : text(currency) + QChar(0xa0) + amount;
}

QString Display::named(const std::string& id) {
    const auto known = names_.find(id);
    if (known != names_.end()) return known->second;
    const auto read = record_id_from(id);
    const auto found = read ? text(records_.title(*read)) : QString{};
    return names_[id] = found;
}

QString Display::title(const EntityFace& entity, const Json& record) {
    if (entity.title.size() > 1)
        if (const Json* id = record.find("id")) return named(id->plain());
    for (const auto& column : entity.title)
        if (const Json* value = record.find(column)) return text(value->plain());
    return {};
}

QString Display::of(const FieldFace& field, const Json& record) {
    const auto name = field.name.toStdString();
    if (field.kind == FieldKind::reference && record.find(name) == nullptr) {
        const Json* id = record.find(name + "_id");  // of several kinds
        return id == nullptr ? QString{} : named(id->plain());
    }
    const Json* value = record.find(name);
    if (value == nullptr || value->is_null()) return {};
    if (field.kind == FieldKind::money) {
        const Json* currency = record.find(name + "_currency");
        return money(value->plain(), currency == nullptr ? std::string{} : currency->plain(), locale_);
    }
    return value->is_array() ? elements(*value) : scalar(field, *value);
}

QString Display::day(const FieldFace& field, const Json& record, const QDate& today) {
    const Json* value = record.find(field.name.toStdString());
    if (value == nullptr || value->is_null()) return {};
    const bool date = field.kind == FieldKind::date;
    const auto at = QDateTime::fromString(text(value->plain()), date ? Qt::ISODate : Qt::ISODateWithMs);
    return when(date ? at : at.toTimeZone(zone_), today, date);
}

QString Display::when(const QDateTime& at, const QDate& today, bool day_only) const {
    const auto day = near_day(at.date(), today);
    if (day_only) return day;
    const auto time = locale_.toString(at.time(), QLocale::ShortFormat);
    if (at.date() == today) return time;
    const qint64 ahead = today.daysTo(at.date());
    return ahead >= -1 && ahead <= kNearDays ? day + QLatin1Char(' ') + time : day;
}

QString Display::near_day(const QDate& day, const QDate& today) const {
    const qint64 ahead = today.daysTo(day);
    if (ahead == 0) return said(QT_TRANSLATE_NOOP("Display", "Today"));
    if (ahead == 1) return said(QT_TRANSLATE_NOOP("Display", "Tomorrow"));
    if (ahead == -1) return said(QT_TRANSLATE_NOOP("Display", "Yesterday"));
    if (ahead > 0 && ahead <= kNearDays) return locale_.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    const auto full = locale_.dateFormat(QLocale::ShortFormat);
    if (day.year() != today.year()) return locale_.toString(day, full);
    if (locale_.language() == QLocale::Chinese) return locale_.toString(day, QStringLiteral("M月d日"));
    const bool month_first = full.startsWith(QLatin1Char('M'));
    return locale_.toString(day, month_first ? QStringLiteral("MMM d") : QStringLiteral("d MMM"));
}

QString Display::elements(const Json& list) {
    QStringList out;
    for (const auto& [no_name, item] : list.members()) {
        if (!item.is_object()) {
            const auto id = item.plain();
            const auto name = record_id_from(id) ? named(id) : text(id);
            out.push_back(name);
            continue;
        }
        for (const auto& [member, value] : item.members())
            if (member != "order" && !value.is_array()) {
                const auto plain = value.plain();
                out.push_back(record_id_from(plain) ? named(plain) : text(plain));
                break;
            }
    }
    return out.join(QStringLiteral(", "));
}

QString Display::scalar(const FieldFace& field, const Json& value) {
    const auto plain = value.plain();
    switch (field.kind) {
        case FieldKind::number:
            return value.is_number() ? locale_.toString(std::stod(plain), 'f', digits_of(plain)) : text(plain);
        case FieldKind::percent:
            return text(plain) + QLatin1Char('%');
        case FieldKind::boolean:
            return plain == "true" ? QStringLiteral("✓") : QStringLiteral("–");
        case FieldKind::date:
            return locale_.toString(QDate::fromString(text(plain), Qt::ISODate), QLocale::ShortFormat);
        case FieldKind::datetime: {
            const auto at = QDateTime::fromString(text(plain), Qt::ISODateWithMs).toTimeZone(zone_);
            const auto day = locale_.toString(at.date(), QLocale::ShortFormat);
            if (at.time() == QTime{0, 0}) return day;  // what is known by its day alone
            return day + QLatin1Char(' ') + locale_.toString(at.time(), QLocale::ShortFormat);
        }
        case FieldKind::duration:
            return duration(text(plain).toLongLong());
        case FieldKind::choice:
            for (const auto& [name, label] : field.choices)
                if (name == text(plain)) return label;
            return text(plain);
        case FieldKind::reference:
            return named(plain);
        default:
            return text(plain);
    }
}

}  // namespace tern::app
