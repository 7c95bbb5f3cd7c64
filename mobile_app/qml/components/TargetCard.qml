// How far this person's own targets of the running periods are reached.
import QtQuick
import Tern

Card {
    id: card
    visible: targets.ready && targets.rows.length > 0
    height: visible ? column.height + 2 * padding : 0

    Column {
        id: column
        width: parent.width
        spacing: Theme.gap
        CardHead { width: parent.width; title: qsTr("My targets") }
        Repeater {
            model: targets.rows
            Column {
                id: target
                required property var modelData
                required property int index
                readonly property real part: Math.min(1, Math.max(0, Number(modelData.raw[2]) / 100))
                width: column.width
                spacing: Theme.gapTiny
                Item {
                    width: parent.width
                    height: name.height
                    Words { id: name; text: target.modelData.keys[0] + " · " + target.modelData.keys[1] }
                    Words {
                        objectName: "target_" + target.index
                        anchors.right: parent.right
                        text: target.modelData.keys[2] + "%"
                        font.weight: Font.DemiBold
                    }
                }
                Rectangle {
                    width: parent.width
                    height: 8
                    radius: 4
                    color: Theme.sunken
                    Accessible.role: Accessible.ProgressBar
                    Accessible.name: name.text + ": " + target.modelData.keys[2] + "%"
                    Rectangle {
                        width: Math.max(parent.height, parent.width * target.part)
                        height: parent.height
                        radius: parent.radius
                        color: target.part >= 1 ? Theme.good : Theme.accent
                    }
                }
            }
        }
    }
    ReportModel {
        id: targets
        inSight: card.parent ? card.parent.visible : true
        entity: "sales_target"
        filter: "scope_id = me and period_start <= today and period_end >= today"
        groupBy: "metric,period,attainment"
        measures: "count"
        limit: 4
    }
}
