// How this device stands with the others, in words; and what needs a person.
import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    /// Of a long list, before one asks for all of it: what comes below stays in reach.
    readonly property int few: 6
    property bool allWaiting: false
    property bool allTrash: false
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
                                                 .arg(Tern.lastSync.toLocaleString(Tern.locale, Locale.ShortFormat))
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
    Repeater {
        model: Tern.notices
        Card {
            id: notice
            required property string modelData
            required property int index
            objectName: "notice_" + index
            width: page.column.width
            height: told.height + 2 * padding
            Accessible.role: Accessible.AlertMessage
            Accessible.name: modelData
            Row {
                width: parent.width
                spacing: Theme.gap
                Icon { id: bell; glyph: "bell"; color: Theme.warn }
                Words {
                    id: told
                    width: parent.width - bell.width - parent.spacing
                    text: notice.modelData
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Words { text: qsTr("Several wrote the same"); size: "heading"; visible: stand.conflicts.length > 0 }
    Repeater {
        id: questions
        model: stand.conflicts
        onCountChanged: if (Keyboard.used) soon.start()
        ConflictCard {
            required property var modelData
            objectName: "conflict_" + index
            width: page.column.width
            conflict: modelData
            onChosen: claim => stand.choose(modelData.key, claim)
            onEdited: settling.ask(modelData)
        }
    }
    MoreLine { count: stand.moreConflicts }
    Words { text: qsTr("Not taken by the server"); size: "heading"; visible: stand.refused.length > 0 }
    Card {
        width: parent.width
        visible: stand.refused.length > 0
        height: tray.height + 2 * padding
        Column {
            id: tray
            width: parent.width
            spacing: Theme.gap
            Words {
                width: parent.width
                text: qsTr("Nothing of it is lost: it is kept on this device, and nobody else has it. Copy it as text, ask a manager of the space, or write it again where you may.")
                soft: true
                wrapMode: Text.Wrap
            }
            Repeater {
                model: stand.refused
                Column {
                    id: kept
                    required property var modelData
                    required property int index
                    width: tray.width
                    WorkLine {
                        objectName: "refused_" + kept.index
                        width: parent.width
                        work: kept.modelData
                        tone: "bad"
                        enabled: kept.modelData.there
                        onClicked: Go.record(kept.modelData.id)
                    }
                    Words {
                        x: Theme.gapSmall
                        width: parent.width - 2 * Theme.gapSmall
                        text: kept.modelData.reason
                        size: "label"
                        color: Theme.bad
                        wrapMode: Text.Wrap
                    }
                    Repeater {
                        model: kept.modelData.values
                        Words {
                            required property var modelData
                            x: Theme.gapSmall
                            width: kept.width - 2 * Theme.gapSmall
                            text: modelData.label + ": " + (modelData.value === "" ? qsTr("(empty)") : modelData.value)
                            size: "label"
                            wrapMode: Text.Wrap
                            maximumLineCount: 4
                        }
                    }
                }
            }
            MoreLine { count: stand.moreRefused }
            AppButton {
                objectName: "copyRefused"
                kind: "secondary"
                glyph: "copy"
                text: qsTr("Copy as text")
                onClicked: {
                    stand.copyRefused()
                    Go.say(qsTr("Copied"))
                }
            }
        }
    }
    Words { text: qsTr("Waiting to be sent"); size: "heading"; visible: stand.waiting.length > 0 }
    Card {
        width: parent.width
        visible: stand.waiting.length > 0
        padding: Theme.gapSmall
        height: queue.height + 2 * padding
        Column {
            id: queue
            width: parent.width
            Repeater {
                model: page.allWaiting ? stand.waiting : Array.from(stand.waiting).slice(0, page.few)
                WorkLine {
                    required property var modelData
                    required property int index
                    objectName: "waiting_" + index
                    width: queue.width
                    work: modelData
                    onClicked: Go.record(modelData.id)
                }
            }
            AppButton {
                objectName: "allWaiting"
                visible: !page.allWaiting && stand.waiting.length > page.few
                kind: "quiet"
                text: qsTr("Show all")
                onClicked: page.allWaiting = true
            }
            MoreLine { x: Theme.gapSmall; count: page.allWaiting || stand.waiting.length <= page.few ? stand.moreWaiting : 0 }
        }
    }
    Words { text: qsTr("Devices"); size: "heading"; visible: stand.devices.length > 0 }
    Card {
        width: parent.width
        visible: stand.devices.length > 0
        padding: Theme.gapSmall
        height: machines.height + 2 * padding
        Column {
            id: machines
            width: parent.width
            Repeater {
                model: stand.devices
                Item {
                    id: machine
                    required property var modelData
                    required property int index
                    objectName: "device_" + index
                    width: machines.width
                    height: Math.max(56, about.height + 2 * Theme.gapSmall)
                    Accessible.role: Accessible.ListItem
                    Accessible.name: [modelData.name, modelData.person, since.text, here.text].filter(part => part).join(", ")
                    Icon {
                        id: kind
                        x: Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        glyph: machine.modelData.glyph
                        color: machine.modelData.mine ? Theme.accent : Theme.inkFaint
                    }
                    Column {
                        id: about
                        anchors.left: kind.right
                        anchors.leftMargin: Theme.gap
                        anchors.right: here.visible ? here.left : parent.right
                        anchors.rightMargin: Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        Words {
                            width: parent.width
                            text: [machine.modelData.person, machine.modelData.name].filter(part => part).join(" · ")
                        }
                        Words {
                            id: since
                            width: parent.width
                            visible: text !== ""
                            text: machine.modelData.since === "" ? "" : qsTr("Let in on %1").arg(machine.modelData.since)
                            size: "caption"
                            soft: true
                        }
                    }
                    Pill {
                        id: here
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        text: machine.modelData.thisOne ? qsTr("this device") : machine.modelData.mine ? qsTr("yours") : ""
                        tone: machine.modelData.thisOne ? "accent" : "plain"
                    }
                }
            }
            MoreLine { x: Theme.gapSmall; count: stand.moreDevices }
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
                    required property int index
                    objectName: "home_" + index
                    width: homes.width
                    glyph: modelData.kind === "private" ? "lock" : modelData.kind === "team" ? "users"
                         : modelData.kind === "pool" ? "layers" : "folder"
                    text: modelData.name
                    aside: qsTr("%n records", "", modelData.records)
                    leads: true
                    onClicked: Go.page("people", {})
                }
            }
        }
    }
    Words { text: qsTr("Trash"); size: "heading"; visible: stand.trash.length > 0 }
    Card {
        width: parent.width
        visible: stand.trash.length > 0
        padding: Theme.gapSmall
        height: gone.height + 2 * padding
        Column {
            id: gone
            width: parent.width
            Repeater {
                model: page.allTrash ? stand.trash : Array.from(stand.trash).slice(0, page.few)
                Item {
                    id: dead
                    required property var modelData
                    required property int index
                    width: gone.width
                    height: 56
                    Column {
                        x: Theme.gapSmall
                        width: parent.width - back.width - 3 * Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        Words { width: parent.width; text: dead.modelData.title || qsTr("Without a name") }
                        Words {
                            width: parent.width
                            text: [dead.modelData.kind, dead.modelData.at].join(" · ")
                            size: "caption"
                            soft: true
                        }
                    }
                    AppButton {
                        id: back
                        objectName: "undelete_" + dead.index
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        kind: "secondary"
                        glyph: "undo-2"
                        text: qsTr("Restore")
                        Accessible.name: text + ": " + dead.modelData.title
                        onClicked: Tern.undelete(dead.modelData.id)
                    }
                }
            }
            AppButton {
                objectName: "allTrash"
                visible: !page.allTrash && stand.trash.length > page.few
                kind: "quiet"
                text: qsTr("Show all")
                onClicked: page.allTrash = true
            }
            MoreLine { x: Theme.gapSmall; count: page.allTrash || stand.trash.length <= page.few ? stand.moreTrash : 0 }
        }
    }
    SettleSheet { id: settling; standing: stand }
    Timer { id: soon; interval: 0; onTriggered: page.take_keys() }
    StandingModel { id: stand; inSight: page.visible }
    LookingBack { id: spaces; kind: LookingBack.Spaces }
}
