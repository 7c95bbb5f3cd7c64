// A day on the road: its stops in their order, when one gets where, and how far it is.
import QtQuick
import Tern

FocusScope {
    id: page
    property bool back: true
    property string day: iso(new Date())
    readonly property bool wide: width >= Theme.wide - 92
    readonly property string today: iso(new Date())
    readonly property date date: new Date(day + "T00:00")
    readonly property var stops: plan.stops
    readonly property bool ahead: {
        for (const stop of stops)
            if (stop.ahead)
                return true
        return false
    }

    property int carried: -1
    property int over: -1
    property point finger: Qt.point(0, 0)
    property int refocus: -1  ///< the stop that keys have moved, until it is drawn anew

    function iso(date) { return Qt.formatDate(date, "yyyy-MM-dd") }
    function step(days) {
        const to = new Date(date)
        to.setDate(to.getDate() + days)
        day = iso(to)
    }
    function stop_under(point) {
        const y = lines.mapFromItem(null, point.x, point.y).y
        for (let i = 0; i < repeater.count; ++i) {
            const line = repeater.itemAt(i)
            if (y < line.y + line.height || i === repeater.count - 1)
                return page.stops[i].ahead ? i : -1
        }
        return -1
    }
    function track(point) {
        finger = page.mapFromItem(null, point.x, point.y)
        over = stop_under(point)
    }
    function lift(index, point) {
        carried = index
        track(point)
    }
    function forgo() { carried = over = -1 }
    function open(index) { plan.reach(index) }
    function take_focus(line) {
        if (refocus !== line.index)
            return
        line.forceActiveFocus()
        refocus = -1
    }
    function drop(point) {
        track(point)
        const from = carried, to = over
        carried = over = -1
        if (to >= 0 && to !== from)
            plan.move(from, to)
    }
    function shift(from, by) {
        const to = from + by
        if (to < 0 || to >= stops.length || !stops[to].ahead || !stops[from].ahead)
            return
        refocus = to
        plan.move(from, to)
    }
    function ask_time(index) {
        const stop = stops[index]
        times.index = index
        times.title = stop.title
        times.value = stop.at
        times.fixed = stop.fixed
        times.open()
    }

    Item {
        id: left
        width: page.wide ? Math.min(560, page.width * 0.5) : page.width
        height: page.height

        Scroll {
            id: scroll
            anchors.fill: parent
            interactive: page.carried < 0

            PageHeader {
                width: parent.width
                title: qsTr("Plan of the day")
                back: page.back
                light: false
                IconButton {
                    objectName: "addStop"
                    glyph: "plus"
                    text: qsTr("New visit")
                    onClicked: Go.form("visit", "", { starts_at: new Date(page.day + "T09:00").toISOString() })
                }
            }
            Item {
                width: parent.width
                height: Theme.touch
                IconButton {
                    objectName: "dayBefore"
                    glyph: "chevron-left"
                    text: qsTr("Day before")
                    onClicked: page.step(-1)
                }
                AppButton {
                    objectName: "pickDay"
                    anchors.centerIn: parent
                    kind: "quiet"
                    glyph: "calendar"
                    text: (page.day === page.today ? qsTr("Today") + ", " : "") + page.date.toLocaleDateString(Tern.locale, qsTr("ddd d MMMM"))
                    onClicked: days.open()
                }
                IconButton {
                    objectName: "dayAfter"
                    anchors.right: parent.right
                    glyph: "chevron-right"
                    text: qsTr("Day after")
                    onClicked: page.step(1)
                }
            }
            Row {
                visible: page.stops.length > 0
                width: parent.width
                spacing: Theme.gapSmall
                Words {
                    objectName: "planTotal"
                    width: parent.width - standing.width - Theme.gapSmall
                    height: Math.max(standing.height, implicitHeight)
                    text: qsTr("%n stops", "", page.stops.length) + " · " + plan.distance
                    soft: true
                }
                Pill {
                    id: standing
                    objectName: "planState"
                    text: plan.stateLabel
                    tone: Theme.tone(plan.state)
                }
            }
            RouteMap {
                width: parent.width
                height: 180
                stops: page.wide ? [] : page.stops
                visible: !page.wide && placed.length > 1
            }
            Card {
                visible: page.stops.length > 0
                width: parent.width
                padding: Theme.gapSmall
                height: lines.height + 2 * padding
                Column {
                    id: lines
                    /// For the stops, which are made by the model.
                    readonly property var way: page
                    width: parent.width
                    Repeater {
                        id: repeater
                        model: page.stops
                        StopLine {
                            id: line
                            required property var modelData
                            required property int index
                            readonly property var column: parent
                            readonly property var way: column ? column.way : null
                            objectName: "stop_" + index
                            width: column ? column.width : 0
                            stop: modelData
                            number: index + 1
                            first: index === 0
                            last: way ? index === way.stops.length - 1 : false
                            ahead: !way || index + 1 >= way.stops.length ? "" : way.stops[index + 1].distance
                            lifted: way ? way.carried === index : false
                            mark: !way || way.carried < 0 || way.over !== index || way.carried === index ? 0 : way.over < way.carried ? -1 : 1
                            Component.onCompleted: way.take_focus(line)
                            onOpened: way.open(index)
                            onTimed: if (stop.ahead) way.ask_time(index)
                            onHeld: at => way.lift(index, at)
                            onMoved: at => way.track(at)
                            onDropped: at => way.drop(at)
                            onForgone: way.forgo()
                            onShifted: by => way.shift(index, by)
                        }
                    }
                }
            }
            Words {
                visible: page.stops.length > 1
                width: parent.width
                text: qsTr("Hold a stop to move it, tap its time to agree on one. Times follow at 30 km/h.")
                size: "caption"
                soft: true
                wrapMode: Text.Wrap
            }
            AppButton {
                objectName: "submitPlan"
                visible: page.stops.length > 0 && (plan.state === "" || plan.state === "draft")
                width: parent.width
                kind: "secondary"
                glyph: "check"
                text: qsTr("Submit to the manager")
                onClicked: plan.submit()
            }
            DayReport {
                objectName: "dayReport"
                visible: page.stops.length > 0 && page.day <= page.today
                width: parent.width
                day: visible ? page.day : ""
                planned: page.stops.length
                distance: plan.distance
            }
            AppButton {
                objectName: "closeDay"
                visible: page.day <= page.today && plan.id !== "" && plan.state !== "closed" && !page.ahead
                width: parent.width
                glyph: "check-check"
                text: qsTr("Hand in the day's report")
                onClicked: Tern.set(plan.id, "state", "closed")
            }
            Item { width: 1; height: Theme.gapHuge }
        }
        EmptyState {
            anchors.centerIn: parent
            visible: plan.ready && page.stops.length === 0
            glyph: "route"
            title: qsTr("No stops on this day")
            text: qsTr("Plan a visit, or check in at a customer: it appears here.")
            action: qsTr("New visit")
            onActed: Go.form("visit", "", { starts_at: new Date(page.day + "T09:00").toISOString() })
        }
    }
    RouteMap {
        visible: page.wide && placed.length > 1
        anchors.left: left.right
        anchors.right: parent.right
        anchors.rightMargin: Theme.edge
        y: Theme.edge
        height: parent.height - 2 * Theme.edge
        stops: page.wide ? page.stops : []
    }
    Rectangle {  // what is carried
        visible: page.carried >= 0
        x: Theme.edge + Theme.gapLarge
        y: page.finger.y - height / 2
        width: left.width - 2 * x
        height: 56
        radius: Theme.radius
        color: Theme.raised
        border.width: 2
        border.color: Theme.accent
        Words {
            anchors.fill: parent
            anchors.margins: Theme.gap
            text: page.carried >= 0 && page.carried < page.stops.length ? page.stops[page.carried].title : ""
            font.weight: Font.DemiBold
        }
    }
    Timer {  // near an edge the list moves on
        running: page.carried >= 0 && (page.finger.y < 72 || page.finger.y > page.height - 72)
        interval: 16
        repeat: true
        onTriggered: {
            const most = Math.max(0, scroll.contentHeight - scroll.height)
            scroll.contentY = Math.max(0, Math.min(most, scroll.contentY + (page.finger.y < 72 ? -8 : 8)))
            page.over = page.stop_under(page.mapToItem(null, page.finger.x, page.finger.y))
        }
    }
    DateSheet {
        id: days
        title: qsTr("Day")
        value: page.day
        onChosen: value => page.day = value === "" ? page.today : value
    }
    TimeSheet {
        id: times
        property int index: 0
        day: page.day
        onChosen: value => plan.setTime(index, value)
        onFreed: plan.setTime(index, "")
    }
    VisitPlan {
        id: plan
        day: page.day
        onReached: visit => Go.record(visit)
    }
}
