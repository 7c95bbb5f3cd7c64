// One field of many records: which, and what it is to hold.
import QtQuick
import Tern

Item {
    id: bulk
    property string entity: ""
    property int count: 0
    property var field: null
    property string text: ""
    signal chosen(string field, string text)

    property var editable: []

    function begin() {
        editable = Array.from(Tern.fields(entity))
            .filter(field => field.typed && !field.computed && !["other", "list"].includes(field.kind))
            .map(field => Object.assign({ path: field.name }, field))
        fields.open()
    }

    FieldSheet {
        id: fields
        title: qsTr("Change a field")
        fields: bulk.editable
        onChosen: path => {
            bulk.field = bulk.editable.find(field => field.path === path)
            bulk.text = bulk.field.kind === "boolean" ? "false" : ""
            sheet.open()
        }
    }
    Sheet {
        id: sheet
        title: bulk.field ? bulk.field.label : ""
        Column {
            width: parent ? parent.width : 0
            spacing: Theme.gapLarge
            Repeater {
                model: sheet.opened && bulk.field ? [bulk.field] : []
                FieldEditor {
                    required property var modelData
                    width: parent ? parent.width : 0
                    field: Object.assign({}, modelData, { name: "bulk", raw: "", shown: "" })
                    onEdited: text => bulk.text = text
                }
            }
            Words {
                width: parent.width
                visible: bulk.text === ""
                text: qsTr("Empty: the value is taken away.")
                size: "label"
                soft: true
                wrapMode: Text.Wrap
            }
            AppButton {
                objectName: "takeBulk"
                width: parent.width
                text: qsTr("Change %n", "", bulk.count)
                onClicked: {
                    sheet.close()
                    bulk.chosen(bulk.field.name, bulk.text)
                }
            }
        }
    }
}
