// A few short answers beside each other, of which one may hold.
import QtQuick
import Tern

Flow {
    id: row
    property var options: []      ///< [{"value", "label"}…]
    property var value
    property string prefix: ""    ///< of the chips' objectNames
    signal chosen(var value)

    spacing: Theme.gapSmall
    Repeater {
        model: row.options
        ChoiceChip {
            id: chip
            required property var modelData
            readonly property var row: parent
            objectName: row ? row.prefix + modelData.value : ""
            text: modelData.label
            checked: row ? row.value === modelData.value : false
            onClicked: row.chosen(modelData.value)
        }
    }
}
