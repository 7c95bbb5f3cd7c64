// The right way to change a field, by what it holds.
import QtQuick
import Tern

Loader {
    id: editor
    required property var field      ///< of RecordModel.fields
    property string raw: field.raw   ///< what it holds now
    property string shown: field.shown
    signal edited(string text)

    objectName: "field_" + field.name
    readonly property bool chosen: ["choice", "date", "datetime", "reference"].includes(field.kind)
    sourceComponent: field.kind === "boolean" ? toggle : field.kind === "longText" ? area : chosen ? pick : line

    function label_of(value) {
        const found = field.choices.find(choice => choice.value === value)
        return found ? found.label : value
    }

    Component {
        id: line
        TextBox {
            label: editor.field.label
            required: editor.field.required
            text: editor.raw
            inputMethodHints: editor.field.kind === "phone" ? Qt.ImhDialableCharactersOnly
                : editor.field.kind === "mail" ? Qt.ImhEmailCharactersOnly
                : editor.field.kind === "url" ? Qt.ImhUrlCharactersOnly
                : ["number", "money", "percent", "duration"].includes(editor.field.kind) ? Qt.ImhFormattedNumbersOnly
                : Qt.ImhNone
            placeholder: editor.field.kind === "money" ? "1000 EUR" : ""
            note: ["list", "references", "choices"].includes(editor.field.kind) ? qsTr("Several: with ; between") : ""
            onEdited: text => editor.edited(text)
        }
    }
    Component {
        id: area
        LongBox {
            label: editor.field.label
            required: editor.field.required
            text: editor.raw
            onEdited: text => editor.edited(text)
        }
    }
    Component {
        id: toggle
        Toggle {
            text: editor.field.label
            checked: editor.raw === "true"
            onToggled: editor.edited(checked ? "true" : "false")
        }
    }
    Component {
        id: pick
        PickBox {
            label: editor.field.label
            required: editor.field.required
            glyph: editor.field.kind === "reference" ? "search" : editor.field.kind === "choice" ? "chevron-down" : "calendar"
            shown: editor.field.kind === "choice" ? editor.label_of(editor.raw) : editor.shown
            onAsked: {
                const sheet = editor.field.kind === "choice" ? choices : editor.field.kind === "reference" ? records : days
                sheet.createObject(editor).open()
            }
        }
    }
    Component {
        id: choices
        ChoiceSheet {
            title: editor.field.label
            choices: editor.field.choices
            value: editor.raw
            onChosen: value => {
                editor.raw = value
                editor.edited(value)
            }
            onClosed: destroy()
        }
    }
    Component {
        id: days
        DateSheet {
            title: editor.field.label
            value: editor.raw
            withTime: editor.field.kind === "datetime"
            onChosen: value => {
                editor.raw = value
                editor.shown = value === "" ? "" : withTime ? new Date(value).toLocaleString(Tern.locale, Locale.ShortFormat)
                                                            : new Date(value).toLocaleDateString(Tern.locale, Locale.ShortFormat)
                editor.edited(value)
            }
            onClosed: destroy()
        }
    }
    Component {
        id: records
        RecordSheet {
            title: editor.field.label
            targets: editor.field.targets
            onChosen: (value, title) => {
                editor.raw = value
                editor.shown = title
                editor.edited(value)
            }
            onClosed: destroy()
        }
    }
}
