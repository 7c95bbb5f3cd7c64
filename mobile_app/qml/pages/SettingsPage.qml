import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    widest: 560

    PageHeader { width: parent.width; title: qsTr("Settings"); back: page.back }
    Words { text: qsTr("Language"); size: "label"; soft: true }
    LanguageLine { width: parent.width }
    Words { text: qsTr("Look"); size: "label"; soft: true }
    Segments {
        objectName: "look"
        width: parent.width
        options: [{ value: Preferences.System, label: qsTr("As the system") }, { value: Preferences.Light, label: qsTr("Light") },
                  { value: Preferences.Dark, label: qsTr("Dark") }]
        value: Preferences.look
        onChosen: value => Preferences.look = value
    }
    Words { text: qsTr("Text size"); size: "label"; soft: true }
    Segments {
        objectName: "textSize"
        width: parent.width
        options: [{ value: 0.85, label: qsTr("Small") }, { value: 1, label: qsTr("Normal") }, { value: 1.2, label: qsTr("Large") },
                  { value: 1.5, label: qsTr("Huge") }]
        value: Preferences.textScale
        onChosen: value => Preferences.textScale = value
    }
    Words { text: qsTr("This account"); size: "label"; soft: true }
    Card {
        width: parent.width
        padding: Theme.gapSmall
        height: who.height + 2 * padding
        Column {
            id: who
            width: parent.width
            ListLine { width: parent.width; glyph: "building-2"; text: qsTr("Organisation"); aside: Tern.org }
            ListLine { width: parent.width; glyph: "user"; text: qsTr("Signed in as"); aside: Tern.login }
            ListLine { width: parent.width; glyph: "cloud"; text: qsTr("Server"); aside: Tern.server }
            ListLine { width: parent.width; glyph: "info"; text: qsTr("Tern on this device"); aside: Qt.application.version }
        }
    }
    Words { text: qsTr("For those who build Tern"); size: "label"; soft: true }
    Card {
        width: parent.width
        padding: Theme.gapSmall
        height: parts.height + 2 * padding
        ListLine {
            id: parts
            objectName: "goGallery"
            width: parent.width
            glyph: "layers"
            text: qsTr("All parts of the screen")
            leads: true
            onClicked: Go.page("gallery", {})
        }
    }
}
