// What it comes to, what to know first, and what to do: always in sight.
import QtQuick
import Tern

Rectangle {
    id: totals
    required property OrderModel order
    property bool wide: false
    property string confirmText: ""
    readonly property bool ready: order.loaded && order.problem === "" && order.settled && !order.saving
    signal saved()
    signal confirmed()

    height: column.height + 2 * Theme.gap
    color: Theme.raised
    Rectangle { width: parent.width; height: 1; color: Theme.line }

    Column {
        id: column
        x: Math.max(Theme.edge, (totals.width - width) / 2)
        y: Theme.gap
        width: Math.min(totals.width - 2 * Theme.edge, 1100)
        spacing: Theme.gapSmall
        Repeater {
            model: totals.order.warnings
            Rectangle {
                id: warning
                required property var modelData
                objectName: "warning_" + modelData.kind
                readonly property string text: modelData.text
                width: parent ? parent.width : 0
                height: said.height + 2 * Theme.gapSmall
                radius: Theme.radiusSmall
                color: Theme.soft_of(modelData.tone)
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
                Icon {
                    id: sign
                    x: Theme.gapSmall
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: warning.modelData.kind === "credit" ? "triangle-alert" : "stamp"
                    size: 18
                    color: Theme.ink_of(warning.modelData.tone)
                }
                Words {
                    id: said
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.gapSmall
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapSmall
                    y: Theme.gapSmall
                    text: warning.text
                    size: "label"
                    color: Theme.ink_of(warning.modelData.tone)
                    wrapMode: Text.Wrap
                }
            }
        }
        Item {
            width: parent.width
            height: Math.max(parts.height, sum.height)
            Column {
                id: parts
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    objectName: "net"
                    text: totals.order.net === "" ? "" : qsTr("Subtotal %1").arg(totals.order.net)
                    visible: text !== ""
                    size: "label"
                    soft: true
                }
                Words {
                    objectName: "tax"
                    text: totals.order.tax === "" ? "" : totals.order.holdsTax ? qsTr("Includes tax %1").arg(totals.order.tax)
                                                                            : qsTr("Tax %1").arg(totals.order.tax)
                    visible: text !== ""
                    size: "label"
                    soft: true
                }
            }
            Words {
                id: sum
                objectName: "total"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: totals.order.total === "" ? "–" : totals.order.total
                width: parent.width - parts.width - Theme.gap
                horizontalAlignment: Text.AlignRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.labelSize
                size: "title"
                Accessible.name: qsTr("Total") + " " + text
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gapSmall
            layoutDirection: totals.wide ? Qt.RightToLeft : Qt.LeftToRight
            readonly property real each: totals.wide ? 220 : (width - spacing) / 2
            AppButton {
                objectName: totals.wide ? "confirm" : "saveDraft"
                width: parent.each
                kind: totals.wide ? "primary" : "secondary"
                text: totals.wide ? totals.confirmText : qsTr("Save draft")
                enabled: totals.ready
                onClicked: totals.wide ? totals.confirmed() : totals.saved()
            }
            AppButton {
                objectName: totals.wide ? "saveDraft" : "confirm"
                width: parent.each
                kind: totals.wide ? "secondary" : "primary"
                text: totals.wide ? qsTr("Save draft") : totals.confirmText
                enabled: totals.ready
                onClicked: totals.wide ? totals.saved() : totals.confirmed()
            }
        }
    }
}
