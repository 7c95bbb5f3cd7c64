// The kinds of record as the screen names them. What binds to these functions follows when the language changes, or
// the org gets fields of its own.
pragma Singleton
import QtQuick
import Tern

QtObject {
    function face(kind) {
        void Tern.facesRead
        return Tern.entity(kind)
    }
    function fields(kind) {
        void Tern.facesRead
        return Array.from(Tern.fields(kind))
    }
    function sections(kind) {
        void Tern.facesRead
        return Tern.sections(kind)
    }

    /// What a form asks for before all else, in the order in which people tell it; of other kinds the schema says.
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
    })
    readonly property var named: Tern.language === "zh" ? ["family_name", "given_name"] : ["given_name", "family_name"]
}
