// What happened with a record, the latest first: events lead to their records, changes tell the former hand.
import QtQuick
import Tern

Card {
    id: card
    required property string recordId
    property string entity: ""  ///< the record's
    readonly property bool takesNotes: {
        const parent = Array.from(Tern.fields("activity", Tern.facesRead)).find(field => field.name === "parent")
        return parent !== undefined && Array.from(parent.targets).includes(entity)
    }
    readonly property int step: 12

    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        CardHead {
            width: parent.width
            title: qsTr("Timeline")
            IconButton {
                objectName: "addNote"
                visible: card.takesNotes
                glyph: "plus"
                ink: Theme.accent
                text: qsTr("Write something down")
                onClicked: Go.form("activity", "", { kind: "note", status: "done", parent: card.entity + ":" + card.recordId,
                                                     starts_at: new Date().toISOString() })
            }
        }
        Segments {
            objectName: "timelineShows"
            width: parent.width
            value: stream.shows
            options: [{ value: TimelineModel.Everything, label: qsTr("Everything") },
                      { value: TimelineModel.Events, label: qsTr("Events") },
                      { value: TimelineModel.Changes, label: qsTr("Changes") }]
            onChosen: value => stream.shows = value
        }
        Words {
            objectName: "nothingYet"
            width: parent.width
            height: 64
            visible: stream.ready && stream.rows.length === 0
            text: qsTr("Nothing has happened here yet.")
            soft: true
        }
        Column {
            width: parent.width
            Repeater {
                model: stream.rows
                TimelineRow {
                    required property var modelData
                    required property int index
                    objectName: "event_" + index
                    width: column.width
                    line: modelData
                    last: index === stream.rows.length - 1 && !stream.more
                    onClicked: if (modelData.event) Go.record(modelData.id)
                }
            }
        }
        AppButton {
            objectName: "earlier"
            visible: stream.more
            kind: "quiet"
            text: qsTr("Show earlier")
            onClicked: stream.limit += card.step
        }
    }
    TimelineModel {
        id: stream
        inSight: card.visible
        recordId: card.recordId
        limit: card.step
    }
}
