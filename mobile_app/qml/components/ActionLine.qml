// Something to do at a visit, ticked off when it is done.
import QtQuick
import Tern
import QtQuick.Layouts
import QtQuick.Templates as T

T.CheckDelegate {
    id: line
    property bool required: false
    property string note: ""

    implicitHeight: Math.max(52, Math.round(Theme.bodySize * 3.5))
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    focusPolicy: Qt.StrongFocus
    Accessible.name: text + (required && !checked ? ", " + qsTr("required") : "")
    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down || line.hovered ? Theme.sunken : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: RowLayout {
        spacing: Theme.gap
        Rectangle {
            implicitWidth: 26
            implicitHeight: 26
            radius: 13
            color: line.checked ? Theme.good : "transparent"
            border.width: line.checked ? 0 : 2
            border.color: line.enabled ? Theme.inkFaint : Theme.line
            Icon {
                anchors.centerIn: parent
                visible: line.checked
                glyph: "check"
                size: 16
                color: Theme.surface
            }
        }
        Column {
            Layout.fillWidth: true
            Words { width: parent.width; text: line.text; soft: line.checked }
            Words { width: parent.width; visible: text !== ""; text: line.note; size: "caption"; soft: true }
        }
        Pill {
            text: line.required && !line.checked ? qsTr("required") : ""
            tone: "warn"
        }
    }
    indicator: null
}
