// The recovery kit, once: shown, and asked back, so that it was really written down.
import QtQuick
import Tern

Scroll {
    id: page
    widest: 520
    readonly property var words: Tern.kit.trim().split(/\s+/)
    readonly property int asked: 2 + Math.floor(words.length / 3)

    Item { width: 1; height: Math.max(Theme.gapHuge, (page.height - 640) / 2) }
    Words { width: parent.width; text: qsTr("Your recovery kit"); size: "display" }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        soft: true
        text: qsTr("If you forget your password or lose this device, only this kit brings your account back. Write it down or print it, and keep it where you keep a passport.")
    }
    Card {
        width: parent.width
        height: kit.implicitHeight + 2 * padding
        TextEdit {
            id: kit
            objectName: "kit"
            width: parent.width
            text: Tern.kit
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.WrapAnywhere
            color: Theme.ink
            font.pixelSize: Theme.bodySize
            font.family: "monospace"
            Accessible.name: qsTr("Recovery kit")
        }
    }
    TextBox {
        id: back
        objectName: "kitWord"
        width: parent.width
        label: qsTr("The last group, to be sure that you have it")
        wrong: text !== "" && !page.words[page.words.length - 1].toLowerCase().startsWith(text.trim().toLowerCase())
        onAccepted: go.clicked()
    }
    AppButton {
        id: go
        objectName: "go"
        width: parent.width
        enabled: back.text.trim().toLowerCase() === page.words[page.words.length - 1].toLowerCase()
        text: qsTr("I have it")
        onClicked: Tern.forgetKit()
    }
}
