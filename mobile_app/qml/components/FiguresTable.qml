// The numbers of a report in lines, each leading to its records.
import QtQuick
import Tern
import QtQuick.Templates as T

Column {
    id: sheet
    property var table: ({})    ///< {"header", "numeric", "rows": [{"cells", "filter"}…]}
    property string prefix: ""  ///< of the lines' objectNames
    signal chosen(string filter)

    readonly property var header: table.header || []
    readonly property int numbers: (table.numeric || []).filter(one => one).length
    readonly property real part: width / Math.max(1, header.length + (header.length - numbers) * 0.6)
    function wide(column) { return table.numeric[column] ? part : part * 1.6 }

    Row {
        Repeater {
            model: sheet.header
            Words {
                required property int index
                required property string modelData
                width: sheet.wide(index)
                horizontalAlignment: sheet.table.numeric[index] ? Text.AlignRight : Text.AlignLeft
                leftPadding: Theme.gapTiny
                rightPadding: Theme.gapTiny
                text: modelData
                size: "caption"
                soft: true
                font.weight: Font.DemiBold
            }
        }
    }
    Rectangle { width: parent.width; height: 1; color: Theme.line }
    Repeater {
        model: sheet.table.rows || []
        T.AbstractButton {
            id: line
            required property int index
            required property var modelData
            objectName: sheet.prefix + index
            width: sheet.width
            height: Math.max(40, Math.round(Theme.labelSize * 2.9))
            text: modelData.cells.join(", ")
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            Accessible.role: Accessible.Button
            Accessible.name: text
            Keys.onReturnPressed: clicked()
            onClicked: sheet.chosen(modelData.filter)
            background: Rectangle {
                radius: Theme.radiusSmall
                color: line.hovered ? Theme.sunken : "transparent"
                border.width: line.visualFocus ? 2 : 0
                border.color: Theme.accent
                Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line; opacity: 0.6 }
            }
            contentItem: Row {
                Repeater {
                    model: line.modelData.cells
                    Words {
                        required property int index
                        required property string modelData
                        width: sheet.wide(index)
                        height: line.height
                        leftPadding: Theme.gapTiny
                        rightPadding: Theme.gapTiny
                        horizontalAlignment: sheet.table.numeric[index] ? Text.AlignRight : Text.AlignLeft
                        text: modelData
                        size: "label"
                    }
                }
            }
        }
    }
}
