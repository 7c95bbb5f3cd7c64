// A stop of the day on the line of the route: held for a moment it is lifted, and goes where it is let go.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: line
    required property var stop        ///< of VisitPlan.stops
    required property int number
    property bool first: false
    property bool last: false
    property string ahead: ""         ///< how far it is to the next one
    property bool lifted: false
    property int mark: 0              ///< -1: what is carried goes above; 1: below
    signal opened()
    signal timed()
    signal held(point at)
    signal moved(point at)
    signal dropped(point at)
    signal forgone()
    /// By keys: one place up (-1) or down (1).
    signal shifted(int by)

    readonly property string tone: stop.late > 0 ? "bad" : stop.state === "checked_in" ? "accent" : stop.state === "done" ? "good"
                                 : stop.ahead ? "accent" : "plain"
    readonly property int rail: Theme.touch + 2 * Theme.gapSmall + Math.round(Theme.labelSize * 0.6)

    implicitHeight: Math.max(84, words.implicitHeight + 2 * Theme.gap)
    opacity: lifted ? 0.35 : 1
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: [number, stop.time, stop.title, stop.stateLabel].join(", ")
    Accessible.onPressAction: opened()
    Keys.onReturnPressed: opened()
    Keys.onPressed: event => {
        if (event.modifiers & Qt.ControlModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
            event.accepted = true
            line.shifted(event.key === Qt.Key_Up ? -1 : 1)
        } else if (event.key === Qt.Key_T) {
            event.accepted = true
            line.timed()
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: finger.pressed ? Theme.sunken : "transparent"
        border.width: line.activeFocus ? 2 : 0
        border.color: Theme.accent
    }
    Rectangle {
        visible: line.mark !== 0
        x: Theme.gapSmall
        y: line.mark < 0 ? -1 : line.height - 1
        width: parent.width - 2 * Theme.gapSmall
        height: 3
        radius: 2
        color: Theme.accent
    }
    Rectangle {  // the road
        x: dot.x + dot.width / 2 - 1
        y: line.first ? dot.y + dot.height : 0
        width: 2
        height: (line.last ? dot.y : line.height) - y
        color: Theme.line
    }
    Rectangle {
        id: dot
        x: line.rail + Theme.gapSmall
        y: Theme.gap
        width: 28
        height: 28
        radius: 14
        color: line.stop.state === "done" || line.stop.state === "checked_in" ? Theme.ink_of(line.tone) : Theme.soft_of(line.tone)
        Words {
            anchors.centerIn: parent
            visible: line.stop.state !== "done"
            text: line.number
            size: "label"
            font.weight: Font.DemiBold
            color: line.stop.state === "checked_in" ? Theme.accentInk : Theme.ink_of(line.tone)
        }
        Icon {
            anchors.centerIn: parent
            visible: line.stop.state === "done"
            glyph: "check"
            size: 16
            color: Theme.surface
        }
    }
    Column {
        id: words
        anchors.left: dot.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        y: Theme.gap
        spacing: 2
        Item {
            width: parent.width
            height: Math.max(name.height, 28)
            Words {
                id: name
                anchors.left: parent.left
                anchors.right: state.visible ? state.left : parent.right
                anchors.rightMargin: state.visible ? Theme.gapSmall : 0
                anchors.verticalCenter: parent.verticalCenter
                text: line.stop.title
                font.weight: Font.DemiBold
                font.strikeout: line.stop.state === "cancelled" || line.stop.state === "skipped"
            }
            Pill {
                id: state
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: line.stop.late > 0 ? qsTr("%n min late", "", line.stop.late) : line.stop.state === "planned" ? "" : line.stop.stateLabel
                tone: line.stop.late > 0 ? "bad" : Theme.tone(line.stop.state)
            }
        }
        Words { width: parent.width; visible: text !== ""; text: line.stop.site; size: "label"; soft: true }
        Words {
            width: parent.width
            visible: line.ahead !== ""
            text: "↓ " + line.ahead
            size: "caption"
            color: Theme.inkFaint
        }
    }
    MouseArea {
        id: finger
        anchors.fill: parent
        pressAndHoldInterval: 350
        preventStealing: line.lifted
        onClicked: line.opened()
        onPressAndHold: event => {
            if (!line.stop.ahead)
                return
            line.lifted = true
            line.held(finger.mapToItem(null, event.x, event.y))
        }
        onPositionChanged: event => {
            if (line.lifted)
                line.moved(finger.mapToItem(null, event.x, event.y))
        }
        onReleased: event => {
            const was = line.lifted
            line.lifted = false
            if (was)
                line.dropped(finger.mapToItem(null, event.x, event.y))
        }
        onCanceled: {
            line.lifted = false
            line.forgone()
        }
    }
    T.Button {
        id: clock
        objectName: "time_" + (line.number - 1)
        x: Theme.gapTiny
        y: Theme.gap + 14 - height / 2
        width: line.rail
        height: Theme.touch
        enabled: line.stop.ahead
        focusPolicy: Qt.NoFocus
        text: line.stop.time === "" ? "–" : line.stop.time
        Accessible.name: qsTr("Time of %1: %2").arg(line.stop.title).arg(text)
        onClicked: line.timed()
        background: Rectangle {
            radius: Theme.radiusSmall
            color: clock.down || clock.hovered ? Theme.sunken : "transparent"
        }
        contentItem: Row {
            leftPadding: Theme.gapTiny
            spacing: 2
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: clock.text
                color: line.stop.late > 0 ? Theme.bad : Theme.ink
                font.weight: Font.DemiBold
            }
            Icon {
                visible: line.stop.fixed
                anchors.verticalCenter: parent.verticalCenter
                glyph: "pin"
                size: 13
                color: Theme.accent
            }
        }
    }
}
