#include <tern/leads.h>

#include <tern/moment.h>

#include "client_core/crm/json_parts.h"
#include "client_core/crm/moment.h"
#include "client_core/crm/writing.h"

namespace tern {
namespace {

constexpr Millis kDay = 24 * 60 * 60 * 1000;

/// What a lead's field is called elsewhere; the parts of an address by what their names begin with.
struct Carried {
    std::string_view of_lead, there;
};

constexpr Carried kToAccount[] = {
    {"website", "website"},
    {"industry", "industry"},
    {"employee_band", "employee_band"},
    {"annual_revenue", "annual_revenue"},
    {"annual_revenue_currency", "annual_revenue_currency"},
    {"addr_", "billing_addr_"},
    {"source", "source"},
    {"campaign_id", "campaign_id"},
    {"territory_id", "territory_id"},
    {"owner_id", "owner_id"},
};
constexpr Carried kToContact[] = {
    {"salutation", "salutation"},
    {"given_name", "given_name"},
    {"middle_name", "middle_name"},
    {"family_name", "family_name"},
    {"title", "title"},
    {"department", "department"},
    {"birthday", "birthday"},
    {"language", "language"},
    {"timezone", "timezone"},
    {"description", "description"},
    {"mobile", "mobile"},
    {"phones", "phones"},
    {"mails", "mails"},
    {"wechat", "wechat"},
    {"whatsapp", "whatsapp"},
    {"social", "social"},
    {"addr_", "addr_"},
    {"preferred_channel", "preferred_channel"},
    {"do_not_call", "do_not_call"},
    {"do_not_mail", "do_not_mail"},
    {"do_not_sms", "do_not_sms"},
    {"consents", "consents"},
    {"source", "source"},
    {"campaign_id", "campaign_id"},
    {"owner_id", "owner_id"},
};
constexpr Carried kToDeal[] = {
    {"expected_amount", "amount"}, {"expected_amount_currency", "amount_currency"},
    {"need", "description"},       {"campaign_id", "campaign_id"},
    {"source", "source"},          {"owner_id", "owner_id"},
};

template <std::size_t N>
std::vector<Assignment> carried(const Json& lead, const Carried (&all)[N]) {
    std::vector<Assignment> out;
    for (const auto& [name, value] : lead.members()) {
        if (value.is_null() || value.is_object()) continue;
        for (const auto& [of_lead, there] : all) {
            if (of_lead.ends_with('_') ? !name.starts_with(of_lead) : name != of_lead) continue;
            auto text = value.is_array() ? value.dump() : value.plain();
            if (!text.empty() && text != "[]")
                out.emplace_back(std::string{there} + name.substr(of_lead.size()), std::move(text));
        }
    }
    return out;
}

Result<Json> open_lead(Client& client, const RecordId& id) {
    TERN_TRY(lead, Records{client}.get(id));
    if (crm::text_in(lead, "entity") != "lead")
        return fail(Fault::bad_argument, "that record is no lead", "choose a lead");
    if (crm::text_in(lead, "status") == "converted")
        return fail(Fault::bad_argument, "that lead was converted already", "open the account that it became");
    return std::move(lead);
}

/// A lead without a company is a person who buys.
std::string customer_of(Client& client, const RecordId& id, const Json& lead) {
    const auto company = crm::text_in(lead, "company_name");
    return company.empty() ? Records{client}.title(id) : company;
}

/// One conversion, put together before anything is written.
class Conversion {
public:
    Conversion(Client& client, const RecordId& id, Json lead)
        : client_(client), writing_(client), id_(id), lead_(std::move(lead)) {}

    Status account(const std::optional<RecordId>& known, const SpaceId& home) {
        if (known) {
            TERN_TRY(head, crm::writable_head(client_, *known));
            if (client_.schema().entity(head.entity)->name != "account")
                return fail(Fault::bad_argument, "that record is no account", "choose an account");
            space_ = head.space;
            out_.account = *known;
            return ok();
        }
        space_ = home;
        auto fields = carried(lead_, kToAccount);
        fields.emplace_back("name", customer_of(client_, id_, lead_));
        TERN_TRY(made, writing_.create("account", fields, space_));
        out_.account = made;
        return ok();
    }
    Status contact() {
        auto fields = carried(lead_, kToContact);
        fields.emplace_back("account_id", uuid_text(out_.account));
        TERN_TRY(made, writing_.create("contact", fields, space_));
        out_.contact = made;
        return ok();
    }
    Status deal(const std::string& name, const std::string& closes) {
        auto fields = carried(lead_, kToDeal);
        auto close = closes.empty() ? crm::text_in(lead_, "expected_close") : closes;
        if (close.empty()) close = crm::date_text(client_.adjusted_now() / kDay + lead_rules::kCloseDays);
        fields.emplace_back("expected_close", std::move(close));
        fields.emplace_back("name", name);
        fields.emplace_back("account_id", uuid_text(out_.account));
        fields.emplace_back("lead_id", uuid_text(id_));
        Json person = Json::object();
        person.add("contact", Json::text(uuid_text(out_.contact)));
        person.add("primary", Json::text("true"));
        Json people = Json::array();
        people.add(std::move(person));
        fields.emplace_back("contact_roles", people.dump());
        TERN_TRY(made, writing_.create("opportunity", fields, space_));
        out_.deal = made;
        return ok();
    }
    Result<ConvertedLead> commit() {
        TERN_CHECK(writing_.set(id_, {{"status", "converted"},
                                      {"converted_at", moment_text(client_.adjusted_now())},
                                      {"created_account_id", uuid_text(out_.account)},
                                      {"created_contact_id", uuid_text(out_.contact)},
                                      {"created_opportunity_id", out_.deal ? uuid_text(*out_.deal) : ""}}));
        TERN_CHECK(writing_.commit());
        return out_;
    }

private:
    Client& client_;
    crm::Writing writing_;
    const RecordId id_;
    const Json lead_;
    SpaceId space_;
    ConvertedLead out_;
};

}  // namespace

Result<ConvertedLead> convert_lead(Client& client, const LeadConversion& conversion) {
    return caught([&]() -> Result<ConvertedLead> {
        TERN_TRY(head, crm::writable_head(client, conversion.lead));
        TERN_TRY(lead, open_lead(client, conversion.lead));
        Conversion made{client, conversion.lead, std::move(lead)};
        TERN_CHECK(made.account(conversion.account, head.space));
        TERN_CHECK(made.contact());
        if (conversion.deal) TERN_CHECK(made.deal(*conversion.deal, conversion.closes));
        return made.commit();
    });
}

}  // namespace tern
