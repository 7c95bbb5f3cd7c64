// How sales go: what is open, what was won, who did what. Every number leads to the records behind it.
import QtQuick
import Tern

Scroll {
    id: page
    objectName: "insights"
    readonly property string part: "insights"  ///< of the app
    property bool back: false
    property string period: "this quarter"
    property string scope: "all"
    readonly property bool wide: width >= Theme.wide - 92
    readonly property int half: wide ? (column.width - Theme.gapLarge) / 2 : column.width
    readonly property var periods: [
        { value: "this month", label: qsTr("This month") }, { value: "this quarter", label: qsTr("This quarter") },
        { value: "this year", label: qsTr("This year") }, { value: "last month", label: qsTr("Last month") },
        { value: "last quarter", label: qsTr("Last quarter") }, { value: "last year", label: qsTr("Last year") }]
    readonly property string period_label: periods.find(one => one.value === period).label

    readonly property var parts: [top, numbers, pipeline, targets, lost, newcomers, forecast, leaders, activity, overdue]
    PageHeader {
        id: top
        width: parent.width
        title: qsTr("Insights")
        subtitle: page.period_label
        back: page.back
        IconButton {
            objectName: "goReports"
            glyph: "clipboard"
            text: qsTr("Reports")
            onClicked: Go.page("reports", {})
        }
    }
    Grid {
        width: parent.width
        columns: page.wide ? 2 : 1
        spacing: Theme.gap
        Segments {
            objectName: "insightScope"
            width: page.wide ? 360 : parent.width
            options: [{ value: "mine", label: qsTr("Mine") }, { value: "team", label: qsTr("My team") },
                      { value: "all", label: qsTr("Everyone") }]
            value: page.scope
            onChosen: value => page.scope = value
        }
        PickBox {
            objectName: "insightPeriod"
            width: page.wide ? 220 : parent.width
            shown: page.period_label
            glyph: "calendar"
            onAsked: picker.open()
        }
    }
    SalesNumbers {
        id: numbers
        width: parent.width
        wide: page.wide
        scope: page.scope
        period: page.period
    }
    Grid {
        width: parent.width
        columns: page.wide ? 2 : 1
        spacing: Theme.gapLarge
        Column {
            width: page.half
            spacing: Theme.gapLarge
            FiguresCard {
                id: pipeline
                name: "pipeline"
                width: parent.width
                title: qsTr("Pipeline by stage")
                kind: "funnel"
                entity: "opportunity"
                filter: "status = open"
                scope: page.scope
                groupBy: "stage_id"
                orderedBy: "stage_id.order"
                measure: "sum:amount"
            }
            TargetsCard { id: targets; width: parent.width; period: page.period }
            FiguresCard {
                id: lost
                name: "lost"
                width: parent.width
                title: qsTr("Lost, by reason")
                kind: "donut"
                entity: "opportunity"
                filter: "status = lost"
                scope: page.scope
                at: "closed_at"
                period: page.period
                groupBy: "lost_reason"
                measure: "sum:amount"
            }
            FiguresCard {
                id: newcomers
                name: "newcomers"
                width: parent.width
                title: qsTr("New accounts by month")
                kind: "line"
                entity: "account"
                filter: "created_at in last 365 days"
                scope: page.scope
                groupBy: "created_at:month"
            }
        }
        Column {
            width: page.half
            spacing: Theme.gapLarge
            FiguresCard {
                id: forecast
                property string ahead: "this quarter"
                name: "forecast"
                width: parent.width
                title: qsTr("Forecast")
                kind: "stack"
                entity: "opportunity"
                filter: "status = open and forecast != omitted"
                scope: page.scope
                at: "expected_close"
                period: ahead
                groupBy: "owner_id, forecast"
                measure: "sum:amount"
                ChipRow {
                    objectName: "forecastPeriod"
                    width: parent ? parent.width : 0
                    prefix: "forecast_"
                    options: [{ value: "this month", label: qsTr("This month") }, { value: "next month", label: qsTr("Next month") },
                              { value: "this quarter", label: qsTr("This quarter") }, { value: "next quarter", label: qsTr("Next quarter") }]
                    value: forecast.ahead
                    onChosen: value => forecast.ahead = value
                }
                AppButton {
                    objectName: "goForecast"
                    kind: "quiet"
                    glyph: "trend"
                    text: qsTr("Submit, and the team's figures")
                    onClicked: Go.page("forecast", {})
                }
            }
            FiguresCard {
                id: leaders
                property string by: "won"
                name: "leaders"
                width: parent.width
                title: qsTr("Leaderboard")
                kind: "bars"
                entity: by === "won" ? "opportunity" : by === "visits" ? "visit" : "activity"
                filter: by === "won" ? "status = won" : by === "visits" ? "state = done" : "kind = call and status = done"
                at: by === "won" ? "closed_at" : "starts_at"
                measure: by === "won" ? "sum:amount" : ""
                scope: page.scope
                period: page.period
                groupBy: "owner_id"
                Segments {
                    objectName: "leadersBy"
                    width: parent ? parent.width : 0
                    options: [{ value: "won", label: qsTr("Won") }, { value: "visits", label: qsTr("Visits") },
                              { value: "calls", label: qsTr("Calls") }]
                    value: leaders.by
                    onChosen: value => leaders.by = value
                }
            }
            FiguresCard {
                id: activity
                name: "activity"
                width: parent.width
                title: qsTr("Activity by person")
                kind: "stack"
                entity: "activity"
                filter: "status = done"
                scope: page.scope
                at: "starts_at"
                period: page.period
                groupBy: "owner_id, kind"
            }
            FiguresCard {
                id: overdue
                name: "overdue"
                width: parent.width
                title: qsTr("Overdue payments by account")
                kind: "bars"
                entity: "payment_plan"
                filter: "status = overdue"
                scope: page.scope
                groupBy: "account_id"
                measure: "sum:amount"
            }
        }
    }
    ChoiceSheet {
        id: picker
        title: qsTr("Period")
        optional: false
        choices: page.periods
        value: page.period
        onChosen: value => page.period = value
    }
}
