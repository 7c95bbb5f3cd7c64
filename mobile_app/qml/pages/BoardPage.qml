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
    property string followed: ""     ///< a deal that the keys move, and the stage where it will be
    property string followed_to: ""

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

    function pile(at) { return board.itemAtIndex(at) as BoardPile }
    /// By keys: the deal goes to a stage beside, and the keys with it.
    function shift(id, at, by) {
        const to = stages.idAt(at + by)
        if (to === "")
            return
        followed = id
        followed_to = to
        put(id, to, stages.idAt(at))
    }
    /// To the next stage that holds any, in the same row where there is one.
    function step(at, by, row) {
        for (let to = at + by; to >= 0 && to < stages.count; to += by)
            if (pile(to) && pile(to).count > 0) {
                board.positionViewAtIndex(to, ListView.Contain)
                return pile(to).enter(row)
            }
    }
    function take_keys() {
        if (Window.activeFocusItem === page)
            step(-1, 1, 0)
    }

    PageHeader {
        id: head
        x: Theme.edge
        y: Theme.edge
        width: parent.width - 2 * Theme.edge
        title: qsTr("Deals")
        subtitle: {
            if (total.rows.length === 0)
                return ""
            const [number, amount] = total.rows[0].values
            return amount.brief === "" ? qsTr("%1 open").arg(number.text) : qsTr("%1 open, %2").arg(number.text).arg(amount.brief)
        }
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
        keyNavigationEnabled: false
        model: stages
        delegate: BoardPile {
            required index
            required recordId
            required title
            objectName: "stage_" + index
            width: page.column
            height: board.height - Theme.gap
            over: page.over === recordId && page.carried !== ""
            still: page.carried !== ""
            awaited: page.followed_to === recordId ? page.followed : ""
            onOpened: id => Go.record(id)
            onHeld: (id, title, at) => page.carry(id, title, at)
            onMoved: at => page.track(at)
            onDropped: (id, at) => {
                page.track(at)
                page.drop(id, recordId)
            }
            onForgone: page.carried = page.over = ""
            onShifted: (id, by) => page.shift(id, index, by)
            onStepped: (by, row) => page.step(index, by, row)
            onArrived: {
                page.followed = page.followed_to = ""
                board.positionViewAtIndex(index, ListView.Contain)
            }
            onFilled: soon.start()
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
        text: qsTr("Deals go through stages until they are won or lost. Begin with the usual ones, and change them under More, Stages.")
        action: qsTr("Set up the usual stages")
        onActed: Tern.setUpPipeline()
    }
    Timer { id: soon; interval: 0; onTriggered: page.take_keys() }
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
