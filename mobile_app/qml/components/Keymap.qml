// What the keys do: what the shell obeys and what the page of keys shows are this one table.
pragma Singleton
import QtQuick

QtObject {
    id: map
    readonly property string control: Qt.platform.os === "osx" || Qt.platform.os === "ios" ? "⌘" : "Ctrl"
    /// {"keys", "does", "where", "run": what the shell does, "act": what a list does; with neither, a page does it itself}
    readonly property var lines: [
        { keys: "Ctrl K", run: "palette", does: qsTr("Find a record, a page or a command"), where: qsTr("Everywhere") },
        { keys: "Ctrl N", run: "add", does: qsTr("Something new"), where: qsTr("Everywhere") },
        { keys: "Ctrl 1 … 9", run: "section", does: qsTr("The sections, in their order"), where: qsTr("Everywhere") },
        { keys: "Ctrl Z", run: "undo", does: qsTr("Undo, while it is offered"), where: qsTr("Everywhere") },
        { keys: "Esc", run: "back", does: qsTr("Back"), where: qsTr("Everywhere") },
        { keys: "?", run: "keys", does: qsTr("This page"), where: qsTr("Everywhere") },
        { keys: "F1", run: "keys", does: qsTr("This page"), where: qsTr("Everywhere") },
        { keys: "Tab", does: qsTr("On to the next"), where: qsTr("Everywhere") },
        { keys: "F6", run: "part 1", does: qsTr("On to the next part of the page, Shift: back"), where: qsTr("Everywhere") },
        { keys: "Shift F6", run: "part -1" },
        { keys: "↑ ↓ Enter", does: qsTr("Through lists and what was found"), where: qsTr("Lists and charts") },
        { keys: "Space", does: qsTr("Select"), where: qsTr("Lists and charts") },
        { keys: "Shift ↑ ↓", does: qsTr("Select several"), where: qsTr("Lists and charts") },
        { keys: "Ctrl A", does: qsTr("Select all"), where: qsTr("Lists and charts") },
        { keys: "Ctrl F", act: "search", does: qsTr("Search in the list"), where: qsTr("Lists and charts") },
        { keys: "Ctrl Shift F", act: "filter", does: qsTr("Filter"), where: qsTr("Lists and charts") },
        { keys: "Ctrl Shift S", act: "keep", does: qsTr("Save as a view"), where: qsTr("Lists and charts") },
        { keys: "Alt 1 … 9", act: "view", does: qsTr("All, and the views in their order"), where: qsTr("Lists and charts") },
        { keys: "Ctrl Shift O", act: "owner", does: qsTr("Give what is selected to somebody"), where: qsTr("Lists and charts") },
        { keys: "Ctrl Shift M", act: "merge", does: qsTr("Merge what is selected"), where: qsTr("Lists and charts") },
        { keys: "Ctrl Shift E", act: "export", does: qsTr("Export the list, or what is selected"), where: qsTr("Lists and charts") },
        { keys: "Ctrl E", does: qsTr("Edit the record"), where: qsTr("Records") },
        { keys: "Ctrl Enter", does: qsTr("Save, confirm"), where: qsTr("Records") },
        { keys: "Ctrl S", does: qsTr("Save, as a draft where there is one"), where: qsTr("Records") },
        { keys: "↑ ↓ ← →", does: qsTr("Through the stages and their deals"), where: qsTr("Deals") },
        { keys: "Ctrl ← →", does: qsTr("Move a deal to another stage"), where: qsTr("Deals") },
        { keys: "Ctrl ↑ ↓", does: qsTr("Move a stop"), where: qsTr("Plan of the day") },
        { keys: "T", does: qsTr("Agree on a time"), where: qsTr("Plan of the day") }
    ]
    readonly property var told: lines.filter(line => line.does !== undefined)
    function shown(keys) { return keys.replace("Ctrl", control) }
    /// As `lines` write them; "" for a key that is in none of them.
    function pressed(event) {
        const letter = event.key >= Qt.Key_A && event.key <= Qt.Key_Z ? String.fromCharCode(event.key) : ""
        const name = event.key === Qt.Key_Escape || event.key === Qt.Key_Back ? "Esc" : event.key === Qt.Key_F1 ? "F1"
                   : event.key === Qt.Key_F6 ? "F6" : letter
        if (event.text === "?")
            return "?"
        const with_ = (event.modifiers & Qt.ControlModifier ? "Ctrl " : "") + (event.modifiers & Qt.ShiftModifier ? "Shift " : "")
        return name === "" || (name === letter && with_ === "") ? "" : with_ + name
    }
    /// The digit that is pressed with that modifier alone; 0 for none.
    function digit(event, modifier) {
        const shown = event.key >= Qt.Key_1 && event.key <= Qt.Key_9
        return shown && (event.modifiers & ~Qt.KeypadModifier) === modifier ? event.key - Qt.Key_0 : 0
    }
    function line_of(event) {
        const keys = pressed(event)
        return keys === "" ? undefined : lines.find(one => one.keys === keys)
    }
    /// What the shell is to do about these keys; "" for nothing. "section 3" for the third.
    function run_of(event) {
        const section = digit(event, Qt.ControlModifier), line = line_of(event)
        return section > 0 ? "section " + section : line && line.run ? line.run : ""
    }
    /// What a list is to do about them; "view 3" for the third.
    function act_of(event) {
        const view = digit(event, Qt.AltModifier), line = line_of(event)
        return view > 0 ? "view " + view : line && line.act ? line.act : ""
    }
}
