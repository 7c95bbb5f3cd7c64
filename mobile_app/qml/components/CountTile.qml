// How many there are of something, and the way to them.
import QtQuick
import Tern

NumberTile {
    id: tile
    property string entity: ""
    property string filter: ""
    property var leads: null  ///< elsewhere than to the list

    value: count.ready && count.rows.length > 0 ? count.rows[0].values[0].text : "–"
    onClicked: leads ? leads.call() : Go.list(entity, filter)

    ReportModel {
        id: count
        inSight: tile.visible
        entity: tile.entity
        filter: tile.filter
        measures: "count"
    }
}
