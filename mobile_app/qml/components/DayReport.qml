// What a day came to: it writes itself from what was done.
import QtQuick
import Tern

Card {
    id: card
    property string day: ""      ///< ISO 8601
    property string distance: ""
    property int planned: 0

    height: column.height + 2 * padding
    readonly property string mine: "owner = me and starts_at >= " + day + " and starts_at < " + after
    readonly property string after: {
        const next = new Date(day + "T00:00")
        next.setDate(next.getDate() + 1)
        return Qt.formatDate(next, "yyyy-MM-dd")
    }
    function figure(report) { return report.ready && report.rows.length > 0 ? report.rows[0].values : [] }
    readonly property var done: figure(visits)
    readonly property var taken: figure(orders)

    Column {
        id: column
        width: parent.width
        spacing: Theme.gap
        CardHead { width: parent.width; title: qsTr("The day's report") }
        Grid {
            id: grid
            width: parent.width
            columns: width > 560 ? 4 : 2
            spacing: Theme.gap
            Repeater {
                model: [
                    { name: "reportVisits", label: qsTr("Visits done"), value: (card.done.length > 0 ? card.done[0].text : "0") + " / " + card.planned },
                    { name: "reportDistance", label: qsTr("Distance"), value: card.distance },
                    { name: "reportOrders", label: qsTr("Orders"), value: card.taken.length > 0 ? card.taken[0].text : "0" },
                    { name: "reportAmount", label: qsTr("Taken"), value: card.taken.length > 1 && card.taken[1].text !== "" ? card.taken[1].text : "–" }
                ]
                Column {
                    id: fact
                    required property var modelData
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    Words { width: parent.width; text: fact.modelData.label; size: "caption"; soft: true }
                    Words { objectName: fact.modelData.name; width: parent.width; text: fact.modelData.value; size: "heading" }
                }
            }
        }
        Repeater {
            model: notes.rows
            Column {
                id: note
                required property int index
                required property var modelData
                width: column.width
                Words { width: parent.width; text: note.modelData.keys[0]; size: "label"; soft: true }
                Words {
                    objectName: "reportNote_" + note.index
                    width: parent.width
                    text: note.modelData.keys[1]
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                }
            }
        }
    }
    ReportModel { id: visits; entity: card.day === "" ? "" : "visit"; filter: card.mine + " and state = done"; measures: "count" }
    ReportModel { id: orders; entity: card.day === "" ? "" : "order"; filter: "owner = me and created_at >= " + card.day + " and created_at < " + card.after; measures: "count, sum:grand_total" }
    ReportModel {
        id: notes
        entity: card.day === "" ? "" : "visit"
        filter: card.mine + " and state = done and not summary empty"
        groupBy: "account_id,summary"
        measures: "count"
    }
}
