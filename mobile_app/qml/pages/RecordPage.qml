// One record: who it is, what to do with it, its fields, what belongs to it, what happened.
import QtQuick
import Tern

FocusScope {
    id: page
    readonly property string part: record.entity  ///< of the app
    readonly property var lined: ["quote", "order", "invoice", "contract"]
    readonly property var people: ["account", "contact", "lead", "user", "competitor"]  ///< whose initials say who
    property string recordId: ""
    property bool back: true
    property bool known: false  ///< what it is of; its body is made between frames from then on
    property bool allFields: false  ///< also of a kind that has a page of its own
    readonly property var face: Tern.entity(record.entity, Tern.facesRead)
    /// Of the record's fields those that hold something, by name: taken over once, for each look at a list of C++'s
    /// makes its maps anew.
    readonly property var told: new Map(Array.from(record.told).map(field => [field.name, field]))
    readonly property string phone: first(["mobile", "phones", "from"])
    readonly property string mail: first(["mails", "mail"])
    readonly property string latitude: raw("billing_addr_lat")
    readonly property string longitude: raw("billing_addr_lng")

    /// What was just done with this one, to be written down: the form is there when one comes back.
    function log(kind) {
        Go.form("activity", "", { kind: kind, status: "done", starts_at: new Date().toISOString(),
                                  parent: record.entity + ":" + page.recordId,
                                  subject: qsTr("Call: %1").arg(record.title) })
    }
    function raw(name) { return told.has(name) ? told.get(name).raw : "" }
    function shown(name) { return told.has(name) ? told.get(name).shown : "" }
    function first(names) {
        const found = names.find(name => told.has(name))
        return found ? raw(found).split(";")[0].trim() : ""
    }
    /// The named fields that hold something, in this order.
    function held(names) {
        return names.filter(name => told.has(name) && !naming.includes(name)).map(name => told.get(name))
    }

    readonly property var naming: Array.from(face.title || [])
    /// What is worked out first, then the form's sections; what names the record stands above already.
    readonly property var groups: {
        const silent = field => field.computed && field.kind === "boolean" && field.raw !== "true"  // not overdue, not rotten
        const shown = Array.from(told.values()).filter(field => field.kind !== "list" && field.kind !== "other"
                                                                && !naming.includes(field.name) && !silent(field))
        const system = ["created_at", "created_by", "updated_at", "updated_by", "display_name"]
        const out = []
        const add = (title, facts) => { if (facts.length > 0) out.push({ title: title, facts: facts }) }
        const names = Tern.sections(record.entity, Tern.facesRead)
        add(names.length > 0 ? names[0] : qsTr("General"),
            shown.filter(field => !field.computed && (field.section === 0 || names.length === 0)))
        add(qsTr("At a glance"), shown.filter(field => field.computed && !system.includes(field.name)))
        for (let i = 1; i < names.length; ++i)
            add(names[i], shown.filter(field => !field.computed && field.section === i))
        add(qsTr("Other"), shown.filter(field => field.section < 0 && names.length > 0
                                                && (!field.computed || system.includes(field.name))))
        return out
    }

    Loader {
        id: own
        anchors.fill: parent
        active: record.entity === "visit" && !page.allFields && !record.missing && !record.deleted
        sourceComponent: VisitPage {
            visitId: page.recordId
            back: page.back
        }
    }
    Scroll {
        id: scroll
        objectName: "recordScroll"
        anchors.fill: parent
        visible: record.loaded && !own.active
        widest: 1100

        PageHeader {
            width: parent.width
            title: ""
            back: page.back
            light: false
            IconButton {
                objectName: "edit"
                glyph: "pencil"
                text: qsTr("Edit")
                onClicked: Go.form(record.entity, page.recordId, {})
            }
            IconButton {
                objectName: "delete"
                glyph: "trash-2"
                text: qsTr("Delete")
                onClicked: {
                    Tern.remove(page.recordId)
                    Go.back()
                }
            }
        }
        Loader {
            width: parent.width
            active: page.known && !own.active
            asynchronous: true
            sourceComponent: body
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: record.missing
        glyph: "search"
        title: qsTr("This record is not here")
        text: qsTr("It was deleted, or it is in a space that you are not in.")
    }
    Shortcut {
        sequence: "Ctrl+E"
        enabled: page.visible && record.loaded && !own.active
        onActivated: Go.form(record.entity, page.recordId, {})
    }
    RecordModel {
        id: record
        recordId: page.recordId
        onLoadedChanged: page.known = page.known || loaded
    }
    Component {
        id: body
        Column {
            spacing: scroll.spacing
            Row {
                width: parent.width
                spacing: Theme.gapLarge
                Avatar {
                    id: avatar
                    size: 64
                    name: record.title
                    glyph: page.people.includes(record.entity) ? "" : page.face.icon || ""
                }
                Column {
                    width: parent.width - avatar.width - Theme.gapLarge
                    anchors.verticalCenter: parent.verticalCenter
                    Words {
                        objectName: "recordTitle"
                        width: parent.width
                        text: record.title
                        size: "title"
                        wrapMode: Text.Wrap
                        maximumLineCount: 3
                        Accessible.role: Accessible.Heading
                    }
                    Words {
                        objectName: "recordSubtitle"
                        width: parent.width
                        text: [page.face.label || "", ...page.held(["title", "account_id", "owner_id"]).map(field => field.shown)].join(" · ")
                        size: "label"
                        soft: true
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                    }
                    Flow {
                        width: parent.width
                        topPadding: Theme.gapTiny
                        spacing: Theme.gapTiny
                        visible: states.count > 0
                        Repeater {
                            id: states
                            model: page.held(["status", "state", "stage_id", "payment_state", "tier", "priority", "rating"])
                                .filter((one, i, all) => all.findIndex(other => other.shown === one.shown) === i)
                            Pill {
                                required property var modelData
                                text: modelData.shown
                                tone: Theme.tone(modelData.raw)
                            }
                        }
                    }
                }
            }
            Row {
                id: deeds
                width: parent.width
                spacing: Theme.gapSmall
                visible: page.phone !== "" || page.mail !== "" || record.entity === "account" || record.entity === "contact"
                readonly property int tiles: 4
                Tile {
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    enabled: page.phone !== ""
                    glyph: "phone"
                    objectName: "call"
                    text: qsTr("Call")
                    onClicked: {
                        Qt.openUrlExternally("tel:" + page.phone)
                        page.log("call")
                    }
                }
                Tile {
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    enabled: page.mail !== ""
                    glyph: "mail"
                    text: qsTr("Mail")
                    onClicked: Qt.openUrlExternally("mailto:" + page.mail)
                }
                Tile {
                    objectName: "navigateThere"
                    visible: record.entity === "account"
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    enabled: page.latitude !== ""
                    glyph: "map"
                    text: qsTr("Navigate")
                    onClicked: Go.navigate(page.latitude, page.longitude, record.title)
                }
                Tile {
                    objectName: "addTask"
                    visible: record.entity !== "account"
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    glyph: "circle-check"
                    text: qsTr("Task")
                    onClicked: Go.form("task", "", { parent: record.entity + ":" + page.recordId })
                }
                Tile {
                    objectName: "checkInHere"
                    visible: record.entity === "account"
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    glyph: "log-in"
                    text: qsTr("Check in")
                    onClicked: FieldWork.visitAt("account", page.recordId)
                }
                Tile {
                    objectName: "addVisit"
                    visible: record.entity !== "account"
                    width: (deeds.width - 3 * deeds.spacing) / 4
                    glyph: "map-pin"
                    text: qsTr("Visit")
                    onClicked: Go.form("visit", "", { account_id: record.raw("account_id") })
                }
            }
            Loader {
                width: parent.width
                active: record.entity === "opportunity"
                visible: active
                sourceComponent: DealCard {
                    deal: page.recordId
                    pipeline: page.raw("pipeline_id")
                    stage: page.raw("stage_id")
                    stageName: page.shown("stage_id")
                    amount: page.shown("amount")
                    closes: page.raw("expected_close")
                }
            }
            Loader {
                width: parent.width
                active: record.entity === "lead"
                visible: active
                sourceComponent: LeadCard {
                    lead: page.recordId
                    company: page.raw("company_name") || record.title
                    account: page.raw("created_account_id")
                    accountName: page.shown("created_account_id")
                    deal: page.raw("created_opportunity_id")
                    dealName: page.shown("created_opportunity_id")
                }
            }
            Loader {
                width: parent.width
                active: page.lined.includes(record.entity)
                sourceComponent: Column {
                    spacing: scroll.spacing
                    ApprovalCard { id: approval; width: parent.width; document: page.recordId }
                    LinesCard { width: parent.width; recordId: page.recordId; lapsed: approval.lapsed }
                }
            }
            Loader {
                width: parent.width
                active: record.entity === "product"
                sourceComponent: PricesCard { product: page.recordId }
            }
            TwoColumns {
                width: parent.width
                first: Column {
                    spacing: scroll.spacing
                    Repeater {
                        model: page.groups.slice(0, 2)
                        FactsCard {
                            required property var modelData
                            width: parent.width
                            title: modelData.title
                            facts: modelData.facts
                        }
                    }
                }
                middle: Column {
                    spacing: scroll.spacing
                    TimelineCard {
                        width: parent.width
                        recordId: page.recordId
                        entity: record.entity
                    }
                    Repeater {
                        model: page.belonging[record.entity] || []
                        RelatedCard {
                            required property var modelData
                            width: parent.width
                            entity: modelData.entity
                            filter: modelData.field + " = " + page.recordId
                            preset: ({ [modelData.field]: modelData.poly ? record.entity + ":" + page.recordId : page.recordId })
                            sort: modelData.sort || "-updated_at"
                        }
                    }
                }
                last: Column {
                    spacing: scroll.spacing
                    Repeater {
                        model: page.groups.slice(2)
                        FactsCard {
                            required property var modelData
                            width: parent.width
                            title: modelData.title
                            facts: modelData.facts
                        }
                    }
                }
            }
        }
    }

    /// Which kinds belong to a record of each kind, and by which of their fields.
    readonly property var tasks: [{ entity: "task", field: "parent", poly: true, sort: "due_at" }]
    readonly property var belonging: ({
        account: [
            { entity: "contact", field: "account_id", sort: "family_name" },
            { entity: "opportunity", field: "account_id" },
            ...tasks,
            { entity: "quote", field: "account_id" },
            { entity: "order", field: "account_id" },
            { entity: "case", field: "account_id" },
            { entity: "payment_plan", field: "account_id", sort: "due_date" }
        ],
        contact: tasks,
        visit_plan: [{ entity: "comment", field: "parent", poly: true }],
        lead: tasks,
        opportunity: [{ entity: "quote", field: "opportunity_id" }, { entity: "order", field: "opportunity_id" }, ...tasks],
        quote: tasks,
        contract: tasks,
        "case": tasks,
        order: [{ entity: "delivery", field: "order_id" }, { entity: "invoice", field: "order_id" }, ...tasks],
        campaign: [{ entity: "lead", field: "campaign_id" }, { entity: "opportunity", field: "campaign_id" }],
        product: [{ entity: "order", field: "lines.product_id", sort: "-order_date" }]
    })
}
