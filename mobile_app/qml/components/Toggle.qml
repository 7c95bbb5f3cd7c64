import QtQuick
import Tern
import QtQuick.Templates as T

T.Switch {
    id: toggle
    implicitHeight: Theme.touch
    implicitWidth: 52 + (label.text === "" ? 0 : Theme.gap + label.implicitWidth)
    focusPolicy: Qt.StrongFocus

    indicator: Rectangle {
        x: toggle.width - width
        anchors.verticalCenter: parent.verticalCenter
        width: 46
        height: 28
        radius: 14
        color: toggle.checked ? Theme.accent : Theme.sunken
        border.width: toggle.visualFocus ? 2 : 1
        border.color: toggle.visualFocus ? Theme.accent : toggle.checked ? Theme.accent : Theme.inkFaint
        Rectangle {
            x: toggle.checked ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: 20
            radius: 10
            color: toggle.checked ? Theme.accentInk : Theme.inkSoft
            Behavior on x { NumberAnimation { duration: Theme.quick } }
        }
    }
    contentItem: Words {
        id: label
        text: toggle.text
        rightPadding: 52
    }
}
