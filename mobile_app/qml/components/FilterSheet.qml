// What a list shows: conditions, all of which or any of which hold.
import QtQuick
import Tern

Sheet {
    id: sheet
    required property FilterModel filter
    property int found: 0
    readonly property var conditions: filter.conditions

    title: qsTr("Filter")
    function add() {
        fields.open()
    }
    function edit(index) {
        const one = conditions[index]
        if (one.path !== "")
            condition.begin(index, one.path, one.comparison, Array.from(one.values), Array.from(one.shown))
    }

    Column {
        width: parent.width
        spacing: Theme.gap
        Words {
            width: parent.width
            visible: sheet.conditions.length === 0
            text: qsTr("Choose a field, how it compares, and with what. Several conditions narrow the list.")
            soft: true
            wrapMode: Text.Wrap
        }
        Segments {
            width: parent.width
            visible: sheet.conditions.length > 1
            options: [{ value: false, label: qsTr("All hold") }, { value: true, label: qsTr("Any holds") }]
            value: sheet.filter.any
            onChosen: value => sheet.filter.any = value
        }
        Repeater {
            model: sheet.conditions
            ConditionLine {
                required property var modelData
                required property int index
                objectName: "condition_" + index
                width: parent ? parent.width : 0
                text: modelData.label
                onClicked: sheet.edit(index)
                onRemoved: sheet.filter.remove(index)
            }
        }
        AppButton {
            objectName: "addCondition"
            width: parent.width
            kind: "secondary"
            glyph: "plus"
            text: qsTr("Add a condition")
            onClicked: sheet.add()
        }
        AppButton {
            objectName: "filterDone"
            width: parent.width
            text: qsTr("Show %n", "", sheet.found)
            onClicked: sheet.close()
        }
    }
    FieldSheet {
        id: fields
        title: qsTr("Field")
        fields: visible ? Array.from(sheet.filter.fields) : []  // hundreds: not before they are asked for
        onChosen: path => condition.begin(-1, path, "", [], [])
    }
    ConditionSheet {
        id: condition
        filter: sheet.filter
    }
}
