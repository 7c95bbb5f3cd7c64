// Which tone means what.
import QtQuick
import Tern

Flow {
    id: legend
    property var names: []

    spacing: Theme.gap
    Repeater {
        model: legend.names
        Row {
            id: entry
            required property string modelData
            required property int index
            spacing: Theme.gapTiny
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 10
                height: 10
                radius: 3
                color: Theme.series_tone(entry.index)
            }
            Words { text: entry.modelData; size: "caption"; soft: true }
        }
    }
}
