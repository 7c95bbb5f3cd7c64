// The core's texts (UTF-8) as Qt's.
#pragma once

#include <QString>
#include <string_view>

namespace tern::app {

inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

}  // namespace tern::app
