// Values as people read them: numbers, money and days by locale, choices by label, references by name.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <map>
#include <string>

#include <tern/json.h>
#include <tern/records.h>

#include "mobile_app/adapters/faces.h"

namespace tern::app {

/// On the core's thread, for one batch of records: it remembers the names that it has looked up.
class Display {
public:
    Display(Records& records, const QLocale& locale, const QTimeZone& zone)
        : records_(records), locale_(locale), zone_(zone) {}

    /// Of a record as Records::get() shows it; empty where there is no value.
    QString of(const FieldFace& field, const Json& record);
    /// A day or a time as a glance at a list needs it: what is near by its hour, name or weekday, the rest as a date.
    QString day(const FieldFace& field, const Json& record, const QDate& today);
    /// `day_only`: its hour means nothing.
    QString when(const QDateTime& at, const QDate& today, bool day_only) const;
    QString title(const EntityFace& entity, const Json& record);
    /// The name of a record by its id's text.
    QString named(const std::string& id);

    static QString money(const std::string& number, const std::string& currency, const QLocale& locale);
    /// As a heading or an axis has room for: 115.9M, 1.159亿.
    static QString brief(double number, const QLocale& locale);
    static QString brief(double number, const std::string& currency, const QLocale& locale);

private:
    QString scalar(const FieldFace& field, const Json& value);
    QString elements(const Json& list);
    QString near_day(const QDate& day, const QDate& today) const;

    Records& records_;
    const QLocale locale_;
    const QTimeZone zone_;
    std::map<std::string, QString> names_;
};

}  // namespace tern::app
