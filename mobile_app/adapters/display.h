// Values as people read them: numbers, money and days by locale, choices by label, references by name.
#pragma once

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
    QString title(const EntityFace& entity, const Json& record);
    /// The name of a record by its id's text.
    QString named(const std::string& id);

    static QString money(const std::string& number, const std::string& currency, const QLocale& locale);

private:
    QString scalar(const FieldFace& field, const Json& value);
    QString elements(const Json& list);

    Records& records_;
    const QLocale locale_;
    const QTimeZone zone_;
    std::map<std::string, QString> names_;
};

}  // namespace tern::app
