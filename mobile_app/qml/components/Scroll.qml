// A page's content in one column, as long as it needs to be.
import QtQuick
import Tern
import QtQuick.Controls

Flickable {
    id: scroll
    default property alias content: column.data
    property int spacing: Theme.gapLarge
    property int widest: 1200
    readonly property alias column: column

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
