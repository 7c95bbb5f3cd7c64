// A key, or several that are pressed together, as they look.
import QtQuick
import Tern

Rectangle {
    id: cap
    property string keys: ""  ///< as Keymap writes them
    visible: keys !== ""
    implicitWidth: words.implicitWidth + 2 * Theme.gapSmall
    implicitHeight: 24
    radius: 6
    color: Theme.sunken
    border.width: 1
    border.color: Theme.line
    Words { id: words; anchors.centerIn: parent; text: Keymap.shown(cap.keys); size: "caption"; soft: true }
}
