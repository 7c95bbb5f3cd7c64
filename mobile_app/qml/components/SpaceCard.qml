// A space: what it is, who is in it and as what.
import QtQuick
import Tern

Card {
    id: card
    property var space: ({})
    readonly property var roles: ({
        reader: qsTr("Reads"), writer: qsTr("Writes"), manager: qsTr("Manages"), admin: qsTr("Admin")
    })
    readonly property var kinds: ({
        book: qsTr("Book"), team: qsTr("Team"), pool: qsTr("Pool"), org: qsTr("Organisation"), "private": qsTr("Private")
    })
    readonly property var glyphs: ({ book: "folder", team: "users", pool: "layers", org: "building-2", "private": "lock" })
    signal granted(string user, string role)

    padding: Theme.gapSmall
    height: column.height + 2 * padding
    Column {
        id: column
        width: parent.width
        Item {
            width: parent.width
            height: Theme.touch
            Icon {
                id: mark
                x: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                glyph: card.glyphs[card.space.kind] || "folder"
                color: Theme.accent
            }
            Words {
                anchors.left: mark.right
                anchors.leftMargin: Theme.gapSmall
                anchors.right: pill.left
                anchors.verticalCenter: parent.verticalCenter
                text: card.space.name || card.kinds[card.space.kind] || ""
                font.weight: Font.DemiBold
            }
            Pill {
                id: pill
                anchors.right: parent.right
                anchors.rightMargin: Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                text: card.kinds[card.space.kind] || ""
            }
        }
        Repeater {
            model: card.space.members || []
            ListLine {
                required property var modelData
                required property int index
                objectName: "member_" + index
                width: column.width
                glyph: "user"
                text: modelData.name || modelData.login
                aside: card.roles[modelData.role] || ""
                leads: card.space.mine === true
                onClicked: {
                    if (card.space.mine !== true)
                        return
                    roleOf.user = modelData.id
                    roleOf.value = modelData.role
                    roleOf.title = modelData.name || modelData.login
                    roleOf.open()
                }
            }
        }
    }
    ChoiceSheet {
        id: roleOf
        property string user: ""
        optional: false
        choices: Object.keys(card.roles).map(role => ({ value: role, label: card.roles[role] }))
        onChosen: value => card.granted(user, value)
    }
}
