// Fields that have a value, label above value.
import QtQuick
import Tern

Card {
    id: card
    property string title: ""
    property var facts: []  ///< of RecordModel.fields

    height: column.height + 2 * padding

    Column {
        id: column
        width: parent.width
        spacing: Theme.gap
        Words { width: parent.width; text: card.title; font.weight: Font.DemiBold }
        Grid {
            id: grid
            width: parent.width
            columns: width > 560 ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gap
            Repeater {
                model: card.facts
                Column {
                    id: fact
                    required property var modelData
                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    Words { width: parent.width; text: fact.modelData.label; size: "caption"; soft: true }
                    Words {
                        objectName: "value_" + fact.modelData.name
                        width: parent.width
                        text: fact.modelData.shown
                        wrapMode: Text.Wrap
                        maximumLineCount: 6
                        Accessible.name: fact.modelData.label + ": " + fact.modelData.shown
                    }
                }
            }
        }
    }
}
