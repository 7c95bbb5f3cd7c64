// All stories of the app in one program: offscreen, with settings of its own. A page that QML complains of fails its
// story: a binding that goes in circles, a value that is not there.
#include <QtQml/qqmlextensionplugin.h>
#include <gmock/gmock.h>

#include <QGuiApplication>
#include <QSettings>
#include <QTemporaryDir>

#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/position.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

namespace {

QtMessageHandler others = nullptr;

void hear(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (message.startsWith(QLatin1String("qrc:"))) ADD_FAILURE() << message.toStdString();
    others(type, context, message);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleMock(&argc, argv);
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();
    tern::app::Position::feed(tern::app::Position::Unavailable);  // a test knows where it is
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    others = qInstallMessageHandler(hear);
    return RUN_ALL_TESTS();
}
