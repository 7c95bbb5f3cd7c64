// What was done to one record: to tap, and so to see it.
import QtQuick
import Tern
import QtQuick.Templates as T

T.ItemDelegate {
    id: line
    required property var work  ///< of StandingModel
    property string tone: "calm"

    implicitHeight: Math.max(64, words.height + 2 * Theme.gapSmall)
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    focusPolicy: Qt.StrongFocus
    text: work.title || qsTr("Without a name")
    Accessible.name: [text, work.kind, work.what, work.at].filter(part => part).join(", ")
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            glyph: line.work.iconName || "document"
            color: Theme.ink_of(line.tone)
        }
        Column {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Words { width: parent.width; text: line.text; font.weight: Font.DemiBold }
            Words {
                width: parent.width
                text: [line.work.kind, line.work.what].filter(part => part).join(" · ")
                size: "label"
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            Words { width: parent.width; text: line.work.at; size: "caption"; soft: true }
        }
    }
}
