// A list of one kind; on a desk the record stands beside it, or all of it is a table.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: page
    readonly property string part: entity  ///< of the app
    property string entity: ""
    property string filter: ""
    property bool back: false
    property string chosen: ""
    readonly property var face: Tern.entity(entity, Tern.facesRead)
    readonly property bool wide: width >= Theme.wide - 92
    readonly property bool table: wide && asTable
    property bool asTable: false
    readonly property var orders: ({
        account: "name", product: "name", campaign: "name", competitor: "name", contact: "family_name,given_name",
        lead: "family_name,given_name", task: "due_at", activity: "-starts_at", visit: "-starts_at"
    })
    readonly property string usual: orders[entity] || "-updated_at"

    property string sorting: usual
    property string groupBy: ""
    property int openGroup: -1
    property var columns: []       ///< of the table; none: as the schema lists them
    property var view: null        ///< that is shown; null: all
    property bool selecting: false
    readonly property bool grouped: groupBy !== "" && head.box.text === ""
    readonly property bool changed: view ? own.text !== view.filter || sorting !== (view.sort || usual) || groupBy !== view.groupBy
                                         : own.text !== "" || groupBy !== ""

    /// On a desk there is always something to see beside the list.
    function show_first() {
        if (wide && !page.table && chosen === "" && records.ready && records.count > 0)
            chosen = records.idAt(0)
    }
    onWideChanged: show_first()
    onFilterChanged: own.text = filter
    onEntityChanged: {
        asTable = Preferences.kept("table/" + entity) === true || Preferences.kept("table/" + entity) === "true"
        columns = Array.from(Preferences.kept("columns/" + entity) || [])
        own.text = filter
    }
    onGroupByChanged: openGroup = -1

    function show(id) {
        if (!wide || page.table)
            return Go.record(id)
        chosen = id
    }
    function take(kept) {
        view = kept
        own.text = kept ? kept.filter : ""
        sorting = kept && kept.sort !== "" ? kept.sort : usual
        groupBy = kept ? kept.groupBy : ""
        if (kept && kept.columns.length > 0)
            columns = Array.from(kept.columns)
    }
    function choose_columns(names) {
        columns = names
        Preferences.keep("columns/" + entity, names)
    }
    function select(row) {
        selecting = true
        records.toggle(row)
    }
    function select_all() {
        selecting = true
        records.selectAll()
    }
    function end_selecting() {
        selecting = false
        records.selectNone()
        if (Keyboard.used)
            enter()
    }
    readonly property var parts: [table.visible ? table : list, selection, beside, head]
    function enter() { (table.visible ? table : list).forceActiveFocus(Keyboard.reason) }
    function take_keys() {
        if (Window.activeFocusItem === page)
            enter()
    }
    function act(name) {
        const [what, which] = name.split(" ")
        if (what === "search")
            head.box.field.forceActiveFocus(Qt.ShortcutFocusReason)
        else if (what === "filter")
            filters.open()
        else if (what === "keep")
            keeping.open()
        else if (what === "view")
            head.view_at(which - 1)
        else if (what === "owner")
            selection.give()
        else if (what === "merge")
            selection.merge()
        else if (what === "export")
            formats.of(records.selectedIds())
    }
    Keys.onPressed: event => {
        const name = Keymap.act_of(event)
        event.accepted = name !== ""
        if (event.accepted)
            act(name)
    }

    Item {
        id: left
        width: page.wide && !page.table ? Math.min(420, page.width * 0.38) : page.width
        height: page.height

        ListHead {
            id: head
            x: Theme.edge
            y: Theme.edge
            width: parent.width - 2 * Theme.edge
            title: page.face.plural || ""
            back: page.back
            wide: page.wide
            table: page.table
            filter: own
            views: views
            viewId: page.view ? page.view.id : ""
            changed: page.changed
            groupLabel: page.groupBy === "" ? "" : own.label(page.groupBy.split(":")[0])
            count: box.text !== "" ? found.count : records.count
            counted: box.text !== "" || records.whole
            onSearched: text => found.text = text
            onEntered: list.enter()
            onAdded: Go.form(page.entity, "", {})
            onMenu: menu.open()
            onFiltered: index => {
                filters.open()
                if (index >= 0)
                    filters.edit(index)
            }
            onSorted: order.open()
            onUngrouped: page.groupBy = ""
            onSwitched: {
                page.asTable = !page.asTable
                Preferences.keep("table/" + page.entity, page.asTable)
                page.show_first()
            }
            onViewed: view => page.take(view)
            onKept: keeping.open()
        }
        RecordListView {
            id: list
            objectName: "records"
            visible: !page.table || head.box.text !== "" || page.grouped
            anchors.top: head.bottom
            anchors.topMargin: Theme.gapSmall
            anchors.bottom: selection.visible ? selection.top : parent.bottom
            x: Theme.gapTiny
            width: parent.width - 2 * Theme.gapTiny
            focus: !table.visible
            entity: page.entity
            records: records
            found: found
            searching: head.box.text !== ""
            grouped: page.grouped
            groups: groups.rows
            openGroup: page.openGroup
            selecting: page.selecting
            beside: page.wide && !page.table
            chosen: page.chosen
            onShown: id => page.show(id)
            onMarked: row => page.select(row)
            onAllMarked: page.select_all()
            onUnmarked: page.end_selecting()
            onGroupChosen: index => page.openGroup = page.openGroup === index ? -1 : index
        }
        RecordTable {
            id: table
            objectName: "table"
            visible: page.table && head.box.text === "" && !page.grouped
            anchors.top: head.bottom
            anchors.topMargin: Theme.gapSmall
            anchors.bottom: selection.visible ? selection.top : parent.bottom
            x: Theme.edge
            width: parent.width - 2 * Theme.edge
            focus: visible
            entity: page.entity
            records: records
            sort: page.sorting
            selecting: page.selecting
            onSorted: keys => page.sorting = keys
            onShown: id => Go.record(id)
            onMarked: row => page.select(row)
            onAllMarked: page.select_all()
            onUnmarked: page.end_selecting()
        }
        SelectionBar {
            id: selection
            objectName: "selectionBar"
            visible: page.selecting
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gapSmall
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.gapSmall, Theme.readable)
            records: records
            entity: page.entity
            onEnded: page.end_selecting()
            onExported: formats.of(records.selectedIds())
        }
        Rectangle {
            objectName: "exporting"
            visible: formats.exporter.running
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gapSmall
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.gapSmall, Theme.readable)
            height: writing.implicitHeight + 2 * Theme.gap
            radius: Theme.radius
            color: Theme.raised
            border.width: 1
            border.color: Theme.line
            WorkBar {
                id: writing
                x: Theme.gapLarge
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * Theme.gapLarge
                text: formats.exporter.rows > 0 ? qsTr("%n written", "", formats.exporter.rows) : qsTr("Reading the list…")
                onCanceled: formats.exporter.cancel()
            }
        }
        EmptyState {
            anchors.centerIn: list
            visible: records.ready && !page.grouped && (head.box.text === "" ? records.count === 0 : found.count === 0)
            readonly property bool narrowed: own.conditions.length > 0
            glyph: page.face.icon || "inbox"
            title: head.box.text !== "" || narrowed ? qsTr("Nothing found") : qsTr("Nothing here yet")
            text: head.box.text !== "" ? qsTr("Beginnings of words, pinyin and the last four digits of a number are enough.")
                : narrowed ? qsTr("No record fits all conditions.")
                : qsTr("What you add works without a network and syncs by itself.")
            action: head.box.text !== "" ? "" : narrowed ? qsTr("Clear the filter") : qsTr("Add the first")
            onActed: {
                if (narrowed)
                    own.clear()
                else
                    Go.form(page.entity, "", {})
            }
        }
        Rectangle { visible: page.wide && !page.table; anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
    }
    Loader {
        id: beside
        anchors.left: left.right
        anchors.right: parent.right
        height: parent.height
        active: page.wide && !page.table
        sourceComponent: page.chosen !== "" ? detail : records.count > 0 ? nothing : null
    }
    Component {
        id: detail
        RecordPage { recordId: page.chosen; back: false }
    }
    Component {
        id: nothing
        Item {
            EmptyState {
                anchors.centerIn: parent
                glyph: page.face.icon || "inbox"
                title: qsTr("Choose one on the left")
                text: qsTr("Arrow keys and Enter do, too.")
            }
        }
    }

    FilterSheet {
        id: filters
        filter: own
        found: records.count
    }
    SortSheet {
        id: order
        filter: own
        sort: page.sorting
        groupBy: page.groupBy
        onSorted: keys => page.sorting = keys
        onGrouped: key => page.groupBy = key
    }
    ViewSheet {
        id: keeping
        views: views
        current: page.view
        shownNow: ({ filter: own.text, sort: page.sorting, groupBy: page.groupBy, columns: page.columns })
    }
    ColumnSheet {
        id: chooser
        entity: page.entity
        names: Array.from(records.columns).map(column => column.name)
        onChosen: names => page.choose_columns(names)
    }
    ExportSheet {
        id: formats
        entity: page.entity
        filter: own.text
        exporter.title: page.view ? page.face.plural + ": " + page.view.name : page.face.plural || ""
        exporter.about: Array.from(own.conditions).map(condition => condition.label).join(own.any ? qsTr(" or ") : " · ")
        exporter.sort: page.sorting
        exporter.columns: page.table ? page.columns : []
    }
    Sheet {
        id: menu
        title: page.face.plural || ""
        Column {
            width: parent.width
            Repeater {
                model: [
                    { name: "select", glyph: "list-checks", label: qsTr("Select"), use: () => page.selecting = true },
                    { name: "selectAll", glyph: "list-checks", label: qsTr("Select all"), use: () => page.select_all() },
                    { name: "save", glyph: "bookmark", label: qsTr("Save as a view"), use: () => keeping.open() },
                    { name: "columns", glyph: "columns", label: qsTr("Columns"), use: () => chooser.open() },
                    { name: "export", glyph: "download", label: qsTr("Export this list"), use: () => formats.of([]) }
                ]
                ListLine {
                    required property var modelData
                    objectName: "list_" + modelData.name
                    width: parent ? parent.width : 0
                    visible: modelData.name !== "columns" || page.table
                    glyph: modelData.glyph
                    text: modelData.label
                    onClicked: {
                        menu.close()
                        modelData.use()
                    }
                }
            }
        }
    }

    FilterModel {
        id: own
        entity: page.entity
        onRefused: what => Go.say(what)
    }
    SavedViews {
        id: views
        entity: page.entity
        onSaved: id => page.shown_view = id
        onViewsChanged: page.follow_view()
    }
    /// What was just saved is what is shown.
    property string shown_view: ""
    function follow_view() {
        const wanted = shown_view !== "" ? shown_view : view ? view.id : ""
        if (wanted === "")
            return
        const kept = Array.from(views.views).find(one => one.id === wanted) || null
        if (kept)
            shown_view = ""
        if (kept || shown_view === "")
            view = kept
    }
    ReportModel {
        id: groups
        entity: page.grouped ? page.entity : ""
        filter: own.text
        groupBy: page.groupBy
        measures: "count"
        onRefused: what => Go.say(what)
    }
    RecordList {
        id: records
        inSight: page.visible
        entity: page.entity
        filter: page.grouped && page.openGroup >= 0 && page.openGroup < groups.rows.length
            ? own.within(page.groupBy, groups.rows[page.openGroup].raw[0]) : own.text
        sort: page.sorting
        chosenColumns: page.table ? page.columns : []
        onRefused: what => Go.say(what)
        onReadyChanged: page.show_first()
    }
    SearchModel {
        id: found
        entity: page.entity
    }
}
