// A line of an order for fingers: what, how many, at which price and why.
import QtQuick
import Tern

Card {
    id: line
    required property int index
    required property string name
    required property string sku
    required property string unit
    required property string qty
    required property string discount
    required property string price
    required property string amount
    required property string reason
    required property string hint
    required property string problem
    readonly property var facts: [price, reason, sku]
    signal stepped(int by)
    signal qtyTyped(string text)
    signal discountTyped(string text)
    signal removed()

    padding: Theme.gap
    height: column.height + 2 * padding
    Accessible.role: Accessible.ListItem
    Accessible.name: name + ", " + qty + " " + unit + ", " + amount

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        Item {
            width: parent.width
            height: Math.max(title.height, amountText.height)
            Words {
                id: title
                anchors.left: parent.left
                anchors.right: amountText.left
                anchors.rightMargin: Theme.gapSmall
                text: line.name
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            Words {
                id: amountText
                objectName: "lineAmount_" + line.index
                anchors.right: parent.right
                text: line.amount
                font.weight: Font.DemiBold
            }
        }
        Words {
            objectName: "linePrice_" + line.index
            width: parent.width
            text: line.facts.filter(part => part !== "").join(" · ")
            size: "label"
            soft: true
        }
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            Stepper {
                id: stepper
                row: line.index
                qty: line.qty
                wrong: line.problem !== ""
                onStepped: by => line.stepped(by)
                onTyped: text => line.qtyTyped(text)
                onWiped: line.removed()
            }
            Words {
                id: unitText
                width: Math.min(implicitWidth, 48)
                height: Theme.touch
                text: line.unit
                size: "label"
                soft: true
            }
            Item { width: Math.max(0, parent.width - stepper.width - unitText.width - off.width - trash.width - 4 * parent.spacing); height: 1 }
            NumberBox {
                id: off
                objectName: "discount_" + line.index
                width: 72
                shown: line.discount
                placeholder: "− %"
                suffix: "%"
                Accessible.name: qsTr("Discount in per cent")
                onTyped: text => line.discountTyped(text)
                onNext: focus = false
            }
            IconButton {
                id: trash
                objectName: "remove_" + line.index
                glyph: "trash-2"
                ink: Theme.inkSoft
                text: qsTr("Remove %1").arg(line.name)
                onClicked: line.removed()
            }
        }
        Pill {
            objectName: "hint_" + line.index
            text: line.hint
            tone: "accent"
            glyph: "trending-up"
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: line.problem
            size: "label"
            color: Theme.bad
            wrapMode: Text.Wrap
        }
    }
}
