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
    readonly property var locale: Qt.locale(Tern.language === "zh" ? "zh_CN" : "en_GB")
    readonly property var stops: plan.stops

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
    function drop() {
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
        times.createObject(page, { index: index, title: stop.title, value: stop.at, day: day, fixed: stop.fixed }).open()
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
                    text: (page.day === page.today ? qsTr("Today") + ", " : "") + page.date.toLocaleDateString(page.locale, qsTr("ddd d MMMM"))
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
                    width: parent.width
                    Repeater {
                        id: repeater
                        model: page.stops
                        StopLine {
                            id: line
                            required property var modelData
                            required property int index
                            objectName: "stop_" + index
                            width: lines.width
                            stop: modelData
                            number: index + 1
                            first: index === 0
                            last: index === page.stops.length - 1
                            ahead: last ? "" : page.stops[index + 1].distance
                            lifted: page.carried === index
                            mark: page.carried < 0 || page.over !== index || page.carried === index ? 0 : page.over < page.carried ? -1 : 1
                            Component.onCompleted: {
                                if (page.refocus !== index)
                                    return
                                forceActiveFocus()
                                page.refocus = -1
                            }
                            onOpened: plan.reach(index)
                            onTimed: if (stop.ahead) page.ask_time(index)
                            onHeld: at => {
                                page.carried = index
                                page.track(at)
                            }
                            onMoved: at => page.track(at)
                            onDropped: at => {
                                page.track(at)
                                page.drop()
                            }
                            onForgone: page.carried = page.over = -1
                            onShifted: by => page.shift(index, by)
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
    Component {
        id: times
        TimeSheet {
            id: sheet
            property int index: 0
            onChosen: value => plan.setTime(sheet.index, value)
            onFreed: plan.setTime(sheet.index, "")
            onClosed: sheet.destroy()
        }
    }
    VisitPlan {
        id: plan
        day: page.day
        onReached: visit => Go.record(visit)
    }
}
