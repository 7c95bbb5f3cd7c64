// The rows of a list: of records, of what a search found, or of one group among others.
import QtQuick
import Tern
import QtQuick.Controls

ListView {
    id: list
    required property RecordList records
    required property SearchModel found
    property string entity: ""
    property bool searching: false
    property bool grouped: false
    property var groups: []
    property int openGroup: -1
    property bool selecting: false
    property bool beside: false     ///< a record stands beside the list: arrows choose it
    property string chosen: ""
    property int anchor: -1         ///< where selecting by Shift began
    readonly property bool pulled: verticalOvershoot < -72
    signal shown(string id)
    signal marked(int row)
    signal allMarked()
    signal unmarked()
    signal groupChosen(int index)

    function enter() {
        currentIndex = 0
        forceActiveFocus()
    }
    function mark(row) {
        anchor = row
        marked(row)
    }
    function extend(by) {
        const to = Math.max(0, Math.min(count - 1, currentIndex + by))
        if (anchor < 0)
            anchor = currentIndex
        if (!selecting)
            marked(anchor)
        currentIndex = to
        records.selectTo(anchor, to)
    }
    function follow_up(id, title) {
        const day = new Date()
        day.setDate(day.getDate() + 1)
        day.setHours(9, 0, 0, 0)
        Go.form("task", "", { subject: qsTr("Follow up: %1").arg(title), parent: entity + ":" + id, due_at: day.toISOString() })
    }
    readonly property bool completes: entity === "task" || entity === "activity"
    readonly property bool followed: {
        const parent = Array.from(Tern.fields("task", Tern.facesRead)).find(field => field.name === "parent")
        return parent !== undefined && Array.from(parent.targets).includes(entity)
    }

    clip: true
    reuseItems: true
    cacheBuffer: 400
    maximumFlickVelocity: 6000
    model: searching ? found : grouped && openGroup < 0 ? null : records
    delegate: searching ? hit : plain
    keyNavigationEnabled: true
    activeFocusOnTab: true
    ScrollBar.vertical: ScrollBar { }
    header: GroupLines {
        width: list.width
        height: list.grouped ? implicitHeight : 0
        visible: list.grouped
        groups: list.grouped ? list.groups.slice(0, list.openGroup < 0 ? undefined : list.openGroup + 1) : []
        open: list.openGroup
        onChosen: index => list.groupChosen(index)
    }
    footer: GroupLines {
        readonly property bool used: list.grouped && list.openGroup >= 0
        width: list.width
        height: used ? implicitHeight : 0
        visible: used
        groups: used ? list.groups.slice(list.openGroup + 1) : []
        first: list.openGroup + 1
        onChosen: index => list.groupChosen(index)
    }
    Keys.onPressed: event => {
        const command = event.modifiers & Qt.ControlModifier, shift = event.modifiers & Qt.ShiftModifier
        if (command && event.key === Qt.Key_A && !searching) {
            event.accepted = true
            allMarked()
        } else if (event.key === Qt.Key_Space && currentIndex >= 0 && !searching) {
            event.accepted = true
            mark(currentIndex)
        } else if (shift && (event.key === Qt.Key_Down || event.key === Qt.Key_Up) && !searching) {
            event.accepted = true
            extend(event.key === Qt.Key_Down ? 1 : -1)
        } else if (event.key === Qt.Key_Escape && selecting) {
            event.accepted = true
            unmarked()
        } else if (!shift) {
            anchor = -1
        }
    }
    onCountChanged: stand()
    onActiveFocusChanged: stand()
    /// The keys are at a row as soon as there is one.
    function stand() {
        if (activeFocus && currentIndex < 0 && count > 0)
            currentIndex = 0
    }
    onCurrentIndexChanged: if (activeFocus && beside && currentItem) shownByKey()
    function shownByKey() {
        const row = currentItem as ListRow
        if (row && row.recordId !== "")
            shown(row.recordId)
    }

    // Pulled down over its beginning, the list asks the server.
    onDragEnded: {
        if (!pulled)
            return
        Tern.syncNow()
        Go.say(Tern.online ? qsTr("Asking your team's server…") : qsTr("The network is switched off; your work is kept here"))
    }
    Words {
        objectName: "pullHint"
        parent: list
        y: Theme.gapSmall
        width: list.width
        visible: list.verticalOvershoot < -16
        opacity: Math.min(1, -list.verticalOvershoot / 72)
        horizontalAlignment: Text.AlignHCenter
        size: "label"
        soft: true
        text: list.pulled ? qsTr("Let go to sync") : qsTr("Pull to sync")
    }

    Component {
        id: plain
        ListRow {
            id: row
            required property int index
            required recordId
            required title
            required subtitle
            required badge
            required tone
            required aside
            required loaded
            required selected
            required property string phone
            required property string mail
            objectName: "row_" + index
            width: ListView.view.width
            selecting: list.selecting
            moved: deeds.moved
            focusPolicy: Qt.ClickFocus
            keyed: ListView.isCurrentItem && ListView.view.activeFocus && Keyboard.used
            Keys.onSpacePressed: list.mark(index)
            current: recordId === list.chosen || keyed
            onClicked: list.selecting ? list.marked(index) : list.shown(recordId)
            onPressAndHold: if (!list.selecting) list.marked(index)
            SwipeDeeds {
                id: deeds
                anchors.fill: parent
                enabled: !list.selecting
                still: !list.moving
                rightGlyph: row.phone !== "" ? "phone" : "mail"
                rightText: row.phone !== "" ? qsTr("Call") : row.mail !== "" ? qsTr("Mail") : ""
                leftGlyph: list.completes ? "check" : "clock"
                leftTone: list.completes ? "good" : "calm"
                leftText: list.completes ? (row.tone === "done" ? "" : qsTr("Done")) : list.followed ? qsTr("Follow up") : ""
                onSweptRight: Qt.openUrlExternally(row.phone !== "" ? "tel:" + row.phone.replace(/\s/g, "") : "mailto:" + row.mail)
                onSweptLeft: {
                    if (list.entity === "task")
                        Bulk.change([row.recordId], { state: "done", completed_at: new Date().toISOString() })
                    else if (list.entity === "activity")
                        Bulk.change([row.recordId], { status: "done" })
                    else
                        list.follow_up(row.recordId, row.title)
                }
            }
        }
    }
    Component {
        id: hit
        ListRow {
            required property int index
            required recordId
            required title
            required titleFound
            required property string about
            required property string aboutFound
            objectName: "hit_" + index
            focusPolicy: Qt.ClickFocus
            keyed: ListView.isCurrentItem && ListView.view.activeFocus && Keyboard.used
            subtitle: about
            subtitleFound: aboutFound
            width: ListView.view.width
            current: recordId === list.chosen
            onClicked: list.shown(recordId)
        }
    }
}
