// One of several that exclude each other, to tap.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    property string about: ""  ///< under it
    property string aside: ""
    property bool chosen: false

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gapSmall)
    focusPolicy: Qt.StrongFocus
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.RadioButton
    Accessible.name: text + (about === "" ? "" : ", " + about) + (aside === "" ? "" : ", " + aside)
    Accessible.checked: chosen
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.chosen ? Theme.accentSoft : line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 1
        border.color: line.visualFocus || line.chosen ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Rectangle {
            id: dot
            x: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            radius: 9
            color: "transparent"
            border.width: 2
            border.color: line.chosen ? Theme.accent : Theme.inkFaint
            Rectangle { anchors.centerIn: parent; width: 8; height: 8; radius: 4; color: Theme.accent; visible: line.chosen }
        }
        Column {
            id: words
            anchors.left: dot.right
            anchors.leftMargin: Theme.gap
            anchors.right: tail.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            Words { width: parent.width; text: line.text; wrapMode: Text.Wrap; maximumLineCount: 3 }
            Words { width: parent.width; visible: text !== ""; text: line.about; size: "label"; soft: true }
        }
        Words {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: line.aside
            size: "label"
            soft: true
        }
    }
}
