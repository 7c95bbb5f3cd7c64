// How the team stands, for who leads one or sees the deals of others; each number leads to its records.
import QtQuick
import Tern

Column {
    id: team
    /// A lead, or somebody before whom others' deals lie.
    readonly property bool shown: led.count > 0 || others.count > 0
    readonly property bool decided: shown || (led.ready && others.ready)
    readonly property string scope: "all"   ///< of whom there are deals here: those whom one leads
    readonly property int half: (width - Theme.gapLarge) / 2

    spacing: Theme.gapLarge
    RecordList { id: led; entity: "team"; filter: "lead_id = me"; limit: 1 }
    RecordList { id: others; entity: "opportunity"; filter: "status = open and owner_id != me"; limit: 1 }
    Words { visible: team.shown; text: qsTr("The team this quarter"); size: "heading" }
    Loader {
        width: parent.width
        active: team.shown
        sourceComponent: SalesNumbers {
            wide: true
            scope: team.scope
        }
    }
    Loader {
        width: parent.width
        active: team.shown
        sourceComponent: Row {
            spacing: Theme.gapLarge
            FiguresCard {
                name: "teamPipeline"
                width: team.half
                title: qsTr("Pipeline by stage")
                kind: "funnel"
                entity: "opportunity"
                filter: "status = open"
                scope: team.scope
                groupBy: "stage_id"
                orderedBy: "stage_id.order"
                measure: "sum:amount"
            }
            FiguresCard {
                name: "teamForecastChart"
                width: team.half
                title: qsTr("Forecast")
                kind: "stack"
                entity: "opportunity"
                filter: "status = open and forecast != omitted"
                scope: team.scope
                at: "expected_close"
                period: "this quarter"
                groupBy: "owner_id, forecast"
                measure: "sum:amount"
                AppButton {
                    objectName: "todayForecast"
                    kind: "quiet"
                    glyph: "trend"
                    text: qsTr("Submit, and the team's figures")
                    onClicked: Go.page("forecast", {})
                }
            }
        }
    }
}
