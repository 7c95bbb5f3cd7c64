// One condition: how a field compares, and with what.
import QtQuick
import Tern

Sheet {
    id: sheet
    required property FilterModel filter
    property int at: -1             ///< of the filter's conditions; -1: a further one
    property string path: ""
    property var field: ({})
    property var words: []
    property string comparison: ""
    property var values: []
    property var shown: []

    readonly property var word: words.find(one => one.value === comparison) || ({})
    readonly property int needed: word.takes === "nothing" ? 0 : word.takes === "two" ? 2 : 1
    readonly property bool complete: values.filter(value => value !== "").length >= needed
    readonly property bool ofPeople: field.targets !== undefined && field.targets.length === 1 && field.targets[0] === "user"
    readonly property bool typed: word.takes === "one" || word.takes === "two"

    function begin(at, path, comparison, values, shown) {
        sheet.at = at
        sheet.path = path
        field = filter.field(path)
        words = Array.from(filter.comparisons(path))
        title = field.label
        sheet.comparison = comparison === "" ? words[0].value : comparison
        sheet.values = values.length > 0 ? values : field.kind === "boolean" ? ["true"] : []
        sheet.shown = shown
        open()
    }
    function put(index, value, name) {
        const all = values.slice(), names = shown.slice()
        all[index] = value
        names[index] = name
        values = all
        shown = names
    }
    function flip(value) {
        values = values.includes(value) ? values.filter(one => one !== value) : [...values, value]
        shown = []
    }

    Flickable {
        id: scroll
        width: parent.width
        height: Math.min(column.height, sheet.parent ? sheet.parent.height * 0.6 : 500)
        contentHeight: column.height
        clip: true
        readonly property Item keyed: Window.activeFocusItem
        onKeyedChanged: if (Keyboard.used) reveal(keyed)
        function reveal(item) {
            let up = item
            while (up && up !== column)
                up = up.parent
            if (!up)
                return
            const top = item.mapToItem(column, 0, 0).y
            contentY = Math.max(0, Math.min(top, Math.max(contentY, top + item.height - height)))
        }
        Column {
            id: column
            width: parent.width
            spacing: Theme.gapLarge
            ChipRow {
                width: parent.width
                visible: sheet.words.length > 1
                prefix: "compare_"
                options: sheet.words
                value: sheet.comparison
                onChosen: value => {
                    const before = sheet.word.takes
                    sheet.comparison = value
                    if (sheet.word.takes !== before) {
                        sheet.values = []
                        sheet.shown = []
                    }
                }
            }
            ChipRow {
                width: parent.width
                visible: sheet.word.takes === "period"
                prefix: "period_"
                options: visible ? sheet.filter.periods() : []
                value: sheet.values.length > 0 ? sheet.values[0] : ""
                onChosen: value => sheet.put(0, value, "")
            }
            ChipRow {
                width: parent.width
                visible: sheet.ofPeople && sheet.typed
                prefix: "who_"
                options: [{ value: "me", label: qsTr("Me") }, { value: "my_team", label: qsTr("My team") }]
                value: sheet.values.length > 0 ? sheet.values[0] : ""
                onChosen: value => sheet.put(0, value, "")
            }
            ChipSet {
                width: parent.width
                visible: sheet.word.takes === "many"
                objectName: "chipSet"
                prefix: "value_"
                options: visible ? sheet.field.choices : []
                values: sheet.values
                onFlipped: value => sheet.flip(value)
            }
            Repeater {
                model: sheet.opened && sheet.typed ? sheet.needed : 0
                FieldEditor {
                    required property int index
                    width: column.width
                    field: Object.assign({}, sheet.field, {
                        name: "value" + index,
                        label: sheet.needed > 1 ? (index === 0 ? qsTr("From") : qsTr("To")) : sheet.field.label,
                        kind: sheet.field.kind === "datetime" ? "date" : sheet.field.kind === "references" ? "reference"
                            : sheet.field.kind === "longText" ? "text" : sheet.field.kind,
                        required: false, raw: "", shown: ""
                    })
                    raw: ["me", "my_team"].includes(sheet.values[index]) ? "" : sheet.values[index] || ""
                    shown: ["me", "my_team"].includes(sheet.values[index]) ? "" : sheet.shown[index] || ""
                    onEdited: text => sheet.put(index, text, shown)
                }
            }
        }
    }
    AppButton {
        objectName: "takeCondition"
        width: parent.width
        anchors.top: scroll.bottom
        anchors.topMargin: Theme.gapLarge
        enabled: sheet.complete
        text: qsTr("Apply")
        onClicked: {
            sheet.filter.put(sheet.at, sheet.path, sheet.comparison, sheet.values.slice(0, sheet.word.takes === "many" ? undefined : sheet.needed), sheet.shown)
            sheet.close()
        }
    }
}
