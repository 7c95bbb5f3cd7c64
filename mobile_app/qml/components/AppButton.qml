import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: button
    property string kind: "primary"  ///< primary, secondary, quiet, danger
    property string glyph: ""

    readonly property bool quiet: kind === "quiet"  ///< its words begin and end where those around it do
    readonly property color ink: !enabled ? Theme.inkFaint : kind === "primary" ? Theme.accentInk : kind === "danger" ? Theme.bad
                               : quiet ? Theme.accent : Theme.ink

    implicitHeight: Theme.control
    implicitWidth: quiet ? Math.max(Theme.touch, content.implicitWidth) : content.implicitWidth + 2 * Theme.gapLarge
    padding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.name: text

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: button.quiet ? -Theme.gap : 0
            anchors.rightMargin: anchors.leftMargin
            radius: Theme.radius
            color: !button.enabled ? (button.quiet ? "transparent" : Theme.sunken)
                 : button.kind === "primary" ? (button.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent)
                 : button.kind === "danger" ? Theme.badSoft
                 : button.down || button.hovered ? Theme.sunken : button.quiet ? "transparent" : Theme.surface
            border.width: button.kind === "secondary" ? 1 : 0
            border.color: Theme.line
            Rectangle {
                anchors.fill: parent
                anchors.margins: -3
                radius: parent.radius + 3
                color: "transparent"
                border.width: 2
                border.color: Theme.accent
                visible: button.visualFocus
            }
        }
    }
    contentItem: Item {
        Row {
            id: content
            anchors.centerIn: parent
            spacing: Theme.gapSmall
            Icon {
                visible: button.glyph !== ""
                glyph: button.glyph
                size: 18
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                visible: button.text !== ""
                text: button.text
                color: button.ink
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
