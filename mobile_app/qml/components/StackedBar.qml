// Bars of several parts: lying, a line each with its name; or upright, side by side.
import QtQuick
import Tern

Item {
    id: chart
    property var labels: []     ///< of the bars
    property var series: []     ///< [{"name", "points": [{"value", "text", "note"}…]}…], a point for each label
    property var totals: []     ///< what each bar comes to, as text; may be left out
    property bool upright: false
    property string prefix: ""  ///< of the marks' objectNames
    signal chosen(int index, int series)

    readonly property var none: ({ value: 0, text: "", filter: "" })  ///< while labels and points change
    readonly property bool empty: labels.length === 0
    readonly property bool parted: series.length > 1
    readonly property real most: {
        let out = 0
        for (let i = 0; i < labels.length; ++i)
            out = Math.max(out, sum(i, series.length))
        return out
    }
    readonly property int line: Theme.touch - 6
    readonly property int named: Math.min(width * (width < 420 ? 0.24 : 0.34), 150)
    readonly property int valued: upright ? 0 : Math.min(width * (width < 420 ? 0.42 : 0.3), widest.width + 2 * Theme.gapSmall)
    readonly property int tickHeight: Math.round(Theme.captionSize * 1.6)

    function sum(index, upTo) {
        let out = 0
        for (let i = 0; i < Math.min(upTo, series.length); ++i)
            out += Math.max(0, (series[i].points[index] || none).value)
        return out
    }
    function ending(index) {
        return totals.length > index ? totals[index] : parted || series.length === 0 ? "" : (series[0].points[index] || none).text
    }

    implicitHeight: (empty ? 120 : upright ? 220 : labels.length * line + tickHeight) + (legend.visible ? legend.height + Theme.gapSmall : 0)
    Accessible.role: Accessible.Graphic

    TextMetrics {
        id: widest
        font.pixelSize: Theme.labelSize
        font.weight: Font.DemiBold
        text: {
            let out = ""
            for (let i = 0; i < chart.labels.length; ++i)
                if (chart.ending(i).length > out.length)
                    out = chart.ending(i)
            return out
        }
    }
    ChartScale { id: ruler; most: chart.most; steps: chart.width < 420 && !chart.upright ? 3 : 4 }
    ChartNothing { anchors.centerIn: parent; visible: chart.empty }
    ChartLegend {
        id: legend
        visible: chart.parted && !chart.empty
        width: parent.width
        names: chart.series.map(one => one.name)
    }
    Item {
        id: field
        visible: !chart.empty
        readonly property int start: chart.upright ? 44 : chart.named + Theme.gapSmall
        x: start
        y: legend.visible ? legend.height + Theme.gapSmall : 0
        width: Math.max(1, parent.width - start - chart.valued)
        height: Math.max(1, parent.height - y - chart.tickHeight)

        Repeater {  // the axis
            model: ruler.ticks
            Item {
                id: tick
                required property real modelData
                readonly property real part: ruler.part(modelData)
                x: chart.upright ? 0 : part * field.width
                y: chart.upright ? field.height * (1 - part) : 0
                Rectangle {
                    width: chart.upright ? field.width : 1
                    height: chart.upright ? 1 : field.height
                    color: Theme.line
                }
                Words {
                    x: chart.upright ? -width - Theme.gapSmall : -width / 2
                    y: chart.upright ? -height / 2 : field.height + 2
                    text: ruler.written(tick.modelData)
                    size: "caption"
                    color: Theme.inkFaint
                }
            }
        }
        Repeater {
            model: chart.labels
            Item {
                id: bar
                required property int index
                required property string modelData
                readonly property real slot: field.width / chart.labels.length
                x: chart.upright ? index * slot : 0
                y: chart.upright ? 0 : index * chart.line
                width: chart.upright ? slot : field.width
                height: chart.upright ? field.height : chart.line

                Words {
                    x: chart.upright ? (bar.slot - width) / 2 : -field.start
                    y: chart.upright ? field.height + 2 : (chart.line - height) / 2
                    width: chart.upright ? Math.max(bar.slot, 40) : chart.named
                    horizontalAlignment: chart.upright ? Text.AlignHCenter : Text.AlignLeft
                    visible: !chart.upright || bar.slot >= 40 || bar.index % Math.ceil(40 / bar.slot) === 0
                    text: bar.modelData
                    size: chart.upright ? "caption" : "label"
                    soft: chart.upright
                }
                Words {
                    visible: !chart.upright
                    x: field.width + Theme.gapSmall
                    y: (chart.line - height) / 2
                    width: chart.valued - Theme.gapSmall
                    horizontalAlignment: Text.AlignRight
                    text: chart.ending(bar.index)
                    size: "label"
                    font.weight: Font.DemiBold
                }
                Repeater {
                    model: chart.series
                    ChartMark {
                        id: part
                        required property int index
                        required property var modelData
                        readonly property var point: modelData.points[bar.index] || chart.none
                        readonly property real from: ruler.part(chart.sum(bar.index, index))
                        readonly property real span: ruler.part(point.value)
                        objectName: chart.prefix + (chart.parted ? index + "_" : "") + bar.index
                        visible: point.value > 0
                        x: chart.upright ? 0 : from * field.width
                        y: chart.upright ? field.height * (1 - from - span) : 0
                        width: chart.upright ? bar.slot : Math.max(3, span * field.width)
                        height: chart.upright ? Math.max(3, span * field.height) : chart.line
                        label: chart.parted ? bar.modelData + ", " + modelData.name : bar.modelData
                        value: point.text
                        note: point.note || ""
                        tip: hint
                        onClicked: chart.chosen(bar.index, index)
                        background: Item {
                            Rectangle {
                                anchors.centerIn: parent
                                width: chart.upright ? Math.min(parent.width * 0.66, 36) : parent.width - (chart.parted ? 1 : 0)
                                height: chart.upright ? parent.height - (chart.parted ? 1 : 0) : Theme.barWidth
                                radius: 4
                                color: Theme.series_tone(part.index)
                                opacity: part.pointed ? 0.8 : 1
                                border.width: part.visualFocus ? 2 : 0
                                border.color: Theme.ink
                            }
                        }
                    }
                }
            }
        }
    }
    ChartTip { id: hint }
}
