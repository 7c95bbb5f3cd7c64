#include "tests/client_core/query/world.h"

#include <cstdio>
#include <cstdlib>

#include "client_core/schema/schema.h"

namespace tern::test {
namespace {

const std::vector<std::string> kTexts{"Acme",   "ACME 2", "acme 10",  "Émile & Söhne", "上海客户",
                                      "北京",   "张伟",   "ＷＩＤＥ", "wide",          "a_b%c",
                                      "O'Neil", "today",  "me",       "zebra",         "x"};
const std::vector<std::string> kIndustries{"banking", "software", "retail", "castles", "agriculture"};
const std::vector<std::string> kForecasts{"pipeline", "best_case", "most_likely", "commit", "closed", "omitted"};

}  // namespace

World::World(std::uint64_t seed) : dice_(seed) {
    colleagues_.push_back(uuid_text(RecordId{org_.client().user().bytes}));
    for (int i = 0; i < 3; ++i) {
        RecordId id;
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(dice_());
        colleagues_.push_back(uuid_text(id));
    }
    make_accounts();
    make_deals();
    make_activities();
    look_again();
}

std::string World::make(const std::string& entity, std::vector<Assignment> fields) {
    const auto id = records_.create(entity, fields);
    if (!id) {
        std::fprintf(stderr, "the world: %s\n", id.error().text().c_str());
        std::abort();
    }
    ids_[entity].push_back(uuid_text(*id));
    return ids_[entity].back();
}

std::vector<Assignment> World::some_of(std::vector<Assignment> fields) {
    std::vector<Assignment> out;
    for (auto& field : fields)
        if (!one_in(4)) out.push_back(std::move(field));
    return out;
}

std::string World::some_text() { return one_of(kTexts); }

std::string World::some_amount() {
    static const std::vector<std::string> all{"100",       "100 EUR",       "100 JPY", "99.50", "-20 EUR", "0",
                                              "1.234 KWD", "1,000,000 JPY", "12.34",   "-0.01", "7 KWD"};
    return one_of(all);
}

/// Near the edges of weeks, months, quarters and years around the viewer's day.
std::string World::some_day() {
    static const std::vector<std::string> all{"2023-12-31", "2024-01-01", "2024-02-29", "2024-03-09", "2024-03-10",
                                              "2024-03-11", "2024-03-31", "2024-04-01", "2024-02-01", "2024-06-30",
                                              "2024-07-01", "2024-12-31", "2025-01-01", "2024-03-03", "2024-03-04"};
    return one_of(all);
}

std::string World::some_moment() {
    static const std::vector<std::string> hours{"T00:00Z", "T04:59:59.999Z", "T05:00Z", "T15:59:59.999Z",
                                                "T16:00Z", "T23:59:59.999Z", "T04:00Z", "T12:30Z"};
    return some_day() + one_of(hours);
}

std::string World::some_name_or_id() {
    static const std::vector<std::string> names{"Hot", "Engaging", "Won", "Ann Lee", "ann@acme.example"};
    if (one_in(3)) return one_of(names);
    if (one_in(2)) return some_text();
    auto at = all_.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(all_.size())));
    return at->first;
}

void World::make_accounts() {
    for (const char* name : {"Hot", "New", "老客户", "hot 2"}) make("tag", {{"name", name}});
    for (int i = 0; i < 30; ++i) {
        std::vector<Assignment> fields{{"employees", std::to_string(static_cast<int>(below(9)) - 3)},
                                       {"annual_revenue", some_amount()},
                                       {"industry", one_of(kIndustries)},
                                       {"kind", one_in(2) ? "company" : "person"},
                                       {"tags", one_in(2) ? "Hot; 老客户" : "New"},
                                       {"phones", one_in(2) ? "555; Acme" : some_text()},
                                       {"source_created_at", some_moment()},
                                       {"owner_id", one_of(colleagues_)}};
        if (i > 0) fields.emplace_back("parent_id", one_of(ids_["account"]));
        fields = some_of(std::move(fields));
        fields.emplace_back("name", some_text());
        make("account", std::move(fields));
    }
    for (int i = 0; i < 20; ++i) {
        std::vector<Assignment> fields{{"given_name", some_text()},
                                       {"account_id", one_of(ids_["account"])},
                                       {"birthday", some_day()},
                                       {"do_not_call", one_in(2) ? "yes" : "no"},
                                       {"owner_id", one_of(colleagues_)}};
        if (i > 0) fields.emplace_back("reports_to_id", one_of(ids_["contact"]));
        fields = some_of(std::move(fields));
        fields.emplace_back("family_name", some_text());
        make("contact", std::move(fields));
    }
}

