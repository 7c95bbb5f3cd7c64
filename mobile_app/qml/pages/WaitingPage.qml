import QtQuick
import Tern

Item {
    EmptyState {
        anchors.centerIn: parent
        glyph: "user-plus"
        title: qsTr("Waiting to be let in")
        text: qsTr("An admin's device lets you in at its next sync. You need not do anything; this page goes on by itself.")
    }
}
