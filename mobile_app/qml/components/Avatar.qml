// A record at a glance: its initials on a colour that is always the same for the same name.
import QtQuick
import Tern

Rectangle {
    id: avatar
    property string name: ""
    property string glyph: ""  ///< instead of initials
    property int size: 44

    readonly property var tones: ["accent", "calm", "good", "warn", "bad"]
    readonly property string tone: glyph !== "" ? "accent" : tones[hash(name) % tones.length]

    function hash(text) {
        let sum = 7
        for (let i = 0; i < text.length; ++i)
            sum = (sum * 31 + text.charCodeAt(i)) % 65521
        return sum
    }
    function initials(text) {
        const words = text.trim().split(/\s+/).filter(word => /[A-Za-z0-9\u00c0-\uffff]/.test(word))
        if (words.length === 0)
            return ""
        if (/^[\u2e80-\uffff]/.test(words[0]))
            return words[0].slice(0, 1)
        return (words[0].slice(0, 1) + (words.length > 1 ? words[words.length - 1].slice(0, 1) : "")).toUpperCase()
    }

    width: size
    height: size
    radius: size / 3
    color: Theme.soft_of(tone)
    Accessible.ignored: true

    Words {
        anchors.centerIn: parent
        visible: avatar.glyph === ""
        text: avatar.initials(avatar.name)
        color: Theme.ink_of(avatar.tone)
        font.pixelSize: Math.round(avatar.size * 0.36)
        font.weight: Font.DemiBold
    }
    Icon {
        anchors.centerIn: parent
        visible: avatar.glyph !== ""
        glyph: avatar.glyph
        size: Math.round(avatar.size * 0.46)
        color: Theme.ink_of(avatar.tone)
    }
}
