// The heads over the lines of an order, at a desk.
import QtQuick
import Tern

Item {
    id: head
    height: Theme.touch * 0.75
    Words { x: 32; height: parent.height; text: qsTr("Item"); size: "caption"; soft: true }
    Row {
        anchors.right: parent.right
        height: parent.height
        spacing: Theme.gapSmall
        Repeater {
            model: [{ text: qsTr("Quantity"), width: 80 }, { text: "", width: 56 }, { text: qsTr("Price"), width: 128 },
                    { text: qsTr("Discount %"), width: 80 }, { text: qsTr("Amount"), width: 136 },
                    { text: "", width: Theme.touch }]
            Words {
                required property var modelData
                width: modelData.width
                height: parent ? parent.height : 0
                text: modelData.text
                size: "caption"
                soft: true
                horizontalAlignment: Text.AlignRight
            }
        }
    }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
}
