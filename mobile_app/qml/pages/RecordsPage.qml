// A list of one kind; on a desk the record stands beside it.
import QtQuick
import Tern
import QtQuick.Controls

FocusScope {
    id: page
    property string entity: ""
    property string filter: ""
    property bool back: false
    property string chosen: ""
    readonly property var face: Tern.entity(entity)
    readonly property bool wide: width >= Theme.wide - 92
    readonly property string sorting: orders[entity] || "-updated_at"
    readonly property var orders: ({
        account: "name", product: "name", campaign: "name", competitor: "name", contact: "family_name,given_name",
        lead: "family_name,given_name", task: "due_at", activity: "-starts_at", visit: "-starts_at"
    })

    /// On a desk there is always something to see beside the list.
    function show_first() {
        if (wide && chosen === "" && records.ready && records.count > 0)
            chosen = records.idAt(0)
    }
    onWideChanged: show_first()

    function show(id) {
        if (!wide)
            return Go.record(id)
        chosen = id
    }

    Item {
        id: left
        width: page.wide ? Math.min(420, page.width * 0.38) : page.width
        height: page.height

        Column {
            id: head
            x: Theme.edge
            y: Theme.edge
            width: parent.width - 2 * Theme.edge
            spacing: Theme.gap
            PageHeader {
                width: parent.width
                title: page.face.plural || ""
                back: page.back
                IconButton {
                    objectName: "newRecord"
                    glyph: "plus"
                    text: qsTr("New")
                    onClicked: Go.form(page.entity, "", {})
                }
            }
            SearchBox {
                id: box
                objectName: "listSearch"
                width: parent.width
                placeholder: qsTr("Search in %1").arg(page.face.plural || "")
                onTyped: text => found.text = text
                Keys.onDownPressed: {
                    list.currentIndex = 0
                    list.forceActiveFocus()
                }
            }
            Words {
                width: parent.width
                size: "label"
                soft: true
                text: box.text === "" ? qsTr("%n on this device, encrypted", "", records.count)
                                      : qsTr("%n found", "", found.count)
            }
        }
        ListView {
            id: list
            objectName: "records"
            anchors.top: head.bottom
            anchors.topMargin: Theme.gapSmall
            anchors.bottom: parent.bottom
            x: Theme.gapTiny
            width: parent.width - 2 * Theme.gapTiny
            clip: true
            focus: true
            reuseItems: true
            cacheBuffer: 400
            maximumFlickVelocity: 6000
            model: box.text === "" ? records : found
            ScrollBar.vertical: ScrollBar { }
            delegate: box.text === "" ? plain : hit
            keyNavigationEnabled: true
            Keys.onReturnPressed: if (currentItem) (currentItem as ListRow).clicked()
            onCurrentIndexChanged: if (activeFocus && page.wide && currentItem) page.chosen = (currentItem as ListRow).recordId
        }
        Component {
            id: plain
            ListRow {
                required property int index
                required recordId
                required title
                required subtitle
                required badge
                required tone
                required aside
                required loaded
                objectName: "row_" + index
                width: ListView.view.width
                current: recordId === page.chosen || (ListView.isCurrentItem && ListView.view.activeFocus)
                onClicked: page.show(recordId)
            }
        }
        Component {
            id: hit
            ListRow {
                required property int index
                required recordId
                required title
                required property string excerpt
                objectName: "hit_" + index
                subtitle: excerpt
                width: ListView.view.width
                current: recordId === page.chosen
                onClicked: page.show(recordId)
            }
        }
        EmptyState {
            anchors.centerIn: list
            visible: records.ready && list.count === 0
            glyph: page.face.icon || "inbox"
            title: box.text === "" ? qsTr("Nothing here yet") : qsTr("Nothing found")
            text: box.text === "" ? qsTr("What you add works without a network and syncs by itself.")
                                  : qsTr("Beginnings of words, pinyin and the last four digits of a number are enough.")
            action: box.text === "" ? qsTr("Add the first") : ""
            onActed: Go.form(page.entity, "", {})
        }
        Rectangle { visible: page.wide; anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
    }
    Loader {
        anchors.left: left.right
        anchors.right: parent.right
        height: parent.height
        active: page.wide
        sourceComponent: page.chosen === "" ? nothing : detail
    }
    Component {
        id: detail
        RecordPage { recordId: page.chosen; back: false }
    }
    Component {
        id: nothing
        Item {
            EmptyState {
                anchors.centerIn: parent
                glyph: page.face.icon || "inbox"
                title: qsTr("Choose one on the left")
                text: qsTr("Arrow keys and Enter do, too.")
            }
        }
    }
    RecordList {
        id: records
        entity: page.entity
        filter: page.filter
        sort: page.sorting
        onRefused: what => Go.say(what)
        onReadyChanged: page.show_first()
    }
    SearchModel {
        id: found
        entity: page.entity
    }
}
