// Making one record of several: which one stays, and whose values.
import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    property var ids: []
    widest: 860

    function take_keys() {
        if (Window.activeFocusItem === page && candidates.count > 0)
            candidates.itemAt(0).forceActiveFocus(Keyboard.reason)
    }
    Keys.onReturnPressed: event => {
        event.accepted = event.modifiers & Qt.ControlModifier && now.enabled
        if (event.accepted)
            merging.merge()
    }
    PageHeader { width: parent.width; title: qsTr("Merge"); back: page.back; light: false }
    Words {
        width: parent.width
        visible: merging.problem !== ""
        wrapMode: Text.Wrap
        color: Theme.bad
        text: merging.problem
    }
    Words { text: qsTr("Which one stays"); size: "heading" }
    Column {
        width: parent.width
        spacing: Theme.gapSmall
        Repeater {
            id: candidates
            model: merging.records
            onCountChanged: if (Keyboard.used) soon.start()
            OptionLine {
                required property var modelData
                required property int index
                objectName: "stays_" + index
                width: page.column.width
                text: modelData.title
                about: modelData.apart
                aside: modelData.changed
                chosen: modelData.id === merging.winner
                onClicked: merging.winner = modelData.id
            }
        }
    }
    Words { text: qsTr("Where they differ"); size: "heading"; visible: merging.fields.length > 0 }
    Repeater {
        model: merging.fields
        Card {
            id: difference
            required property var modelData
            width: page.column.width
            height: options.height + 2 * padding
            Column {
                id: options
                width: parent.width
                spacing: Theme.gapSmall
                Words {
                    objectName: "differs_" + difference.modelData.field
                    text: difference.modelData.label
                    size: "label"
                    soft: true
                }
                Repeater {
                    model: difference.modelData.options
                    OptionLine {
                        required property var modelData
                        required property int index
                        objectName: "take_" + difference.modelData.field + "_" + index
                        width: options.width
                        text: modelData.text === "" ? qsTr("(empty)") : modelData.text
                        chosen: modelData.id === difference.modelData.from
                        onClicked: merging.choose(difference.modelData.field, modelData.id)
                    }
                }
            }
        }
    }
    FactsCard {
        width: parent.width
        visible: merging.united.length > 0
        title: qsTr("What it gains")
        facts: Array.from(merging.united).map((gain, i) => ({ name: "gain_" + i, label: gain.label, shown: gain.text }))
    }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        soft: true
        text: qsTr("%n records that belong to the others follow. The others go to the trash; for 30 days the merge can be undone.", "", merging.references)
    }
    Row {
        spacing: Theme.gapSmall
        AppButton {
            id: now
            objectName: "mergeNow"
            enabled: merging.ready && merging.problem === ""
            glyph: "git-merge"
            text: qsTr("Merge")
            onClicked: merging.merge()
        }
        AppButton { kind: "quiet"; text: qsTr("Cancel"); onClicked: Go.back() }
    }
    Timer { id: soon; interval: 0; onTriggered: page.take_keys() }
    MergeModel {
        id: merging
        ids: page.ids
        onMerged: winner => {
            Go.back()
            Go.record(winner)
            Go.offer(qsTr("Merged"), qsTr("Undo"), () => Tern.unmerge(winner))
        }
    }
}
