// The lines of a quote, order or invoice, what they come to, and what to do with it.
import QtQuick
import Tern

Card {
    id: card
    required property string recordId
    property bool lapsed: false     ///< it is not what was approved any more
    readonly property bool wide: width >= 620

    visible: paper.loaded
    height: visible ? column.height + 2 * padding : 0

    Column {
        id: column
        width: parent.width
        spacing: Theme.gapSmall
        Item {
            width: parent.width
            height: head.height
            CardHead { id: head; width: parent.width; title: qsTr("Lines") }
            Pill {
                objectName: "documentState"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: card.lapsed ? qsTr("Changed since approved") : paper.stateLabel
                tone: card.lapsed ? "warn" : Theme.tone(paper.state)
            }
        }
        Words { visible: paper.lines.length === 0; width: parent.width; text: qsTr("No line yet"); soft: true }
        Repeater {
            model: paper.lines
            Item {
                id: line
                required property var modelData
                required property int index
                objectName: "line_" + index
                width: parent ? parent.width : 0
                height: what.height + Theme.gapSmall
                Rectangle { width: parent.width; height: 1; color: Theme.line }
                Column {
                    id: what
                    y: Theme.gapSmall
                    width: parent.width - sum.width - Theme.gap
                    Words { width: parent.width; text: line.modelData.name; font.weight: Font.Medium; wrapMode: Text.Wrap; maximumLineCount: 2 }
                    Words {
                        width: parent.width
                        size: "label"
                        soft: true
                        text: [line.modelData.qty + (line.modelData.unit === "" ? "" : " " + line.modelData.unit) + " × " + line.modelData.price,
                               line.modelData.discount === "" ? "" : "− " + line.modelData.discount, line.modelData.sku].filter(part => part !== "").join(" · ")
                    }
                }
                Words {
                    id: sum
                    anchors.right: parent.right
                    y: Theme.gapSmall
                    text: line.modelData.amount
                    font.weight: Font.Medium
                }
            }
        }
        Rectangle { visible: paper.totals.length > 0; width: parent.width; height: 1; color: Theme.line }
        Repeater {
            model: paper.totals
            Item {
                id: part
                required property var modelData
                required property int index
                readonly property bool last: index === paper.totals.length - 1
                objectName: last ? "documentTotal" : ""
                readonly property string text: modelData.amount
                width: parent ? parent.width : 0
                height: value.height
                Words {
                    text: part.modelData.label
                    size: part.last ? "heading" : "label"
                    soft: !part.last
                }
                Words {
                    id: value
                    anchors.right: parent.right
                    text: part.modelData.amount
                    size: part.last ? "heading" : "label"
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gapSmall
            topPadding: Theme.gapSmall
            AppButton {
                objectName: "editLines"
                kind: "secondary"
                glyph: "pencil"
                text: qsTr("Edit lines")
                onClicked: Go.page("order", { entity: paper.entity, recordId: card.recordId })
            }
            AppButton {
                objectName: "pdf"
                kind: "secondary"
                glyph: "document"
                text: "PDF"
                enabled: !paper.printing
                onClicked: paper.savePdf()
            }
            AppButton {
                objectName: "makeOrder"
                visible: paper.entity === "quote" || paper.entity === "order"
                kind: paper.entity === "quote" ? "primary" : "secondary"
                glyph: paper.entity === "quote" ? "cart" : "repeat"
                text: paper.entity === "quote" ? qsTr("Make an order") : qsTr("Order again")
                onClicked: Go.page("order", { entity: "order", copyOf: card.recordId })
            }
        }
    }
    DocumentPaper {
        id: paper
        recordId: card.recordId
        onPrinted: file => Go.offer(qsTr("Saved: %1").arg(file.split("/").pop()), qsTr("Open"),
                                    () => Qt.openUrlExternally("file://" + file))
    }
}
