// How many there are of something, and the way to them.
import QtQuick
import Tern

Tile {
    id: tile
    property string label: ""
    property string entity: ""
    property string filter: ""
    property var leads: null  ///< elsewhere than to the list

    objectName: "count_" + entity
    text: label
    value: count.ready && count.rows.length > 0 ? count.rows[0].values[0].text : "–"
    tone: value === "0" || value === "–" ? "plain" : "accent"
    onClicked: leads ? leads.call() : Go.list(entity, filter)

    ReportModel {
        id: count
        entity: tile.entity
        filter: tile.filter
        measures: "count"
    }
}
