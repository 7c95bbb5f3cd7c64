// One box for everything.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: page
    readonly property string part: "search"  ///< of the app
    property bool back: false

    Column {
        id: head
        x: Math.max(Theme.edge, (parent.width - width) / 2)
        y: Theme.edge
        width: Math.min(parent.width - 2 * Theme.edge, Theme.readable)
        spacing: Theme.gap
        PageHeader { width: parent.width; title: qsTr("Search"); back: page.back }
        SearchBox {
            id: box
            objectName: "searchBox"
            width: parent.width
            placeholder: qsTr("Name, company, number, pinyin…")
            onTyped: text => found.text = text
            field.onAccepted: list.open(0)
            Keys.onDownPressed: {
                list.currentIndex = 0
                list.forceActiveFocus()
            }
        }
    }
    ListView {
        id: list
        objectName: "hits"
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        x: head.x - Theme.gapSmall
        width: head.width + 2 * Theme.gapSmall
        clip: true
        model: found
        keyNavigationEnabled: true
        activeFocusOnTab: count > 0 || activeFocus
        function open(row) {
            if (row >= 0 && row < count)
                Go.record(found.idAt(row))
        }
        ScrollBar.vertical: ScrollBar { }
        delegate: ListRow {
            required property int index
            required property string recordId
            required property string iconName
            required property string about
            required property string aboutFound
            required title
            required titleFound
            objectName: "hit_" + index
            width: ListView.view.width
            focusPolicy: Qt.ClickFocus
            keyed: current && Keyboard.used
            current: ListView.isCurrentItem && ListView.view.activeFocus
            subtitle: about
            subtitleFound: aboutFound
            glyph: iconName
            onClicked: Go.record(recordId)
        }
    }
    EmptyState {
        anchors.centerIn: list
        visible: found.count === 0 && found.settled
        glyph: "search"
        title: box.text === "" ? qsTr("Find anything") : qsTr("Nothing found")
        text: box.text === "" ? qsTr("All that you may see is on this device: search works without a network.")
                              : qsTr("Beginnings of words, pinyin and the last four digits of a number are enough.")
    }
    SearchModel { id: found }
    Component.onCompleted: box.field.forceActiveFocus()
}
