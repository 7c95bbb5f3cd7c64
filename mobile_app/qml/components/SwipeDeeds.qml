// What a finger does that moves a row aside: one deed to the right, one to the left. A row that scrolls is not moved.
import QtQuick
import Tern

Item {
    id: deeds
    property string rightGlyph: ""
    property string rightText: ""
    property string rightTone: "good"
    property string leftGlyph: ""
    property string leftText: ""
    property string leftTone: "calm"
    property bool still: true       ///< the list does not scroll
    readonly property real moved: drag.active ? Math.max(leftText === "" ? 0 : -width, Math.min(rightText === "" ? 0 : width, drag.activeTranslation.x)) : 0
    readonly property bool far: Math.abs(moved) > threshold
    readonly property real threshold: Math.min(120, width * 0.3)
    signal sweptRight()
    signal sweptLeft()

    Rectangle {
        x: deeds.moved > 0 ? 0 : parent.width + deeds.moved
        width: Math.abs(deeds.moved)
        height: parent.height
        clip: true
        visible: width > 0
        radius: Theme.radius
        color: Theme.soft_of(deeds.moved > 0 ? deeds.rightTone : deeds.leftTone)
        Row {
            anchors.verticalCenter: parent.verticalCenter
            x: deeds.moved > 0 ? Theme.gapLarge : parent.width - width - Theme.gapLarge
            spacing: Theme.gapSmall
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: deeds.moved > 0 ? deeds.rightGlyph : deeds.leftGlyph
                color: Theme.ink_of(deeds.moved > 0 ? deeds.rightTone : deeds.leftTone)
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: deeds.moved > 0 ? deeds.rightText : deeds.leftText
                font.weight: deeds.far ? Font.DemiBold : Font.Normal
                color: Theme.ink_of(deeds.moved > 0 ? deeds.rightTone : deeds.leftTone)
            }
        }
    }
    DragHandler {
        id: drag
        property real reached: 0
        target: null
        acceptedDevices: PointerDevice.TouchScreen
        yAxis.enabled: false
        enabled: deeds.enabled && deeds.still && (deeds.rightText !== "" || deeds.leftText !== "")
        onActiveTranslationChanged: if (active) reached = deeds.moved
        onActiveChanged: {
            if (active) {
                reached = 0
            } else if (reached > deeds.threshold) {
                deeds.sweptRight()
            } else if (reached < -deeds.threshold) {
                deeds.sweptLeft()
            }
        }
    }
}
