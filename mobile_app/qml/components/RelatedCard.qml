// Records that belong to another one: the newest few, and the way to all.
import QtQuick
import Tern

Card {
    id: card
    property string entity: ""
    property string filter: ""
    property string sort: ""
    property var preset: ({})
    readonly property var face: Tern.entity(entity, Tern.facesRead)
    readonly property int shown: 4

    padding: Theme.gapSmall
    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        Item {
            width: parent.width
            height: Theme.touch
            Icon {
                id: mark
                x: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                glyph: card.face.icon || ""
                size: 18
                color: Theme.accent
            }
            Words {
                anchors.left: mark.right
                anchors.leftMargin: Theme.gapSmall
                anchors.right: add.left
                anchors.verticalCenter: parent.verticalCenter
                text: (card.face.plural || "") + (list.count > 0 ? "  " + list.count : "")
                font.weight: Font.DemiBold
            }
            IconButton {
                id: add
                objectName: "add_" + card.entity
                anchors.right: parent.right
                glyph: "plus"
                ink: Theme.accent
                text: qsTr("New: %1").arg(card.face.label || "")
                onClicked: Go.form(card.entity, "", card.preset)
            }
        }
        Repeater {
            model: list
            ListRow {
                required property int index
                required recordId
                required title
                required subtitle
                required badge
                required tone
                required aside
                required loaded
                visible: index < card.shown
                height: visible ? implicitHeight : 0
                width: column.width
                glyph: card.face.icon || ""
                onClicked: Go.record(recordId)
            }
        }
        AppButton {
            visible: list.count > card.shown
            kind: "quiet"
            text: qsTr("All %n", "", list.count)
            onClicked: Go.list(card.entity, card.filter)
        }
    }
    RecordList {
        id: list
        inSight: card.visible
        entity: card.entity
        filter: card.filter
        sort: card.sort
        limit: 100
    }
}
