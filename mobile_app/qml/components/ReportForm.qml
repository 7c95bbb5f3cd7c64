// What a report asks: of which records, which of them, by what, what is summed, how it is drawn.
import QtQuick
import Tern

Column {
    id: form
    property var report: ({})   ///< name, entity, filter, groupBy, measure, chart
    property var views: []      ///< saved ones, to begin with: [{"name", "entity", "filter"}…]
    signal edited(var report)

    readonly property var fields: Array.from(Tern.fields(report.entity || "", Tern.facesRead))
    readonly property var groupKinds: ["choice", "choices", "reference", "references", "boolean", "date", "datetime"]
    readonly property var groupable: fields.filter(field => groupKinds.includes(field.kind))
    readonly property var keys: (report.groupBy || "").split(",").map(key => key.trim()).filter(key => key !== "")
    readonly property var keyOptions: {
        const out = []
        for (const field of groupable) {
            if (field.kind !== "date" && field.kind !== "datetime") {
                out.push({ value: field.name, label: field.label })
                continue
            }
            out.push({ value: field.name + ":month", label: qsTr("%1, by month").arg(field.label) })
            out.push({ value: field.name + ":quarter", label: qsTr("%1, by quarter").arg(field.label) })
            out.push({ value: field.name + ":year", label: qsTr("%1, by year").arg(field.label) })
        }
        return out
    }
    readonly property var measureOptions: {
        const out = []
        for (const field of fields.filter(one => one.kind === "money" || one.kind === "number" || one.kind === "percent")) {
            out.push({ value: "sum:" + field.name, label: qsTr("%1, sum").arg(field.label) })
            out.push({ value: "average:" + field.name, label: qsTr("%1, average").arg(field.label) })
        }
        return out
    }
    readonly property var kinds: [{ value: "bars", label: qsTr("Bars") }, { value: "columns", label: qsTr("Columns") },
                                  { value: "stack", label: qsTr("Stacked") }, { value: "line", label: qsTr("Line") },
                                  { value: "donut", label: qsTr("Ring") }, { value: "funnel", label: qsTr("Funnel") },
                                  { value: "table", label: qsTr("Table") }]

    function change(part) { edited(Object.assign({}, report, part)) }
    function label_of(options, value) {
        const found = options.find(one => one.value === value)
        return found ? found.label : value
    }
    function choose(title, options, value, optional, done) {
        sheet.title = title
        sheet.choices = options
        sheet.value = value
        sheet.optional = optional
        sheet.done = done
        sheet.open()
    }
    function with_key(at, key) {
        const first = at === 0 ? key : keys[0] || "", second = at === 1 ? key : keys[1] || ""
        change({ groupBy: first === "" || second === "" ? first + second : first + ", " + second })
    }

    spacing: Theme.gap
    TextBox {
        objectName: "reportName"
        width: parent.width
        label: qsTr("Name")
        required: true
        text: form.report.name || ""
        onEdited: text => form.change({ name: text })
    }
    PickBox {
        objectName: "reportEntity"
        width: parent.width
        label: qsTr("Of")
        required: true
        shown: Tern.entity(form.report.entity || "", Tern.facesRead).plural || ""
        onAsked: form.choose(qsTr("Of"), Array.from(Tern.entities).map(one => ({ value: one.name, label: one.plural })),
                             form.report.entity || "", false,
                             value => form.change({ entity: value, filter: "", groupBy: "", measure: "" }))
    }
    Row {
        width: parent.width
        spacing: Theme.gapSmall
        TextBox {
            id: filter
            objectName: "reportFilter"
            width: parent.width - (saved.visible ? saved.width + parent.spacing : 0)
            label: qsTr("Which of them")
            placeholder: "status = won and closed_at in this year"
            text: form.report.filter || ""
            onEdited: text => form.change({ filter: text })
        }
        IconButton {
            id: saved
            readonly property var mine: form.views.filter(view => view.entity === form.report.entity)
            anchors.bottom: parent.bottom
            visible: mine.length > 0
            glyph: "view"
            text: qsTr("From a view")
            onClicked: form.choose(qsTr("From a view"), mine.map(view => ({ value: view.filter, label: view.name })), "", false,
                                   value => form.change({ filter: value }))
        }
    }
    Grid {
        id: pair
        width: parent.width
        columns: width > 420 ? 2 : 1
        spacing: Theme.gap
        readonly property int each: (width - (columns - 1) * spacing) / columns
        PickBox {
            objectName: "reportKey"
            width: pair.each
            label: qsTr("By")
            shown: form.label_of(form.keyOptions, form.keys[0] || "")
            onAsked: form.choose(qsTr("By"), form.keyOptions, form.keys[0] || "", true, value => form.with_key(0, value))
        }
        PickBox {
            objectName: "reportSecondKey"
            width: pair.each
            enabled: form.keys.length > 0
            label: qsTr("And by")
            shown: form.keys.length > 1 ? form.label_of(form.keyOptions, form.keys[1]) : qsTr("None")
            onAsked: form.choose(qsTr("And by"), form.keyOptions, form.keys[1] || "", true, value => form.with_key(1, value))
        }
        PickBox {
            objectName: "reportMeasure"
            width: pair.each
            label: qsTr("What")
            shown: (form.report.measure || "") === "" ? qsTr("How many") : form.label_of(form.measureOptions, form.report.measure)
            onAsked: form.choose(qsTr("What"), [{ value: "", label: qsTr("How many") }, ...form.measureOptions],
                                 form.report.measure || "", false, value => form.change({ measure: value }))
        }
    }
    Words { text: qsTr("Drawn as"); size: "label"; soft: true }
    ChipRow {
        width: parent.width
        prefix: "drawn_"
        options: form.kinds
        value: form.report.chart || "bars"
        onChosen: value => form.change({ chart: value })
    }
    ChoiceSheet {
        id: sheet
        property var done: value => value
        onChosen: value => done(value)
    }
}
