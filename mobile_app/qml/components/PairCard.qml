// Two records that may be one, why, and what to do about it.
import QtQuick
import Tern

Card {
    id: card
    property var pair: ({})
    property int index: 0
    signal merge()
    signal separate()

    component One: Column {
        property string title: ""
        property string about: ""
        width: parent.width
        Words { width: parent.width; text: parent.title || qsTr("Without a name"); font.weight: Font.DemiBold }
        Words { width: parent.width; visible: text !== ""; text: parent.about; size: "label"; soft: true }
    }
    height: column.height + 2 * padding
    Column {
        id: column
        width: parent.width
        spacing: Theme.gap
        Row {
            width: parent.width
            spacing: Theme.gap
            Icon { id: mark; glyph: card.pair.iconName || "git-merge"; color: Theme.accent; anchors.verticalCenter: parent.verticalCenter }
            Column {
                width: parent.width - mark.width - pill.width - 2 * Theme.gap
                spacing: Theme.gapTiny
                One { title: card.pair.firstTitle; about: card.pair.firstAbout }
                One { title: card.pair.secondTitle; about: card.pair.secondAbout }
                Words { width: parent.width; text: qsTr("Both: %1").arg(card.pair.because); size: "label"; soft: true }
            }
            Pill {
                id: pill
                text: card.pair.strong ? qsTr("Likely") : qsTr("Possible")
                tone: card.pair.strong ? "warn" : "plain"
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gapSmall
            AppButton {
                objectName: "merge_" + card.index
                glyph: "git-merge"
                text: qsTr("Compare")
                onClicked: card.merge()
            }
            AppButton {
                objectName: "separate_" + card.index
                kind: "secondary"
                text: qsTr("Not the same")
                onClicked: card.separate()
            }
        }
    }
}
