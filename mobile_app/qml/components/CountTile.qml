// How many there are of something, and the way to them.
import QtQuick
import Tern

Tile {
    id: tile
    property string label: ""
    property string entity: ""
    property string filter: ""
    property var leads: null  ///< elsewhere than to the list

    text: label
    value: count.ready && count.rows.length > 0 ? count.rows[0].values[0].text : "–"
    property string counted: "accent"  ///< the tone of a number that is not zero
    tone: value === "0" || value === "–" ? "plain" : counted
    onClicked: leads ? leads.call() : Go.list(entity, filter)

    ReportModel {
        id: count
        inSight: tile.visible
        entity: tile.entity
        filter: tile.filter
        measures: "count"
    }
}
