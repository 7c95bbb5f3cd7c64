// A newcomer: who it is, what they may write in, and the link that lets them in.
import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    widest: 560
    readonly property var places: Array.from(people.spaces).filter(space => space.mine && space.kind !== "org")
    property var chosen: ({})

    PageHeader {
        width: parent.width
        title: qsTr("Invite somebody")
        subtitle: qsTr("The link works once, for this e-mail address, for seven days.")
        back: page.back
        light: false
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: people.link === ""
        TextBox {
            id: login
            objectName: "inviteLogin"
            width: parent.width
            label: qsTr("E-mail address")
            required: true
            inputMethodHints: Qt.ImhEmailCharactersOnly
        }
        TextBox { id: name; objectName: "inviteName"; width: parent.width; label: qsTr("Name") }
        Segments {
            id: role
            width: parent.width
            value: "member"
            options: [{ value: "member", label: qsTr("Member") }, { value: "admin", label: qsTr("Admin") }]
            onChosen: chosen => value = chosen
        }
        Words { text: qsTr("May write in"); size: "label"; soft: true; visible: page.places.length > 0 }
        Repeater {
            model: page.places
            Toggle {
                required property var modelData
                required property int index
                objectName: "place_" + index
                width: page.column.width
                text: modelData.name
                onToggled: page.chosen[modelData.id] = checked
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            wrapMode: Text.Wrap
            color: Theme.bad
            text: people.problem
        }
        AppButton {
            objectName: "inviteGo"
            enabled: login.text !== ""
            glyph: "user-plus"
            text: qsTr("Make the link")
            onClicked: people.invite(login.text, name.text, role.value,
                                     Object.keys(page.chosen).filter(id => page.chosen[id]))
        }
    }
    Card {
        width: parent.width
        visible: people.link !== ""
        height: handing.height + 2 * padding
        Column {
            id: handing
            width: parent.width
            spacing: Theme.gapLarge
            Words {
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("Let %1 read this code, or send the link. Whoever has it can join in their place: hand it to nobody else.").arg(login.text)
            }
            QrCode {
                objectName: "qr"
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(280, parent.width)
                height: width
                text: people.link
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The invitation as a QR code")
            }
            TextBox {
                id: words
                objectName: "inviteLink"
                width: parent.width
                label: qsTr("Link")
                readOnly: true
                text: people.link
            }
            Row {
                spacing: Theme.gapSmall
                AppButton {
                    objectName: "copyLink"
                    glyph: "copy"
                    text: qsTr("Copy")
                    onClicked: {
                        words.field.selectAll()
                        words.field.copy()
                        Go.say(qsTr("Copied"))
                    }
                }
                AppButton {
                    kind: "secondary"
                    text: qsTr("Done")
                    onClicked: {
                        people.forgetLink()
                        Go.back()
                    }
                }
            }
        }
    }
    People { id: people }
}
