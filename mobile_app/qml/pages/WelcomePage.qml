// The first minute: an org of one's own, or an invitation.
import QtQuick
import Tern
import QtQuick.Dialogs

Scroll {
    id: page
    property bool joins: false
    widest: 440

    Item { width: 1; height: Math.max(0, (page.height - 900) / 2) }
    Row {
        width: parent.width
        spacing: Theme.gap
        Mark { id: mark; size: 52 }
        Words {
            width: parent.width - mark.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Welcome to Tern")
            size: "display"
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.titleSize
        }
    }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        soft: true
        text: qsTr("Your customers on this device, encrypted. It works without a network, and nobody but your team can read it.")
    }
    Segments {
        objectName: "how"
        width: parent.width
        options: [{ value: false, label: qsTr("New organisation") }, { value: true, label: qsTr("I was invited") }]
        value: page.joins
        onChosen: value => page.joins = value
    }
    TextBox {
        id: link
        objectName: "link"
        width: parent.width
        visible: page.joins
        label: qsTr("Invitation")
        placeholder: "tern://…"
        note: qsTr("The link that your admin has sent you, or a picture of the code on their screen.")
    }
    AppButton {
        objectName: "readQr"
        visible: page.joins
        kind: "secondary"
        glyph: "qr-code"
        text: qsTr("Read a picture of the code")
        onClicked: picture.open()
    }
    QrReader {
        id: reader
        objectName: "qrReader"
        onFound: text => link.text = text
        onNothing: Go.say(qsTr("There is no code in that picture. Hold the camera straight, and near enough to fill half of it."))
    }
    FileDialog {
        id: picture
        title: qsTr("Read a picture of the code")
        nameFilters: [qsTr("Pictures (%1)").arg("*.png *.jpg *.jpeg *.webp *.bmp")]
        onAccepted: reader.read("" + selectedFile)
    }
    TextBox {
        id: server
        objectName: "server"
        width: parent.width
        visible: !page.joins
        label: qsTr("Server")
        placeholder: "wss://tern.example"
        note: qsTr("It stores and passes on what it cannot read.")
        inputMethodHints: Qt.ImhUrlCharactersOnly
    }
    TextBox { id: org; objectName: "org"; width: parent.width; visible: !page.joins; label: qsTr("Organisation") }
    TextBox { id: name; objectName: "name"; width: parent.width; visible: !page.joins; label: qsTr("Your name") }
    TextBox {
        id: email
        objectName: "email"
        width: parent.width
        label: qsTr("E-mail address")
        inputMethodHints: Qt.ImhEmailCharactersOnly
    }
    TextBox {
        id: password
        objectName: "password"
        width: parent.width
        label: qsTr("Password")
        echoMode: TextInput.Password
        note: qsTr("It never leaves this device. Nobody can reset it: keep it, and the kit that comes next.")
        onAccepted: go.clicked()
    }
    AppButton {
        id: go
        objectName: "go"
        width: parent.width
        enabled: !Tern.busy && email.text !== "" && password.text !== "" &&
                 (page.joins ? link.text !== "" : server.text !== "" && org.text !== "")
        text: Tern.busy ? qsTr("One moment…") : page.joins ? qsTr("Join") : qsTr("Create")
        onClicked: {
            if (page.joins)
                Tern.join({ link: link.text, email: email.text, password: password.text })
            else
                Tern.createOrg({ server: server.text, org: org.text, name: name.text, email: email.text,
                                 password: password.text })
        }
    }
    LanguageLine { width: parent.width }
}
