// What can be done with all that is selected.
import QtQuick
import Tern

Rectangle {
    id: bar
    required property RecordList records
    property string entity: ""
    readonly property int count: records.selectedCount
    readonly property bool few: count >= 2 && count <= 10
    signal ended()     ///< nothing is to be selected any more
    signal exported()

    function give() {
        if (count > 0)
            owner.open()
    }
    function merge() {
        if (few)
            Go.page("merge", { ids: records.selectedIds() })
    }

    height: Bulk.running ? work.implicitHeight + 2 * Theme.gap : Theme.touch + 2 * Theme.gapSmall
    radius: Theme.radius
    color: Theme.raised
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.ToolBar

    WorkBar {
        id: work
        visible: Bulk.running
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gapLarge
        width: parent.width - 2 * Theme.gapLarge
        text: qsTr("%1 of %2").arg(Bulk.done).arg(Bulk.of)
        part: Bulk.of > 0 ? Bulk.done / Bulk.of : -1
        onCanceled: Bulk.cancel()
    }
    IconButton {
        id: out
        objectName: "selectNone"
        visible: !Bulk.running
        x: Theme.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        glyph: "x"
        text: qsTr("End selecting")
        onClicked: bar.ended()
    }
    Words {
        objectName: "selectedCount"
        visible: !Bulk.running
        anchors.left: out.right
        anchors.right: deeds.left
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%n selected", "", bar.count)
        size: "label"
        font.weight: Font.DemiBold
    }
    Row {
        id: deeds
        visible: !Bulk.running
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        IconButton {
            objectName: "selectAll"
            visible: bar.width >= 420
            glyph: "list-checks"
            text: qsTr("Select all")
            onClicked: bar.records.selectAll()
        }
        IconButton {
            objectName: "bulkChange"
            enabled: bar.count > 0
            glyph: "pencil"
            text: qsTr("Change a field")
            onClicked: change.begin()
        }
        IconButton {
            objectName: "bulkOwner"
            enabled: bar.count > 0
            glyph: "user-plus"
            text: qsTr("Give to somebody")
            onClicked: bar.give()
        }
        IconButton {
            objectName: "bulkMerge"
            visible: bar.few
            glyph: "git-merge"
            text: qsTr("Merge")
            onClicked: bar.merge()
        }
        IconButton {
            objectName: "bulkExport"
            enabled: bar.count > 0
            glyph: "download"
            text: qsTr("Export")
            onClicked: bar.exported()
        }
        IconButton {
            objectName: "bulkDelete"
            enabled: bar.count > 0
            glyph: "trash-2"
            ink: Theme.bad
            text: qsTr("Delete")
            onClicked: Bulk.remove(bar.records.selectedIds())
        }
    }
    BulkSheet {
        id: change
        entity: bar.entity
        count: bar.count
        onChosen: (field, text) => Bulk.change(bar.records.selectedIds(), { [field]: text })
    }
    RecordSheet {
        id: owner
        title: qsTr("Give to somebody")
        targets: ["user"]
        onChosen: (value, title) => {
            if (value !== "")
                Bulk.change(bar.records.selectedIds(), { owner_id: value })
        }
    }
    Connections {
        target: Bulk
        function onFinished(changed, unchanged, refused, why, removed) { bar.ended() }
    }
}
