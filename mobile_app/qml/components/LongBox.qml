// A labelled text of several lines.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: box
    property string label: ""
    property alias text: area.text
    property bool required: false
    signal edited(string text)

    implicitWidth: 280
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapTiny
        Words {
            width: parent.width
            text: box.label + (box.required ? " *" : "")
            size: "label"
            soft: true
        }
        Rectangle {
            width: parent.width
            height: Math.max(96, area.implicitHeight)
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: area.activeFocus ? 2 : 1
            border.color: area.activeFocus ? Theme.accent : Theme.line
            T.TextArea {
                id: area
                anchors.fill: parent
                padding: Theme.gap
                implicitHeight: contentHeight + 2 * Theme.gap
                color: Theme.ink
                selectionColor: Theme.accent
                selectedTextColor: Theme.accentInk
                font.pixelSize: Theme.bodySize
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                focus: true
                textFormat: TextEdit.PlainText
                Accessible.name: box.label
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: area.nextItemInFocusChain(true)
                onTextChanged: if (activeFocus) box.edited(text)
            }
        }
    }
}
