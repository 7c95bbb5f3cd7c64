// A labelled line, or several, to type into.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: box
    property string label: ""
    property alias text: field.text
    property alias echoMode: field.echoMode
    property alias inputMethodHints: field.inputMethodHints
    property alias placeholder: field.placeholder
    property alias readOnly: field.readOnly
    property alias field: field
    property string note: ""     ///< below: what is meant, or what is wrong
    property bool wrong: false
    property bool required: false
    signal edited(string text)
    signal accepted()

    implicitWidth: 280
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapTiny
        Words {
            visible: box.label !== ""
            width: parent.width
            text: box.label + (box.required ? " *" : "")
            size: "label"
            soft: true
        }
        Rectangle {
            width: parent.width
            height: Theme.control
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: field.activeFocus ? 2 : 1
            border.color: box.wrong ? Theme.bad : field.activeFocus ? Theme.accent : Theme.line

            T.TextField {
                id: field
                property string placeholder: ""
                anchors.fill: parent
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                verticalAlignment: TextInput.AlignVCenter
                color: Theme.ink
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                font.pixelSize: Theme.bodySize
                selectByMouse: true
                focus: true
                Accessible.name: box.label
                onTextEdited: box.edited(text)
                onTextChanged: if (!activeFocus) cursorPosition = 0  // a long value shows how it begins
                onAccepted: box.accepted()
                Words {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap
                    visible: field.text === "" && field.preeditText === ""
                    text: field.placeholder
                    color: Theme.inkFaint
                }
            }
        }
        Words {
            visible: box.note !== ""
            width: parent.width
            text: box.note
            size: "caption"
            wrapMode: Text.Wrap
            color: box.wrong ? Theme.bad : Theme.inkSoft
        }
    }
}
