// The recovery kit, once: shown, and asked back, so that it was really written down.
import QtQuick
import Tern

Scroll {
    id: page
    widest: 520
    /// Of the key, which is written in groups.
    readonly property string last: (Tern.kit.match(/^key:.*-(\w+)\s*$/m) || ["", ""])[1]
    property string file: ""
    readonly property string told: back.text.trim().toUpperCase()

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
            text: Tern.kit.trim()
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.WrapAnywhere
            color: Theme.ink
            font.pixelSize: Theme.bodySize
            font.family: "monospace"
            Accessible.name: qsTr("Recovery kit")
        }
    }
    AppButton {
        objectName: "saveKit"
        kind: "secondary"
        glyph: "download"
        text: qsTr("Save it as a file")
        onClicked: Tern.saveKit()
    }
    Words {
        width: parent.width
        visible: page.file !== ""
        wrapMode: Text.Wrap
        size: "label"
        soft: true
        text: qsTr("Written to %1. Move it off this device: whoever has it and reaches your server can be you.").arg(page.file)
    }
    Connections {
        target: Tern
        function onKitSaved(file) { page.file = file }
    }
    TextBox {
        id: back
        objectName: "kitWord"
        width: parent.width
        label: qsTr("The last group of the key, to be sure that you have it")
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly
        wrong: text !== "" && !page.last.startsWith(page.told)
        onAccepted: go.clicked()
    }
    AppButton {
        id: go
        objectName: "go"
        width: parent.width
        enabled: page.last !== "" && page.told === page.last
        text: qsTr("I have it")
        onClicked: Tern.forgetKit()
    }
}
