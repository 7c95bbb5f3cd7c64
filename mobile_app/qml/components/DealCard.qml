// How a deal stands: how much, until when, how far it has come; and how it ends: won, or lost and why.
import QtQuick
import Tern
import QtQuick.Templates as T

Card {
    id: card
    property string deal: ""
    property string pipeline: ""
    property string stage: ""
    property string stageName: ""
    property string amount: ""  ///< as people read it
    property string closes: ""  ///< as filters write a day
    readonly property bool open: deal !== "" && pipeline !== "" && !ends(won) && !ends(lost)
    readonly property int at: way.count > 0 ? way.rowOf(stage) : -1
    readonly property int days: closes === "" ? 0 : Math.round((new Date(closes) - new Date().setHours(0, 0, 0, 0)) / 86400000)
    readonly property int soon: 14  ///< days

    function ends(stages) { return stages.count > 0 && stages.rowOf(stage) >= 0 }
    function put(to) {
        const back = stage, deal = card.deal
        Tern.set(deal, "stage_id", to)
        Go.offer(qsTr("Moved"), qsTr("Undo"), () => Tern.set(deal, "stage_id", back))
    }

    implicitHeight: lines.height + 2 * padding
    Column {
        id: lines
        width: parent.width
        spacing: Theme.gapSmall
        Item {
            width: parent.width
            height: Math.max(sum.height, until.height)
            Words {
                id: sum
                objectName: "dealAmount"
                anchors.left: parent.left
                anchors.right: until.left
                anchors.rightMargin: Theme.gap
                text: card.amount === "" ? qsTr("No amount yet") : card.amount
                size: card.amount === "" ? "heading" : "display"
                soft: card.amount === ""
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.headingSize
            }
            Words {
                id: until
                anchors.right: parent.right
                anchors.verticalCenter: sum.verticalCenter
                text: !card.open || card.closes === "" ? "" : card.days === 0 ? qsTr("Closes today")
                    : card.days > 0 ? qsTr("Closes in %n day(s)", "", card.days) : qsTr("%n day(s) overdue", "", -card.days)
                size: "label"
                font.weight: Font.DemiBold
                color: card.days < 0 ? Theme.bad : card.days <= card.soon ? Theme.warn : Theme.inkSoft
            }
        }
        Row {
            id: steps
            width: parent.width
            visible: card.open && way.count > 1
            spacing: Theme.gapTiny
            Repeater {
                model: steps.visible ? way : null
                T.AbstractButton {
                    id: step
                    required property int index
                    required property string recordId
                    required property string title
                    objectName: "step_" + index
                    width: (steps.width - (way.count - 1) * steps.spacing) / way.count
                    height: Theme.touch
                    focusPolicy: Qt.StrongFocus
                    hoverEnabled: true
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: title
                    Accessible.checked: index === card.at
                    onClicked: if (index !== card.at) card.put(recordId)
                    background: Item {
                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width
                            height: step.hovered || step.visualFocus ? 12 : 8
                            radius: height / 2
                            color: step.index <= card.at ? Theme.accent : Theme.sunken
                            border.width: step.visualFocus ? 2 : step.index > card.at ? 1 : 0
                            border.color: step.visualFocus ? Theme.ink : Theme.line
                        }
                    }
                }
            }
        }
        Words {
            objectName: "dealStage"
            width: parent.width
            visible: steps.visible && card.at >= 0
            text: qsTr("Stage %1 of %2: %3").arg(card.at + 1).arg(way.count).arg(card.at < 0 ? "" : card.stageName)
            size: "label"
            soft: true
        }
        Row {
            visible: card.open && won.count + lost.count > 0
            topPadding: Theme.gapTiny
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
        }
    }
    ChoiceSheet {
        id: reason
        title: qsTr("Lost because")
        optional: false
        choices: {
            const field = Array.from(Tern.fields("opportunity", Tern.facesRead)).find(one => one.name === "lost_reason")
            return field ? field.choices : []
        }
        onChosen: value => {
            const back = card.stage, deal = card.deal
            Tern.setAll(deal, { stage_id: lost.idAt(0), lost_reason: value })
            Go.offer(qsTr("Lost"), qsTr("Undo"), () => Tern.setAll(deal, { stage_id: back, lost_reason: "" }))
        }
    }
    RecordList { id: way; entity: card.pipeline === "" ? "" : "stage"; filter: "kind = open and pipeline_id = " + card.pipeline; sort: "order" }
    RecordList { id: won; entity: card.pipeline === "" ? "" : "stage"; filter: "kind = won and pipeline_id = " + card.pipeline; sort: "order" }
    RecordList { id: lost; entity: card.pipeline === "" ? "" : "stage"; filter: "kind = lost and pipeline_id = " + card.pipeline; sort: "order" }
}
