// One report: its chart, its table, and what it asks.
import QtQuick
import Tern

Scroll {
    id: page
    objectName: "reportPage"
    readonly property string part: "insights"  ///< of the app
    property bool back: true
    property bool editing: false
    property var report: ({ name: "", entity: "opportunity", filter: "", groupBy: "", measure: "", chart: "bars" })
    property string problem: ""
    readonly property bool wide: width >= Theme.wide - 92
    readonly property bool kept: (report.id || "") !== ""
    readonly property bool stacked: (report.groupBy || "").includes(",")
    readonly property string drawn: {
        const chart = report.chart || "bars"
        return stacked && !["stack", "table"].includes(chart) ? "stack" : chart
    }

    function keep() {
        problem = ""
        if (report.name.trim() === "")
            problem = qsTr("Give the report a name")
        else
            reports.keep(report)
    }
    Keys.onPressed: event => {
        if (editing && event.modifiers & Qt.ControlModifier && (event.key === Qt.Key_S || event.key === Qt.Key_Return)) {
            event.accepted = true
            keep()
        }
    }
    Reports {
        id: reports
        onKept: name => {
            page.editing = false
            Go.say(qsTr("Kept: %1").arg(name))
        }
        onRefused: what => page.problem = what
        onChanged: {
            const found = Array.from(rows).find(row => row.name === page.report.name)
            if (found && !page.editing)
                page.report = found
        }
    }
    PageHeader {
        width: parent.width
        title: page.report.name === "" ? qsTr("New report") : page.report.name
        back: page.back
        IconButton {
            objectName: "editReport"
            visible: !page.editing
            glyph: "pencil"
            text: qsTr("Edit")
            onClicked: page.editing = true
        }
        IconButton {
            objectName: "deleteReport"
            visible: page.kept
            glyph: "trash-2"
            text: qsTr("Delete")
            onClicked: {
                Tern.remove(page.report.id)
                Go.back()
            }
        }
    }
    Grid {
        width: parent.width
        columns: page.wide && page.editing ? 2 : 1
        spacing: Theme.gapLarge
        Card {
            visible: page.editing
            width: page.wide ? 380 : parent.width
            implicitHeight: asks.height + 2 * padding
            Column {
                id: asks
                width: parent.width
                spacing: Theme.gap
                ReportForm {
                    width: parent.width
                    report: page.report
                    views: reports.views
                    onEdited: report => page.report = report
                }
                Words {
                    objectName: "reportProblem"
                    visible: page.problem !== ""
                    width: parent.width
                    text: page.problem
                    color: Theme.bad
                    size: "label"
                    wrapMode: Text.Wrap
                }
                AppButton {
                    objectName: "keepReport"
                    width: parent.width
                    text: qsTr("Keep")
                    onClicked: page.keep()
                }
            }
        }
        Column {
            width: page.wide && page.editing ? parent.width - 380 - Theme.gapLarge : parent.width
            spacing: Theme.gapLarge
            FiguresCard {
                name: "report"
                visible: page.drawn !== "table"
                width: parent.width
                title: page.report.name === "" ? qsTr("New report") : page.report.name
                kind: page.drawn
                tabled: false
                first: 12
                entity: page.report.entity
                filter: page.report.filter
                groupBy: page.report.groupBy
                measure: page.report.measure
            }
            FiguresCard {
                name: "numbers"
                width: parent.width
                title: qsTr("Numbers")
                kind: "table"
                entity: page.report.entity
                filter: page.report.filter
                groupBy: page.report.groupBy
                measure: page.report.measure
            }
        }
    }
}
