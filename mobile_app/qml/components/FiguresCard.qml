// One question's numbers: drawn, as a table, and as a file. Every mark and line leads to the records behind it.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    property string kind: "bars"    ///< bars, columns, stack, funnel, donut, line, table
    property string name: ""        ///< of the objectNames
    property alias figures: figures
    property alias entity: figures.entity
    property alias filter: figures.filter
    property alias scope: figures.scope
    property alias owner: figures.owner
    property alias period: figures.period
    property alias at: figures.at
    property alias groupBy: figures.groupBy
    property alias orderedBy: figures.orderedBy
    property alias measure: figures.measure
    property int first: 8             ///< more of the greatest are shown when asked for
    property bool tabled: kind === "table"
    property int picked: 0          ///< of the charts: a currency, or how many
    default property alias controls: extras.data

    readonly property var chart: figures.charts.length > 0 ? figures.charts[Math.min(picked, figures.charts.length - 1)] : null
    readonly property bool ranked: kind === "bars" || kind === "stack"

    function follow(index, series) {
        const point = chart.series[series].points[index]
        if (point.filter !== "")
            Go.list(entity, point.filter)
    }
    objectName: name
    implicitHeight: body.height + 2 * padding

    Figures {
        id: figures
        inSight: card.visible
        top: card.ranked && !card.tabled && !whole.all ? card.first : 0
        onSaved: (file, rows) => Go.say(qsTr("Saved as %1").arg(file))
    }
    QtObject { id: whole; property bool all: false }
    Column {
        id: body
        width: parent.width
        spacing: Theme.gap
        CardHead {
            width: parent.width
            title: card.title
            IconButton {
                objectName: card.name + "Table"
                visible: card.kind !== "table"
                glyph: card.tabled ? "chart" : "list"
                ink: Theme.inkSoft
                text: card.tabled ? qsTr("Show the chart") : qsTr("Show the table")
                onClicked: card.tabled = !card.tabled
            }
            IconButton {
                objectName: card.name + "Save"
                glyph: "download"
                ink: Theme.inkSoft
                text: qsTr("Save as a file")
                enabled: figures.ready && figures.count > 0
                onClicked: formats.open()
            }
        }
        Column {
            id: extras
            visible: children.length > 0
            width: parent.width
            spacing: Theme.gapSmall
        }
        Segments {
            objectName: card.name + "Currency"
            visible: !card.tabled && figures.charts.length > 1
            width: Math.min(parent.width, implicitWidth + figures.charts.length * Theme.gapHuge)
            options: Array.from(figures.charts).map((one, i) => ({ value: i, label: one.name }))
            value: Math.min(card.picked, figures.charts.length - 1)
            onChosen: value => card.picked = value
        }
        Words {
            visible: figures.problem !== ""
            width: parent.width
            text: figures.problem
            color: Theme.bad
            size: "label"
            wrapMode: Text.Wrap
        }
        Item {
            width: parent.width
            height: figures.ready ? 0 : 160
            visible: !figures.ready
            Repeater {  // where bars will be
                model: 4
                Rectangle {
                    required property int index
                    y: index * 40
                    width: parent.width * (0.9 - 0.18 * index)
                    height: Theme.barWidth
                    radius: 4
                    color: Theme.sunken
                }
            }
        }
        Loader {
            width: parent.width
            visible: !card.tabled
            active: !card.tabled && card.chart !== null
            readonly property bool few: active && card.chart.labels.length < 3  // no line yet
            sourceComponent: card.kind === "funnel" ? funnel : card.kind === "donut" ? donut : card.kind === "line" && !few ? line
                           : card.kind === "stack" ? stack : bars
        }
        FiguresTable {
            width: parent.width
            visible: card.tabled && figures.ready
            prefix: card.name + "Row"
            table: card.tabled ? figures.table : ({})
            onChosen: filter => Go.list(card.entity, filter)
        }
        AppButton {
            readonly property int all: card.chart ? card.chart.groups : 0
            visible: card.ranked && !card.tabled && all > card.first
            kind: "quiet"
            text: whole.all ? qsTr("Only the first %1").arg(card.first) : qsTr("Show all %1").arg(all)
            onClicked: whole.all = !whole.all
        }
    }
    Component {
        id: bars
        BarChart {
            labels: card.chart.labels
            points: card.chart.series.length > 0 ? card.chart.series[0].points : []
            upright: card.kind === "columns" || card.kind === "line"
            prefix: card.name + "Mark"
            onChosen: (index, series) => card.follow(index, series)
        }
    }
    Component {
        id: stack
        StackedBar {
            labels: card.chart.series.length > 0 ? card.chart.labels : []
            series: card.chart.series
            totals: card.chart.totals
            prefix: card.name + "Mark"
            onChosen: (index, series) => card.follow(index, series)
        }
    }
    Component {
        id: funnel
        Funnel {
            labels: card.chart.labels
            points: card.chart.series.length > 0 ? card.chart.series[0].points : []
            prefix: card.name + "Mark"
            onChosen: (index, series) => card.follow(index, series)
        }
    }
    Component {
        id: donut
        Donut {
            labels: card.chart.labels
            points: card.chart.series.length > 0 ? card.chart.series[0].points : []
            total: card.chart.total
            prefix: card.name + "Mark"
            onChosen: (index, series) => card.follow(index, series)
        }
    }
    Component {
        id: line
        LineChart {
            labels: card.chart.labels
            points: card.chart.series.length > 0 ? card.chart.series[0].points : []
            prefix: card.name + "Mark"
            onChosen: (index, series) => card.follow(index, series)
        }
    }
    ChoiceSheet {
        id: formats
        title: qsTr("Save as a file")
        optional: false
        choices: [{ value: "csv", label: qsTr("Text with commas (CSV)") }, { value: "xlsx", label: qsTr("Workbook (XLSX)") },
                  { value: "pdf", label: qsTr("To print (PDF)") }]
        onChosen: value => figures.save(card.title, value)
    }
}
