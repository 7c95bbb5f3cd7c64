// Of a lead a customer: a new account or one that is there, and a deal if there is one.
import QtQuick
import Tern

Sheet {
    id: sheet
    property string lead: ""
    property string company: ""
    property string account: ""  ///< one that is there, by id; empty: a new one
    title: qsTr("Make it a customer")

    onAboutToShow: {
        account = ""
        problem.text = ""
        name.text = company
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        Words { text: qsTr("Account"); size: "label"; soft: true }
        Column {
            width: parent.width
            spacing: Theme.gapSmall
            OptionLine {
                objectName: "accountNew"
                width: parent.width
                text: qsTr("New: %1").arg(sheet.company)
                chosen: sheet.account === ""
                onClicked: sheet.account = ""
            }
            Repeater {
                model: model.known
                OptionLine {
                    required property var modelData
                    required property int index
                    objectName: "account_" + index
                    width: parent.width
                    text: modelData.title
                    about: qsTr("Known already: %1").arg(modelData.because)
                    chosen: sheet.account === modelData.id
                    onClicked: sheet.account = modelData.id
                }
            }
        }
        Toggle {
            id: deal
            objectName: "withDeal"
            width: parent.width
            visible: model.deals
            checked: true
            text: qsTr("Open a deal")
        }
        TextBox {
            id: name
            objectName: "dealName"
            width: parent.width
            visible: deal.visible && deal.checked
            label: qsTr("Name of the deal")
            required: true
        }
        Words {
            id: problem
            objectName: "convertProblem"
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.bad
        }
        AppButton {
            objectName: "convertNow"
            width: parent.width
            enabled: !model.working && (!name.visible || name.text.trim() !== "")
            text: qsTr("Make it a customer")
            onClicked: model.convert(sheet.account, name.visible ? name.text : "")
        }
    }
    LeadModel {
        id: model
        lead: sheet.visible ? sheet.lead : ""
        onRefused: why => problem.text = why
        onConverted: (account, deal) => {
            sheet.close()
            Go.record(account)
            Go.say(deal === "" ? qsTr("Account and contact made") : qsTr("Account, contact and deal made"))
        }
    }
}
