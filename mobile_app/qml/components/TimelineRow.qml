// One line of a timeline: an event, or what one person changed at one moment.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: row
    required property var line
    property bool last: false
    readonly property bool event: line.event
    readonly property var facts: line.facts || []
    readonly property int shownFacts: 4
    readonly property string head: event ? line.title || line.kind : line.made ? qsTr("Created") : qsTr("Changed")

    implicitHeight: Math.max(Theme.touch, said.height + Theme.gapLarge)
    focusPolicy: event ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: event
    Accessible.role: event ? Accessible.Button : Accessible.StaticText
    Accessible.name: [line.kind, head, line.text, line.badge, line.who, line.at].filter(part => part).join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: row.event && (row.down || row.hovered) ? Theme.sunken : "transparent"
        border.width: row.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Rectangle {
            x: dot.x + dot.width / 2 - 1
            y: dot.y + dot.height
            width: 2
            height: row.height - dot.height
            visible: !row.last
            color: Theme.line
        }
        Rectangle {
            id: dot
            x: Theme.gapTiny
            y: Theme.gapSmall
            width: 36
            height: 36
            radius: 12
            color: row.event ? Theme.soft_of(Theme.tone(row.line.tone)) : Theme.sunken
            Icon {
                anchors.centerIn: parent
                glyph: row.line.icon || "clock"
                size: 18
                color: row.event ? Theme.ink_of(Theme.tone(row.line.tone)) : Theme.inkFaint
            }
        }
        Column {
            id: said
            anchors.left: dot.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapTiny
            y: Theme.gapSmall
            Item {
                width: parent.width
                height: title.height
                Words {
                    id: title
                    width: parent.width - time.width - Theme.gapSmall
                    text: row.head
                    font.weight: row.event ? Font.DemiBold : Font.Medium
                }
                Words {
                    id: time
                    anchors.right: parent.right
                    text: row.line.at
                    size: "label"
                    soft: true
                }
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.line.text || ""
                size: "label"
                soft: true
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            Repeater {
                model: row.facts.slice(0, row.shownFacts)
                Words {
                    required property var modelData
                    width: said.width
                    size: "label"
                    soft: true
                    text: modelData.label + ": " + (modelData.value === "" ? qsTr("emptied") : modelData.value)
                }
            }
            Words {
                visible: row.facts.length > row.shownFacts
                size: "label"
                soft: true
                text: qsTr("and %n more", "", row.facts.length - row.shownFacts)
            }
            Item {
                width: parent.width
                height: Math.max(badge.visible ? badge.height : 0, who.visible ? who.height : 0)
                Words {
                    id: who
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - (badge.visible ? badge.width + Theme.gapSmall : 0)
                    visible: text !== ""
                    text: [row.line.kind, row.line.who].filter(part => part).join(" · ")
                    size: "caption"
                    soft: true
                }
                Pill {
                    id: badge
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.line.badge || ""
                    tone: Theme.tone(row.line.tone)
                }
            }
        }
    }
}
