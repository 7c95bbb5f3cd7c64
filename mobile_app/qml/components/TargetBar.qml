// How much of a target is reached.
import QtQuick
import Tern

ChartMark {
    id: bar
    property real part: 0        ///< in per cent, above 100 where it is passed
    property string goal: ""
    readonly property color ink: part >= 100 ? Theme.good : part >= 60 ? Theme.accent : Theme.warn

    note: qsTr("%1% of %2").arg(Math.round(part)).arg(goal)
    implicitHeight: lines.implicitHeight + 2 * Theme.gapSmall
    implicitWidth: 240
    background: Rectangle {
        radius: Theme.radiusSmall
        color: bar.hovered ? Theme.sunken : "transparent"
        border.width: bar.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Column {
            id: lines
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.gapSmall
            width: parent.width - 2 * Theme.gapSmall
            spacing: Theme.gapTiny
            Item {
                width: parent.width
                height: name.implicitHeight
                Words { id: name; anchors.left: parent.left; anchors.right: reached.left; text: bar.label; size: "label" }
                Words {
                    id: reached
                    anchors.right: parent.right
                    text: Math.round(bar.part) + "%"
                    size: "label"
                    color: bar.ink
                    font.weight: Font.DemiBold
                }
            }
            Rectangle {
                width: parent.width
                height: 10
                radius: 5
                color: Theme.sunken
                Rectangle {
                    width: parent.width * Math.max(0, Math.min(1, bar.part / 100))
                    height: parent.height
                    radius: 5
                    color: bar.ink
                }
            }
            Words { width: parent.width; text: qsTr("%1 of %2").arg(bar.value).arg(bar.goal); size: "caption"; soft: true }
        }
    }
}
