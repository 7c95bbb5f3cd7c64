// A state in a word.
import QtQuick
import Tern

Rectangle {
    id: pill
    property string text: ""
    property string tone: "plain"  ///< good, warn, bad, calm, accent, plain
    property string glyph: ""

    visible: text !== ""
    implicitWidth: row.implicitWidth + 2 * Theme.gapSmall
    implicitHeight: Math.round(Theme.captionSize * 1.9)
    radius: height / 2
    color: Theme.soft_of(tone)

    Row {
        id: row
        anchors.centerIn: parent
        width: Math.min(implicitWidth, pill.width - 2 * Theme.gapSmall)
        spacing: Theme.gapTiny
        Icon {
            visible: pill.glyph !== ""
            glyph: pill.glyph
            size: 14
            color: Theme.ink_of(pill.tone)
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: pill.text
            size: "caption"
            color: Theme.ink_of(pill.tone)
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
