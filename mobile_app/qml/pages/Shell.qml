// The open app: sections, the pages of each, and what leads from one to another.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: shell
    focus: true
    readonly property bool wide: width >= Theme.wide
    property string section: "today"
    readonly property var sections: [
        { name: "today", label: qsTr("Today"), glyph: "layout-dashboard" },
        { name: "account", label: qsTr("Customers"), glyph: "building-2" },
        { name: "add", label: qsTr("New"), glyph: "plus" },
        { name: "opportunity", label: qsTr("Deals"), glyph: "square-kanban" },
        { name: "more", label: qsTr("More"), glyph: "menu" }
    ]
    readonly property var places: wide
        ? [sections[2], sections[0], { name: "search", label: qsTr("Search"), glyph: "search" }, sections[1],
           { name: "contact", label: qsTr("Contacts"), glyph: "users" }, sections[3],
           { name: "task", label: qsTr("Tasks"), glyph: "circle-check" }, sections[4]]
        : sections

    /// What Go.page() leads to.
    readonly property var pages: ({
        today: today, more: more, search: search, opportunity: board, sync: sync, settings: settings,
        "import": imports, duplicates: duplicates, merge: merge, people: people, invite: invite, order: order,
        plan: plan, fields: record, calendar: calendar
    })

    function visit(name) {
        section = name
        stack.replace(null, pages[name] || records, name in pages ? {} : { entity: name })
    }

    Nav {
        id: nav
        rail: shell.wide
        width: rail ? 92 : parent.width
        height: rail ? parent.height : 76
        anchors.bottom: parent.bottom
        sections: shell.places
        current: shell.section
        onChosen: name => shell.visit(name)
        onAdded: menu.open()
    }
    StackView {
        id: stack
        objectName: "pages"
        focus: true
        anchors.left: shell.wide ? nav.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: banner.visible ? banner.top : shell.wide ? parent.bottom : nav.top
        initialItem: today
        // A page is there at once: while one moves, taps are lost.
        pushEnter: null
        pushExit: null
        popEnter: null
        popExit: null
        replaceEnter: null
        replaceExit: null
    }
    VisitBanner {
        id: banner
        visible: FieldWork.openId !== "" && FieldWork.openId !== (stack.currentItem ? stack.currentItem.recordId : "")
        anchors.left: stack.left
        anchors.right: parent.right
        anchors.bottom: shell.wide ? parent.bottom : nav.top
    }
    Component { id: plan; PlanPage { } }
    Component { id: calendar; CalendarPage { } }
    Component { id: today; TodayPage { } }
    Component { id: board; BoardPage { } }
    Component { id: records; RecordsPage { } }
    Component { id: record; RecordPage { } }
    Component { id: form; FormPage { } }
    Component { id: order; OrderPage { } }
    Component { id: more; MorePage { } }
    Component { id: search; SearchPage { } }
    Component { id: sync; SyncPage { } }
    Component { id: settings; SettingsPage { } }
    Component { id: imports; ImportPage { } }
    Component { id: duplicates; DuplicatesPage { } }
    Component { id: merge; MergePage { } }
    Component { id: people; PeoplePage { } }
    Component { id: invite; InvitePage { } }

    Connections {
        target: Go
        function onRecord(id) { stack.push(record, { recordId: id }) }
        function onForm(entity, id, preset) {
            const given = preset || ({})
            if (id === "" && ["quote", "order"].includes(entity))
                stack.push(order, { entity: entity, account: given.account_id || "", preset: given })
            else
                stack.push(form, { entity: entity, recordId: id, preset: given })
        }
        function onList(entity, filter) { stack.push(records, { entity: entity, filter: filter, back: true }) }
        function onBack() {
            if (stack.depth > 1)
                stack.pop()
        }
        function onPage(name, properties) {
            if (name === "search" && shell.wide)
                return shell.visit(name)
            stack.push(shell.pages[name], Object.assign({ back: true }, properties))
        }
    }
    Connections {
        target: FieldWork
        function onFound(visit) { Go.record(visit) }
    }
    Keys.onPressed: event => {
        const command = event.modifiers & Qt.ControlModifier
        if (event.key === Qt.Key_Back || event.key === Qt.Key_Escape) {
            event.accepted = stack.depth > 1
            Go.back()
        } else if (command && event.key === Qt.Key_K) {
            event.accepted = true
            Go.page("search", {})
        } else if (command && event.key === Qt.Key_N) {
            event.accepted = true
            menu.open()
        } else if (command && event.key >= Qt.Key_1 && event.key <= Qt.Key_9) {
            const places = shell.places.filter(place => place.name !== "add")
            if (event.key - Qt.Key_1 < places.length)
                shell.visit(places[event.key - Qt.Key_1].name)
            event.accepted = true
        }
    }

    Sheet {
        id: menu
        title: qsTr("New")
        Grid {
            id: kinds
            width: parent.width
            columns: 3
            spacing: Theme.gapSmall
            Repeater {
                model: ["account", "contact", "lead", "opportunity", "visit", "task", "activity", "quote", "order"]
                Tile {
                    required property string modelData
                    readonly property var face: Tern.entity(modelData)
                    objectName: "new_" + modelData
                    width: (kinds.width - 2 * kinds.spacing) / 3
                    glyph: face.icon || ""
                    text: face.label || modelData
                    onClicked: {
                        menu.close()
                        Go.form(modelData, "", {})
                    }
                }
            }
        }
    }
}
