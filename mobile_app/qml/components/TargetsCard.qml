// Targets that hold now, and how far they are reached.
import QtQuick
import Tern

Card {
    id: card
    property string period: "this quarter"
    property string title: qsTr("Targets")
    implicitHeight: body.height + 2 * padding

    Targets { id: targets; period: card.period }
    Column {
        id: body
        width: parent.width
        spacing: Theme.gapTiny
        CardHead { width: parent.width; title: card.title }
        Repeater {
            model: targets.rows
            TargetBar {
                id: bar
                required property int index
                required property var modelData
                objectName: "target" + index
                width: parent.width
                label: modelData.title
                value: modelData.actual
                goal: modelData.goal
                part: modelData.part
                onClicked: modelData.entity === "" ? Go.record(modelData.id) : Go.list(modelData.entity, modelData.filter)
            }
        }
        Words {
            visible: targets.ready && targets.rows.length === 0
            width: parent.width
            text: qsTr("No targets for this period. A target is set for a person, a team or a territory.")
            size: "label"
            soft: true
            wrapMode: Text.Wrap
        }
        AppButton {
            visible: targets.ready && targets.rows.length === 0
            kind: "quiet"
            text: qsTr("Set a target")
            onClicked: Go.form("sales_target", "", {})
        }
    }
}
