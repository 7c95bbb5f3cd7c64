// How sales stand in four numbers; each leads to what it counts.
import QtQuick
import Tern

Grid {
    id: sales
    property bool wide: false
    property string scope: "all"
    property string period: "this quarter"

    columns: wide ? 4 : 2
    spacing: wide ? Theme.gapLarge : Theme.gap
    readonly property int each: (width - (columns - 1) * spacing) / columns
    readonly property int tall: Math.max(won.implicitHeight, open.implicitHeight, rate.implicitHeight, late.implicitHeight)
    NumberCard {
        id: won
        name: "won"
        width: sales.each
        height: sales.tall
        title: qsTr("Won")
        glyph: "trending-up"
        tone: "good"
        entity: "opportunity"
        filter: "status = won"
        scope: sales.scope
        at: "closed_at"
        period: sales.period
        measure: "sum:amount"
        trend: sales.wide && wonByMonth.charts.length > 0 && wonByMonth.charts[0].series.length > 0
               ? wonByMonth.charts[0].series[0].points.map(point => point.value) : []
    }
    NumberCard {
        id: open
        name: "open"
        width: sales.each
        height: sales.tall
        title: qsTr("Open pipeline")
        glyph: "kanban"
        entity: "opportunity"
        filter: "status = open"
        scope: sales.scope
        measure: "sum:amount"
    }
    NumberCard {
        id: rate
        name: "rate"
        width: sales.each
        height: sales.tall
        title: qsTr("Win rate")
        glyph: "target"
        tone: "calm"
        entity: "opportunity"
        filter: "status in (won, lost)"
        groupBy: "status"
        share: "won"
        scope: sales.scope
        at: "closed_at"
        period: sales.period
    }
    NumberCard {
        id: late
        name: "late"
        width: sales.each
        height: sales.tall
        title: qsTr("Overdue payments")
        glyph: "clock"
        tone: "bad"
        entity: "payment_plan"
        filter: "status = overdue"
        scope: sales.scope
        measure: "sum:amount"
    }
    Figures {
        id: wonByMonth
        entity: "opportunity"
        filter: "status = won"
        scope: sales.scope
        at: "closed_at"
        period: "this year"
        groupBy: "closed_at:month"
        measure: "sum:amount"
        counted: false
    }
}
