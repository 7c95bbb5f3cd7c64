import QtQuick
import Tern
import QtQuick.Templates as T

Rectangle {
    id: box
    property alias text: field.text
    property string placeholder: ""
    property alias field: field
    signal typed(string text)

    implicitHeight: Theme.control
    implicitWidth: 240
    radius: Theme.radius
    color: Theme.surface
    border.width: field.activeFocus ? 2 : 1
    border.color: field.activeFocus ? Theme.accent : Theme.line

    Icon {
        id: lens
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        glyph: "search"
        size: 18
        color: Theme.inkSoft
    }
    T.TextField {
        id: field
        anchors.left: lens.right
        anchors.right: clear.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        leftPadding: Theme.gapSmall
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.pixelSize: Theme.bodySize
        selectByMouse: true
        inputMethodHints: Qt.ImhNoPredictiveText
        Accessible.name: box.placeholder
        onTextChanged: box.typed(text)
        Words {
            anchors.fill: parent
            anchors.leftMargin: Theme.gapSmall
            visible: field.text === "" && field.preeditText === ""
            text: box.placeholder
            color: Theme.inkFaint
        }
    }
    IconButton {
        id: clear
        anchors.right: parent.right
        visible: field.text !== ""
        glyph: "x"
        text: qsTr("Clear")
        onClicked: field.clear()
    }
}
