// How the data stands, always in sight.
import QtQuick
import Tern
import QtQuick.Templates as T

T.Button {
    id: light
    readonly property string tone: Tern.syncState === Tern.Synced ? "good" : Tern.syncState === Tern.Sending ? "calm"
                                 : Tern.syncState === Tern.Attention ? "bad" : "warn"
    readonly property string glyph: Tern.syncState === Tern.Synced ? "check-check"
                                  : Tern.syncState === Tern.Sending ? "cloud-upload"
                                  : Tern.syncState === Tern.Attention ? "triangle-alert" : "cloud-off"

    objectName: "syncLight"
    text: Tern.syncState === Tern.Synced ? qsTr("Synced")
        : Tern.syncState === Tern.Attention ? qsTr("Needs you")
        : Tern.pending > 0 ? qsTr("%n waiting", "", Tern.pending)
        : Tern.syncState === Tern.Sending ? qsTr("Sending") : qsTr("Offline")
    implicitHeight: Theme.touch
    implicitWidth: pill.implicitWidth
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Sync: %1").arg(text)
    onClicked: Go.page("sync", {})
    background: null
    contentItem: Item {
        Pill {
            id: pill
            anchors.centerIn: parent
            text: light.text
            tone: light.tone
            glyph: light.glyph
            border.width: light.visualFocus ? 2 : 0
            border.color: Theme.accent
        }
    }
}
