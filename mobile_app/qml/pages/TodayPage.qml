// What this day asks for.
import QtQuick
import Tern

Scroll {
    id: page
    readonly property bool wide: width >= Theme.wide - 92
    readonly property int hour: new Date().getHours()
    /// How old the others' work on this device may be.
    readonly property string age: isNaN(Tern.lastSync) ? qsTr("not synced yet")
        : Tern.lastSync.toDateString() === new Date().toDateString() ? qsTr("as of %1").arg(Tern.lastSync.toLocaleTimeString(Tern.locale, "HH:mm"))
        : qsTr("as of %1").arg(Tern.lastSync.toLocaleString(Tern.locale, Locale.ShortFormat))
    readonly property string day: FieldWork.openId !== "" ? qsTr("Plan of the day") : qsTr("Start the day")

    PageHeader {
        width: parent.width
        title: (page.hour < 11 ? qsTr("Good morning") : page.hour < 18 ? qsTr("Good day") : qsTr("Good evening")) +
               (Tern.user === "" || !page.wide ? "" : qsTr(", %1").arg(Tern.user))
        subtitle: new Date().toLocaleDateString(Tern.locale, page.wide ? Locale.LongFormat : Locale.ShortFormat) + " · " + page.age
        AppButton {
            objectName: "startDay"
            visible: page.wide
            glyph: "route"
            text: page.day
            onClicked: Go.page("plan", {})
        }
        IconButton {
            objectName: "calendarButton"
            glyph: "calendar"
            text: qsTr("Calendar")
            onClicked: Go.page("calendar", {})
        }
        IconButton {
            objectName: "searchButton"
            visible: !page.wide
            glyph: "search"
            text: qsTr("Search")
            onClicked: Go.page("search", {})
        }
    }
    Grid {
        id: tiles
        width: parent.width
        columns: page.wide ? 4 : 2
        spacing: page.wide ? Theme.gapLarge : Theme.gap
        CountTile {
            width: (tiles.width - (tiles.columns - 1) * tiles.spacing) / tiles.columns
            glyph: "map-pin"
            text: qsTr("Visits today")
            entity: "visit"
            filter: "owner = me and starts_at in today and not state in (done, cancelled, skipped)"
            objectName: "visitsToday"
            leads: () => Go.page("plan", {})
        }
        CountTile {
            width: (tiles.width - (tiles.columns - 1) * tiles.spacing) / tiles.columns
            objectName: "overdueTasks"
            glyph: "clock"
            text: qsTr("Overdue tasks")
            counted: "bad"
            entity: "task"
            filter: "owner = me and due_at < today and not state in (done, cancelled)"
        }
        CountTile {
            width: (tiles.width - (tiles.columns - 1) * tiles.spacing) / tiles.columns
            objectName: "dueThisWeek"
            glyph: "circle-check"
            text: qsTr("Due this week")
            counted: "warn"
            entity: "task"
            filter: "owner = me and due_at in this week and not state in (done, cancelled)"
        }
        CountTile {
            width: (tiles.width - (tiles.columns - 1) * tiles.spacing) / tiles.columns
            objectName: "openDeals"
            glyph: "square-kanban"
            text: qsTr("Open deals")
            counted: "calm"
            entity: "opportunity"
            filter: "owner = me and status = open"
        }
    }
    AppButton {
        objectName: "startDay"
        visible: !page.wide
        width: parent.width
        glyph: "route"
        text: page.day
        onClicked: Go.page("plan", {})
    }
    TargetCard { width: parent.width }
    Loader {  // after what is of this day: the team's figures may take longer; where they were last time, room is kept
        id: team
        readonly property bool awaited: page.wide && Preferences.kept("teamToday") + "" === "true"
        readonly property TeamToday shown: item as TeamToday
        objectName: "teamToday"
        width: parent.width
        height: shown && shown.decided ? shown.implicitHeight : awaited ? 600 : 0
        active: false
        asynchronous: true
        sourceComponent: TeamToday {
            width: team.width
            onDecidedChanged: Preferences.keep("teamToday", shown)
        }
    }
    Timer {
        running: page.wide && page.visible && !team.active
        interval: 250
        onTriggered: team.active = true
    }
    Lanes {
        width: parent.width
        count: page.wide ? 2 : 1
        DayCard {
            title: qsTr("Visits")
            leads: () => Go.page("plan", {})
            entity: "visit"
            filter: "owner = me and starts_at in next 7 days and not state in (done, cancelled, skipped)"
            sort: "starts_at"
            nothing: qsTr("No visits in the next seven days")
        }
        DayCard {
            title: qsTr("Tasks")
            entity: "task"
            filter: "owner = me and due_at <= this week and not state in (done, cancelled)"
            sort: "due_at"
            nothing: qsTr("Nothing is due this week")
        }
        DayCard {
            title: qsTr("Deals closing this month")
            entity: "opportunity"
            filter: "owner = me and status = open and expected_close <= this month"
            sort: "expected_close"
            nothing: qsTr("No open deal closes this month")
        }
        DayCard {
            title: qsTr("Changed last")
            entity: "account"
            filter: ""
            sort: "-updated_at"
            nothing: qsTr("No accounts yet")
        }
    }
}
