// A list as it is now, under a name; and what becomes of one that is kept already.
import QtQuick
import Tern

Sheet {
    id: sheet
    required property SavedViews views
    property var current: null     ///< of SavedViews.views; null: none is shown
    property var shownNow: ({})     ///< filter, sort, groupBy, columns: what would be kept
    property string team: ""

    title: current ? current.name : qsTr("Save as a view")
    onAboutToShow: {
        name.text = current ? current.name : ""
        team = ""
    }
    onOpened: name.field.forceActiveFocus()
    function keep() {
        if (name.text.trim() === "")
            return
        views.save(Object.assign({}, shownNow, { name: name.text.trim() }), team)
        close()
    }

    Column {
        width: parent.width
        spacing: Theme.gapLarge
        TextBox {
            id: name
            objectName: "viewName"
            width: parent.width
            label: qsTr("Name")
            onAccepted: sheet.keep()
        }
        PickBox {
            objectName: "viewTeam"
            width: parent.width
            visible: sheet.views.teams.length > 0 && !sheet.current
            label: qsTr("Shared with")
            shown: (Array.from(sheet.views.teams).find(team => team.value === sheet.team) || { label: qsTr("Nobody: for me alone") }).label
            onAsked: teams.open()
        }
        AppButton {
            objectName: "saveView"
            width: parent.width
            enabled: name.text.trim() !== ""
            text: sheet.current && sheet.current.name === name.text.trim() ? qsTr("Save what is shown now") : qsTr("Save as a view")
            onClicked: sheet.keep()
        }
        AppButton {
            objectName: "renameView"
            width: parent.width
            visible: sheet.current !== null && sheet.current.name !== name.text.trim() && name.text.trim() !== ""
            kind: "secondary"
            text: qsTr("Rename")
            onClicked: {
                sheet.views.rename(sheet.current.id, name.text.trim())
                sheet.close()
            }
        }
        Row {
            visible: sheet.current !== null
            width: parent.width
            spacing: Theme.gapSmall
            AppButton {
                objectName: "pinView"
                width: (parent.width - Theme.gapSmall) / 2
                kind: "secondary"
                glyph: "pin"
                text: sheet.current && sheet.current.pinned ? qsTr("Unpin") : qsTr("Pin")
                onClicked: {
                    sheet.views.pin(sheet.current.id, !sheet.current.pinned)
                    sheet.close()
                }
            }
            AppButton {
                objectName: "deleteView"
                width: (parent.width - Theme.gapSmall) / 2
                kind: "danger"
                glyph: "trash-2"
                text: qsTr("Delete")
                onClicked: {
                    sheet.views.remove(sheet.current.id)
                    sheet.close()
                }
            }
        }
    }
    ChoiceSheet {
        id: teams
        title: qsTr("Shared with")
        choices: Array.from(sheet.views.teams)
        value: sheet.team
        onChosen: value => sheet.team = value
    }
}
