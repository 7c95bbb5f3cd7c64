// What to do where there is nothing yet.
import QtQuick
import Tern

Column {
    id: empty
    property string glyph: "inbox"
    property string title: ""
    property string text: ""
    property string action: ""
    signal acted()

    spacing: Theme.gap
    width: Math.min(320, parent ? parent.width - 2 * Theme.edge : 320)

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 72
        height: 72
        radius: 36
        color: Theme.accentSoft
        Icon { anchors.centerIn: parent; glyph: empty.glyph; size: 30; color: Theme.accent }
    }
    Words {
        width: parent.width
        text: empty.title
        size: "heading"
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: empty.text
        soft: true
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    AppButton {
        anchors.horizontalCenter: parent.horizontalCenter
        objectName: "emptyAction"
        visible: empty.action !== ""
        text: empty.action
        onClicked: empty.acted()
    }
}
