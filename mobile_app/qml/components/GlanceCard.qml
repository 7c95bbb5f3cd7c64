// What one should know of a customer before the door: the last order, what is owed, what is open, what was said last.
import QtQuick
import Tern

Card {
    id: card
    property string account: ""   ///< empty: nothing is asked
    property string without: ""   ///< a visit that is not the last one
    readonly property string there: account === "" ? "" : "account_id = " + account

    padding: Theme.gapSmall
    height: lines.height + 2 * padding

    Column {
        id: lines
        width: parent.width
        GlanceLine {
            objectName: "lastOrder"
            width: lines.width
            glyph: "cart"
            label: qsTr("Last order")
            nothing: qsTr("No order yet")
            entity: "order"
            extra: "grand_total"
            day: "order_date"
            filter: card.there
            sort: "-order_date"
        }
        GlanceLine {
            objectName: "overduePayment"
            width: lines.width
            glyph: "coins"
            label: qsTr("Overdue payment")
            nothing: qsTr("Nothing is overdue")
            alarming: true
            entity: "payment_plan"
            extra: "amount"
            day: "due_date"
            filter: card.there === "" ? "" : card.there + " and status = overdue"
            sort: "due_date"
        }
        GlanceLine {
            objectName: "openCase"
            width: lines.width
            glyph: "lifebuoy"
            label: qsTr("Open case")
            nothing: qsTr("No open case")
            entity: "case"
            extra: "priority"
            filter: card.there === "" ? "" : card.there + " and not status in (resolved, closed)"
            sort: "-updated_at"
        }
        GlanceLine {
            objectName: "lastVisit"
            width: lines.width
            glyph: "map-pin"
            label: qsTr("Last visit")
            nothing: qsTr("The first visit here")
            entity: "visit"
            day: "starts_at"
            field: "summary"
            filter: card.there === "" ? "" : card.there + " and state = done" + (card.without === "" ? "" : " and not id = " + card.without)
            sort: "-starts_at"
        }
    }
}
