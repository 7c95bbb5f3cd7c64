// Why something is as it is, in a person's own words.
import QtQuick
import Tern

Sheet {
    id: sheet
    property string action: ""
    property string explanation: ""
    signal given(string reason)

    onOpened: box.field.forceActiveFocus()
    Column {
        width: parent.width
        spacing: Theme.gapLarge
        Words { width: parent.width; text: sheet.explanation; soft: true; wrapMode: Text.Wrap }
        TextBox {
            id: box
            objectName: "reason"
            width: parent.width
            label: qsTr("Reason")
            required: true
        }
        AppButton {
            objectName: "giveReason"
            width: parent.width
            enabled: box.text.trim() !== ""
            text: sheet.action
            onClicked: {
                sheet.given(box.text)
                sheet.close()
            }
        }
    }
}
