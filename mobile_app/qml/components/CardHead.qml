// The head of a card: what it holds, and what can be done with all of it. Its buttons reach beyond it, so that every
// head is of one height, and their signs end where the card's text does.
import QtQuick
import Tern

Item {
    id: head
    property string title: ""
    property string glyph: ""
    default property alias actions: extras.data

    implicitHeight: Math.max(32, words.implicitHeight)
    Icon {
        id: mark
        anchors.verticalCenter: parent.verticalCenter
        visible: head.glyph !== ""
        glyph: head.glyph
        size: 18
        color: Theme.accent
    }
    Words {
        id: words
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? Theme.gapSmall : 0
        anchors.right: extras.left
        anchors.verticalCenter: parent.verticalCenter
        text: head.title
        size: "heading"
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: extras
        anchors.right: parent.right
        anchors.rightMargin: -Theme.gap
        anchors.verticalCenter: parent.verticalCenter
    }
}
