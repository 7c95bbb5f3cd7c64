// Fields that have a value, label above value: two beside each other where they are short, the first of many at once.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    property var facts: []  ///< of RecordModel.fields
    property bool all: false
    readonly property int few: 8
    readonly property int shortText: 22  ///< letters that fit into half a card

    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        CardHead { width: parent.width; title: card.title }
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.gap
            readonly property int half: Math.floor((width - spacing) / 2)
            Repeater {
                // One more than the few is no reason to fold.
                model: card.all || card.facts.length <= card.few + 1 ? card.facts : card.facts.slice(0, card.few)
                Column {
                    id: fact
                    required property var modelData
                    readonly property bool narrow: flow.half >= 120 && modelData.shown.length <= card.shortText * Math.max(1, flow.half / 160)
                    readonly property bool whole: ["money", "number", "percent"].includes(modelData.kind)  ///< breaks nowhere
                    width: narrow ? flow.half : flow.width
                    Words { width: parent.width; text: fact.modelData.label; size: "caption"; soft: true }
                    Words {
                        objectName: "value_" + fact.modelData.name
                        width: parent.width
                        text: fact.modelData.shown
                        wrapMode: fact.whole ? Text.NoWrap : Text.Wrap
                        fontSizeMode: fact.whole ? Text.HorizontalFit : Text.FixedSize
                        minimumPixelSize: Theme.captionSize
                        maximumLineCount: 6
                        Accessible.name: fact.modelData.label + ": " + fact.modelData.shown
                    }
                }
            }
        }
        AppButton {
            objectName: "allFacts"
            visible: card.facts.length > card.few + 1
            kind: "quiet"
            text: card.all ? qsTr("Show less") : qsTr("Show all %n", "", card.facts.length)
            onClicked: card.all = !card.all
        }
    }
}
