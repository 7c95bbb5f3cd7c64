// Visits, activities and tasks on their days: a month and the day's list on a phone, a week with its hours on a desk.
import QtQuick
import Tern

FocusScope {
    id: page
    property bool back: false
    property string day: iso(new Date())       ///< that is looked at
    readonly property bool wide: width >= Theme.wide - 92
    readonly property date date: new Date(day + "T00:00")
    /// The Monday on or before a day.
    readonly property string monday: shifted(day, -((date.getDay() + 6) % 7))
    readonly property string month: iso(new Date(date.getFullYear(), date.getMonth(), 1))
    readonly property string grid: shifted(month, -((new Date(month + "T00:00").getDay() + 6) % 7))
    property bool team: false

    function iso(date) { return Qt.formatDate(date, "yyyy-MM-dd") }
    function shifted(from, days) {
        const at = new Date(from + "T00:00")
        return iso(new Date(at.getFullYear(), at.getMonth(), at.getDate() + days))
    }
    function step(months) {
        const at = new Date(date.getFullYear(), date.getMonth() + months, 1)
        day = iso(at)
    }
    function add(day, hour) {
        const at = new Date(day + "T00:00")
        at.setHours(hour, 0, 0, 0)
        const end = new Date(at.getTime() + 3600000)
        kinds.start = at.toISOString()
        kinds.end = end.toISOString()
        kinds.title = at.toLocaleString(Tern.locale, qsTr("ddd d MMMM")) + ", " + Qt.formatTime(at, "HH:mm")
        kinds.open()
    }

    Column {
        id: head
        x: Theme.edge
        y: Theme.edge
        width: parent.width - 2 * Theme.edge
        spacing: Theme.gapSmall
        PageHeader {
            width: parent.width
            title: qsTr("Calendar")
            back: page.back
            light: false
            Segments {
                objectName: "whose"
                width: Math.max(150, implicitWidth)
                options: [{ value: false, label: qsTr("Mine") }, { value: true, label: qsTr("My team") }]
                value: page.team
                onChosen: value => page.team = value
            }
            IconButton {
                objectName: "newEvent"
                glyph: "plus"
                text: qsTr("New")
                onClicked: page.add(page.day, 9)
            }
        }
        Row {
            width: parent.width
            IconButton {
                objectName: page.wide ? "weekBefore" : "monthBefore"
                glyph: "chevron-left"
                text: page.wide ? qsTr("Week before") : qsTr("Month before")
                onClicked: page.wide ? page.day = page.shifted(page.day, -7) : page.step(-1)
            }
            Words {
                objectName: "calendarTitle"
                width: parent.width - 2 * Theme.touch - today.width
                height: Theme.touch
                horizontalAlignment: page.wide ? Text.AlignLeft : Text.AlignHCenter
                leftPadding: Theme.gapSmall
                size: "heading"
                text: page.date.toLocaleDateString(Tern.locale, Tern.language === "zh" ? "yyyy年M月" : "MMMM yyyy")
            }
            AppButton {
                id: today
                objectName: "calendarToday"
                kind: "quiet"
                text: qsTr("Today")
                onClicked: page.day = page.iso(new Date())
            }
            IconButton {
                objectName: page.wide ? "weekAfter" : "monthAfter"
                glyph: "chevron-right"
                text: page.wide ? qsTr("Week after") : qsTr("Month after")
                onClicked: page.wide ? page.day = page.shifted(page.day, 7) : page.step(1)
            }
        }
    }
    MonthDays {
        id: monthDays
        visible: !page.wide
        focus: visible
        anchors.top: head.bottom
        x: Theme.edge
        width: parent.width - 2 * Theme.edge
        first: page.grid
        month: page.date.getMonth()
        day: page.day
        events: page.wide ? [] : calendar.events
        onChosen: day => page.day = day
    }
    ListView {
        id: list
        objectName: "dayEvents"
        visible: !page.wide
        anchors.top: monthDays.bottom
        anchors.topMargin: Theme.gapSmall
        anchors.bottom: parent.bottom
        x: Theme.gapTiny
        width: parent.width - 2 * Theme.gapTiny
        clip: true
        model: page.wide ? [] : Array.from(calendar.events).filter(event => event.day === page.day)
        header: Words {
            x: Theme.gap
            width: list.width - 2 * Theme.gap
            height: Theme.touch
            font.weight: Font.DemiBold
            text: page.date.toLocaleDateString(Tern.locale, Tern.language === "zh" ? "M月d日 dddd" : "dddd d MMMM")
        }
        delegate: ListRow {
            required property var modelData
            required property int index
            objectName: "event_" + index
            width: ListView.view.width
            glyph: modelData.icon
            title: modelData.title
            subtitle: modelData.aside
            aside: modelData.allDay ? qsTr("All day") : modelData.time
            tone: modelData.tone
            onClicked: Go.record(modelData.id)
        }
    }
    Column {
        anchors.horizontalCenter: list.horizontalCenter
        y: list.y + Theme.touch + Theme.gapLarge
        visible: list.visible && calendar.ready && list.count === 0
        spacing: Theme.gapSmall
        Words { anchors.horizontalCenter: parent.horizontalCenter; text: qsTr("Nothing on this day"); soft: true }
        AppButton {
            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "addOnDay"
            kind: "quiet"
            glyph: "plus"
            text: qsTr("Plan something")
            onClicked: page.add(page.day, 9)
        }
    }
    WeekHours {
        id: week
        visible: page.wide
        focus: visible
        anchors.top: head.bottom
        anchors.topMargin: Theme.gapSmall
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.edge
        x: Theme.edge
        width: parent.width - 2 * Theme.edge
        first: page.monday
        day: page.day
        events: page.wide ? calendar.events : []
        onChosen: day => page.day = day
        onOpened: id => Go.record(id)
        onAdded: (day, hour) => page.add(day, hour)
    }
    Sheet {
        id: kinds
        property string start: ""
        property string end: ""
        Column {
            width: parent.width
            Repeater {
                model: [
                    { entity: "visit", preset: { starts_at: kinds.start, ends_at: kinds.end } },
                    { entity: "activity", preset: { starts_at: kinds.start, ends_at: kinds.end } },
                    { entity: "task", preset: { due_at: kinds.start } }
                ]
                ListLine {
                    required property var modelData
                    readonly property var face: Tern.entity(modelData.entity, Tern.facesRead)
                    objectName: "plan_" + modelData.entity
                    width: parent ? parent.width : 0
                    glyph: face.icon || ""
                    text: face.label || ""
                    onClicked: {
                        kinds.close()
                        Go.form(modelData.entity, "", modelData.preset)
                    }
                }
            }
        }
    }
    CalendarModel {
        id: calendar
        from: page.wide ? page.monday : page.grid
        days: page.wide ? 7 : 42
        team: page.team
    }
    Keys.onPressed: event => {
        const steps = { [Qt.Key_Left]: -1, [Qt.Key_Right]: 1, [Qt.Key_Up]: -7, [Qt.Key_Down]: 7 }
        event.accepted = true
        if (event.key in steps)
            page.day = page.shifted(page.day, steps[event.key])
        else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown)
            page.step(event.key === Qt.Key_PageDown ? 1 : -1)
        else if (event.key === Qt.Key_Home)
            page.day = page.iso(new Date())
        else if (event.key === Qt.Key_Return)
            page.add(page.day, 9)
        else
            event.accepted = false
    }
}
