// How far a long work is, and the way to end it.
import QtQuick
import Tern

Column {
    id: work
    property string text: ""
    property real part: -1  ///< 0 to 1; below: nobody knows
    signal canceled()

    spacing: Theme.gap
    Item {
        width: parent.width
        height: Math.max(said.implicitHeight, stop.height)
        Words {
            id: said
            anchors.left: parent.left
            anchors.right: stop.left
            anchors.verticalCenter: parent.verticalCenter
            text: work.part >= 0 ? work.text + "  " + Math.floor(work.part * 100) + "%" : work.text
        }
        AppButton {
            id: stop
            objectName: "cancelWork"
            anchors.right: parent.right
            kind: "secondary"
            text: qsTr("Cancel")
            onClicked: work.canceled()
        }
    }
    Rectangle {
        id: track
        width: parent.width
        height: 8
        radius: 4
        color: Theme.sunken
        clip: true
        Accessible.role: Accessible.ProgressBar
        Accessible.name: said.text
        Rectangle {
            x: work.part >= 0 ? 0 : (parent.width - width) * sweep.at
            width: work.part >= 0 ? parent.width * work.part : parent.width / 4
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
        SequentialAnimation {
            id: sweep
            property real at: 0
            running: work.visible && work.part < 0
            loops: Animation.Infinite
            NumberAnimation { target: sweep; property: "at"; from: 0; to: 1; duration: 900; easing.type: Easing.InOutSine }
            NumberAnimation { target: sweep; property: "at"; from: 1; to: 0; duration: 900; easing.type: Easing.InOutSine }
        }
    }
}
