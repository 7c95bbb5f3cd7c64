// A few short answers beside each other, of which one may hold: one stop for Tab, whose arrows choose.
import QtQuick
import Tern

Flow {
    id: row
    property var options: []      ///< [{"value", "label"}…]
    property var value
    property string prefix: ""    ///< of the chips' objectNames
    signal chosen(var value)

    readonly property bool open: !Array.from(options).some(option => option.value === value)
    function step(from, by) {
        const to = (from + by + options.length) % options.length
        chips.itemAt(to).forceActiveFocus(Qt.TabFocusReason)
        chosen(options[to].value)
    }

    spacing: Theme.gapSmall
    Repeater {
        id: chips
        model: row.options
        ChoiceChip {
            id: chip
            required property var modelData
            required property int index
            readonly property var row: parent
            objectName: row ? row.prefix + modelData.value : ""
            text: modelData.label
            checked: row ? row.value === modelData.value : false
            focusPolicy: checked || activeFocus || (row && row.open && index === 0) ? Qt.StrongFocus : Qt.ClickFocus
            Keys.onLeftPressed: row.step(index, -1)
            Keys.onRightPressed: row.step(index, 1)
            onClicked: row.chosen(modelData.value)
        }
    }
}
