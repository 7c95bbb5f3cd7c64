// Records that may be one and the same.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: page
    property bool back: true

    function take_keys() {
        if (Window.activeFocusItem === page && list.count > 0)
            list.itemAtIndex(0).nextItemInFocusChain(true).forceActiveFocus(Keyboard.reason)
    }
    PageHeader {
        id: head
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.edge
        width: list.width
        title: qsTr("Duplicates")
        subtitle: found.ready ? qsTr("%n suggestions", "", found.pairs.length) : qsTr("Looking through what is on this device")
        back: page.back
    }
    ListView {
        id: list
        objectName: "pairs"
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.edge, 860)
        clip: true
        spacing: Theme.gapSmall
        bottomMargin: Theme.edge
        model: found.pairs
        onCountChanged: if (Keyboard.used) soon.start()
        ScrollBar.vertical: ScrollBar { }
        delegate: PairCard {
            required property var modelData
            required index
            objectName: "pair_" + index
            width: ListView.view.width
            pair: modelData
            onSeparate: found.keepSeparate(modelData.first, modelData.second)
            onMerge: Go.page("merge", { ids: [modelData.first, modelData.second] })
        }
    }
    EmptyState {
        anchors.centerIn: list
        visible: found.ready && found.pairs.length === 0
        glyph: "git-merge"
        title: qsTr("No duplicates")
        text: qsTr("Numbers, addresses, domains and names are compared as you work, all on this device.")
    }
    Timer { id: soon; interval: 0; onTriggered: page.take_keys() }
    DuplicateList { id: found }
}
