// A line to tap: in sheets, menus and settings.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    property string glyph: ""
    property string aside: ""
    property bool chosen: false
    property bool leads: false  ///< to another page
    property bool current: false  ///< where the arrow keys are

    implicitHeight: Math.max(52, Math.round(Theme.bodySize * 3.4))
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.name: aside === "" ? text : text + ", " + aside
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.current ? Theme.accentSoft : line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Icon {
            id: mark
            visible: line.glyph !== ""
            width: visible ? 20 : 0
            anchors.verticalCenter: parent.verticalCenter
            glyph: line.glyph
            color: Theme.accent
        }
        Words {
            anchors.left: mark.right
            anchors.leftMargin: line.glyph === "" ? 0 : Theme.gap
            anchors.right: tail.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: line.text
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.captionSize
            font.weight: line.chosen ? Font.DemiBold : Font.Normal
        }
        Row {
            id: tail
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapTiny
            Words {
                visible: text !== ""
                width: Math.min(implicitWidth, line.availableWidth * 0.55)
                text: line.aside
                size: "label"
                soft: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon {
                visible: line.chosen || line.leads
                glyph: line.chosen ? "check" : "chevron-right"
                size: 18
                color: line.chosen ? Theme.accent : Theme.inkFaint
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
