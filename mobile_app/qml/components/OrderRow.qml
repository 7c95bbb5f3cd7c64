// A line of an order for keys: Tab from number to number, Enter to the next line, Delete on the quantity takes it out.
import QtQuick
import Tern

Item {
    id: row
    required property int index
    required property string name
    required property string sku
    required property string unit
    required property string qty
    required property string discount
    required property string price
    required property string typedPrice
    required property string amount
    required property string reason
    required property string hint
    required property string problem
    readonly property var facts: [sku, reason]
    signal qtyTyped(string text)
    signal discountTyped(string text)
    signal priceTyped(string text)
    signal removed()
    signal next()
    signal before()

    function take() { number.forceActiveFocus(Qt.TabFocusReason) }
    height: Math.max(Theme.touch + Theme.gapSmall, what.height + Theme.gapSmall)
    Accessible.role: Accessible.Row
    Accessible.name: name + ", " + qty + " " + unit + ", " + amount

    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    Words {
        id: at
        width: 32
        anchors.verticalCenter: parent.verticalCenter
        text: row.index + 1
        size: "label"
        soft: true
    }
    Column {
        id: what
        anchors.left: at.right
        anchors.right: numbers.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        Words { width: parent.width; text: row.name; font.weight: Font.Medium }
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            Words {
                text: row.problem !== "" ? row.problem : row.facts.filter(part => part !== "").join(" · ")
                width: Math.min(implicitWidth, parent.width - (tip.visible ? tip.width + parent.spacing : 0))
                anchors.verticalCenter: parent.verticalCenter
                size: "caption"
                soft: row.problem === ""
                color: row.problem === "" ? Theme.inkSoft : Theme.bad
            }
            Pill { id: tip; anchors.verticalCenter: parent.verticalCenter; objectName: "hint_" + row.index; text: row.hint; tone: "accent" }
        }
    }
    Row {
        id: numbers
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapSmall
        NumberBox {
            id: number
            objectName: "qty_" + row.index
            width: 80
            shown: row.qty
            wrong: row.problem !== ""
            Accessible.name: qsTr("Quantity")
            onTyped: text => row.qtyTyped(text)
            onNext: row.next()
            onBefore: row.before()
            onWiped: row.removed()
        }
        Words { width: 56; height: Theme.touch; text: row.unit; size: "label"; soft: true }
        NumberBox {
            objectName: "price_" + row.index
            width: 128
            shown: row.typedPrice
            placeholder: row.price
            Accessible.name: qsTr("Price")
            onTyped: text => row.priceTyped(text)
            onNext: row.next()
            onBefore: row.before()
        }
        NumberBox {
            objectName: "discount_" + row.index
            width: 80
            shown: row.discount
            placeholder: "%"
            suffix: "%"
            Accessible.name: qsTr("Discount in per cent")
            onTyped: text => row.discountTyped(text)
            onNext: row.next()
            onBefore: row.before()
        }
        Words {
            objectName: "lineAmount_" + row.index
            width: 136
            height: Theme.touch
            text: row.amount
            horizontalAlignment: Text.AlignRight
            font.weight: Font.DemiBold
        }
        IconButton {
            objectName: "remove_" + row.index
            focusPolicy: Qt.NoFocus
            glyph: "x"
            ink: Theme.inkSoft
            text: qsTr("Remove %1").arg(row.name)
            onClicked: row.removed()
        }
    }
}
