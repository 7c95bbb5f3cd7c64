// The open app: sections, the pages of each, and what leads from one to another.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: shell
    focus: true
    readonly property bool wide: width >= Theme.wide
    property string section: "today"
    readonly property var shownPage: stack.currentItem
    readonly property string shownRecord: shownPage && shownPage.recordId ? shownPage.recordId : ""
    /// What the rail lights: where the page that is shown belongs. A tab of a phone stays lit while one is within it.
    readonly property string lit: {
        const part = wide && shownPage && shownPage.part ? shownPage.part : section
        return places.some(place => place.name === part) ? part : places.some(place => place.name === section) ? section : "more"
    }
    readonly property var sections: [
        { name: "today", label: qsTr("Today"), glyph: "layout-dashboard" },
        { name: "account", label: qsTr("Accounts"), glyph: "building-2" },
        { name: "add", label: qsTr("New"), glyph: "plus" },
        { name: "opportunity", label: qsTr("Deals"), glyph: "square-kanban" },
        { name: "more", label: qsTr("More"), glyph: "menu" }
    ]
    readonly property var places: wide
        ? [sections[2], sections[0], { name: "search", label: qsTr("Search"), glyph: "search" }, sections[1],
           { name: "contact", label: qsTr("Contacts"), glyph: "users" }, sections[3],
           { name: "task", label: qsTr("Tasks"), glyph: "circle-check" },
           { name: "insights", label: qsTr("Insights"), glyph: "chart" }, sections[4]]
        : sections

    /// What Go.page() leads to.
    readonly property var pages: ({
        today: today, more: more, search: search, opportunity: board, sync: sync, settings: settings,
        "import": imports, duplicates: duplicates, merge: merge, people: people, invite: invite, order: order,
        plan: plan, fields: record, insights: insights, reports: reports, report: report, gallery: gallery,
        calendar: calendar, forecast: forecast
    })

    /// What the keys and the palette ask for, by name.
    function run(name) {
        const [what, which] = name.split(" ")
        const numbered = places.filter(place => place.name !== "add")
        if (what === "palette" && wide)
            finder.open()
        else if (what === "palette")
            Go.page("search", {})
        else if (what === "add")
            menu.open()
        else if (what === "undo")
            Go.undo()
        else if (what === "part")
            next_part(Number(which))
        else if (what === "keys")
            keys.open()
        else if (what === "back")
            Go.back()
        else if (what === "section" && which <= numbered.length)
            visit(numbered[which - 1].name)
        else if (what === "go")
            places.some(place => place.name === which) ? visit(which) : which in pages ? Go.page(which, {}) : Go.list(which, "")
        else if (what === "new")
            Go.form(which, "", {})
        else if (what === "look")
            Preferences.look = which === "dark" ? Preferences.Dark : Preferences.Light
        else if (what === "language")
            Tern.language = which
        else if (what === "sync") {
            Tern.online = true
            Go.page("sync", {})
        }
    }

    /// The page that is shown takes the keys: where they were, else where it wants them.
    function settle() {
        if (!shownPage || !(Keyboard.used || wide) || (Overlay.overlay && Overlay.overlay.visible))
            return  // what lies over the page keeps the keys, and gives them back
        shownPage.forceActiveFocus(Keyboard.reason)
        if (shownPage.take_keys)
            shownPage.take_keys()
    }
    /// What had the keys is there no more, and nothing has them, or the window's root.
    readonly property Item keyed: Window.activeFocusItem
    readonly property bool lost: keyed === null || !keyed.parent || !keyed.visible
    Timer { id: arrived; interval: 0; onTriggered: shell.settle() }  // once the page stands in the window
    Timer {  // pages that come and go are out of sight for a moment, too
        running: shell.lost
        interval: 60
        onTriggered: shell.rescue()
    }
    function rescue() {
        if (keyed && keyed.parent)
            keyed.focus = false
        settle()
    }
    /// From one part of the page to the next, the rail among them; `by`: 1 or -1.
    function next_part(by) {
        const parts = [nav, ...(shownPage.parts || [shownPage])].filter(part => part && part.visible)
        const holds = part => { for (let up = keyed; up; up = up.parent) if (up === part) return true; return false }
        const at = parts.findIndex(holds)
        const part = parts[((at < 0 ? 0 : at) + by + parts.length) % parts.length]
        if (part === nav)
            return nav.enter()
        part.forceActiveFocus(Qt.TabFocusReason)
        if (keyed === part)  // a place, not something to press
            part.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }

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
        current: shell.lit
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
        onCurrentItemChanged: arrived.start()
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
        visible: FieldWork.openId !== "" && FieldWork.openId !== shell.shownRecord
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
    Component { id: insights; InsightsPage { } }
    Component { id: forecast; ForecastPage { } }
    Component { id: reports; ReportsPage { } }
    Component { id: report; ReportPage { } }
    Component { id: gallery; GalleryPage { } }

    Connections {
        target: Go
        function onRecord(id) { stack.push(record, { recordId: id }) }
        function onForm(entity, id, preset) {
            const given = preset || ({})
            if (id === "" && (entity === "quote" || entity === "order"))
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
        const name = Keymap.run_of(event)
        event.accepted = name !== "" && (name !== "back" || stack.depth > 1)
        if (event.accepted)
            run(name)
    }
    Palette {
        id: finder
        commands: offers.all(shell.places)
        home: stack
        onAboutToShow: before = shell.Window.activeFocusItem
        onRun: name => shell.run(name)
    }
    Commands { id: offers }
    KeysSheet { id: keys }

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
                    readonly property var face: Tern.entity(modelData, Tern.facesRead)
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
