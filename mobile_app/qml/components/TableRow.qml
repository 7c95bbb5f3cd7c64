// One record of a table: its values by column.
import QtQuick
import Tern

Rectangle {
    id: row
    property string recordId: ""
    property var values: []
    property bool loaded: true
    property bool selected: false
    property var columns: []
    property var widths: []
    property int lead: 0
    property bool selecting: false
    property bool odd: false
    property int focusColumn: -1     ///< the cell where the keys are
    signal pressed(int column)
    signal opened()
    signal marked()
    signal edited(int column)

    function column_at(x) {
        let at = lead
        for (let i = 0; i < widths.length; ++i) {
            at += widths[i]
            if (x < at)
                return i
        }
        return widths.length - 1
    }
    implicitHeight: 36
    height: 36
    color: selected ? Theme.accentSoft : hover.hovered ? Theme.sunken : odd ? Theme.back : "transparent"
    Accessible.role: Accessible.Row
    Accessible.name: values.join(", ")

    CheckMark {
        visible: row.selecting
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        checked: row.selected
    }
    Row {
        x: row.lead
        height: parent.height
        Repeater {
            model: row.columns
            Item {
                id: cell
                required property var modelData
                required property int index
                readonly property bool number: ["number", "money", "percent"].includes(modelData.kind)
                width: row.widths[index] || 0
                height: row.height
                Words {
                    x: Theme.gap
                    width: parent.width - 2 * Theme.gap
                    height: parent.height
                    text: cell.index < row.values.length ? row.values[cell.index] : ""
                    size: "label"
                    font.weight: cell.index === 0 ? Font.DemiBold : Font.Normal
                    horizontalAlignment: cell.number ? Text.AlignRight : Text.AlignLeft
                }
                Rectangle {
                    visible: row.focusColumn === cell.index
                    anchors.fill: parent
                    anchors.margins: 1
                    radius: 4
                    color: "transparent"
                    border.width: 2
                    border.color: Theme.accent
                }
            }
        }
    }
    HoverHandler { id: hover }
    TapHandler {
        onTapped: (point, button) => {
            if (row.selecting)
                return row.marked()
            const column = row.column_at(point.position.x)
            row.pressed(column)
            if (tapCount === 2)
                row.edited(column)
            else if (column === 0 && tapCount === 1)
                row.opened()
        }
        onLongPressed: row.marked()
    }
}
