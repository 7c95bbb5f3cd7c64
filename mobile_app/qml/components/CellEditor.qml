// A value changed where it stands: Enter keeps it, Esc leaves it.
import QtQuick
import Tern
import QtQuick.Templates as T

FocusScope {
    id: cell
    required property var field
    property alias recordId: record.recordId
    signal ended()

    readonly property string raw: record.loaded ? record.raw(field.name) : ""
    readonly property bool typed: !["choice", "date", "datetime", "reference", "boolean"].includes(field.kind)

    function keep(text) {
        if (text !== raw)
            record.set(field.name, text)
        else
            ended()
    }
    function begin() {
        if (typed) {
            box.text = record.raw(field.name)
            box.forceActiveFocus()
            box.selectAll()
        } else if (field.kind === "boolean") {
            keep(record.raw(field.name) === "true" ? "false" : "true")
        } else {
            const sheet = field.kind === "choice" ? choices : field.kind === "reference" ? records : days
            sheet.createObject(cell).open()
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: Theme.raised
        border.width: 2
        border.color: record.problem !== "" ? Theme.bad : Theme.accent
    }
    T.TextField {
        id: box
        objectName: "cellBox"
        visible: cell.typed
        anchors.fill: parent
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.pixelSize: Theme.labelSize
        selectByMouse: true
        focus: true
        Accessible.name: cell.field.label
        onAccepted: cell.keep(text)
        Keys.onEscapePressed: cell.ended()
        Keys.onTabPressed: cell.keep(text)
    }
    Component {
        id: choices
        ChoiceSheet {
            title: cell.field.label
            choices: cell.field.choices
            value: cell.raw
            onChosen: value => cell.keep(value)
            onClosed: cell.ended()
        }
    }
    Component {
        id: days
        DateSheet {
            title: cell.field.label
            value: cell.raw
            withTime: cell.field.kind === "datetime"
            onChosen: value => cell.keep(value)
            onClosed: cell.ended()
        }
    }
    Component {
        id: records
        RecordSheet {
            title: cell.field.label
            targets: cell.field.targets
            onChosen: (value, title) => cell.keep(value)
            onClosed: cell.ended()
        }
    }
    RecordModel {
        id: record
        property bool begun: false
        onLoadedChanged: {
            if (!loaded || begun)
                return
            begun = true
            cell.begin()
        }
        onSaved: id => cell.ended()
        onProblemChanged: if (problem !== "") Go.say(problem)
    }
}
