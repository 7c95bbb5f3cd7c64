// Parts of a whole: a ring, and each part with its share.
import QtQuick
import Tern
import QtQuick.Shapes

Item {
    id: chart
    property var labels: []
    property var points: []     ///< [{"value", "text", "note", "share"}…], one a label; `share` in per cent
    property string total: ""   ///< in the middle
    property string prefix: ""  ///< of the marks' objectNames
    property int current: -1    ///< the part that is pointed at
    signal chosen(int index, int series)

    readonly property var none: ({ value: 0, text: "", filter: "" })  ///< while labels and points change
    readonly property bool empty: points.length === 0 || whole <= 0
    readonly property real whole: points.reduce((sum, one) => sum + Math.max(0, one.value), 0)
    readonly property bool beside: width > 400
    readonly property int ring: Math.min(190, width * 0.6)
    readonly property var starts: {
        const out = []
        let at = 0
        for (let i = 0; i < points.length; ++i) {
            out.push(at)
            at += whole > 0 ? 360 * Math.max(0, points[i].value) / whole : 0
        }
        return out
    }
    function part_at(x, y) {
        const far = Math.hypot(x - ring / 2, y - ring / 2)
        if (far > ring / 2 || far < ring / 2 - 2 * Theme.ringWidth)
            return -1
        const turn = (Math.atan2(y - ring / 2, x - ring / 2) * 180 / Math.PI + 450) % 360
        let out = -1
        for (let i = 0; i < starts.length; ++i)
            if (starts[i] <= turn && points[i].value > 0)
                out = i
        return out
    }
    implicitHeight: empty ? 120 : beside ? Math.max(ring, parts.height) : ring + Theme.gap + parts.height
    Accessible.role: Accessible.Graphic

    ChartNothing { anchors.centerIn: parent; visible: chart.empty }
    Item {
        id: disc
        visible: !chart.empty
        x: chart.beside ? 0 : (chart.width - width) / 2
        y: chart.beside ? (chart.height - height) / 2 : 0
        width: chart.ring
        height: chart.ring
        Repeater {
            model: chart.empty ? [] : chart.points
            Shape {
                id: slice
                required property int index
                required property var modelData
                readonly property real span: chart.whole > 0 ? 360 * Math.max(0, modelData.value) / chart.whole : 0
                readonly property real gap: chart.points.length > 1 && span > 4 ? 2 : 0
                anchors.fill: parent
                ShapePath {
                    strokeColor: Theme.series_tone(slice.index)
                    strokeWidth: slice.index === chart.current ? Theme.ringWidth + 6 : Theme.ringWidth
                    fillColor: "transparent"
                    capStyle: ShapePath.FlatCap
                    PathAngleArc {
                        centerX: chart.ring / 2
                        centerY: chart.ring / 2
                        radiusX: chart.ring / 2 - Theme.ringWidth / 2 - 4
                        radiusY: radiusX
                        startAngle: (chart.starts[slice.index] || 0) - 90 + slice.gap / 2
                        sweepAngle: Math.max(0.5, slice.span - slice.gap)
                    }
                }
            }
        }
        Words {
            anchors.centerIn: parent
            width: parent.width - 3 * Theme.ringWidth - 8
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 11
            text: chart.total
            size: "title"
        }
        HoverHandler {
            onPointChanged: chart.current = hovered ? chart.part_at(point.position.x, point.position.y) : -1
            onHoveredChanged: if (!hovered) chart.current = -1
        }
        TapHandler {
            onTapped: point => {
                const part = chart.part_at(point.position.x, point.position.y)
                if (part >= 0)
                    chart.chosen(part, 0)
            }
        }
    }
    Column {
        id: parts
        visible: !chart.empty
        x: chart.beside ? disc.width + Theme.gapHuge : 0
        y: chart.beside ? (chart.height - height) / 2 : disc.height + Theme.gap
        width: chart.width - x
        Repeater {
            model: chart.empty ? [] : chart.labels
            ChartMark {
                id: part
                required property int index
                required property string modelData
                readonly property var point: chart.points[index] || chart.none
                objectName: chart.prefix + index
                width: parts.width
                height: Math.max(36, Math.round(Theme.labelSize * 2.6))
                label: modelData
                value: point.text
                note: point.share === undefined ? "" : point.share + "%"
                onPointedChanged: chart.current = pointed ? index : -1
                onClicked: chart.chosen(index, 0)
                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: part.index === chart.current ? Theme.sunken : "transparent"
                    border.width: part.visualFocus ? 2 : 0
                    border.color: Theme.accent
                }
                contentItem: Item {
                    Rectangle {
                        id: dot
                        x: Theme.gapTiny
                        anchors.verticalCenter: parent.verticalCenter
                        width: 10
                        height: 10
                        radius: 3
                        color: Theme.series_tone(part.index)
                    }
                    Words {
                        anchors.left: dot.right
                        anchors.leftMargin: Theme.gapSmall
                        anchors.right: number.left
                        anchors.rightMargin: Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        text: part.label
                        size: "label"
                    }
                    Words {
                        id: number
                        anchors.right: share.left
                        anchors.verticalCenter: parent.verticalCenter
                        text: part.value
                        size: "label"
                        font.weight: Font.DemiBold
                    }
                    Words {
                        id: share
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gapTiny
                        anchors.verticalCenter: parent.verticalCenter
                        width: 48
                        horizontalAlignment: Text.AlignRight
                        text: part.note
                        size: "label"
                        soft: true
                    }
                }
            }
        }
    }
}
