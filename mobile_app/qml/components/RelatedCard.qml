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
        topPadding: Theme.gapSmall
        CardHead {
            x: Theme.gapSmall
            width: parent.width - 2 * x
            glyph: card.face.icon || ""
            title: (card.face.plural || "") + (list.count > 0 ? "  " + list.count : "")
            IconButton {
                objectName: "add_" + card.entity
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
