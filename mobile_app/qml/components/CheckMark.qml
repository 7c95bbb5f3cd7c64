// Whether something is selected.
import QtQuick
import Tern

Rectangle {
    id: mark
    property bool checked: false

    width: 24
    height: 24
    radius: 12
    color: checked ? Theme.accent : "transparent"
    border.width: checked ? 0 : 2
    border.color: Theme.inkFaint
    Accessible.ignored: true
    Icon {
        anchors.centerIn: parent
        visible: mark.checked
        glyph: "check"
        size: 16
        color: Theme.accentInk
    }
}
