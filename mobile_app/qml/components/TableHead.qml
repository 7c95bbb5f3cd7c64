// The head of a column: a tap sorts, its right edge widens it.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: head
    property int sorted: 0      ///< 1 upwards, -1 downwards
    signal widened(real width)
    signal kept()

    focusPolicy: Qt.TabFocus
    Accessible.name: sorted > 0 ? qsTr("%1, sorted upwards").arg(text) : sorted < 0 ? qsTr("%1, sorted downwards").arg(text) : text
    Accessible.role: Accessible.ColumnHeader
    background: Rectangle {
        color: head.hovered ? Theme.sunken : "transparent"
        border.width: head.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Words {
            x: Theme.gap
            width: Math.min(implicitWidth, parent.width - Theme.gap - Theme.gapLarge - 8)
            height: parent.height
            text: head.text
            size: "label"
            soft: head.sorted === 0
            font.weight: Font.DemiBold
            Icon {
                visible: head.sorted !== 0
                anchors.left: parent.right
                anchors.leftMargin: Theme.gapTiny
                anchors.verticalCenter: parent.verticalCenter
                glyph: head.sorted > 0 ? "arrow-up" : "arrow-down"
                size: 14
                color: Theme.accent
            }
        }
        Item {
            anchors.right: parent.right
            width: 10
            height: parent.height
            Rectangle { anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter; width: 1; height: 18; color: Theme.line }
            HoverHandler { cursorShape: Qt.SplitHCursor }
            DragHandler {
                property real start: 0
                target: null
                yAxis.enabled: false
                grabPermissions: PointerHandler.CanTakeOverFromAnything
                onActiveChanged: {
                    if (active)
                        start = head.width
                    else
                        head.kept()
                }
                onActiveTranslationChanged: if (active) head.widened(start + activeTranslation.x)
            }
        }
    }
}
