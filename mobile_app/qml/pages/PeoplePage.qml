// Who is in which space; letting somebody in.
import QtQuick
import Tern

Scroll {
    id: page
    property bool back: true
    widest: 860

    PageHeader {
        width: parent.width
        title: qsTr("People and spaces")
        subtitle: Tern.org
        back: page.back
    }
    Flow {
        width: parent.width
        spacing: Theme.gapSmall
        visible: people.mayInvite
        AppButton {
            objectName: "invite"
            glyph: "user-plus"
            text: qsTr("Invite somebody")
            onClicked: Go.page("invite", {})
        }
        AppButton {
            objectName: "newSpace"
            kind: "secondary"
            glyph: "plus"
            text: qsTr("New space")
            onClicked: making.open()
        }
    }
    Repeater {
        model: people.spaces
        SpaceCard {
            required property var modelData
            required property int index
            objectName: "space_" + index
            width: page.column.width
            space: modelData
            onGranted: (user, role) => people.grant(modelData.id, user, role)
        }
    }
    Sheet {
        id: making
        title: qsTr("New space")
        onOpened: name.forceActiveFocus()
        Column {
            width: parent.width
            spacing: Theme.gap
            TextBox { id: name; objectName: "spaceName"; width: parent.width; label: qsTr("Name") }
            Segments {
                id: kind
                width: parent.width
                value: "team"
                options: [{ value: "team", label: qsTr("Team") }, { value: "book", label: qsTr("Book") }, { value: "pool", label: qsTr("Pool") }]
                onChosen: chosen => value = chosen
            }
            Words {
                width: parent.width
                wrapMode: Text.Wrap
                size: "label"
                soft: true
                text: kind.value === "team" ? qsTr("What a team works on together.")
                    : kind.value === "book" ? qsTr("One person's customers, seen by who leads them.")
                    : qsTr("Customers that nobody owns yet, for who claims them first.")
            }
            AppButton {
                objectName: "makeSpace"
                enabled: name.text !== ""
                text: qsTr("Create")
                onClicked: {
                    people.createSpace(name.text, kind.value)
                    making.close()
                    name.text = ""
                }
            }
        }
    }
    People { id: people }
}
