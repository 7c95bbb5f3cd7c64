// What comes next of a lead: it becomes a customer, or has become one.
import QtQuick
import Tern

Card {
    id: card
    property string lead: ""
    property string company: ""      ///< else the person
    property string account: ""      ///< that it became, by id
    property string accountName: ""
    property string deal: ""
    property string dealName: ""
    readonly property bool converted: account !== ""

    implicitHeight: lines.height + 2 * padding
    Column {
        id: lines
        width: parent.width
        spacing: Theme.gapSmall
        Words {
            width: parent.width
            text: card.converted ? qsTr("Became a customer") : qsTr("Worth pursuing?")
            font.weight: Font.DemiBold
        }
        Words {
            width: parent.width
            visible: !card.converted
            wrapMode: Text.Wrap
            soft: true
            size: "label"
            text: qsTr("Make an account and a contact of it, and a deal if there is one. The lead stays with its history.")
        }
        AppButton {
            objectName: "convert"
            visible: !card.converted
            glyph: "building-2"
            text: qsTr("Make it a customer")
            onClicked: sheet.open()
        }
        ListLine {
            objectName: "becameAccount"
            width: parent.width
            visible: card.converted
            glyph: "building-2"
            text: card.accountName
            leads: true
            onClicked: Go.record(card.account)
        }
        ListLine {
            objectName: "becameDeal"
            width: parent.width
            visible: card.deal !== ""
            glyph: "square-kanban"
            text: card.dealName
            leads: true
            onClicked: Go.record(card.deal)
        }
    }
    ConvertSheet {
        id: sheet
        lead: card.lead
        company: card.company
    }
}
