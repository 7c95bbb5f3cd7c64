// One of many, or none.
import QtQuick
import Tern

Sheet {
    id: sheet
    property var choices: []      ///< [{"value", "label"}…]
    property string value: ""
    property bool optional: true
    signal chosen(string value)

    ListView {
        width: parent.width
        height: Math.min(contentHeight, sheet.parent ? sheet.parent.height * 0.6 : 400)
        clip: true
        model: sheet.optional ? [{ value: "", label: qsTr("None") }, ...sheet.choices] : sheet.choices
        delegate: ListLine {
            required property var modelData
            width: ListView.view.width
            text: modelData.label
            chosen: modelData.value === sheet.value
            onClicked: {
                sheet.chosen(modelData.value)
                sheet.close()
            }
        }
    }
}
