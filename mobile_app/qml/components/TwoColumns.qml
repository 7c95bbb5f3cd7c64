// Three parts: on a narrow page one below the other; on a wide one the first and the last to the left, the middle one to
// the right. The first is there at once, the others are made between frames: a page opens without a stutter.
import QtQuick
import Tern

Item {
    id: columns
    property alias first: above.data
    property Component middle
    property Component last
    readonly property bool wide: width >= Theme.twoColumns
    readonly property int leftWidth: wide ? Math.round((width - gap) * 0.46) : width
    readonly property int gap: Theme.gapLarge
    function after(part) { return part.height > 0 ? part.height + gap : 0 }

    height: wide ? Math.max(after(above) + below.height, aside.height)
                 : after(above) + after(aside) + below.height

    Column { id: above; width: columns.leftWidth; spacing: columns.gap }
    Loader {
        id: aside
        x: columns.wide ? columns.leftWidth + columns.gap : 0
        y: columns.wide ? 0 : columns.after(above)
        width: columns.wide ? columns.width - x : columns.width
        asynchronous: true
        sourceComponent: columns.middle
    }
    Loader {
        id: below
        y: columns.after(above) + (columns.wide ? 0 : columns.after(aside))
        width: columns.leftWidth
        asynchronous: true
        sourceComponent: columns.last
    }
}
