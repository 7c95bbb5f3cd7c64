// A deal on the board: whose it is, how much and until when, what it needs. Held for a moment it is lifted, and goes
// where it is let go.
import QtQuick
import Tern

FocusScope {
    id: card
    property string recordId: ""
    property string title: ""
    property string subtitle: ""
    property string aside: ""
    property string owner: ""
    property string until: ""       ///< when it should close
    property bool stuck: false      ///< too long in its stage
    property bool forgotten: false  ///< nothing is to be done next
    property bool lifted: false
    readonly property bool keyed: activeFocus && Keyboard.used
    signal opened()
    signal held(point at)
    signal moved(point at)
    signal dropped(point at)
    signal forgone()
    /// By keys: to the column before (-1) or after (1).
    signal shifted(int by)

    implicitHeight: words.implicitHeight + 2 * Theme.gap
    opacity: lifted ? 0.3 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: Array.from([title, subtitle, aside, owner, until, state.text, forgotten ? qsTr("No next step") : ""])
        .filter(part => part !== "").join(", ")
    Accessible.onPressAction: opened()
    Keys.onReturnPressed: opened()
    Keys.onPressed: event => {
        if (event.modifiers & Qt.ControlModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)) {
            event.accepted = true
            shifted(event.key === Qt.Key_Left ? -1 : 1)
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: card.keyed ? 2 : 1
        border.color: card.keyed ? Theme.accent : Theme.line
    }
    Column {
        id: words
        x: Theme.gap
        y: Theme.gap
        width: parent.width - 2 * Theme.gap
        Words { width: parent.width; text: card.title; font.weight: Font.DemiBold; wrapMode: Text.Wrap; maximumLineCount: 2 }
        Words {
            width: parent.width
            visible: text !== "" && !card.title.includes(text)  // a deal is often named after its customer
            text: card.subtitle
            size: "label"
            soft: true
        }
        Item { width: 1; height: Theme.gapSmall }
        Item {
            width: parent.width
            height: Math.max(face.height, told.height)
            Column {
                id: told
                anchors.left: parent.left
                anchors.right: face.left
                anchors.rightMargin: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: card.aside
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 12
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gapSmall
                    Words { visible: text !== ""; height: state.implicitHeight; text: card.until; size: "caption"; soft: true }
                    Pill { id: state; text: card.stuck ? qsTr("Stands still") : ""; tone: "bad" }
                    Words {
                        visible: card.forgotten
                        height: state.implicitHeight
                        text: qsTr("No next step")
                        size: "caption"
                        color: Theme.warn
                    }
                }
            }
            Avatar {
                id: face
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                visible: card.owner !== ""
                width: visible ? size : 0
                size: 32
                name: card.owner
            }
        }
    }
    MouseArea {
        id: finger
        anchors.fill: parent
        pressAndHoldInterval: 350
        preventStealing: card.lifted
        onClicked: card.opened()
        onPressAndHold: event => {
            card.lifted = true
            card.held(mapToItem(null, event.x, event.y))
        }
        onPositionChanged: event => {
            if (card.lifted)
                card.moved(mapToItem(null, event.x, event.y))
        }
        onReleased: event => {
            if (card.lifted)
                card.dropped(mapToItem(null, event.x, event.y))
            card.lifted = false
        }
        onCanceled: {
            card.lifted = false
            card.forgone()
        }
    }
}
