#include "mobile_app/adapters/preferences.h"

#include <QLocale>
#include <algorithm>

#include "mobile_app/adapters/backend.h"

namespace tern::app {
namespace {

constexpr qreal kSmallest = 0.85, kLargest = 1.6;

}  // namespace

Preferences::Look Preferences::look() const {
    return static_cast<Look>(
        std::clamp(settings_.value(QStringLiteral("look"), System).toInt(), int{System}, int{Dark}));
}

void Preferences::setLook(Look look) {
    if (look == this->look()) return;
    settings_.setValue(QStringLiteral("look"), int{look});
    Q_EMIT lookChanged();
}

QString Preferences::language() const {
    const auto kept = settings_.value(QStringLiteral("language")).toString();
    if (!kept.isEmpty()) return kept;
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

void Preferences::setLanguage(const QString& language) {
    if (language == this->language()) return;
    settings_.setValue(QStringLiteral("language"), language);
    Backend::instance()->setLanguage(language);
    Q_EMIT languageChanged();
}

qreal Preferences::textScale() const {
    return std::clamp(settings_.value(QStringLiteral("textScale"), 1.0).toDouble(), kSmallest, kLargest);
}

void Preferences::setTextScale(qreal scale) {
    if (qFuzzyCompare(scale, textScale())) return;
    settings_.setValue(QStringLiteral("textScale"), std::clamp(scale, kSmallest, kLargest));
    Q_EMIT textScaleChanged();
}

}  // namespace tern::app
