// The value of the mark that is pointed at, beside it.
import QtQuick
import Tern

Rectangle {
    id: tip
    property Item mark: null
    readonly property point spot: mark && parent ? mark.mapToItem(parent, mark.width / 2, 0) : Qt.point(0, 0)

    function point(at, on) {
        if (on)
            mark = at
        else if (mark === at)
            mark = null
    }
    z: 5
    visible: mark !== null
    x: parent ? Math.max(0, Math.min(parent.width - width, spot.x - width / 2)) : 0
    y: Math.max(-height / 2, spot.y - height - Theme.gapTiny)
    width: words.implicitWidth + 2 * Theme.gapSmall
    height: words.implicitHeight + Theme.gapSmall
    radius: Theme.radiusSmall
    color: Theme.ink
    Words {
        id: words
        anchors.centerIn: parent
        text: tip.mark ? (tip.mark as ChartMark).text : ""
        size: "caption"
        color: Theme.surface
        font.weight: Font.DemiBold
    }
}
