import QtQuick
import Tern

Scroll {
    id: page
    widest: 400

    Item { width: 1; height: Math.max(Theme.gapHuge, (page.height - 420) / 2) }
    Mark { size: 64 }
    Words { width: parent.width; text: qsTr("Locked"); size: "display" }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        soft: true
        text: qsTr("What is on this device is encrypted. Your password opens it, with or without a network.")
    }
    TextBox {
        id: password
        objectName: "password"
        width: parent.width
        label: qsTr("Password")
        echoMode: TextInput.Password
        focus: true
        onAccepted: go.clicked()
    }
    AppButton {
        id: go
        objectName: "go"
        width: parent.width
        glyph: "lock"
        enabled: !Tern.busy && password.text !== ""
        text: Tern.busy ? qsTr("One moment…") : qsTr("Unlock")
        onClicked: Tern.unlock(password.text)
    }
    LanguageLine { width: parent.width }
    Component.onCompleted: password.forceActiveFocus()
}
