// Records as a dense table, by columns that sort, widen and are edited in place.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: table
    required property RecordList records
    property string entity: ""
    property string sort: ""
    property bool selecting: false
    property int column: 0          ///< where the keys are
    property int anchor: -1         ///< where selecting by Shift began
    readonly property var columns: Array.from(records.columns)
    property var widths: ({})       ///< by column, as a person drew them
    readonly property int lead: selecting ? Theme.touch : 0
    readonly property real full: columns.reduce((sum, column) => sum + width_of(column), lead)
    signal sorted(string keys)
    signal shown(string id)
    signal marked(int row)
    signal allMarked()
    signal unmarked()

    onEntityChanged: widths = Object.assign({}, Preferences.kept("widths/" + entity) || {})

    function width_of(column) {
        const usual = { boolean: 80, number: 110, percent: 90, date: 120, datetime: 170, duration: 100, money: 150,
                        choice: 140, phone: 160, mail: 220, url: 200, reference: 190, longText: 280 }
        return Number(widths[column.name]) || usual[column.kind] || 220
    }
    function widen(name, width) {
        const all = Object.assign({}, widths)
        all[name] = Math.max(60, Math.round(width))
        widths = all
    }
    function sort_by(name) {
        sorted(sort.split(",")[0] === name ? "-" + name : name)
    }
    function extend(by) {
        if (anchor < 0)
            anchor = list.currentIndex
        if (!selecting)
            marked(anchor)
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by))
        records.selectTo(anchor, list.currentIndex)
    }
    function see_column() {
        let at = lead
        for (let i = 0; i < column; ++i)
            at += width_of(columns[i])
        const wide = width_of(columns[column])
        if (at < list.contentX)
            list.contentX = at
        else if (at + wide > list.contentX + list.width)
            list.contentX = Math.min(at, at + wide - list.width)
    }
    function edit(row, at) {
        const field = columns[at]
        if (!field.typed || field.computed || field.kind === "list" || field.kind === "other")
            return Go.say(qsTr("%1 is not edited here").arg(field.label))
        list.currentIndex = row
        column = at
        see_column()
        editor.field = field
        editor.recordId = records.idAt(row)
        editor.active = true
    }
    function end_editing() {
        editor.active = false
        list.forceActiveFocus(Keyboard.reason)
    }

    Rectangle { anchors.fill: parent; radius: Theme.radius; color: Theme.surface; border.width: 1; border.color: Theme.line }
    Item {
        id: head
        width: parent.width
        height: 40
        clip: true
        z: 1
        Row {
            x: table.lead - list.contentX
            Repeater {
                model: table.columns
                TableHead {
                    required property var modelData
                    objectName: "head_" + modelData.name
                    width: table.width_of(modelData)
                    height: head.height
                    text: modelData.label
                    sorted: table.sort.split(",")[0] === modelData.name ? 1 : table.sort.split(",")[0] === "-" + modelData.name ? -1 : 0
                    onClicked: table.sort_by(modelData.name)
                    onWidened: width => table.widen(modelData.name, width)
                    onKept: Preferences.keep("widths/" + table.entity, table.widths)
                }
            }
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    ListView {
        id: list
        objectName: "tableRows"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 1
        x: 1
        width: parent.width - 2
        focus: true
        activeFocusOnTab: true
        clip: true
        reuseItems: true
        cacheBuffer: 200
        maximumFlickVelocity: 8000
        contentWidth: Math.max(width, table.full)
        flickableDirection: Flickable.AutoFlickIfNeeded
        boundsBehavior: Flickable.StopAtBounds
        model: table.visible ? table.records : null
        keyNavigationEnabled: true
        ScrollBar.vertical: ScrollBar { }
        ScrollBar.horizontal: ScrollBar { }
        onContentYChanged: if (editor.active && moving) table.end_editing()
        Keys.onPressed: event => {
            const shift = event.modifiers & Qt.ShiftModifier
            event.accepted = true
            if (event.key === Qt.Key_Left || event.key === Qt.Key_Right) {
                table.column = Math.max(0, Math.min(table.columns.length - 1, table.column + (event.key === Qt.Key_Right ? 1 : -1)))
                table.see_column()
            } else if (event.key === Qt.Key_F2 && currentIndex >= 0) {
                table.edit(currentIndex, table.column)
            } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && currentIndex >= 0) {
                table.shown(table.records.idAt(currentIndex))
            } else if (event.key === Qt.Key_Space && currentIndex >= 0) {
                table.anchor = currentIndex
                table.marked(currentIndex)
            } else if (event.key === Qt.Key_A && (event.modifiers & Qt.ControlModifier)) {
                table.allMarked()
            } else if (event.key === Qt.Key_Escape && table.selecting) {
                table.unmarked()
            } else if (shift && (event.key === Qt.Key_Down || event.key === Qt.Key_Up)) {
                table.extend(event.key === Qt.Key_Down ? 1 : -1)
            } else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                const page = Math.floor(height / 36) * (event.key === Qt.Key_PageDown ? 1 : -1)
                currentIndex = Math.max(0, Math.min(count - 1, currentIndex + page))
            } else if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
                currentIndex = event.key === Qt.Key_Home ? 0 : count - 1
            } else {
                event.accepted = false
                table.anchor = -1
            }
        }
        delegate: TableRow {
            required property int index
            required recordId
            required values
            required loaded
            required selected
            objectName: "line_" + index
            width: ListView.view.contentWidth
            columns: table.columns
            widths: table.columns.map(column => table.width_of(column))
            lead: table.lead
            selecting: table.selecting
            odd: index % 2 === 1
            focusColumn: ListView.isCurrentItem && list.activeFocus ? table.column : -1
            onPressed: column => {
                list.forceActiveFocus()
                list.currentIndex = index
                table.column = column
            }
            onOpened: table.selecting ? table.marked(index) : table.shown(recordId)
            onMarked: table.marked(index)
            onEdited: column => table.edit(index, column)
        }
    }
    Loader {
        id: editor
        property var field: ({})
        property string recordId: ""
        readonly property Item row: list.currentItem
        active: false
        x: {
            let at = table.lead - list.contentX
            for (let i = 0; i < table.column; ++i)
                at += table.width_of(table.columns[i])
            return at
        }
        y: row ? head.height + row.y - list.contentY : 0
        width: active ? table.width_of(table.columns[table.column]) : 0
        height: 36
        z: 2
        sourceComponent: CellEditor {
            field: editor.field
            recordId: editor.recordId
            onEnded: table.end_editing()
        }
        onLoaded: (item as CellEditor).forceActiveFocus()
    }
}
