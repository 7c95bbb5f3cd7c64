// A number to tap: how many there are of something.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: tile
    property string glyph: ""
    property string value: "–"
    property string counted: "accent"  ///< the tone of a number that is not zero

    readonly property string tone: value === "0" || value === "–" ? "plain" : counted

    implicitHeight: body.implicitHeight + 2 * Theme.gap
    implicitWidth: 160
    focusPolicy: Qt.StrongFocus
    Accessible.name: text + ": " + value
    background: Rectangle {
        radius: Theme.radius
        color: tile.down || tile.hovered ? Theme.sunken : Theme.surface
        border.width: tile.visualFocus ? 2 : 1
        border.color: tile.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            id: body
            x: Theme.gap
            width: parent.width - 2 * Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapSmall
            Item {
                width: parent.width
                height: Math.max(spot.height, number.height)
                Rectangle {
                    id: spot
                    anchors.verticalCenter: parent.verticalCenter
                    width: 36
                    height: 36
                    radius: Theme.radiusSmall
                    color: Theme.soft_of(tile.tone)
                    Icon { anchors.centerIn: parent; glyph: tile.glyph; size: 20; color: Theme.ink_of(tile.tone) }
                }
                Words {
                    id: number
                    anchors.left: spot.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: tile.value
                    size: "display"
                    soft: tile.tone === "plain"
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.headingSize
                }
            }
            Words {
                width: parent.width
                text: tile.text
                size: "label"
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }
        }
    }
}
