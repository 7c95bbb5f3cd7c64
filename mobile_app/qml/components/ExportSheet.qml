// A list, or what is selected of it, as a file.
import QtQuick
import Tern

ChoiceSheet {
    id: sheet
    property string entity: ""
    property string filter: ""
    property var ids: []
    property alias exporter: exporter

    function of(selected) {
        ids = selected
        open()
    }
    title: ids.length > 0 ? qsTr("Export %n selected", "", ids.length) : qsTr("Export this list")
    optional: false
    choices: {
        const out = [
            { value: "xlsx", label: qsTr("Excel workbook") },
            { value: "csv", label: "CSV" },
            { value: "pdf", label: qsTr("To print (PDF)") },
            { value: "json", label: "JSON" }
        ]
        if (["account", "contact", "lead"].includes(entity))
            out.push({ value: "vcard", label: qsTr("vCard, for address books") })
        if (["task", "activity"].includes(entity))
            out.push({ value: "ical", label: qsTr("iCalendar, for calendars") })
        return out
    }
    onChosen: value => exporter.start(entity, filter, value, ids)

    Exporter {
        id: exporter
        onSaved: (file, rows) => Go.say(qsTr("%n written to %1", "", rows).arg(file))
    }
}
