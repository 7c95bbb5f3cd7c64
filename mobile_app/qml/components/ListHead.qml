// Above a list: its name, its search, the views that are kept of it, and what it is narrowed to.
import QtQuick
import Tern

Column {
    id: head
    required property FilterModel filter
    required property SavedViews views
    property string title: ""
    property bool back: false
    property bool wide: false
    property bool table: false
    property string viewId: ""       ///< of the view that is shown; empty: all
    property bool changed: false     ///< it is not quite that view any more
    property string groupLabel: ""   ///< by what it is grouped
    property int count: 0
    property bool counted: true  ///< else it is still counted
    property alias box: box
    readonly property bool searching: box.text !== ""
    signal searched(string text)
    signal entered()                 ///< from the search into the list
    signal added()
    signal menu()
    signal filtered(int condition)   ///< -1: all of it
    signal sorted()
    signal ungrouped()
    signal switched()
    signal viewed(var view)          ///< null: all
    signal kept()
    /// The view in that place, as the chips stand; the first is all.
    function view_at(place) {
        if (place === 0)
            return viewed(null)
        if (place <= views.views.length)
            viewed(views.views[place - 1])
    }

    spacing: Theme.gapSmall
    PageHeader {
        width: parent.width
        title: head.title
        back: head.back
        IconButton {
            objectName: "listMenu"
            glyph: "ellipsis"
            text: qsTr("More")
            onClicked: head.menu()
        }
        IconButton {
            objectName: "newRecord"
            glyph: "plus"
            text: qsTr("New")
            onClicked: head.added()
        }
    }
    Row {
        width: parent.width
        SearchBox {
            id: box
            objectName: "listSearch"
            width: parent.width - tools.width
            placeholder: qsTr("Search in %1").arg(head.title)
            onTyped: text => head.searched(text)
            Keys.onDownPressed: head.entered()
        }
        Row {
            id: tools
            leftPadding: Theme.gapTiny
            IconButton {
                objectName: "filterButton"
                glyph: "filter"
                ink: head.filter.conditions.length > 0 ? Theme.accent : Theme.ink
                text: qsTr("Filter")
                onClicked: head.filtered(-1)
            }
            IconButton {
                objectName: "sortButton"
                glyph: "arrow-up-down"
                text: qsTr("Sort and group")
                onClicked: head.sorted()
            }
            IconButton {
                objectName: "tableButton"
                visible: head.wide
                glyph: head.table ? "list" : "table"
                text: head.table ? qsTr("List") : qsTr("Table")
                onClicked: head.switched()
            }
        }
    }
    ListView {
        id: tabs
        width: parent.width
        height: visible ? Theme.touch : 0
        visible: head.views.views.length > 0
        orientation: ListView.Horizontal
        spacing: Theme.gapSmall
        clip: true
        model: visible ? [{ id: "", name: qsTr("All"), pinned: false, shared: false }, ...Array.from(head.views.views)] : []
        delegate: ChoiceChip {
            required property var modelData
            objectName: modelData.id === "" ? "view_all" : "view_" + modelData.name
            text: (modelData.pinned ? "★ " : "") + modelData.name
            checked: modelData.id === head.viewId
            onClicked: {
                if (checked && modelData.id !== "")
                    head.kept()
                else
                    head.viewed(modelData.id === "" ? null : modelData)
            }
            onPressAndHold: if (modelData.id !== "") head.viewed(modelData)
        }
    }
    Item {
        width: parent.width
        height: visible ? Theme.touch : 0
        visible: chips.count > 0
        ListView {
            id: chips
            objectName: "filterChips"
            width: parent.width - clear.width - Theme.gap
            height: parent.height
            orientation: ListView.Horizontal
            spacing: Theme.gapSmall
            clip: true
            model: head.filter.conditions
            delegate: FilterChip {
                required property var modelData
                required property int index
                objectName: "chip_" + index
                widest: head.width - clear.width - Theme.gapHuge
                text: modelData.label
                onClicked: head.filtered(modelData.path === "" ? -1 : index)
                onRemoved: head.filter.remove(index)
            }
        }
        AppButton {
            id: clear
            objectName: "clearFilter"
            anchors.right: parent.right
            kind: "quiet"
            text: qsTr("Clear")
            onClicked: head.filter.clear()
        }
    }
    Item {
        width: parent.width
        height: Math.max(told.implicitHeight, head.changed || head.groupLabel !== "" ? Theme.touch : 0)
        Words {
            id: told
            objectName: "listCount"
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - ways.width
            size: "label"
            soft: true
            text: !head.counted || (head.groupLabel !== "" && !head.searching) ? "" : head.searching ? qsTr("%n found", "", head.count)
                : head.filter.conditions.length > 0 ? qsTr("%n fit the filter", "", head.count)
                : qsTr("%n on this device, encrypted", "", head.count)
        }
        Row {
            id: ways
            anchors.right: parent.right
            AppButton {
                objectName: "ungroup"
                visible: head.groupLabel !== ""
                kind: "quiet"
                glyph: "x"
                text: head.groupLabel
                Accessible.name: qsTr("End grouping by %1").arg(head.groupLabel)
                onClicked: head.ungrouped()
            }
            AppButton {
                objectName: "keepView"
                visible: head.changed
                kind: "quiet"
                glyph: "bookmark"
                text: qsTr("Save view")
                onClicked: head.kept()
            }
        }
    }
}
