// One of a few short answers, taken with one tap.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: chip
    implicitHeight: Math.max(Theme.touch, Math.round(Theme.labelSize * 3.2))
    implicitWidth: contentItem.implicitWidth + 2 * Theme.gapLarge
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.role: Accessible.RadioButton
    Accessible.checked: checked
    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Theme.accentSoft : chip.down || chip.hovered ? Theme.sunken : Theme.surface
        border.width: chip.visualFocus ? 2 : 1
        border.color: chip.checked || chip.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Words {
        text: chip.text
        size: "label"
        color: chip.checked ? Theme.accent : Theme.ink
        font.weight: chip.checked ? Font.DemiBold : Font.Normal
        horizontalAlignment: Text.AlignHCenter
    }
}
