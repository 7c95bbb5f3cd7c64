// Records from a file: look, say what goes where, try, take, and the way back.
import QtQuick
import Tern
import QtQuick.Dialogs

Scroll {
    id: page
    property bool back: true
    property string entity: ""  ///< what the records are, where that is known
    property string file: ""    ///< opened at once
    widest: 860
    Component.onCompleted: if (file !== "") source.open(file)
    readonly property var report: source.report
    readonly property var face: Tern.entity(source.entity, Tern.facesRead)
    readonly property var fields: Array.from(Tern.fields(source.entity, Tern.facesRead)).filter(field => !field.computed)
                                       .map(field => ({ value: field.name, label: field.label }))
    readonly property var mapped: Array.from(source.columns).filter(column => column.field !== "")

    function counted(report) {
        const parts = []
        if (report.created > 0)
            parts.push(qsTr("%n new", "", report.created))
        if (report.updated > 0)
            parts.push(qsTr("%n changed", "", report.updated))
        if (report.unchanged > 0)
            parts.push(qsTr("%n as they were", "", report.unchanged))
        if (report.refused > 0)
            parts.push(qsTr("%n refused", "", report.refused))
        return parts.length > 0 ? parts.join(" · ") : qsTr("Nothing in it")
    }

    PageHeader {
        width: parent.width
        title: source.file === "" ? qsTr("Import") : source.file
        subtitle: source.file === "" ? qsTr("CSV, Excel, JSON, vCard, iCalendar") : qsTr("%n rows", "", page.report.rows || 0)
        back: page.back
    }
    Card {
        width: parent.width
        visible: source.phase === ImportModel.Choosing
        height: choosing.height + 2 * padding
        border.color: drop.containsDrag ? Theme.accent : Theme.line
        Column {
            id: choosing
            width: parent.width
            spacing: Theme.gapLarge
            Words {
                width: parent.width
                wrapMode: Text.Wrap
                text: qsTr("Choose a file, or drop it here. Nothing is taken before you have seen what would happen, and it can be undone.")
                soft: true
            }
            AppButton {
                objectName: "chooseFile"
                glyph: "folder"
                text: qsTr("Choose a file")
                onClicked: dialog.open()
            }
            TextBox {
                id: path
                objectName: "importPath"
                width: parent.width
                label: qsTr("Or where it is")
                placeholder: "contacts.csv"
                onAccepted: source.open(text)
            }
            Words {
                objectName: "importProblem"
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                color: Theme.bad
                text: source.problem
            }
        }
        DropArea {
            id: drop
            anchors.fill: parent
            onDropped: drop => { if (drop.hasUrls) source.open("" + drop.urls[0]) }
        }
    }
    Card {
        width: parent.width
        visible: source.phase === ImportModel.Looking || source.phase === ImportModel.Working
        height: working.height + 2 * padding
        WorkBar {
            id: working
            width: parent.width
            part: source.part > 0 ? source.part : -1
            text: source.phase === ImportModel.Looking ? qsTr("Looking through the file") : qsTr("Taking the rows")
            onCanceled: source.phase === ImportModel.Looking ? source.reset() : source.cancel()
        }
    }
    Card {
        width: parent.width
        visible: source.phase === ImportModel.Ready
        height: mapping.height + 2 * padding
        Column {
            id: mapping
            width: parent.width
            spacing: Theme.gapLarge
            PickBox {
                objectName: "importEntity"
                width: parent.width
                label: qsTr("What these are")
                shown: page.face.plural || ""
                onAsked: kinds.open()
            }
            Words { width: parent.width; text: qsTr("What goes where"); size: "heading"; visible: source.entity !== "" }
            Repeater {
                model: source.columns
                ImportColumn {
                    required property var modelData
                    width: mapping.width
                    name: modelData.name
                    samples: modelData.samples
                    field: modelData.field
                    label: modelData.label
                    fields: page.fields
                    visible: source.entity !== ""
                    onPut: field => source.put(modelData.name, field)
                }
            }
            PickBox {
                objectName: "importMatch"
                width: parent.width
                visible: page.mapped.length > 0
                label: qsTr("Known already by")
                shown: {
                    const found = page.mapped.find(column => column.field === source.match)
                    return found ? found.label : qsTr("Its number, where the file has one")
                }
                onAsked: keys.open()
            }
        }
    }
    Card {
        width: parent.width
        visible: (source.phase === ImportModel.Ready && source.entity !== "") || source.phase === ImportModel.Done
        height: outcome.height + 2 * padding
        Column {
            id: outcome
            width: parent.width
            spacing: Theme.gap
            Words {
                objectName: "importOutcome"
                width: parent.width
                size: "heading"
                wrapMode: Text.Wrap
                text: source.phase === ImportModel.Done
                      ? (page.report.stopped ? qsTr("Stopped: %1") : qsTr("Taken: %1")).arg(page.counted(page.report))
                      : source.problem !== "" ? qsTr("It cannot be taken like this") : qsTr("It would give: %1").arg(page.counted(page.report))
            }
            Words {
                width: parent.width
                visible: text !== ""
                wrapMode: Text.Wrap
                color: Theme.bad
                text: source.problem
            }
            Repeater {
                model: Array.from(source.notes).slice(0, 8)
                Words {
                    required property var modelData
                    width: outcome.width
                    wrapMode: Text.Wrap
                    size: "label"
                    soft: true
                    text: qsTr("Row %1: %2").arg(modelData.row).arg(modelData.reason)
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall
                AppButton {
                    objectName: "importGo"
                    visible: source.phase === ImportModel.Ready
                    enabled: source.problem === "" && (page.report.created > 0 || page.report.updated > 0)
                    glyph: "download"
                    text: qsTr("Take them")
                    onClicked: source.take()
                }
                AppButton {
                    objectName: "importShow"
                    visible: source.phase === ImportModel.Done
                    text: qsTr("Show them")
                    onClicked: Go.list(source.entity, "")
                }
                AppButton {
                    objectName: "importUndo"
                    visible: source.phase === ImportModel.Done && (page.report.created > 0 || page.report.updated > 0)
                    kind: "secondary"
                    glyph: "undo-2"
                    text: qsTr("Undo the import")
                    onClicked: source.undo()
                }
                AppButton {
                    objectName: "importAnother"
                    kind: "quiet"
                    text: qsTr("Another file")
                    onClicked: source.reset()
                }
            }
        }
    }
    Words {
        text: qsTr("Imports so far")
        size: "heading"
        visible: source.phase === ImportModel.Choosing && past.rows.length > 0
    }
    Card {
        width: parent.width
        visible: source.phase === ImportModel.Choosing && past.rows.length > 0
        padding: Theme.gapSmall
        height: made.height + 2 * padding
        Column {
            id: made
            width: parent.width
            Repeater {
                model: past.rows
                Item {
                    id: job
                    required property var modelData
                    width: made.width
                    height: 60
                    Column {
                        x: Theme.gapSmall
                        width: parent.width - (undo.visible ? undo.width : 0) - 3 * Theme.gapSmall
                        anchors.verticalCenter: parent.verticalCenter
                        Words { width: parent.width; text: job.modelData.name }
                        Words {
                            width: parent.width
                            text: job.modelData.kind + " · " + qsTr("%n rows", "", job.modelData.rows) + " · " + job.modelData.at
                            size: "caption"
                            soft: true
                        }
                    }
                    AppButton {
                        id: undo
                        visible: job.modelData.undoable
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        kind: "secondary"
                        glyph: "undo-2"
                        text: qsTr("Undo")
                        onClicked: source.undo(job.modelData.id)
                    }
                }
            }
        }
    }
    ChoiceSheet {
        id: kinds
        title: qsTr("What these are")
        optional: false
        value: source.entity
        choices: Array.from(Tern.entities).map(entity => ({ value: entity.name, label: entity.plural }))
        onChosen: value => source.entity = value
    }
    ChoiceSheet {
        id: keys
        title: qsTr("Known already by")
        value: source.match
        choices: page.mapped.map(column => ({ value: column.field, label: column.label }))
        onChosen: value => source.match = value
    }
    FileDialog {
        id: dialog
        title: qsTr("Import")
        nameFilters: [qsTr("Tables, cards and calendars (%1)").arg("*.csv *.tsv *.xlsx *.json *.jsonl *.vcf *.ics"), qsTr("All files (%1)").arg("*")]
        onAccepted: source.open("" + selectedFile)
    }
    ImportModel {
        id: source
        entity: page.entity
        onUndone: (deleted, restored, left) => {
            Go.say(left > 0 ? qsTr("Undone, but for %n that somebody has changed since", "", left) : qsTr("The import is undone"))
            source.reset()
        }
    }
    LookingBack { id: past; kind: LookingBack.Imports }
}
