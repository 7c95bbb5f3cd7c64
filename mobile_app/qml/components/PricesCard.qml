// What a product costs, by price book and quantity.
import QtQuick
import Tern

Card {
    id: card
    required property string product

    visible: prices.rows.length > 0
    height: visible ? column.height + 2 * padding : 0

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapTiny
        CardHead { width: parent.width; title: qsTr("Prices") }
        Repeater {
            model: prices.rows
            Item {
                id: row
                required property var modelData
                required property int index
                readonly property bool first: index === 0 || prices.rows[index - 1].book !== modelData.book
                objectName: "price_" + index
                width: parent ? parent.width : 0
                height: (first ? head.height + Theme.gapTiny : 0) + from.height
                opacity: modelData.valid ? 1 : 0.55
                Words {
                    id: head
                    visible: row.first
                    text: row.modelData.book
                    size: "label"
                    soft: true
                    topPadding: Theme.gapSmall
                }
                Words {
                    id: from
                    anchors.bottom: parent.bottom
                    text: row.modelData.from === "" ? qsTr("each") : qsTr("from %1").arg(row.modelData.from)
                }
                Words {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    text: row.modelData.price
                    font.weight: Font.DemiBold
                }
            }
        }
    }
    ProductPrices {
        id: prices
        product: card.product
    }
}
