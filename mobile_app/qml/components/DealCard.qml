// How a deal ends: won, or lost and why.
import QtQuick
import Tern

Row {
    id: card
    property string deal: ""
    property string pipeline: ""
    property string stage: ""
    readonly property bool open: deal !== "" && pipeline !== "" && !ends(won) && !ends(lost)

    function ends(stages) { return stages.count > 0 && stages.rowOf(stage) >= 0 }

    visible: open && won.count + lost.count > 0
    spacing: Theme.gapSmall
    AppButton {
        objectName: "dealWon"
        visible: won.count > 0
        glyph: "check"
        text: qsTr("Won")
        onClicked: {
            Tern.setAll(card.deal, { stage_id: won.idAt(0), lost_reason: "", lost_note: "" })
            const back = card.stage, deal = card.deal
            Go.offer(qsTr("Won"), qsTr("Undo"), () => Tern.set(deal, "stage_id", back))
        }
    }
    AppButton {
        objectName: "dealLost"
        visible: lost.count > 0
        kind: "secondary"
        glyph: "x"
        text: qsTr("Lost")
        onClicked: reason.open()
    }
    ChoiceSheet {
        id: reason
        title: qsTr("Lost because")
        optional: false
        choices: {
            const field = Array.from(Tern.fields("opportunity")).find(one => one.name === "lost_reason")
            return field ? field.choices : []
        }
        onChosen: value => {
            const back = card.stage, deal = card.deal
            Tern.setAll(deal, { stage_id: lost.idAt(0), lost_reason: value })
            Go.offer(qsTr("Lost"), qsTr("Undo"), () => Tern.setAll(deal, { stage_id: back, lost_reason: "" }))
        }
    }
    RecordList { id: won; entity: card.pipeline === "" ? "" : "stage"; filter: "kind = won and pipeline_id = " + card.pipeline; sort: "order" }
    RecordList { id: lost; entity: card.pipeline === "" ? "" : "stage"; filter: "kind = lost and pipeline_id = " + card.pipeline; sort: "order" }
}
