// A document that waits for a second pair of eyes, or that is not what they saw any more.
import QtQuick
import Tern

Card {
    id: card
    property string document: ""
    readonly property bool lapsed: approval.lapsed

    visible: approval.waiting || lapsed
    height: visible ? column.height + 2 * padding : 0
    color: Theme.warnSoft
    border.color: Theme.warn
    Column {
        id: column
        width: parent.width
        spacing: Theme.gap
        Words {
            objectName: "approvalState"
            width: parent.width
            wrapMode: Text.Wrap
            font.weight: Font.DemiBold
            text: approval.lapsed ? qsTr("It was approved, and changed since: as it is now it counts as not approved.")
                : approval.own ? qsTr("You have asked for approval; it goes out by itself and the answer comes the same way.")
                               : qsTr("%1 asks for approval").arg(approval.submitter)
        }
        Words { visible: approval.since !== "" && !approval.lapsed; width: parent.width; size: "label"; soft: true; text: approval.since }
        Words {
            objectName: "approvalAltered"
            visible: approval.altered
            width: parent.width
            wrapMode: Text.Wrap
            color: Theme.bad
            text: qsTr("It was changed after it was handed in. It can only be given back.")
        }
        TextBox {
            id: comment
            objectName: "approvalComment"
            visible: approval.waiting && !approval.own
            width: parent.width
            label: qsTr("A word on it")
        }
        Row {
            visible: approval.waiting && !approval.own
            spacing: Theme.gapSmall
            AppButton {
                objectName: "approve"
                enabled: !approval.altered
                glyph: "check"
                text: qsTr("Approve")
                onClicked: approval.decide(true, comment.text)
            }
            AppButton {
                objectName: "giveBack"
                kind: "secondary"
                glyph: "undo-2"
                text: qsTr("Give back")
                onClicked: approval.decide(false, comment.text)
            }
        }
    }
    ApprovalModel {
        id: approval
        document: card.document
        onDecided: approved => {
            comment.text = ""
            Go.say(approved ? qsTr("Approved") : qsTr("Given back"))
        }
    }
}
