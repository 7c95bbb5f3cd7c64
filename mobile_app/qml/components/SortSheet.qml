// In which order a list stands, and by what it is grouped.
import QtQuick
import Tern

Sheet {
    id: sheet
    required property FilterModel filter
    property string sort: ""       ///< "-amount,name"; the first decides here
    property string groupBy: ""    ///< "owner_id", "closed_at:month"
    signal sorted(string keys)
    signal grouped(string key)

    readonly property string first: sort.split(",")[0] || ""
    readonly property bool down: first.startsWith("-")
    readonly property string path: down ? first.slice(1) : first
    readonly property var own: !visible ? [] : Array.from(filter.fields).filter(field => !field.path.includes("."))
    readonly property var keys: {
        const out = []
        for (const field of own) {
            if (field.kind === "choice" || field.kind === "boolean" || (field.kind === "reference" && field.targets.length === 1))
                out.push({ value: field.path, label: field.label })
            else if (field.kind === "date" || field.kind === "datetime")
                out.push({ value: field.path + ":month", label: qsTr("%1, by month").arg(field.label) })
        }
        return out
    }

    title: qsTr("Sort and group")
    Column {
        width: parent.width
        spacing: Theme.gapLarge
        PickBox {
            objectName: "sortField"
            width: parent.width
            label: qsTr("Sort by")
            shown: sheet.filter.label(sheet.path)
            onAsked: fields.open()
        }
        Segments {
            objectName: "sortWay"
            width: parent.width
            options: [{ value: false, label: qsTr("Upwards") }, { value: true, label: qsTr("Downwards") }]
            value: sheet.down
            onChosen: value => sheet.sorted((value ? "-" : "") + sheet.path)
        }
        PickBox {
            objectName: "groupField"
            width: parent.width
            label: qsTr("Group by")
            shown: (sheet.keys.find(key => key.value === sheet.groupBy) || { label: qsTr("Nothing") }).label
            onAsked: groups.open()
        }
        AppButton {
            objectName: "sortDone"
            width: parent.width
            text: qsTr("Done")
            onClicked: sheet.close()
        }
    }
    FieldSheet {
        id: fields
        title: qsTr("Sort by")
        fields: sheet.own
        onChosen: path => sheet.sorted((sheet.down ? "-" : "") + path)
    }
    ChoiceSheet {
        id: groups
        title: qsTr("Group by")
        choices: sheet.keys
        value: sheet.groupBy
        onChosen: value => sheet.grouped(value)
    }
}
