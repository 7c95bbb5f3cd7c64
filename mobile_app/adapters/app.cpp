#include "mobile_app/adapters/app.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTranslator>

namespace tern::app {

void prepare_application() {
    QCoreApplication::setOrganizationName(QStringLiteral("Tern"));
    QCoreApplication::setApplicationName(QStringLiteral("tern-app"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TERN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("tern-app"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                      QStringLiteral("sans-serif")});
    font.setPixelSize(15);
    QGuiApplication::setFont(font);
}

void translate(QQmlEngine& engine, Backend& backend) {
    auto* translator = new QTranslator(&engine);
    const auto follow = [&engine, &backend, translator] {
        QCoreApplication::removeTranslator(translator);
        // English has one, too, for its plurals.
        if (translator->load(QStringLiteral(":/i18n/tern_%1.qm").arg(backend.language())))
            QCoreApplication::installTranslator(translator);
        engine.retranslate();
    };
    QObject::connect(&backend, &Backend::languageChanged, &engine, follow);
    follow();
}

}  // namespace tern::app
