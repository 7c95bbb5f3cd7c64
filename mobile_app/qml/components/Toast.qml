// What just happened, and the way back.
import QtQuick
import Tern

Rectangle {
    id: toast
    property string text: ""
    property string action: ""
    property bool bad: false
    property var undo: null

    function say(words) { show(words, "", null, false) }
    function warn(words) { show(words, "", null, true) }
    function offer(words, label, use) { show(words, label, use, false) }
    function take_back() {
        if (opacity === 0 || action === "")
            return
        const back = undo
        action = ""
        opacity = 0
        back()
    }
    function show(words, label, use, isBad) {
        text = words
        action = label
        undo = use
        bad = isBad
        opacity = 1
        gone.restart()
    }

    objectName: "toast"
    visible: opacity > 0
    opacity: 0
    width: Math.min(460, parent.width - 2 * Theme.edge)
    height: Math.max(52, words.implicitHeight + 2 * Theme.gap)
    radius: Theme.radius
    color: bad ? Theme.badSoft : Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Behavior on opacity { NumberAnimation { duration: Theme.motion } }

    Words {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapLarge
        anchors.right: way.visible ? way.left : parent.right
        anchors.rightMargin: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        text: toast.text
        wrapMode: Text.Wrap
        maximumLineCount: 4
        color: toast.bad ? Theme.bad : Theme.back
    }
    AppButton {
        id: way
        objectName: "undo"
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: toast.action !== ""
        kind: "secondary"
        text: toast.action
        onClicked: toast.take_back()
    }
    Timer {
        id: gone
        interval: 6000
        onTriggered: toast.opacity = 0
    }
}
