// A square to tap: an icon and a word.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: tile
    property string glyph: ""
    property string tone: "accent"

    implicitHeight: Math.max(84, Math.round(Theme.bodySize * 5.6))
    implicitWidth: 100
    opacity: enabled ? 1 : 0.4
    focusPolicy: Qt.StrongFocus
    background: Rectangle {
        radius: Theme.radius
        color: tile.down || tile.hovered ? Theme.sunken : Theme.surface
        border.width: tile.visualFocus ? 2 : 1
        border.color: tile.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gapSmall
            spacing: Theme.gapTiny
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: tile.glyph
                size: 24
                color: Theme.ink_of(tile.tone)
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: tile.text
                size: "label"
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }
        }
    }
}
