// A condition above the list.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: chip
    property int widest: 280
    signal removed()

    implicitHeight: Theme.touch
    implicitWidth: Math.min(widest, words.implicitWidth + Theme.gap + away.width)
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onDeletePressed: removed()
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: parent.height - Theme.gapSmall
            radius: height / 2
            color: Theme.accentSoft
            border.width: chip.visualFocus ? 2 : 0
            border.color: Theme.accent
        }
    }
    contentItem: Item {
        Words {
            id: words
            x: Theme.gap
            width: parent.width - Theme.gap - away.width
            anchors.verticalCenter: parent.verticalCenter
            text: chip.text
            size: "label"
            font.weight: Font.Medium
            color: Theme.accent
        }
        T.Button {
            id: away
            objectName: chip.objectName + "_away"
            anchors.right: parent.right
            width: 36
            height: parent.height
            Accessible.name: qsTr("Remove: %1").arg(chip.text)
            onClicked: chip.removed()
            contentItem: Item { Icon { anchors.centerIn: parent; glyph: "x"; size: 16; color: Theme.accent } }
        }
    }
}
