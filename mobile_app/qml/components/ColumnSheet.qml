// Which columns a table has.
import QtQuick
import Tern

Sheet {
    id: sheet
    property string entity: ""
    property var names: []       ///< those that are shown, in order
    signal chosen(var names)

    readonly property var all: !visible ? [] : Array.from(Tern.fields(entity, Tern.facesRead)).filter(field => !["other", "list"].includes(field.kind))
    title: qsTr("Columns")

    ListView {
        width: parent.width
        height: Math.min(contentHeight, sheet.parent ? sheet.parent.height * 0.65 : 420)
        clip: true
        model: sheet.opened ? sheet.all : []
        delegate: ListLine {
            required property var modelData
            objectName: "column_" + modelData.name
            width: ListView.view.width
            text: modelData.label
            chosen: sheet.names.includes(modelData.name)
            onClicked: {
                const names = chosen ? sheet.names.filter(name => name !== modelData.name) : [...sheet.names, modelData.name]
                if (names.length > 0)
                    sheet.chosen(names)
            }
        }
    }
}
