// One field of many records: which, and what it is to hold.
import QtQuick
import Tern

Sheet {
    id: sheet
    property string entity: ""
    property int count: 0
    property var field: null
    property string text: ""
    signal chosen(string field, string text)

    readonly property var editable: Array.from(Tern.fields(entity))
        .filter(field => field.typed && !field.computed && !["other", "list"].includes(field.kind))
        .map(field => Object.assign({ path: field.name }, field))

    function begin() { fields.open() }
    title: field ? field.label : ""

    Column {
        width: parent.width
        spacing: Theme.gapLarge
        Repeater {
            model: sheet.opened && sheet.field ? [sheet.field] : []
            FieldEditor {
                required property var modelData
                width: parent ? parent.width : 0
                field: Object.assign({}, modelData, { name: "bulk", raw: "", shown: "" })
                onEdited: text => sheet.text = text
            }
        }
        Words {
            width: parent.width
            text: sheet.text === "" ? qsTr("Empty: the value is taken away.") : ""
            visible: text !== ""
            size: "label"
            soft: true
            wrapMode: Text.Wrap
        }
        AppButton {
            objectName: "takeBulk"
            width: parent.width
            text: qsTr("Change %n", "", sheet.count)
            onClicked: {
                sheet.close()
                sheet.chosen(sheet.field.name, sheet.text)
            }
        }
    }
    FieldSheet {
        id: fields
        title: qsTr("Change a field")
        fields: sheet.editable
        onChosen: path => {
            sheet.field = sheet.editable.find(field => field.path === path)
            sheet.text = sheet.field.kind === "boolean" ? "false" : ""
            sheet.open()
        }
    }
}
