// tern-app: the CRM on a phone's or a desk's screen.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QStandardPaths>

#include "mobile_app/adapters/app.h"
#include "mobile_app/adapters/preferences.h"

Q_IMPORT_QML_PLUGIN(TernPlugin)

int main(int argc, char** argv) {
    QGuiApplication application{argc, argv};
    tern::app::prepare_application();

    QCommandLineParser words;
    words.setApplicationDescription(QStringLiteral("Tern, the offline-first CRM"));
    words.addHelpOption();
    words.addVersionOption();
    const QCommandLineOption data{QStringLiteral("data"), QStringLiteral("data folder"), QStringLiteral("DIR"),
                                  QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/tern"};
    const QCommandLineOption key{QStringLiteral("device-key-file"),
                                 QStringLiteral("file that stands in for the platform's keychain"),
                                 QStringLiteral("F")};
    words.addOptions({data, key});
    words.process(application);

    tern::app::Backend::Options options;
    options.folder = words.value(data).toStdString();
    if (words.isSet(key)) options.unlock.device_key_file = words.value(key).toStdString();
    options.language = tern::app::Preferences{}.language();
    tern::app::Backend backend{std::move(options)};

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    tern::app::translate(engine, backend);
    engine.load(QUrl{QStringLiteral("qrc:/qt/qml/Tern/Main.qml")});
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
