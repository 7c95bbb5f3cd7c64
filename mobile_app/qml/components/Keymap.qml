// What the keys do: what the shell obeys and what the page of keys shows are this one table.
pragma Singleton
import QtQuick

QtObject {
    id: map
    readonly property string control: Qt.platform.os === "osx" || Qt.platform.os === "ios" ? "⌘" : "Ctrl"
    /// {"keys", "does", "run": what the shell does; without one, a page does it itself, "where"}
    readonly property var lines: [
        { keys: "Ctrl K", run: "palette", does: qsTr("Find a record, a page or a command"), where: qsTr("Everywhere") },
        { keys: "Ctrl N", run: "add", does: qsTr("Something new"), where: qsTr("Everywhere") },
        { keys: "Ctrl 1 … 9", run: "section", does: qsTr("The sections, in their order"), where: qsTr("Everywhere") },
        { keys: "Esc", run: "back", does: qsTr("Back"), where: qsTr("Everywhere") },
        { keys: "?", run: "keys", does: qsTr("This page"), where: qsTr("Everywhere") },
        { keys: "F1", run: "keys", does: qsTr("This page"), where: qsTr("Everywhere") },
        { keys: "Tab", does: qsTr("On to the next"), where: qsTr("Everywhere") },
        { keys: "↑ ↓ Enter", does: qsTr("Through lists and what was found"), where: qsTr("Lists and charts") },
        { keys: "Ctrl E", does: qsTr("Edit the record"), where: qsTr("Records") },
        { keys: "Ctrl Enter", does: qsTr("Save, confirm"), where: qsTr("Records") },
        { keys: "Ctrl S", does: qsTr("Save, as a draft where there is one"), where: qsTr("Records") },
        { keys: "Ctrl ← →", does: qsTr("Move a deal to another stage"), where: qsTr("Deals") },
        { keys: "Ctrl ↑ ↓", does: qsTr("Move a stop"), where: qsTr("Plan of the day") },
        { keys: "T", does: qsTr("Agree on a time"), where: qsTr("Plan of the day") }
    ]
    function shown(keys) { return keys.replace("Ctrl", control) }
    /// What the shell is to do about these keys; "" for nothing. "section 3" for the third.
    function run_of(event) {
        const digit = event.key >= Qt.Key_1 && event.key <= Qt.Key_9
        if (event.modifiers & Qt.ControlModifier && digit)
            return "section " + (event.key - Qt.Key_0)
        const letter = event.key >= Qt.Key_A && event.key <= Qt.Key_Z ? String.fromCharCode(event.key) : ""
        const pressed = event.key === Qt.Key_Escape || event.key === Qt.Key_Back ? "Esc" : event.key === Qt.Key_F1 ? "F1"
                      : event.text === "?" ? "?" : event.modifiers & Qt.ControlModifier && letter !== "" ? "Ctrl " + letter : ""
        const line = pressed === "" ? undefined : lines.find(one => one.keys === pressed && one.run !== undefined)
        return line ? line.run : ""
    }
}
