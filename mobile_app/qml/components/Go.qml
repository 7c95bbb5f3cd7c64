// Where to next: pages say what they want to show, the shell decides how.
pragma Singleton
import QtQuick

QtObject {
    signal record(string id)
    signal form(string entity, string id, var preset)
    signal list(string entity, string filter)
    /// One of the shell's pages by name, with properties of it.
    signal page(string name, var properties)
    signal back()
    signal say(string words)
    signal offer(string words, string label, var undo)
}
