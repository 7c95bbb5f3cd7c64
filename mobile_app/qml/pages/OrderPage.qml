// An order or a quote being written: who, what, how many; what it comes to stands below all the time.
import QtQuick
import Tern

FocusScope {
    id: page
    readonly property string part: order.entity  ///< of the app
    property string entity: "order"
    property string recordId: ""
    property string account: ""
    property string copyOf: ""
    property var preset: ({})
    property bool back: true
    property bool begun: false
    readonly property bool wide: width >= Theme.wide
    readonly property var face: Tern.entity(order.entity, Tern.facesRead)
    readonly property var prices: [order.bookName, order.currency]

    /// What matters beside the lines; the form has the rest.
    readonly property var extras: {
        const names = order.entity === "order" ? ["delivery_date", "po_number"]
                    : order.entity === "quote" ? ["valid_until", "name"] : []
        return !order.loaded ? [] : Array.from(Tern.fields(order.entity, Tern.facesRead)).filter(field => names.includes(field.name)).map(field => {
            const raw = order.field(field.name)
            const shown = field.kind === "date" && raw !== "" ? new Date(raw).toLocaleDateString(Tern.locale, Locale.ShortFormat) : raw
            return Object.assign({}, field, { raw: raw, shown: shown })
        })
    }
    function begin() {
        if (begun || !order.loaded)
            return
        begun = true
        for (const name in preset)
            if (name === "lines.product_id")
                order.add(preset[name])
            else if (name !== "account_id")
                order.setField(name, preset[name])
        if (wide)
            box.field.forceActiveFocus()
    }
    function took(row) {
        box.text = ""
        if (wide)
            box.field.forceActiveFocus()
    }
    function remove(row) {
        order.removeLine(row)
        if (wide)
            go_to(Math.min(row, order.count - 1))
        Go.offer(qsTr("Line removed"), qsTr("Undo"), () => order.restoreLine())
    }
    /// To the quantity of a line; beyond the last one, to the next product.
    function go_to(row) {
        const item = row >= 0 && row < order.count ? rows.itemAt(row) as OrderRow : null
        if (item)
            item.take()
        else
            box.field.forceActiveFocus()
    }

    PageHeader {
        id: header
        x: scroll.column.x
        y: Theme.gap
        width: scroll.column.width
        title: page.recordId === "" ? qsTr("New: %1").arg(page.face.label || "") : page.face.label || ""
        back: page.back
        IconButton {
            objectName: "discountAll"
            visible: order.count > 0
            glyph: "tag"
            text: qsTr("Discount on all lines")
            onClicked: discounts.open()
        }
    }
    Scroll {
        id: scroll
        anchors.top: header.bottom
        anchors.topMargin: Theme.gapTiny
        anchors.bottom: footer.top
        width: parent.width
        widest: 1100
        spacing: Theme.gap

        Row {
            width: parent.width
            spacing: Theme.gapSmall
            PickBox {
                objectName: "customer"
                width: (parent.width - parent.spacing) * (page.wide ? 0.7 : 0.6)
                label: qsTr("Account")
                glyph: "search"
                shown: order.accountName
                onAsked: customers.open()
            }
            PickBox {
                objectName: "book"
                width: parent.width - parent.spacing - (parent.width - parent.spacing) * (page.wide ? 0.7 : 0.6)
                label: qsTr("Prices")
                shown: page.prices.filter(part => part !== "").join(" · ")
                onAsked: books.open()
            }
        }
        SearchBox {
            id: box
            width: parent.width
            placeholder: qsTr("Product, SKU or scan")
            field.objectName: "productBox"
            onTyped: text => order.search(text)
            Connections {
                target: box.field
                function onAccepted() {
                    order.take(box.text)
                    box.text = ""
                }
            }
            Keys.onDownPressed: page.go_to(0)
        }
        FoundProducts {
            width: parent.width
            products: order.found
            onTaken: id => {
                order.add(id)
                box.text = ""
            }
        }
        Words {
            visible: chips.visible
            text: qsTr("Order again")
            size: "label"
            soft: true
        }
        Flickable {
            id: chips
            visible: order.again.length > 0 && box.text === ""
            width: parent.width
            height: Theme.touch
            contentWidth: chipRow.width
            clip: true
            Row {
                id: chipRow
                spacing: Theme.gapSmall
                Repeater {
                    model: order.again
                    Chip {
                        required property var modelData
                        required property int index
                        objectName: "again_" + index
                        glyph: "repeat"
                        text: modelData.name
                        aside: modelData.lastQty
                        onClicked: order.add(modelData.id, modelData.lastQty)
                    }
                }
            }
        }
        EmptyState {
            visible: order.loaded && order.count === 0 && box.text === ""
            anchors.horizontalCenter: parent.horizontalCenter
            topPadding: Theme.gapLarge
            glyph: "cart"
            title: qsTr("No line yet")
            text: qsTr("Type a few letters of a product, or scan its code.")
        }
        Card {
            visible: page.wide && order.count > 0
            width: parent.width
            padding: Theme.gapLarge
            height: table.height + 2 * padding
            Column {
                id: table
                width: parent.width
                OrderHead { width: parent.width }
                Repeater {
                    id: rows
                    model: page.wide ? order : null
                    OrderRow {
                        width: parent ? parent.width : 0
                        onQtyTyped: text => order.setQty(index, text)
                        onDiscountTyped: text => order.setDiscount(index, text)
                        onPriceTyped: text => order.setPrice(index, text)
                        onRemoved: page.remove(index)
                        onNext: page.go_to(index + 1)
                        onBefore: page.go_to(index - 1)
                    }
                }
            }
        }
        Repeater {
            model: page.wide ? null : order
            OrderLine {
                width: parent ? parent.width : 0
                onStepped: by => order.step(index, by)
                onQtyTyped: text => order.setQty(index, text)
                onDiscountTyped: text => order.setDiscount(index, text)
                onRemoved: page.remove(index)
            }
        }
        Grid {
            id: more
            width: parent.width
            columns: page.wide ? 2 : 1
            spacing: Theme.gap
            Repeater {
                model: page.extras
                FieldEditor {
                    required property var modelData
                    width: page.wide ? (more.width - more.spacing) / 2 : more.width
                    field: modelData
                    onEdited: text => order.setField(modelData.name, text)
                }
            }
        }
        Item { width: 1; height: Theme.gapHuge }
    }
    OrderTotals {
        id: footer
        order: order
        wide: page.wide
        anchors.bottom: parent.bottom
        width: parent.width
        confirmText: order.needsApproval ? qsTr("Ask for approval") : order.entity === "quote" ? qsTr("Ready to send") : qsTr("Confirm")
        onSaved: order.save(false)
        onConfirmed: order.save(true)
    }
    OrderModel {
        id: order
        entity: page.entity
        recordId: page.recordId
        copyOf: page.copyOf
        account: page.account
        onLoadedChanged: page.begin()
        onAdded: row => page.took(row)
        onNoSuchProduct: text => Go.say(qsTr("No product is found for %1").arg(text))
        onSaved: (id, approval) => {
            Go.back()
            if (page.recordId === "")
                Go.record(id)
            Go.say(approval ? qsTr("Saved, approval requested") : qsTr("Saved on this device"))
        }
    }
    RecordSheet {
        id: customers
        title: qsTr("Account")
        targets: ["account"]
        onChosen: value => order.account = value
    }
    RecordSheet {
        id: books
        title: qsTr("Price book")
        targets: ["price_book"]
        onChosen: value => order.setBook(value)
    }
    Sheet {
        id: discounts
        title: qsTr("Discount on all lines")
        onOpened: percent.field.forceActiveFocus()
        Column {
            width: parent.width
            spacing: Theme.gap
            TextBox {
                id: percent
                width: parent.width
                field.objectName: "percent"
                label: qsTr("Per cent")
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                onAccepted: take.clicked()
            }
            AppButton {
                id: take
                objectName: "takePercent"
                text: qsTr("Take")
                onClicked: {
                    order.discountAll(percent.text)
                    discounts.close()
                }
            }
        }
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: page.visible && footer.ready
        onActivated: order.save(true)
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: page.visible && footer.ready
        onActivated: order.save(false)
    }
}
