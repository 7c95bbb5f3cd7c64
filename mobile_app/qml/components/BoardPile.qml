// One stage of the board: its name, how many and how much, and its deals. One stop for Tab; arrows go through it.
import QtQuick
import Tern

Rectangle {
    id: pile
    property int index: 0
    property string recordId: ""
    property string title: ""
    property bool over: false       ///< a lifted card is above it
    property bool still: false      ///< a card is lifted: nothing scrolls
    property string awaited: ""     ///< a deal that the keys follow to here
    readonly property int count: cards.count
    signal opened(string id)
    signal held(string id, string title, point at)
    signal moved(point at)
    signal dropped(string id, point at)
    signal forgone()
    signal shifted(string id, int by)
    signal stepped(int by, int row)
    signal arrived()                ///< what was awaited is here and has the keys
    signal filled()

    function enter(row) {
        lane.currentIndex = Math.max(0, Math.min(cards.count - 1, row))
        lane.positionViewAtIndex(lane.currentIndex, ListView.Contain)
        lane.forceActiveFocus(Keyboard.reason)
    }
    function welcome() {
        const row = awaited === "" ? -1 : cards.rowOf(awaited)
        if (row < 0)
            return
        enter(row)
        arrived()
    }

    radius: Theme.radiusLarge
    color: over ? Theme.accentSoft : Theme.sunken
    Column {
        id: top
        x: Theme.gap
        y: Theme.gap
        width: parent.width - 2 * Theme.gap
        Words { width: parent.width; text: pile.title + "  " + cards.count; font.weight: Font.DemiBold }
        Words {
            width: parent.width
            size: "label"
            soft: true
            text: sums.rows.length > 0 ? sums.rows[0].values[0].text : ""
        }
    }
    ListView {
        id: lane
        objectName: "cards_" + pile.index
        anchors.top: top.bottom
        anchors.topMargin: Theme.gapSmall
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapSmall
        x: Theme.gapSmall
        width: parent.width - 2 * Theme.gapSmall
        clip: true
        spacing: Theme.gapSmall
        interactive: !pile.still
        activeFocusOnTab: count > 0 || activeFocus
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Keys.onLeftPressed: pile.stepped(-1, currentIndex)
        Keys.onRightPressed: pile.stepped(1, currentIndex)
        model: cards
        delegate: BoardCard {
            required property int index
            required property var values  ///< as `chosenColumns` of the cards names them
            required property var marks
            required property bool loaded
            required recordId
            required title
            required aside
            subtitle: values[0] || ""
            owner: values[1] || ""
            until: values[2] || ""
            stuck: marks.includes("rotten")
            forgotten: loaded && !values[3]
            objectName: "card_" + pile.index + "_" + index
            width: ListView.view.width
            onOpened: pile.opened(recordId)
            onHeld: at => pile.held(recordId, title, at)
            onMoved: at => pile.moved(at)
            onDropped: at => pile.dropped(recordId, at)
            onForgone: pile.forgone()
            onShifted: by => pile.shifted(recordId, by)
        }
    }
    Timer { id: soon; interval: 0; onTriggered: pile.welcome() }
    RecordList {
        id: cards
        entity: "opportunity"
        filter: "stage_id = " + pile.recordId
        sort: "-amount"
        chosenColumns: ["account_id", "owner_id", "expected_close", "next_activity_at", "rotten"]
        onCountChanged: {
            soon.start()
            pile.filled()
        }
    }
    ReportModel {
        id: sums
        entity: "opportunity"
        filter: "stage_id = " + pile.recordId
        measures: "sum:amount"
    }
}
