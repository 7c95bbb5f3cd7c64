// Open deals by stage: columns with counts and sums; a held card is lifted and let go over another column.
import QtQuick
import Tern

FocusScope {
    id: page
    readonly property bool wide: width >= Theme.wide - 92
    readonly property int column: wide ? 288 : Math.round(width * 0.8)
    property string carried: ""
    property string over: ""      ///< the stage under the finger
    property point finger: Qt.point(0, 0)
    property string ghost: ""

    function stage_at(point) {
        const here = board.mapFromItem(null, point.x, point.y)
        const row = board.indexAt(board.contentX + here.x, board.contentY + here.y)
        return row < 0 ? "" : stages.idAt(row)
    }
    function carry(id, title, point) {
        carried = id
        ghost = title
        track(point)
    }
    function track(point) {
        finger = page.mapFromItem(null, point.x, point.y)
        over = stage_at(point)
    }
    function drop(id, from) {
        const to = over
        carried = over = ""
        if (to !== "" && to !== from)
            put(id, to, from)
    }
    function put(id, to, from) {
        Tern.set(id, "stage_id", to)
        Go.offer(qsTr("Moved"), qsTr("Undo"), () => Tern.set(id, "stage_id", from))
    }

    PageHeader {
        id: head
        x: Theme.edge
        y: Theme.edge
        width: parent.width - 2 * Theme.edge
        title: qsTr("Deals")
        subtitle: total.rows.length > 0 ? qsTr("%1 open, %2").arg(total.rows[0].values[0].text).arg(total.rows[0].values[1].text) : ""
        IconButton {
            objectName: "asList"
            glyph: "list"
            text: qsTr("As a list")
            onClicked: Go.list("opportunity", "status = open")
        }
        IconButton {
            glyph: "plus"
            text: qsTr("New")
            onClicked: Go.form("opportunity", "", {})
        }
    }
    ListView {
        id: board
        objectName: "board"
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        orientation: ListView.Horizontal
        spacing: Theme.gap
        leftMargin: Theme.edge
        rightMargin: Theme.edge
        bottomMargin: Theme.gap
        interactive: page.carried === ""
        cacheBuffer: 4000
        model: stages
        delegate: Rectangle {
            id: pile
            required property int index
            required property string recordId
            required property string title
            objectName: "stage_" + index
            width: page.column
            height: board.height - Theme.gap
            radius: Theme.radiusLarge
            color: page.over === recordId && page.carried !== "" ? Theme.accentSoft : Theme.sunken

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
                objectName: "cards_" + pile.index
                anchors.top: top.bottom
                anchors.topMargin: Theme.gapSmall
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.gapSmall
                x: Theme.gapSmall
                width: parent.width - 2 * Theme.gapSmall
                clip: true
                spacing: Theme.gapSmall
                interactive: page.carried === ""
                model: cards
                delegate: BoardCard {
                    required property int index
                    required recordId
                    required title
                    required subtitle
                    required aside
                    objectName: "card_" + pile.index + "_" + index
                    width: ListView.view.width
                    onOpened: Go.record(recordId)
                    onHeld: at => page.carry(recordId, title, at)
                    onMoved: at => page.track(at)
                    onDropped: at => {
                        page.track(at)
                        page.drop(recordId, pile.recordId)
                    }
                    onForgone: page.carried = page.over = ""
                    onShifted: by => {
                        const to = stages.idAt(pile.index + by)
                        if (to !== "")
                            page.put(recordId, to, pile.recordId)
                    }
                }
            }
            RecordList {
                id: cards
                entity: "opportunity"
                filter: "stage_id = " + pile.recordId
                sort: "-amount"
            }
            ReportModel {
                id: sums
                entity: "opportunity"
                filter: "stage_id = " + pile.recordId
                measures: "sum:amount"
            }
        }
    }
    Rectangle {
        visible: page.carried !== ""
        x: page.finger.x - width / 2
        y: page.finger.y - height - Theme.gap
        width: page.column - 2 * Theme.gapSmall
        height: 56
        radius: Theme.radius
        color: Theme.raised
        border.width: 2
        border.color: Theme.accent
        Words {
            anchors.fill: parent
            anchors.margins: Theme.gap
            text: page.ghost
            font.weight: Font.DemiBold
        }
    }
    Timer {  // near an edge the board moves on
        running: page.carried !== "" && (page.finger.x < 48 || page.finger.x > page.width - 48)
        interval: 16
        repeat: true
        onTriggered: {
            const step = page.finger.x < 48 ? -14 : 14
            board.contentX = Math.max(-board.leftMargin,
                                      Math.min(board.contentWidth - board.width + board.rightMargin, board.contentX + step))
            page.over = page.stage_at(page.mapToItem(null, page.finger.x, page.finger.y))
        }
    }
    EmptyState {
        anchors.centerIn: board
        visible: stages.ready && stages.count === 0
        glyph: "square-kanban"
        title: qsTr("No stages yet")
        text: qsTr("A pipeline and its stages come first: More, Stages.")
    }
    RecordList {
        id: stages
        entity: "stage"
        filter: "not kind in (won, lost)"
        sort: "pipeline_id.order,pipeline_id,order"
    }
    ReportModel {
        id: total
        entity: "opportunity"
        filter: "status = open"
        measures: "count,sum:amount"
    }
}
