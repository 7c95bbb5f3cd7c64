// What the program and its tests put together alike: fonts, the translator, the QML engine's paths.
#pragma once

#include <QQmlEngine>
#include <memory>

#include "mobile_app/adapters/backend.h"

namespace tern::app {

/// Once, after QGuiApplication: names under which settings are kept, and type that carries Latin and Chinese.
void prepare_application();
/// Texts follow the backend's language from now on, at run time, too. Lives as long as the engine.
void translate(QQmlEngine& engine, Backend& backend);

}  // namespace tern::app
