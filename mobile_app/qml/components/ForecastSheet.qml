// Another one's figure as who leads them sees it, and why.
import QtQuick
import Tern

Sheet {
    id: sheet
    property var line: ({})         ///< of ForecastModel.lines
    signal changed(string user, string currency, string amount, string note)

    function begin(line) {
        sheet.line = line
        amount.text = line.digits || ""
        note.text = line.changed ? line.note || "" : ""
        open()
    }
    function take(text) {
        changed(line.id, line.currency, text, note.text)
        close()
    }
    title: line.name || ""
    onOpened: amount.field.forceActiveFocus(Keyboard.reason)

    Column {
        width: parent.width
        spacing: Theme.gapLarge
        Words {
            width: parent.width
            wrapMode: Text.Wrap
            soft: true
            text: qsTr("Deals: %1").arg(sheet.line.computed || "–") + " · " + qsTr("Submitted: %1").arg(sheet.line.submitted || "–")
        }
        TextBox {
            id: amount
            objectName: "overrideAmount"
            width: parent.width
            label: qsTr("What counts, in %1").arg(sheet.line.currency || "")
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            onAccepted: note.field.forceActiveFocus(Keyboard.reason)
        }
        TextBox {
            id: note
            objectName: "overrideNote"
            width: parent.width
            label: qsTr("Why")
            onAccepted: sheet.take(amount.text)
        }
        AppButton {
            objectName: "overrideTake"
            width: parent.width
            enabled: amount.text.trim() !== ""
            text: qsTr("Change")
            onClicked: sheet.take(amount.text)
        }
        AppButton {
            objectName: "overrideNone"
            width: parent.width
            visible: sheet.line.changed === true
            kind: "secondary"
            text: qsTr("Let their own figure count")
            onClicked: sheet.take("")
        }
    }
}
