// A labelled value that is chosen, not typed.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: box
    property string label: ""
    property string shown: ""
    property string glyph: "chevron-down"
    property bool required: false
    signal asked()

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
        T.Button {
            id: button
            width: parent.width
            height: Theme.control
            focus: true
            focusPolicy: Qt.StrongFocus
            Accessible.name: box.label + (box.shown === "" ? "" : ": " + box.shown)
            onClicked: box.asked()
            background: Rectangle {
                radius: Theme.radiusSmall
                color: Theme.surface
                border.width: button.activeFocus ? 2 : 1
                border.color: button.activeFocus ? Theme.accent : Theme.line
            }
            contentItem: Item {
                Words {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.right: mark.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: box.shown === "" ? qsTr("Choose") : box.shown
                    color: box.shown === "" ? Theme.inkFaint : Theme.ink
                }
                Icon {
                    id: mark
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: box.glyph
                    size: 18
                    color: Theme.inkSoft
                }
            }
        }
    }
}
