// One tap for one thing of a few.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: chip
    property string glyph: ""
    property string aside: ""

    implicitHeight: Theme.touch
    implicitWidth: Math.min(260, row.implicitWidth + 2 * Theme.gap)
    focusPolicy: Qt.StrongFocus
    Accessible.name: aside === "" ? text : text + ", " + aside
    background: Rectangle {
        radius: height / 2
        color: chip.down || chip.hovered ? Theme.sunken : Theme.surface
        border.width: chip.visualFocus ? 2 : 1
        border.color: chip.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Row {
            id: row
            x: Theme.gap
            width: chip.width - 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapSmall
            Icon {
                id: mark
                visible: chip.glyph !== ""
                glyph: chip.glyph
                size: 16
                color: Theme.accent
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: chip.text
                size: "label"
                font.weight: Font.Medium
                width: Math.min(implicitWidth, 180)
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                visible: text !== ""
                text: chip.aside
                size: "label"
                soft: true
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
