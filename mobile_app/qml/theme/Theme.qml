// The look: colours, type, spacing, radii, motion. The only place where a number or a colour of the design is written.
pragma Singleton
import QtQuick
import Tern

QtObject {
    readonly property bool dark: Preferences.look === Preferences.Dark
        || (Preferences.look === Preferences.System && systemDark)
    readonly property bool systemDark: probe.window.hslLightness < 0.5
    readonly property SystemPalette probe: SystemPalette {}

    // Surfaces, from the back to the front.
    readonly property color back: dark ? "#0f1416" : "#f3f6f6"
    readonly property color surface: dark ? "#182023" : "#ffffff"
    readonly property color raised: dark ? "#212b2f" : "#ffffff"
    readonly property color sunken: dark ? "#273337" : "#e8eeee"
    readonly property color line: dark ? "#2b373b" : "#dde5e5"
    readonly property color veil: dark ? "#a6000000" : "#66101c20"

    // Ink, each readable (4.5:1 or more) on every surface.
    readonly property color ink: dark ? "#eef4f4" : "#14201f"
    readonly property color inkSoft: dark ? "#a9b8ba" : "#4b5d5f"
    readonly property color inkFaint: dark ? "#8b9b9e" : "#62757a"

    // The sea.
    readonly property color accent: dark ? "#58c4d0" : "#0a6c7e"
    readonly property color accentInk: dark ? "#06282e" : "#ffffff"
    readonly property color accentSoft: dark ? "#163a42" : "#d9eef0"

    readonly property color good: dark ? "#6ad39a" : "#14703f"
    readonly property color goodSoft: dark ? "#143626" : "#dcf2e4"
    readonly property color warn: dark ? "#f0bd5b" : "#855300"
    readonly property color warnSoft: dark ? "#3a2d12" : "#fbebcb"
    readonly property color bad: dark ? "#ff8f85" : "#b3261e"
    readonly property color badSoft: dark ? "#43201d" : "#fbe1de"
    readonly property color calm: dark ? "#9db4f5" : "#3b4fb0"
    readonly property color calmSoft: dark ? "#222c4c" : "#e3e8fb"

    /// Finds letters of Chinese, with their signs.
    readonly property var han: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/

    /// Of charts: six that differ in lightness, too, so that they are told apart in grey and by every eye.
    readonly property var series: dark ? ["#58c4d0", "#7f92ee", "#f0bd5b", "#d2633c", "#a5ead0", "#56709f"]
                                       : ["#0b5e6e", "#4f6bd0", "#dd9a2e", "#b24a25", "#63bda9", "#b3c9ec"]
    readonly property int ringWidth: 22   ///< of a donut
    readonly property int barWidth: 20
    function series_tone(index) { return series[index % series.length] }

    // Type: pixel sizes at scale 1, and line heights that carry Latin and Chinese alike.
    readonly property real scale: Preferences.textScale
    // What is large already grows less, so that a heading still fits beside its buttons.
    readonly property int displaySize: Math.round(28 * Math.min(scale, 1.2))
    readonly property int titleSize: Math.round(20 * Math.min(scale, 1.4))
    readonly property int headingSize: Math.round(17 * scale)
    readonly property int bodySize: Math.round(15 * scale)
    readonly property int labelSize: Math.round(13 * scale)
    readonly property int captionSize: Math.round(12 * scale)

    // Spacing by steps of four.
    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int edge: 16  ///< between content and the window

    readonly property int radiusSmall: 8
    readonly property int radius: 12
    readonly property int radiusLarge: 18

    readonly property int touch: 44       ///< what a finger hits
    readonly property int control: Math.max(touch, Math.round(bodySize * 2.9))  ///< a button or a box: grows with its text
    readonly property int rowHeight: 68   ///< of a list for fingers
    readonly property int wide: 840       ///< from here on list and detail stand side by side
    readonly property int twoColumns: 760 ///< from here on a record's facts and its story stand side by side
    readonly property int readable: 720   ///< no line of a form is longer

    readonly property int quick: 120
    readonly property int motion: 200

    /// What a choice says, by its name: good, warn, bad, calm, else plain.
    readonly property var tones: ({
        won: "good", active: "good", done: "good", paid: "good", approved: "good", accepted: "good", resolved: "good",
        completed: "good", delivered: "good", confirmed: "good", good: "good", met: "good", published: "good",
        qualified: "good", converted: "good", customer: "good", connected: "good", issued: "good", vip: "good",
        lost: "bad", overdue: "bad", failed: "bad", rejected: "bad", breached: "bad", bad: "bad", dead: "bad",
        cancelled: "bad", urgent: "bad", skipped: "bad", "void": "bad", expired: "bad", high: "bad",
        waiting: "warn", in_approval: "warn", part_paid: "warn", dormant: "warn", watch: "warn", part: "warn",
        due: "warn", on_hold: "warn", negotiation: "warn", hot: "warn", recycled: "warn", deferred: "warn",
        "new": "calm", open: "calm", planned: "calm", assigned: "calm", in_progress: "calm", prospect: "calm",
        sent: "calm", potential: "calm", contacting: "calm", checked_in: "calm", running: "calm", key: "calm"
    })
    function tone(name) { return tones[name] || "plain" }
    function ink_of(tone) {
        return tone === "good" ? good : tone === "warn" ? warn : tone === "bad" ? bad : tone === "calm" ? calm
             : tone === "accent" ? accent : inkSoft
    }
    function soft_of(tone) {
        return tone === "good" ? goodSoft : tone === "warn" ? warnSoft : tone === "bad" ? badSoft
             : tone === "calm" ? calmSoft : tone === "accent" ? accentSoft : sunken
    }
}
