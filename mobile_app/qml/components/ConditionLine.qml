// A condition in words: a tap changes it, the cross takes it away.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    signal removed()

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gapSmall)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down || line.hovered ? Theme.sunken : Theme.surface
        border.width: line.visualFocus ? 2 : 1
        border.color: line.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Words {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: away.left
            anchors.verticalCenter: parent.verticalCenter
            text: line.text
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        IconButton {
            id: away
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: "x"
            text: qsTr("Remove: %1").arg(line.text)
            onClicked: line.removed()
        }
    }
}
