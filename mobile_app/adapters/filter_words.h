// What a field of each kind can be compared with, in the words of the screen's language.
#pragma once

#include <QString>
#include <QVariantList>
#include <optional>
#include <vector>

#include <tern/query.h>

#include "mobile_app/adapters/faces.h"

namespace tern::app {

struct ComparisonWord {
    Comparison comparison = Comparison::is;
    const char* said = "";       ///< to be translated
    QLatin1String takes{"one"};  ///< nothing, one, two, many, period
    QString name() const;        ///< as QML holds it
    QString label() const;
};

/// The likeliest first; none where a kind cannot be compared.
const std::vector<ComparisonWord>& words_of(FieldKind kind);
std::optional<ComparisonWord> word_named(FieldKind kind, const QString& name);
/// How a comparison that was read would be said.
std::optional<ComparisonWord> word_for(FieldKind kind, const Filter& comparison);

/// {"value", "label"}: today, this week, last 30 days…
QVariantList period_choices();
QString period_label(const Period& period);
/// A value as a person chose it: `me`, `my_team` and periods are words where the kind knows them, else text.
FilterValue value_of(FieldKind kind, QLatin1String takes, const QString& chosen);
QString me_label();
QString my_team_label();
QString yes_or_no(const QString& raw);

}  // namespace tern::app
