#include "mobile_app/adapters/lead_model.h"

#include <tern/duplicates.h>

#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr int kQuietMs = 500;
constexpr std::size_t kAccounts = 4;  ///< more would be a list, not a choice

/// By which of a lead's fields its company is known, and what an account calls them.
constexpr std::pair<const char*, const char*> kCompany[] = {
    {"company_name", "name"}, {"website", "website"}, {"mobile", "phones"}};

}  // namespace

LeadModel::LeadModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    connect(Backend::instance(), &Backend::dataChanged, this, [this] { asking_.again(); });
}

void LeadModel::setLead(const QString& id) {
    if (id == id_) return;
    id_ = id;
    read_ = {};
    Q_EMIT leadChanged();
    Q_EMIT knownChanged();
    asking_.anew();
}

bool LeadModel::ask() {
    const auto id = record_id_from(id_.toStdString());
    if (!id) return false;
    Backend::instance()->ask(
        this, [id = *id](Client& client) { return read(client, id); },
        [this, asked = id_](Result<Read> now) {
            asking_.answered();
            if (asked != id_ || !now || *now == read_) return;  // a lead that is gone is told by its page
            read_ = std::move(*now);
            Q_EMIT knownChanged();
        });
    return true;
}

Result<LeadModel::Read> LeadModel::read(Client& client, const RecordId& lead) {
    Records records{client};
    TERN_TRY(record, records.get(lead));
    DuplicateQuery query{"account", {}, {}, kAccounts};
    for (const auto& [of_lead, of_account] : kCompany)
        if (const Json* value = record.find(of_lead); value != nullptr && !value->is_null())
            query.fields.emplace_back(of_account, value->plain());
    Read out;
    if (!query.fields.empty()) {
        TERN_TRY(accounts, find_duplicates(client, query));
        for (const auto& one : accounts)
            if (one.entity == "account")
                out.known.push_back(QVariantMap{{"id", text(uuid_text(one.id))},
                                                {"title", text(one.title)},
                                                {"because", text(one.reasons.front().value)}});
    }
    TERN_CHECK(records.list({"pipeline", {}, "", 1}, [&](const Json&) { out.deals = true; }));
    return out;
}

void LeadModel::convert(const QString& account, const QString& deal) {
    const auto id = record_id_from(id_.toStdString());
    if (!id || working_) return;
    LeadConversion asked{*id, record_id_from(account.toStdString()), {}, {}};
    if (!deal.trimmed().isEmpty()) asked.deal = deal.trimmed().toStdString();
    working_ = true;
    Q_EMIT workingChanged();
    Backend::instance()->act(
        this, [asked](Client& client) { return convert_lead(client, asked); },
        [this](const Result<ConvertedLead>& made) {
            working_ = false;
            Q_EMIT workingChanged();
            if (!made) return Q_EMIT refused(refusal_text(made.error()));
            Backend::instance()->wrote();
            Q_EMIT converted(text(uuid_text(made->account)), made->deal ? text(uuid_text(*made->deal)) : QString{});
        });
}

}  // namespace tern::app