void World::make_deals() {
    const auto pipeline = make("pipeline", {{"name", "Sales"}});
    for (const char* name : {"Engaging", "Won", "Lost"})
        make("stage",
             {{"name", name}, {"pipeline_id", pipeline}, {"order", "1"}, {"probability", one_in(2) ? "12.5" : "70"}});
    for (int i = 0; i < 60; ++i) {
        auto fields = some_of({{"account_id", one_of(ids_["account"])},
                               {"amount", some_amount()},
                               {"probability", one_in(2) ? "12.5%" : std::to_string(below(4) * 25)},
                               {"expected_close", some_day()},
                               {"closed_at", some_moment()},
                               {"priority", std::to_string(static_cast<int>(below(5)) - 2)},
                               {"forecast_category", one_of(kForecasts)},
                               {"competitors", one_in(2) ? "Acme; 北京" : some_text()},
                               {"contact_roles", one_of(ids_["contact"]) + ";" + one_of(ids_["contact"])},
                               {"owner_id", one_of(colleagues_)},
                               {"stage_id", one_of(ids_["stage"])}});
        fields.emplace_back("name", some_text());
        make("opportunity", std::move(fields));
    }
    // Only now, or the rules would close the deals at the machine's time.
    const auto set = [&](std::size_t stage, const char* kind) {
        (void)records_.set(*record_id_from(ids_["stage"][stage]), {{"kind", kind}});
    };
    set(0, "open");
    set(1, "won");
}

void World::make_activities() {
    for (int i = 0; i < 40; ++i) {
        const std::string to = one_of(std::vector<std::string>{"account", "contact", "opportunity"});
        auto fields = some_of({{"parent", to + ":" + one_of(ids_[to])},
                               {"kind", one_in(2) ? "visit" : "call"},
                               {"starts_at", some_moment()},
                               {"all_day", one_in(2) ? "yes" : "no"}});
        fields.emplace_back("subject", some_text());
        make("activity", std::move(fields));
    }
    for (const char* entity : {"account", "contact", "tag", "opportunity"})
        (void)records_.remove(*record_id_from(one_of(ids_[entity])));
}

void World::disturb() {
    const std::string entity = one_of(std::vector<std::string>{"account", "opportunity", "opportunity", "tag"});
    const auto id = *record_id_from(one_of(ids_[entity]));
    switch (below(8)) {
        case 0:
            (void)records_.remove(id);
            break;
        case 1:
            (void)records_.undelete(id);
            break;
        case 2:
            make(entity, {{"name", some_text()}});
            break;
        default:
            if (entity == "opportunity" && one_in(2))
                (void)records_.set(id, {{"amount", some_amount()}, {"account_id", one_of(ids_["account"])}});
            else
                (void)records_.set(id, {{"name", some_text()}});
    }
}

void World::look_again() {
    all_.clear();
    for (const auto& entity : org_.client().schema().entities()) {
        const auto status = records_.list({entity.name, {}, {}, {}}, [&](const Json& record) {
            auto read = nlohmann::json::parse(record.dump());
            read["entity"] = entity.name;  // of a pipeline or a tag, a field has that name
            const auto id = read["id"].get<std::string>();
            all_[id] = std::move(read);
        });
        if (!status) std::abort();
    }
}

