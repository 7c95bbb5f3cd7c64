// Three parts: on a narrow page one below the other; on a wide one the first and the last to the left, the middle one to
// the right. They are made between frames, the first one first: a page opens without a stutter, and nothing is pushed
// down by what comes later.
import QtQuick
import Tern

Item {
    id: columns
    property Component first
    property Component middle
    property Component last
    readonly property bool wide: width >= Theme.twoColumns
    readonly property int leftWidth: wide ? Math.round((width - gap) * 0.46) : width
    readonly property int gap: Theme.gapLarge
    function after(part) { return part.height > 0 ? part.height + gap : 0 }

    height: wide ? Math.max(after(above) + below.height, aside.height)
                 : after(above) + after(aside) + below.height

    Loader {
        id: above
        width: columns.leftWidth
        asynchronous: true
        sourceComponent: columns.first
    }
    Loader {
        id: aside
        active: above.status === Loader.Ready
        x: columns.wide ? columns.leftWidth + columns.gap : 0
        y: columns.wide ? 0 : columns.after(above)
        width: columns.wide ? columns.width - x : columns.width
        asynchronous: true
        sourceComponent: columns.middle
    }
    Loader {
        id: below
        active: above.status === Loader.Ready
        y: columns.after(above) + (columns.wide ? 0 : columns.after(aside))
        width: columns.leftWidth
        asynchronous: true
        sourceComponent: columns.last
    }
}
