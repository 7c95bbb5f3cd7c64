// Some of a list's groups, one below the other.
import QtQuick
import Tern

Column {
    id: lines
    property var groups: []     ///< of ReportModel.rows
    property int first: 0       ///< the index of the first one here
    property int open: -1
    signal chosen(int index)

    Repeater {
        model: lines.groups
        GroupLine {
            required property var modelData
            required property int index
            objectName: "group_" + (lines.first + index)
            width: lines.width
            text: modelData.keys[0] === "" ? qsTr("Without") : modelData.keys[0]
            aside: modelData.values[0].text
            open: lines.first + index === lines.open
            onClicked: lines.chosen(lines.first + index)
        }
    }
}
