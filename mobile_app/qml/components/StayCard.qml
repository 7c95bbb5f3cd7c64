// Being there, or having been: the clock, and how the arrival was proved.
import QtQuick
import Tern

Card {
    id: card
    required property var visit  ///< Visiting.visit
    readonly property bool open: visit.state === "checked_in"
    readonly property string tone: visit.proof === "verified" ? "good" : visit.proof === "outside" ? "warn" : "plain"
    property double now: Date.now()

    function running(from) {
        const seconds = Math.max(0, Math.floor((now - from) / 1000))
        const two = n => String(n).padStart(2, "0")
        return two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60)
    }
    height: column.height + 2 * padding
    color: open ? Theme.accentSoft : Theme.surface
    border.color: open ? Theme.accent : Theme.line

    Timer {
        running: card.open && card.visible
        interval: 1000
        repeat: true
        triggeredOnStart: true
        onTriggered: card.now = Date.now()
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.gapTiny
        Words {
            objectName: "stayClock"
            width: parent.width
            visible: text !== ""
            text: card.open ? card.running(card.visit.checkedInAt.getTime())
                : !card.visit.checkedInAt || isNaN(card.visit.checkedInAt) ? card.visit.stateLabel || ""
                : Qt.formatTime(card.visit.checkedInAt, "HH:mm") + " – " + Qt.formatTime(card.visit.checkedOutAt, "HH:mm")
            size: "display"
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.open ? qsTr("Here since %1").arg(Qt.formatTime(card.visit.checkedInAt, "HH:mm"))
                : (card.visit.duration || "") !== "" ? qsTr("%1 h, %2").arg(card.visit.duration).arg(card.visit.outcomeLabel || card.visit.stateLabel)
                : card.visit.outcomeLabel || ""
            visible: text !== ""
            soft: true
        }
        Item {
            width: parent.width
            height: proof.visible ? proof.height + Theme.gapTiny : 0
            Pill {
                id: proof
                objectName: "proof"
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.gapTiny
                text: card.visit.proofLabel || ""
                tone: card.tone
                glyph: card.visit.proof === "verified" ? "check" : "map-pin"
            }
        }
    }
}
