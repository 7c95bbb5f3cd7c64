// From step to step fewer: a band each, as wide as its number.
import QtQuick
import Tern

Item {
    id: chart
    property var labels: []
    property var points: []     ///< [{"value", "text", "note"}…], one a label
    property string prefix: ""  ///< of the marks' objectNames
    signal chosen(int index, int series)

    readonly property var none: ({ value: 0, text: "", filter: "" })  ///< while labels and points change
    readonly property bool empty: points.length === 0
    readonly property real most: points.reduce((most, one) => Math.max(most, one.value), 0)
    readonly property int line: Theme.touch + 4
    readonly property bool narrow: width < 420

    implicitHeight: empty ? 120 : points.length * line
    Accessible.role: Accessible.Graphic

    ChartNothing { anchors.centerIn: parent; visible: chart.empty }
    Repeater {
        model: chart.empty ? [] : chart.labels
        ChartMark {
            id: step
            required property int index
            required property string modelData
            readonly property var point: chart.points[index] || chart.none
            objectName: chart.prefix + index
            y: index * chart.line
            width: chart.width
            height: chart.line
            label: modelData
            value: point.text
            note: point.note || ""
            onClicked: chart.chosen(index, 0)
            background: Rectangle {
                radius: Theme.radiusSmall
                color: step.hovered ? Theme.sunken : "transparent"
                border.width: step.visualFocus ? 2 : 0
                border.color: Theme.accent
            }
            contentItem: Item {
                Words {
                    id: name
                    width: parent.width * (chart.narrow ? 0.28 : 0.26)
                    anchors.verticalCenter: parent.verticalCenter
                    leftPadding: Theme.gapTiny
                    text: step.label
                    size: "label"
                }
                Item {
                    id: band
                    anchors.left: name.right
                    anchors.right: sums.left
                    anchors.leftMargin: Theme.gapSmall
                    anchors.rightMargin: Theme.gapSmall
                    height: parent.height
                    Rectangle {
                        anchors.centerIn: parent
                        width: Math.max(6, band.width * (chart.most > 0 ? step.point.value / chart.most : 0))
                        height: parent.height - 8
                        radius: Theme.radiusSmall
                        color: Theme.series_tone(0)
                        opacity: 1 - 0.55 * step.index / Math.max(1, chart.points.length - 1)
                    }
                }
                Column {
                    id: sums
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapTiny
                    anchors.verticalCenter: parent.verticalCenter
                    width: chart.narrow ? 112 : 140
                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignRight
                        text: step.value
                        size: "label"
                        font.weight: Font.DemiBold
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                    }
                    Words {
                        width: parent.width
                        visible: text !== ""
                        horizontalAlignment: Text.AlignRight
                        text: step.note
                        size: "caption"
                        soft: true
                    }
                }
            }
        }
    }
}
