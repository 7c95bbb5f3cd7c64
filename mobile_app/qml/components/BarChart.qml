// A bar a number.
import QtQuick
import Tern

StackedBar {
    property var points: []  ///< [{"value", "text", "note"}…], one a label
    series: [{ name: "", points: points }]
}
