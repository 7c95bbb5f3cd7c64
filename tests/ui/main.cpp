// All stories of the app in one program: offscreen, with settings of its own.
#include <QtQml/qqmlextensionplugin.h>
#include <gmock/gmock.h>

#include <QGuiApplication>
#include <QSettings>
#include <QTemporaryDir>

#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/position.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleMock(&argc, argv);
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();
    tern::app::Position::feed(tern::app::Position::Unavailable);  // a test knows where it is
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    return RUN_ALL_TESTS();
}
