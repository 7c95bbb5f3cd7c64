// The first few of a list, for a glance.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    property string entity: ""
    property string filter: ""
    property string sort: ""
    property string nothing: ""
    property var leads: null  ///< elsewhere than to the list
    readonly property var face: Tern.entity(entity, Tern.facesRead)

    padding: Theme.gapSmall
    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        topPadding: Theme.gapSmall
        CardHead {
            x: Theme.gapSmall
            width: parent.width - 2 * x
            title: card.title
            IconButton {
                glyph: "chevron-right"
                text: qsTr("All: %1").arg(card.title)
                onClicked: card.leads ? card.leads.call() : Go.list(card.entity, card.filter)
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
                width: column.width
                glyph: card.face.icon || ""
                onClicked: Go.record(recordId)
            }
        }
        Words {
            visible: list.ready && list.count === 0
            width: parent.width
            height: 64
            leftPadding: Theme.gapSmall
            text: card.nothing
            soft: true
        }
    }
    RecordList {
        id: list
        inSight: card.visible
        entity: card.entity
        filter: card.filter
        sort: card.sort
        limit: 5
    }
}