std::vector<const nlohmann::json*> World::of(const std::string& entity) const {
    std::vector<const nlohmann::json*> out;
    for (const auto& [id, record] : all_)
        if (record["entity"] == entity) out.push_back(&record);
    return out;
}

const std::vector<std::string>& World::entities() {
    static const std::vector<std::string> all{"account", "contact", "opportunity", "activity"};
    return all;
}

const std::vector<Path>& World::paths(const std::string& entity) {
    static const std::vector<std::string> kinds{"open", "won", "lost"};
    static const std::vector<std::string> sizes{"company", "person"};
    static const std::vector<std::string> industries{"agriculture", "banking", "retail", "software"};
    static const std::map<std::string, std::vector<Path>> all{
        {"account",
         {{"name", Kind::text},
          {"employees", Kind::number},
          {"annual_revenue", Kind::money},
          {"industry", Kind::choice, true, industries},
          {"kind", Kind::choice, true, sizes},
          {"parent_id", Kind::reference},
          {"parent.name", Kind::text},
          {"parent_id.employees", Kind::number},
          {"parent.parent.industry", Kind::choice, true, industries},
          {"tags", Kind::reference, false},
          {"tags.name", Kind::text, false},
          {"phones", Kind::text, false},
          {"phones.phone", Kind::text, false},
          {"source_created_at", Kind::moment},
          {"owner", Kind::user},
          {"parent.tags.name", Kind::text, false},
          {"opportunity", Kind::reference, false},
          {"opportunity.amount", Kind::money, false},
          {"opportunity.expected_close", Kind::date, false},
          {"opportunity.competitors.name", Kind::text, false},
          {"opportunity.account.name", Kind::text, false},
          {"contact.birthday", Kind::date, false},
          {"contact.opportunity.name", Kind::text, false},
          {"activity.starts_at", Kind::moment, false},
          {"parent.annual_revenue", Kind::money}}},
        {"contact",
         {{"given_name", Kind::text},
          {"family_name", Kind::text},
          {"birthday", Kind::date},
          {"do_not_call", Kind::boolean},
          {"account.parent.industry", Kind::choice, true, industries},
          {"account", Kind::reference},
          {"reports_to.account.name", Kind::text},
          {"reports_to_id", Kind::reference},
          {"account.opportunity.probability", Kind::number, false},
          {"opportunity.stage", Kind::reference, false},
          {"owner_id", Kind::user}}},
        {"opportunity",
         {{"name", Kind::text},
          {"amount", Kind::money},
          {"probability", Kind::number},
          {"expected_close", Kind::date},
          {"closed_at", Kind::moment},
          {"priority", Kind::number},
          {"forecast_category", Kind::choice, true, kForecasts},
          {"stage", Kind::reference},
          {"stage_id.kind", Kind::choice, true, kinds},
          {"stage.probability", Kind::number},
          {"account.name", Kind::text},
          {"account.annual_revenue", Kind::money},
          {"account.parent.employees", Kind::number},
          {"account.parent.parent.name", Kind::text},
          {"account.tags.name", Kind::text, false},
          {"competitors", Kind::text, false},
          {"competitors.name", Kind::text, false},
          {"contact_roles.contact.family_name", Kind::text, false},
          {"contact_roles.contact.account.name", Kind::text, false},
          {"owner", Kind::user},
          {"account.contact.do_not_call", Kind::boolean, false},
          {"activity", Kind::reference, false},
          {"account.source_created_at", Kind::moment}}},
        {"activity",
         {{"subject", Kind::text},
          {"parent", Kind::poly, false},
          {"parent_id", Kind::reference},
          {"parent.name", Kind::text},
          {"parent.owner", Kind::user},
          {"starts_at", Kind::moment},
          {"all_day", Kind::boolean},
          {"parent.account.name", Kind::text}}}};
    return all.at(entity);
}

}  // namespace tern::test
