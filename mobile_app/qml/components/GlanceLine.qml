// The newest record of a kind that belongs to a customer, in one line; what there is none of says so.
import QtQuick
import QtQuick.Layouts
import Tern

ListLine {
    id: line
    property string entity: ""
    property string filter: ""
    property string sort: ""
    property string label: ""
    property string nothing: ""
    property string field: ""   ///< whose text is shown instead of the record's name
    property bool alarming: false
    property string extra: ""   ///< a field that stands beside it
    property string day: ""     ///< a field that tells when
    function shown(name) { return any && name !== "" && record.loaded ? record.shown(name) : "" }
    readonly property bool any: list.count > 0
    readonly property string told: !any ? nothing : shown(field) || record.title

    implicitHeight: Math.max(56, contentItem.implicitHeight + Theme.gapLarge)
    enabled: any
    Accessible.name: label + ": " + told
    onClicked: Go.record(list.idAt(0))
    contentItem: RowLayout {
        spacing: Theme.gap
        Icon {
            glyph: line.glyph
            color: line.alarming && line.any ? Theme.bad : line.any ? Theme.accent : Theme.inkFaint
        }
        Column {
            Layout.fillWidth: true
            Words { width: parent.width; text: line.label; size: "caption"; soft: true }
            Words {
                width: parent.width
                text: line.told
                color: line.alarming && line.any ? Theme.bad : line.any ? Theme.ink : Theme.inkFaint
                font.weight: line.any ? Font.Medium : Font.Normal
                wrapMode: Text.Wrap
                maximumLineCount: line.field === "" ? 1 : 2
            }
        }
        Column {
            Words {
                anchors.right: parent.right
                visible: text !== ""
                text: line.shown(line.extra)
                size: "label"
                font.weight: Font.Medium
                color: line.alarming ? Theme.bad : Theme.ink
            }
            Words {
                anchors.right: parent.right
                visible: text !== ""
                text: line.shown(line.day)
                size: "caption"
                soft: true
            }
        }
    }
    RecordList {
        id: list
        entity: line.filter === "" ? "" : line.entity
        filter: line.filter
        sort: line.sort
        limit: 1
    }
    RecordModel {
        id: record
        recordId: line.any ? list.idAt(0) : ""
    }
}
