// One number over time.
import QtQuick
import Tern
import QtQuick.Shapes

Item {
    id: chart
    property var labels: []
    property var points: []     ///< [{"value", "text", "note"}…], one a label
    property string prefix: ""  ///< of the marks' objectNames
    signal chosen(int index, int series)

    readonly property var none: ({ value: 0, text: "", filter: "" })  ///< while labels and points change
    readonly property bool empty: points.length === 0
    readonly property real slot: field.width / Math.max(1, points.length)
    readonly property var spots: {
        const out = []
        for (let i = 0; i < points.length; ++i)
            out.push(Qt.point((i + 0.5) * slot, field.height * (1 - ruler.part(points[i].value))))
        return out
    }
    implicitHeight: 220
    Accessible.role: Accessible.Graphic

    ChartScale { id: ruler; most: chart.points.reduce((most, one) => Math.max(most, one.value), 0) }
    ChartNothing { anchors.centerIn: parent; visible: chart.empty }
    Item {
        id: field
        visible: !chart.empty
        x: 44
        y: Theme.gapSmall
        width: Math.max(1, parent.width - x)
        height: Math.max(1, parent.height - y - Math.round(Theme.captionSize * 1.8))
        Repeater {
            model: ruler.ticks
            Item {
                id: tick
                required property real modelData
                y: field.height * (1 - ruler.part(modelData))
                Rectangle { width: field.width; height: 1; color: Theme.line }
                Words {
                    x: -width - Theme.gapSmall
                    y: -height / 2
                    text: ruler.written(tick.modelData)
                    size: "caption"
                    color: Theme.inkFaint
                }
            }
        }
        Shape {
            anchors.fill: parent
            visible: chart.spots.length > 1
            ShapePath {
                strokeColor: "transparent"
                fillGradient: LinearGradient {
                    y1: 0
                    y2: field.height
                    GradientStop { position: 0; color: Qt.alpha(Theme.series_tone(0), 0.28) }
                    GradientStop { position: 1; color: Qt.alpha(Theme.series_tone(0), 0.02) }
                }
                PathPolyline {
                    path: chart.spots.length > 1 ? [Qt.point(chart.spots[0].x, field.height), ...chart.spots,
                                                    Qt.point(chart.spots[chart.spots.length - 1].x, field.height)] : []
                }
            }
            ShapePath {
                strokeColor: Theme.series_tone(0)
                strokeWidth: 2.5
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                capStyle: ShapePath.RoundCap
                PathPolyline { path: chart.spots }
            }
        }
        Repeater {
            model: chart.labels
            Item {
                id: place
                required property int index
                required property string modelData
                readonly property var point: chart.points[index] || chart.none
                x: index * chart.slot
                width: chart.slot
                height: field.height
                Words {
                    readonly property int every: Math.ceil(60 / Math.max(1, chart.slot))
                    x: (place.width - width) / 2
                    y: field.height + 4
                    visible: place.index % every === 0
                    text: place.modelData
                    size: "caption"
                    color: Theme.inkFaint
                }
                ChartMark {
                    id: mark
                    objectName: chart.prefix + place.index
                    y: (chart.spots[place.index] || Qt.point(0, 0)).y - 12
                    width: parent.width
                    height: field.height - y
                    label: place.modelData
                    value: place.point.text
                    note: place.point.note || ""
                    tip: hint
                    onClicked: chart.chosen(place.index, 0)
                    background: Item {
                        Rectangle {
                            x: (parent.width - width) / 2
                            y: 12 - height / 2
                            readonly property int size: mark.pointed ? 13 : 9
                            width: size
                            height: size
                            radius: size / 2
                            color: mark.pointed ? Theme.series_tone(0) : Theme.surface
                            border.width: 2
                            border.color: mark.visualFocus ? Theme.ink : Theme.series_tone(0)
                        }
                    }
                }
            }
        }
    }
    ChartTip { id: hint }
}
