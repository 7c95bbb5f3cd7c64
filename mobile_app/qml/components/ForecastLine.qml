// A team or a person in the forecast's tree: what the deals say, what was submitted, what counts.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    property var told: ({})         ///< of ForecastModel.lines
    property bool open: true        ///< of a team: what is in it is shown
    property bool wide: false
    property int numbers: 120       ///< how wide a number's column is

    readonly property int depth: told.within ? told.within.length : 0
    readonly property string name_: told.name || (told.team ? qsTr("In no team") : qsTr("Without a name"))
    implicitHeight: Math.max(wide ? Theme.touch : 64, names.implicitHeight + 2 * Theme.gapSmall)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.TreeItem
    Accessible.name: [name_, told.computed, told.submitted, told.counts].filter(part => part).join(", ")
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line; opacity: 0.6 }
    }
    contentItem: Item {
        Icon {
            id: mark
            x: Theme.gapSmall + Math.min(line.depth, 6) * (line.wide ? Theme.gapLarge : Theme.gap)
            anchors.verticalCenter: parent.verticalCenter
            glyph: line.told.team ? (line.open ? "chevron-down" : "chevron-right") : line.told.may ? "pencil" : "user"
            size: 16
            color: Theme.inkSoft
        }
        Column {
            id: names
            anchors.left: mark.right
            anchors.leftMargin: Theme.gapSmall
            anchors.right: ends.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            Words { width: parent.width; text: line.name_; font.weight: line.told.team ? Font.DemiBold : Font.Normal }
            Words {
                width: parent.width
                visible: text !== ""
                size: "caption"
                soft: true
                text: [line.wide || !line.told.computed ? "" : qsTr("Deals: %1").arg(line.told.computed),
                       line.wide || !line.told.submitted ? "" : qsTr("Submitted: %1").arg(line.told.submitted),
                       line.told.note || ""].filter(part => part !== "").join(" · ")
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
        }
        Row {
            id: ends
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            Repeater {
                model: line.wide ? [line.told.computed, line.told.submitted, line.told.counts] : [line.told.counts]
                Words {
                    required property int index
                    required property var modelData
                    readonly property bool last: !line.wide || index === 2
                    width: line.numbers
                    horizontalAlignment: Text.AlignRight
                    text: modelData || "–"
                    size: "label"
                    soft: !last
                    font.weight: last ? Font.DemiBold : Font.Normal
                    color: last && line.told.changed ? Theme.accent : last ? Theme.ink : Theme.inkSoft
                }
            }
        }
    }
}
