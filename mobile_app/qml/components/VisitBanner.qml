// Where one is checked in, on every page: the way back there.
import QtQuick
import Tern
import QtQuick.Layouts
import QtQuick.Templates as T

T.Button {
    id: banner
    objectName: "visitBanner"
    implicitHeight: Math.max(56, Math.round(Theme.bodySize * 3.8))
    focusPolicy: Qt.StrongFocus
    text: qsTr("At %1 since %2").arg(FieldWork.title).arg(Qt.formatTime(FieldWork.since, "HH:mm"))
    Accessible.name: text + ". " + qsTr("Resume")
    onClicked: Go.record(FieldWork.openId)
    background: Rectangle {
        color: banner.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent
        border.width: banner.visualFocus ? 2 : 0
        border.color: Theme.ink
    }
    leftPadding: Theme.edge
    rightPadding: Theme.edge
    contentItem: RowLayout {
        spacing: Theme.gap
        Icon { glyph: "map-pin"; color: Theme.accentInk }
        Column {
            Layout.fillWidth: true
            Words {
                width: parent.width
                text: qsTr("At %1").arg(FieldWork.title)
                color: Theme.accentInk
                font.weight: Font.DemiBold
            }
            Words {
                width: parent.width
                text: qsTr("since %1").arg(Qt.formatTime(FieldWork.since, "HH:mm"))
                size: "caption"
                color: Theme.accentInk
            }
        }
        Words {
            text: qsTr("Resume")
            color: Theme.accentInk
            font.weight: Font.DemiBold
        }
        Icon { glyph: "chevron-right"; size: 18; color: Theme.accentInk }
    }
}
