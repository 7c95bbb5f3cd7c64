// How this device stands with the others, in words; and what needs a person.
import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    widest: 860

    /// What needs a person has the keys; one that is settled hands them on.
    function take_keys() {
        if (Window.activeFocusItem === page && questions.count > 0)
            questions.itemAt(0).nextItemInFocusChain(true).forceActiveFocus(Keyboard.reason)
    }
    PageHeader { width: parent.width; title: qsTr("Sync and trust"); back: page.back }
    Card {
        width: parent.width
        height: state.height + 2 * padding
        Column {
            id: state
            width: parent.width
            spacing: Theme.gap
            Row {
                spacing: Theme.gap
                Icon {
                    glyph: Tern.syncState === Tern.Synced ? "shield-check" : Tern.syncState === Tern.Attention ? "triangle-alert"
                         : Tern.syncState === Tern.Sending ? "cloud-upload" : "cloud-off"
                    size: 28
                    color: Theme.ink_of(Tern.syncState === Tern.Synced ? "good" : Tern.syncState === Tern.Attention ? "bad"
                                      : Tern.syncState === Tern.Sending ? "calm" : "warn")
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    objectName: "syncWords"
                    size: "heading"
                    text: Tern.syncState === Tern.Synced ? qsTr("Everything is with your team")
                        : Tern.syncState === Tern.Attention ? qsTr("Something needs you")
                        : Tern.syncState === Tern.Sending ? qsTr("Sending %n", "", Tern.pending)
                        : Tern.pending > 0 ? qsTr("%n waiting for a network", "", Tern.pending) : qsTr("Offline")
                }
            }
            Words {
                width: parent.width
                wrapMode: Text.Wrap
                soft: true
                text: isNaN(Tern.lastSync) ? qsTr("Not synced yet. All that you do is kept on this device.")
                                           : qsTr("Last settled with the server: %1. What you do meanwhile is kept here, encrypted, and goes by itself.")
                                                 .arg(Tern.lastSync.toLocaleString(Qt.locale(Tern.language === "zh" ? "zh_CN" : "en_GB"), Locale.ShortFormat))
            }
            Words {
                width: parent.width
                visible: Tern.trouble !== ""
                wrapMode: Text.Wrap
                color: Theme.bad
                text: Tern.trouble
            }
            Toggle {
                objectName: "online"
                width: parent.width
                text: qsTr("Use the network")
                checked: Tern.online
                onToggled: Tern.online = checked
            }
        }
    }
    Words { text: qsTr("Two wrote the same"); size: "heading"; visible: conflicts.rows.length > 0 }
    Repeater {
        id: questions
        model: conflicts.rows
        onCountChanged: if (Keyboard.used) soon.start()
        Card {
            id: conflict
            required property var modelData
            required property int index
            width: page.column.width
            height: choice.height + 2 * padding
            Column {
                id: choice
                width: parent.width
                spacing: Theme.gap
                Words {
                    width: parent.width
                    text: [conflict.modelData.kind, conflict.modelData.title, conflict.modelData.field].join(" · ")
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: [
                        { loser: false, value: conflict.modelData.winner, by: conflict.modelData.winner_by, at: conflict.modelData.winner_at },
                        { loser: true, value: conflict.modelData.loser, by: conflict.modelData.loser_by, at: conflict.modelData.loser_at }
                    ]
                    Rectangle {
                        id: side
                        required property var modelData
                        width: choice.width
                        height: Math.max(Theme.touch, said.height) + 2 * Theme.gapSmall
                        radius: Theme.radiusSmall
                        color: Theme.sunken
                        Column {
                            id: said
                            x: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - take.width - 3 * Theme.gap
                            Words {
                                width: parent.width
                                text: side.modelData.value === "" ? qsTr("(empty)") : side.modelData.value
                                wrapMode: Text.Wrap
                            }
                            Words {
                                width: parent.width
                                text: [side.modelData.by, side.modelData.at].filter(part => part).join(" · ")
                                size: "caption"
                                soft: true
                            }
                        }
                        AppButton {
                            id: take
                            objectName: (side.modelData.loser ? "restore_" : "keep_") + conflict.index
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.gapSmall
                            anchors.verticalCenter: parent.verticalCenter
                            kind: "secondary"
                            text: side.modelData.loser ? qsTr("Take this") : qsTr("Keep this")
                            onClicked: conflicts.settle(conflict.modelData.n, side.modelData.loser)
                        }
                    }
                }
            }
        }
    }
    Words { text: qsTr("Spaces on this device"); size: "heading" }
    Card {
        width: parent.width
        padding: Theme.gapSmall
        height: homes.height + 2 * padding
        Column {
            id: homes
            width: parent.width
            Repeater {
                model: spaces.rows
                ListLine {
                    required property var modelData
                    width: homes.width
                    glyph: modelData.kind === "private" ? "lock" : modelData.kind === "team" ? "users"
                         : modelData.kind === "pool" ? "layers" : "folder"
                    text: modelData.name
                    aside: qsTr("%n records", "", modelData.records)
                }
            }
        }
    }
    Words { text: qsTr("Trash"); size: "heading"; visible: trash.rows.length > 0 }
    Card {
        width: parent.width
        visible: trash.rows.length > 0
        padding: Theme.gapSmall
        height: gone.height + 2 * padding
        Column {
            id: gone
            width: parent.width
            Repeater {
                model: Array.from(trash.rows).slice(0, 50)
                Item {
                    id: dead
                    required property var modelData
                    width: gone.width
                    height: 56
                    Column {
                        x: Theme.gapSmall
                        width: parent.width - back.width - 3 * Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        Words { width: parent.width; text: dead.modelData.title || qsTr("Without a name") }
                        Words {
                            width: parent.width
                            text: [dead.modelData.kind, dead.modelData.deleted_at].join(" · ")
                            size: "caption"
                            soft: true
                        }
                    }
                    AppButton {
                        id: back
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        kind: "secondary"
                        glyph: "undo-2"
                        text: qsTr("Restore")
                        onClicked: Tern.undelete(dead.modelData.id)
                    }
                }
            }
        }
    }
    Timer { id: soon; interval: 0; onTriggered: page.take_keys() }
    LookingBack { id: conflicts; kind: LookingBack.Conflicts }
    LookingBack { id: spaces; kind: LookingBack.Spaces }
    LookingBack { id: trash; kind: LookingBack.Trash }
}
