// What stands for one number in a chart: to point at, to reach by keys, to follow to the records behind it.
import QtQuick
import Tern
import QtQuick.Templates as T

T.AbstractButton {
    id: mark
    property string label: ""
    property string value: ""
    property string note: ""
    property ChartTip tip: null
    readonly property bool pointed: hovered || visualFocus
    readonly property string said: value + (note === "" ? "" : " · " + note)

    text: label + ": " + said
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    onPointedChanged: if (tip) tip.point(mark, pointed)
    Keys.onReturnPressed: clicked()
    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
}
