// A button that is only its icon: `text` is what a screen reader says.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: button
    property string glyph: ""
    property color ink: Theme.ink

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    opacity: enabled ? 1 : 0.4

    background: Rectangle {
        radius: Theme.radius
        color: button.down || button.hovered || button.checked ? Theme.sunken : "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: button.glyph
            color: button.ink
        }
    }
}
