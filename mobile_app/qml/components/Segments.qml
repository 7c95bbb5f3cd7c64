// One of a few: one stop for Tab, whose arrows choose.
import QtQuick
import Tern
import QtQuick.Templates as T

Rectangle {
    id: segments
    property var options: []   ///< [{"value", "label"}…]
    property var value
    signal chosen(var value)

    function step(from, by) {
        const to = (from + by + options.length) % options.length
        buttons.itemAt(to).forceActiveFocus(Qt.TabFocusReason)
        chosen(options[to].value)
    }
    readonly property bool open: !Array.from(options).some(option => option.value === value)

    implicitHeight: Theme.touch
    implicitWidth: row.implicitWidth + 8
    radius: Theme.radius
    color: Theme.sunken
    Accessible.role: Accessible.PageTabList

    Row {
        id: row
        anchors.fill: parent
        anchors.margins: 4
        Repeater {
            id: buttons
            model: segments.options
            T.Button {
                id: option
                required property var modelData
                required property int index
                width: (segments.width - 8) / segments.options.length
                height: row.height
                implicitWidth: label.implicitWidth + 2 * Theme.gap
                text: modelData.label
                checked: modelData.value === segments.value
                focusPolicy: checked || activeFocus || (segments.open && index === 0) ? Qt.StrongFocus : Qt.ClickFocus
                Keys.onLeftPressed: segments.step(index, -1)
                Keys.onRightPressed: segments.step(index, 1)
                onClicked: segments.chosen(modelData.value)
                background: Rectangle {
                    radius: Theme.radius - 4
                    color: option.checked ? Theme.surface : "transparent"
                    border.width: option.visualFocus ? 2 : 0
                    border.color: Theme.accent
                }
                contentItem: Words {
                    id: label
                    text: option.text
                    size: "label"
                    font.weight: option.checked ? Font.DemiBold : Font.Normal
                    soft: !option.checked
                    horizontalAlignment: Text.AlignHCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 11
                }
            }
        }
    }
}
