// A visit, as it is made: who it is to, getting there, being there, and what comes after.
import QtQuick
import Tern

FocusScope {
    id: page
    property string visitId: ""
    property bool back: true
    readonly property var visit: visiting.visit
    readonly property var next: visiting.next
    readonly property var fields: Array.from(Tern.fields("visit", Tern.facesRead))
    readonly property var deeds: visiting
    readonly property string state_name: visit.state || ""
    readonly property bool open: state_name === "checked_in"
    readonly property bool ahead: state_name === "planned" || state_name === "en_route" || state_name === "skipped"
    readonly property string phone: first(customer.fields, ["mobile", "phones"])
    readonly property var outcomes: choices_of("outcome")
    property string outcome: ""
    readonly property var follow_ups: [
        { value: 1, label: qsTr("Tomorrow") }, { value: 3, label: qsTr("In %n days", "", 3) },
        { value: 7, label: qsTr("In %n days", "", 7) }, { value: 14, label: qsTr("In %n days", "", 14) }
    ]

    function first(fields, names) {
        const found = fields.find(field => names.includes(field.name) && field.raw !== "")
        return found ? found.raw.split(";")[0].trim() : ""
    }
    function choices_of(name) {
        const field = fields.find(one => one.name === name)
        return field ? field.choices : []
    }
    function navigate(stop) { Go.navigate(stop.latitude, stop.longitude, stop.title) }
    /// What is being typed is not drawn over by what is read, and stays when the page goes.
    property string noted: ""  ///< the visit whose note is being typed
    function keep_note() {
        typed.stop()
        if (noted !== "")
            Tern.set(noted, "summary", note.text)
        noted = ""
    }
    function take_note() {
        outcome = visit.outcome || ""
        note.text = visit.summary || ""
    }
    onVisitIdChanged: keep_note()
    readonly property bool loaded: visiting.loaded
    onLoadedChanged: if (loaded) take_note()
    /// Where the device is, is asked only while somebody looks.
    property bool watching: false
    function watch(wanted) {
        if (wanted === watching)
            return
        watching = wanted
        if (wanted)
            Position.watch()
        else
            Position.rest()
    }
    onVisibleChanged: watch(visible)
    Component.onCompleted: watch(visible)
    Component.onDestruction: {
        keep_note()
        watch(false)
    }

    Scroll {
        id: scroll
        anchors.fill: parent
        visible: visiting.loaded && !visiting.missing
        widest: Theme.readable

        PageHeader {
            width: parent.width
            title: ""
            back: page.back
            light: false
            IconButton {
                objectName: "visitFields"
                glyph: "list"
                text: qsTr("All fields")
                onClicked: Go.page("fields", { recordId: page.visitId, allFields: true })
            }
            IconButton {
                objectName: "edit"
                glyph: "pencil"
                text: qsTr("Edit")
                onClicked: Go.form("visit", page.visitId, {})
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gapLarge
            Avatar { id: avatar; size: 64; name: page.visit.title || "" }
            Column {
                width: parent.width - avatar.width - Theme.gapLarge
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    objectName: "recordTitle"
                    width: parent.width
                    text: page.visit.title || ""
                    size: "title"
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    Accessible.role: Accessible.Heading
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    text: [page.visit.when, page.visit.site].filter(part => part).join(" · ")
                    size: "label"
                    soft: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }
                Item { width: 1; height: Theme.gapTiny }
                Pill { objectName: "visitState"; text: page.visit.stateLabel || ""; tone: Theme.tone(page.state_name) }
            }
        }
        Row {
            id: ways
            width: parent.width
            spacing: Theme.gapSmall
            readonly property real each: (width - 3 * spacing) / 4
            Tile {
                width: ways.each
                enabled: page.phone !== ""
                glyph: "phone"
                text: qsTr("Call")
                onClicked: Qt.openUrlExternally("tel:" + page.phone)
            }
            Tile {
                objectName: "navigate"
                width: ways.each
                enabled: page.visit.placed === true
                glyph: "map"
                text: qsTr("Navigate")
                onClicked: page.navigate(page.visit)
            }
            Tile {
                objectName: "newOrder"
                width: ways.each
                enabled: page.visit.entity === "account"
                glyph: "cart"
                text: qsTr("Order")
                onClicked: Go.form("order", "", { account_id: page.visit.target, visit_id: page.visitId })
            }
            Tile {
                objectName: "toCustomer"
                width: ways.each
                enabled: !!page.visit.target
                glyph: "building-2"
                text: qsTr("Account")
                onClicked: Go.record(page.visit.target)
            }
        }
        ArrivalCard {
            visible: page.ahead
            width: parent.width
            visiting: visiting
            onByHand: reason.open()
            onSkipped: skip.open()
        }
        GlanceCard {
            visible: page.ahead && page.visit.entity === "account"
            width: parent.width
            account: visible ? page.visit.target : ""
            without: page.visitId
        }
        StayCard {
            visible: !page.ahead && page.state_name !== ""
            width: parent.width
            visit: page.visit
        }
        Words {
            objectName: "problem"
            width: parent.width
            visible: text !== ""
            text: visiting.problem
            color: Theme.bad
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        Card {
            objectName: "nextStop"
            visible: page.state_name === "done" && page.next.title !== undefined
            width: parent.width
            height: after.height + 2 * padding
            Column {
                id: after
                width: parent.width
                spacing: Theme.gap
                Column {
                    width: parent.width
                    Words { text: qsTr("Next stop"); size: "label"; soft: true }
                    Words { width: parent.width; text: page.next.title || ""; size: "heading" }
                    Words {
                        width: parent.width
                        text: [page.next.time, page.next.distance, page.next.site].filter(part => part).join(" · ")
                        soft: true
                    }
                }
                Row {
                    spacing: Theme.gapSmall
                    AppButton {
                        objectName: "goNext"
                        text: qsTr("Open")
                        onClicked: page.next.visit !== "" ? Go.record(page.next.visit)
                                                              : FieldWork.visitAt(page.next.entity, page.next.target)
                    }
                    AppButton {
                        visible: page.next.placed === true
                        kind: "secondary"
                        glyph: "map"
                        text: qsTr("Navigate")
                        onClicked: page.navigate(page.next)
                    }
                }
            }
        }
        Card {
            visible: visiting.actions.length > 0
            width: parent.width
            padding: Theme.gapSmall
            height: todo.height + 2 * padding
            Column {
                id: todo
                readonly property var visiting: page.deeds
                readonly property bool open: page.open
                width: parent.width
                topPadding: Theme.gapSmall
                CardHead { x: Theme.gapSmall; width: parent.width - 2 * x; title: qsTr("To do here") }
                Repeater {
                    model: visiting.actions
                    ActionLine {
                        required property var modelData
                        required property int index
                        readonly property var column: parent
                        objectName: "action_" + index
                        width: column ? column.width : 0
                        enabled: column ? column.open : false
                        text: modelData.label
                        note: modelData.note
                        required: modelData.required
                        checked: modelData.done
                        onClicked: column.visiting.setDone(index, !modelData.done)
                    }
                }
            }
        }
        Card {
            visible: page.open || page.state_name === "done"
            width: parent.width
            height: result.height + 2 * padding
            Column {
                id: result
                width: parent.width
                spacing: Theme.gap
                LongBox {
                    id: note
                    objectName: "visitNote"
                    visible: page.open
                    width: parent.width
                    label: qsTr("Note")
                    onEdited: {
                        page.noted = page.visitId
                        typed.restart()
                    }
                }
                Words {
                    visible: !page.open && text !== ""
                    width: parent.width
                    text: page.visit.summary || ""
                    wrapMode: Text.Wrap
                }
                Words { visible: page.open; text: qsTr("Outcome"); size: "label"; soft: true }
                ChipRow {
                    visible: page.open
                    width: parent.width
                    prefix: "outcome_"
                    options: page.outcomes
                    value: page.outcome
                    onChosen: value => page.outcome = page.outcome === value ? "" : value
                }
                Words {
                    objectName: "followAt"
                    width: parent.width
                    text: page.visit.followAt ? qsTr("Follow-up on %1").arg(page.visit.followAt) : qsTr("Follow up")
                    size: "label"
                    soft: true
                }
                ChipRow {
                    width: parent.width
                    enabled: !visiting.working
                    prefix: "follow_"
                    options: page.follow_ups
                    value: page.visit.followDays
                    onChosen: value => visiting.followUp(value)
                }
                Words {
                    objectName: "leftToDo"
                    visible: page.open && visiting.left !== ""
                    width: parent.width
                    text: qsTr("Still to do: %1").arg(visiting.left)
                    color: Theme.warn
                    wrapMode: Text.Wrap
                }
                AppButton {
                    objectName: "checkOut"
                    visible: page.open
                    width: parent.width
                    height: 56
                    enabled: !visiting.working && visiting.left === ""
                    glyph: "log-out"
                    text: qsTr("Check out")
                    onClicked: {
                        page.keep_note()
                        visiting.checkOut(page.outcome, note.text)
                    }
                }
            }
        }
        GlanceCard {
            visible: !page.ahead && page.visit.entity === "account"
            width: parent.width
            account: visible ? page.visit.target : ""
            without: page.visitId
        }
        Item { width: 1; height: Theme.gapHuge }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: visiting.missing
        glyph: "search"
        title: qsTr("This visit is not here")
        text: qsTr("It was deleted, or it is in a space that you are not in.")
    }
    ReasonSheet {
        id: reason
        title: qsTr("Check in by hand")
        explanation: qsTr("The visit will say that it was entered by hand, and why.")
        action: qsTr("Check in")
        onGiven: words => visiting.checkInByHand(words)
    }
    ChoiceSheet {
        id: skip
        title: qsTr("Skipped because")
        optional: false
        choices: page.choices_of("skip_reason")
        onChosen: value => {
            if (value !== "")
                visiting.skip(value)
        }
    }
    Shortcut {
        sequence: "Ctrl+E"
        enabled: page.visible && visiting.loaded
        onActivated: Go.form("visit", page.visitId, {})
    }
    Visiting {
        id: visiting
        visitId: page.visitId
        onCheckedIn: Go.say(qsTr("Checked in"))
        onCheckedOut: Go.say(qsTr("Checked out"))
    }
    Timer {
        id: typed
        interval: 1000
        onTriggered: page.keep_note()
    }
    Connections {
        target: Position
        function onChanged() { visiting.lookNear() }
    }
    RecordModel {
        id: customer
        recordId: page.visit.target || ""
    }
}
