// Where to next: pages say what they want to show, the shell decides how.
pragma Singleton
import QtQuick

QtObject {
    /// Kinds of records without a list of their own: they are seen where they belong.
    readonly property var unlisted: ["custom_field", "custom_entity", "custom_choice", "merge", "audit_event", "pool_event",
                                     "stage_history", "campaign_event", "notification"]
    signal record(string id)
    signal form(string entity, string id, var preset)
    signal list(string entity, string filter)
    /// One of the shell's pages by name, with properties of it.
    signal page(string name, var properties)
    signal back()
    signal say(string words)
    signal offer(string words, string label, var undo)
    /// Takes back what was offered last, while it is offered.
    signal undo()

    /// In the platform's own maps; at a desk in the browser, since there is no other way that all desks know.
    function navigate(latitude, longitude, title) {
        const at = latitude + "," + longitude
        Qt.openUrlExternally(Qt.platform.os === "android" ? "geo:" + at + "?q=" + at + "(" + encodeURIComponent(title) + ")"
            : Qt.platform.os === "ios" ? "maps:?daddr=" + at
            : "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=15/" + latitude + "/" + longitude)
    }
}
