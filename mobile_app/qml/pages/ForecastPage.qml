// What a period will bring: one's own figures to submit, and the team's as a tree.
import QtQuick
import Tern

Scroll {
    id: page
    objectName: "forecastPage"
    readonly property string part: "insights"  ///< of the app
    property bool back: true
    readonly property bool wide: width >= Theme.wide - 92
    readonly property var parts: [own, teams]

    PageHeader {
        width: parent.width
        title: qsTr("Forecast")
        subtitle: !page.wide ? "" : qsTr("Computed from the deals, submitted by each, changed by who leads")
        back: page.back
        IconButton {
            objectName: "forecastEntries"
            glyph: "history"
            text: qsTr("What was submitted")
            onClicked: Go.list("forecast_entry", "")
        }
    }
    ChipRow {
        objectName: "forecastSpan"
        width: parent.width
        prefix: "span_"
        options: [{ value: "this month", label: qsTr("This month") }, { value: "next month", label: qsTr("Next month") },
                  { value: "this quarter", label: qsTr("This quarter") }, { value: "next quarter", label: qsTr("Next quarter") }]
        value: forecast.period
        onChosen: value => forecast.period = value
    }
    Grid {
        width: parent.width
        columns: page.wide ? 2 : 1
        spacing: Theme.gapLarge
        OwnForecastCard {
            id: own
            objectName: "ownForecast"
            width: page.wide ? (teams.visible ? 400 : Theme.readable) : page.column.width
            forecast: forecast
        }
        TeamForecastCard {
            id: teams
            objectName: "teamForecast"
            visible: forecast.lines.length > 0
            width: page.wide ? page.column.width - own.width - Theme.gapLarge : page.column.width
            forecast: forecast
        }
    }
    ForecastModel { id: forecast }
}
