// One box for all: records as they are found, pages and commands by their names in both languages.
import QtQuick
import Tern
import QtQuick.Controls
import QtQuick.Templates as T

T.Popup {
    id: finder
    property var commands: []    ///< [{"name", "label", "glyph", "words": other names, "keys"}…]
    property Item before: null   ///< what had the keys
    property Item home: null     ///< what has them where one goes
    signal run(string name)

    readonly property string asked: box.text.trim().toLowerCase()
    readonly property var fitting: commands.filter(one => fits(one))
    readonly property int hits: asked === "" ? 0 : Math.min(found.count, 12)
    readonly property var lines: {
        const out = fitting.slice(0, asked === "" ? 40 : 6).map(one => ({ command: one, hit: -1 }))
        for (let i = 0; i < hits; ++i)
            out.push({ command: null, hit: i })
        return out
    }
    function fits(one) {
        if (asked === "")
            return true
        const names = (one.label + " " + one.words).toLowerCase()
        return names.split(" ").some(word => word.startsWith(asked)) || (asked.length > 2 && names.includes(asked))
    }
    function open_line(line) {
        if (!line)
            return
        before = home
        close()
        if (line.command)
            run(line.command.name)
        else
            Go.record(found.idAt(line.hit))
    }
    parent: Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: Math.min(620, parent ? parent.width - 2 * Theme.edge : 620)
    height: Math.min(parent ? parent.height * 0.72 : 600, box.height + list.contentHeight + 3 * Theme.gap)
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height * 0.12 : 0
    padding: Theme.gap
    onOpened: {
        box.field.clear()
        list.currentIndex = -1
        box.field.forceActiveFocus()
    }
    onClosed: if (before) before.forceActiveFocus(Keyboard.reason)

    Overlay.modal: Rectangle { color: Theme.veil }
    background: Rectangle {
        radius: Theme.radiusLarge
        color: Theme.raised
        border.width: 1
        border.color: Theme.line
    }
    contentItem: FocusScope {
        SearchBox {
            id: box
            objectName: "searchBox"
            width: parent.width
            placeholder: qsTr("Name, company, number, page or command…")
            onTyped: text => {
                found.text = text
                list.currentIndex = -1
            }
            field.onAccepted: finder.open_line(finder.lines[Math.max(0, list.currentIndex)])
            Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
            Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
        }
        ListView {
            id: list
            objectName: "paletteList"
            anchors.top: box.bottom
            anchors.topMargin: Theme.gap
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: finder.lines
            highlightMoveDuration: 0
            ScrollBar.vertical: ScrollBar { }
            delegate: Loader {
                id: spot
                required property int index
                required property var modelData
                width: ListView.view.width
                sourceComponent: modelData.command ? command : record
                Component {
                    id: command
                    ListLine {
                        objectName: "do_" + spot.modelData.command.name
                        glyph: spot.modelData.command.glyph
                        text: spot.modelData.command.label
                        current: spot.ListView.isCurrentItem
                        onClicked: finder.open_line(spot.modelData)
                        KeyCap {
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            keys: spot.modelData.command.keys || ""
                        }
                    }
                }
                Component {
                    id: record
                    ListRow {
                        readonly property var hit: finder.hit_of(spot.modelData.hit, found.count)
                        objectName: "hit_" + spot.modelData.hit
                        title: hit.title
                        titleFound: hit.titleFound
                        subtitle: hit.about
                        subtitleFound: hit.aboutFound
                        glyph: hit.icon
                        current: spot.ListView.isCurrentItem
                        onClicked: finder.open_line(spot.modelData)
                    }
                }
            }
        }
        Words {
            anchors.centerIn: list
            visible: finder.lines.length === 0 && found.settled
            text: qsTr("Nothing found")
            soft: true
        }
    }
    function hit_of(row, count) {
        return row < count ? found.hitAt(row) : { title: "", titleFound: "", about: "", aboutFound: "", icon: "" }
    }
    SearchModel { id: found }
}
