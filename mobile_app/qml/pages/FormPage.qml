// A record being written: what matters first, the rest by its sections; saved at once or not at all.
import QtQuick
import Tern

FocusScope {
    id: page
    readonly property string part: entity  ///< of the app
    property string entity: ""
    property string recordId: ""
    property var preset: ({})
    readonly property var face: Tern.entity(entity, Tern.facesRead)
    property bool all: false

    /// What is asked for before all else, in the order in which people tell it; of other kinds the schema says.
    readonly property var opening: ({
        account: ["name", "phones", "mails", "website", "industry", "tier", "billing_addr_street", "billing_addr_city"],
        contact: [...named, "account_id", "title", "mobile", "mails"],
        lead: [...named, "company_name", "mobile", "mails", "source", "rating", "need"],
        opportunity: ["name", "account_id", "amount", "expected_close", "stage_id", "next_step", "next_step_at"],
        activity: ["kind", "subject", "parent", "starts_at", "status", "description", "next_follow_at"],
        task: ["subject", "parent", "due_at", "priority", "assignee_id"],
        visit: ["account_id", "starts_at", "ends_at", "subject", "purpose"],
        product: ["name", "sku", "category_id", "unit", "list_price"],
        "case": ["subject", "account_id", "contact_id", "priority", "description"]
    })[entity] || []
    readonly property var named: Tern.language === "zh" ? ["family_name", "given_name"] : ["given_name", "family_name"]
    function is_first(field, index) {
        return field.required || field.raw !== "" || field.name in preset
            || (opening.length > 0 ? opening.includes(field.name) : field.listed || index < 4)
    }
    /// Built once: typing must not build the form anew.
    property var editable: []
    property int laid: 0  ///< with which faces
    function lay_out() {
        laid = Tern.facesRead
        const typed = Array.from(record.fields).filter(field => field.typed && field.kind !== "other")
        const begin = opening.map(name => typed.find(field => field.name === name)).filter(field => field)
        editable = [...begin, ...typed.filter(field => !begin.includes(field))]
    }
    function build() {
        lay_out()
        for (const name in preset)
            if (preset[name] !== "")
                record.type(name, preset[name])
        Qt.callLater(take_keys)
    }
    function take_keys() {
        if (Window.activeFocusItem === page && editable.length > 0)
            scroll.enter()
    }
    readonly property bool ready: recordId === "" ? record.fields.length > 0 : record.loaded
    onReadyChanged: if (ready && editable.length === 0) build()
    Component.onCompleted: if (ready) build()

    Item {
        id: bar
        z: 1
        width: parent.width
        height: Theme.touch + 2 * Theme.gap + (problem.visible ? problem.height + Theme.gap : 0)
        Words {
            id: problem
            objectName: "problem"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gapSmall
            x: scroll.column.x
            width: scroll.column.width
            visible: record.problem !== ""
            text: record.problem
            color: Theme.bad
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        PageHeader {
            x: scroll.column.x
            y: Theme.gap
            width: scroll.column.width
            title: page.recordId === "" ? qsTr("New: %1").arg(page.face.label || "") : record.title
            back: true
            AppButton {
                objectName: "save"
                text: record.saving ? qsTr("Saving…") : qsTr("Save")
                enabled: !record.saving && (record.dirty || page.recordId === "")
                onClicked: record.save()
            }
        }
    }
    Scroll {
        id: scroll
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        widest: Theme.readable

        Card {
            objectName: "alike"
            visible: record.alike.length > 0
            width: parent.width
            padding: Theme.gapSmall
            height: known.height + 2 * padding
            color: Theme.warnSoft
            border.color: Theme.warn
            Accessible.role: Accessible.AlertMessage
            Accessible.name: title.text
            Column {
                id: known
                width: parent.width
                Words {
                    id: title
                    width: parent.width
                    leftPadding: Theme.gap
                    text: qsTr("Perhaps it is already here")
                    color: Theme.warn
                    font.weight: Font.DemiBold
                }
                Repeater {
                    model: record.alike
                    ListLine {
                        required property var modelData
                        required property int index
                        objectName: "alike_" + index
                        width: known.width
                        text: modelData.title
                        aside: modelData.because === modelData.title ? modelData.kind : modelData.because
                        leads: true
                        onClicked: Go.record(modelData.id)
                    }
                }
            }
        }
        Repeater {
            model: page.editable
            FieldEditor {
                required property var modelData
                required property int index
                width: scroll.column.width
                field: modelData
                visible: page.all || page.is_first(modelData, index)
                height: visible ? implicitHeight : 0
                raw: record.raw(modelData.name)
                onEdited: text => record.type(modelData.name, text)
            }
        }
        AppButton {
            objectName: "allFields"
            visible: !page.all
            kind: "quiet"
            glyph: "chevron-down"
            text: qsTr("All fields")
            onClicked: page.all = true
        }
        Item { width: 1; height: Theme.gapHuge }
    }
    RecordModel {
        id: record
        entity: page.entity
        recordId: page.recordId
        onFieldsChanged: if (page.editable.length > 0 && page.laid !== Tern.facesRead) page.lay_out()
        onSaved: id => {
            Go.back()
            if (page.recordId === "")
                Go.record(id)
            Go.say(qsTr("Saved on this device"))
        }
    }
    Keys.onPressed: event => {
        if ((event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Return || event.key === Qt.Key_S)) {
            event.accepted = true
            record.save()
        }
    }
}
