// A group of a list: what its records have in common, and how many there are.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    property string aside: ""
    property bool open: false

    implicitHeight: Math.max(52, Math.round(Theme.bodySize * 3.2))
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.name: text + ", " + aside
    Accessible.role: Accessible.TreeItem
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.open ? Theme.accentSoft : line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            glyph: line.open ? "chevron-down" : "chevron-right"
            size: 18
            color: Theme.inkSoft
        }
        Words {
            anchors.left: mark.right
            anchors.leftMargin: Theme.gap
            anchors.right: number.left
            anchors.verticalCenter: parent.verticalCenter
            text: line.text
            font.weight: Font.DemiBold
        }
        Pill {
            id: number
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: line.aside
        }
    }
}
