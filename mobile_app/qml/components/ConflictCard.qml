// One field to which several wrote at once: all values, who wrote them and when; to choose one, or to write another.
import QtQuick
import Tern

Card {
    id: card
    required property var conflict  ///< of StandingModel
    required property int index
    signal chosen(int claim)
    signal edited()

    height: choice.height + 2 * padding

    Column {
        id: choice
        width: parent.width
        spacing: Theme.gap
        Words {
            width: parent.width
            text: card.conflict.title || qsTr("Without a name")
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Words {
            width: parent.width
            text: [card.conflict.kind, card.conflict.field].filter(part => part).join(" · ")
            size: "label"
            soft: true
            wrapMode: Text.Wrap
        }
        Repeater {
            model: card.conflict.claims
            Rectangle {
                id: side
                required property var modelData
                required property int index
                readonly property string shown: modelData.value === "" ? qsTr("(empty)") : modelData.value

                width: choice.width
                height: Math.max(Theme.touch, said.height) + 2 * Theme.gapSmall
                radius: Theme.radiusSmall
                color: Theme.sunken
                Column {
                    id: said
                    x: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - take.width - 3 * Theme.gap
                    spacing: Theme.gapTiny
                    Words { width: parent.width; text: side.shown; wrapMode: Text.Wrap }
                    Words {
                        width: parent.width
                        text: [side.modelData.by, side.modelData.at].filter(part => part).join(" · ")
                        size: "caption"
                        soft: true
                        wrapMode: Text.Wrap
                    }
                    Pill { text: side.index === 0 ? qsTr("holds now") : ""; tone: "good" }
                }
                AppButton {
                    id: take
                    objectName: (side.index === 0 ? "keep_" : "restore_") + card.index + (side.index > 1 ? "_" + side.index : "")
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapSmall
                    anchors.verticalCenter: parent.verticalCenter
                    kind: "secondary"
                    text: side.index === 0 ? qsTr("Keep this") : qsTr("Take this")
                    Accessible.name: text + ": " + side.shown
                    onClicked: card.chosen(side.index)
                }
            }
        }
        AppButton {
            objectName: "edit_" + card.index
            visible: card.conflict.parts.length > 0
            kind: "quiet"
            glyph: "pencil"
            text: qsTr("Write another value")
            Accessible.name: text + ": " + card.conflict.field
            onClicked: card.edited()
        }
    }
}
