// Short answers beside each other, of which several may hold: one stop for Tab, arrows and first letters go through them.
import QtQuick
import Tern

Flow {
    id: set
    property var options: []      ///< [{"value", "label"}…]
    property var values: []       ///< those that hold
    property string prefix: ""    ///< of the chips' objectNames
    property int at: 0            ///< where Tab stops
    signal flipped(string value)

    function go(to) {
        at = (to + options.length) % options.length
        chips.itemAt(at).forceActiveFocus(Qt.TabFocusReason)
    }
    /// To the next one that begins so.
    function seek(letter) {
        for (let i = 1; letter !== "" && i <= options.length; ++i) {
            const to = (at + i) % options.length
            if (options[to].label.toLowerCase().startsWith(letter.toLowerCase()))
                return go(to)
        }
    }

    spacing: Theme.gapSmall
    onOptionsChanged: at = 0
    Repeater {
        id: chips
        model: set.options
        ChoiceChip {
            required property var modelData
            required property int index
            objectName: set.prefix + modelData.value
            text: modelData.label
            checked: set.values.includes(modelData.value)
            focusPolicy: set.at === index || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
            Accessible.role: Accessible.CheckBox
            Keys.onLeftPressed: set.go(index - 1)
            Keys.onRightPressed: set.go(index + 1)
            Keys.onPressed: event => {
                if (event.modifiers === Qt.NoModifier && event.text.trim() !== "")
                    set.seek(event.text)
            }
            onActiveFocusChanged: if (activeFocus) set.at = index
            onClicked: set.flipped(modelData.value)
        }
    }
}
