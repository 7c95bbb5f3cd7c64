// Products that the words in the box find: a tap takes one.
import QtQuick
import Tern

Card {
    id: card
    property var products: []
    signal taken(string id)

    padding: Theme.gapTiny
    height: column.height + 2 * padding
    visible: products.length > 0

    Column {
        id: column
        width: parent.width
        Repeater {
            model: card.products
            ListLine {
                required property var modelData
                required property int index
                objectName: "found_" + index
                width: parent ? parent.width : 0
                text: modelData.name
                aside: [modelData.note, modelData.price].filter(part => part !== "").join(" · ")
                onClicked: card.taken(modelData.id)
            }
        }
    }
}
