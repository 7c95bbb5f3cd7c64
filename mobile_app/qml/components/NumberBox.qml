// A number in a row of others: small, selected when one comes to it.
import QtQuick
import Tern
import QtQuick.Templates as T

T.TextField {
    id: box
    property string shown: ""      ///< what holds now
    property string placeholder: ""
    property string suffix: ""     ///< the unit, behind what was typed
    property bool wrong: false
    signal typed(string text)
    signal next()
    signal before()
    signal wiped()                 ///< Delete, while nothing but the whole number could be meant

    implicitWidth: 72
    implicitHeight: Theme.touch
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall + (tail.visible ? tail.width + 2 : 0)
    text: shown
    horizontalAlignment: TextInput.AlignRight
    verticalAlignment: TextInput.AlignVCenter
    color: wrong ? Theme.bad : Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.pixelSize: Theme.bodySize
    selectByMouse: true
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    onTextEdited: typed(text)
    onActiveFocusChanged: if (activeFocus) selectAll()
    onAccepted: next()
    Keys.onDownPressed: next()
    Keys.onUpPressed: before()
    Keys.onDeletePressed: event => {
        event.accepted = selectedText === text
        if (event.accepted)
            wiped()
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surface
        border.width: box.activeFocus ? 2 : 1
        border.color: box.wrong ? Theme.bad : box.activeFocus ? Theme.accent : Theme.line
        Words {
            anchors.fill: parent
            anchors.rightMargin: Theme.gapSmall
            visible: box.text === ""
            text: box.placeholder
            color: Theme.inkFaint
            horizontalAlignment: Text.AlignRight
        }
        Words {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            visible: box.suffix !== "" && box.text !== ""
            text: box.suffix
            size: "label"
            soft: true
        }
    }
}
