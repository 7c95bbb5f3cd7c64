// A page's content in one column, as long as it needs to be. What has the keys is in sight, and comes back to them.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: scroll
    default property alias content: column.data
    property int spacing: Theme.gapLarge
    property int widest: 1200
    readonly property alias column: column
    property alias contentY: flick.contentY
    property alias contentHeight: flick.contentHeight
    property alias interactive: flick.interactive

    readonly property Item keyed: Window.activeFocusItem
    onKeyedChanged: if (activeFocus && Keyboard.used && keyed !== scroll) reveal(keyed)
    function reveal(item) {
        const top = item.mapToItem(column, 0, 0).y + column.y, spare = Theme.gapHuge
        if (top < contentY + spare)
            scroll_to(top - spare)
        else if (top + item.height > contentY + height - spare)
            scroll_to(Math.min(top - spare, top + item.height + spare - height))
    }
    function scroll_to(y) { contentY = Math.max(0, Math.min(contentHeight - height, y)) }
    /// To the first thing in it that takes keys.
    function enter() { column.nextItemInFocusChain(true).forceActiveFocus(Keyboard.reason) }

    Keys.onPressed: event => {
        const by = ({ [Qt.Key_Down]: 60, [Qt.Key_Up]: -60, [Qt.Key_PageDown]: height * 0.8, [Qt.Key_PageUp]: -height * 0.8,
                      [Qt.Key_Home]: -contentHeight, [Qt.Key_End]: contentHeight })[event.key]
        event.accepted = by !== undefined && event.modifiers === Qt.NoModifier && contentHeight > height
        if (event.accepted)
            scroll_to(contentY + by)
    }

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.edge
        boundsBehavior: Flickable.DragAndOvershootBounds
        clip: true
        ScrollBar.vertical: ScrollBar { }

        Column {
            id: column
            x: Math.max(Theme.edge, (scroll.width - width) / 2)
            y: Theme.edge
            width: Math.min(scroll.width - 2 * Theme.edge, scroll.widest)
            spacing: scroll.spacing
        }
    }
}
