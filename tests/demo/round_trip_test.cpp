// The demo company moves out of its org and into an empty one, and is the same there to whoever asks.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <tern/company.h>
#include <tern/custom.h>
#include <tern/query.h>
#include <tern/records.h>

#include <fstream>
#include <map>

#include "client_core/schema/schema.h"
#include "tests/demo/company.h"
#include "tests/support/offline_org.h"

namespace tern::demo {
namespace {

constexpr Millis kToday = Millis{20'440} * 24 * 60 * 60 * 1000;
constexpr const char* kAnswers[][3] = {
    {"opportunity", "stage_id", "count,sum:amount"},
    {"opportunity", "owner_id", "count,sum:amount,average:probability"},
    {"opportunity", "closed_at:month,stage_id.kind", "count,sum:amount"},
    {"opportunity", "account.industry,status", "count,sum:weighted_amount"},
    {"order", "account.owner_id,order_date:quarter", "count,min:delivery_date"},
    {"payment_plan", "status,due_date:year", "sum:amount"},
    {"visit", "owner_id,state,starts_at:week", "count"},
    {"sales_target", "scope_id,period_start:quarter", "sum:value"},
    {"lead", "source,territory_id", "count"},
};

/// One for all tests: it takes a second to make.
class Source {
public:
    Source() {
        EXPECT_TRUE(fill(org.client(), {7, 12, kToday}));
        CustomField field;
        field.entity = "account";
        field.name = {"sales_region", "Sales region", "销售大区"};
        field.type = "pick";
        field.choices = {{"north", "North", "北方"}, {"south", "South", "南方"}};
        EXPECT_TRUE(define_field(org.client(), field));
        EXPECT_TRUE(define_entity(org.client(), {{"machine", "Machine", "设备"}, "Machines", "设备", "cube"}));
        Records records{org.client()};
        std::vector<RecordId> accounts;
        EXPECT_TRUE(records.list({"account", {}, "name", 2}, [&](const Json& account) {
            accounts.push_back(*record_id_from(account.find("id")->plain()));
        }));
        EXPECT_TRUE(records.set(accounts[0], {{"sales_region", "南方"}}));
        EXPECT_TRUE(records.create("machine", {{"name", "Press 7"}}));
        EXPECT_TRUE(records.create("tag", {{"name", "=vip"}}, *org.client().org_space()));
        EXPECT_TRUE(records.set(accounts[1], {{"tags", "=vip"}, {"followers", "Ann Lee"}, {"owner_id", "Ann Lee"}}));
    }
    test::OfflineOrg org{"From"};
};
Client& source() {
    static Source made;
    return made.org.client();
}

using Fields = std::map<std::string, std::string>;

/// For people; empty where they are the same.
std::string difference(const Fields& wanted, const Fields& found) {
    std::string out;
    const auto told = [](const Fields& fields, const std::string& name) {
        const auto at = fields.find(name);
        return at == fields.end() ? std::string{"-"} : at->second;
    };
    Fields all = wanted;
    all.insert(found.begin(), found.end());
    for (const auto& [name, ignored] : all)
        if (told(wanted, name) != told(found, name))
            out += name + ": " + told(wanted, name) + " became " + told(found, name) + "\n";
    return out;
}

/// What differs from org to org: when and by whom a record was written, the founder's key, the spaces' names' ids.
class Eyes {
public:
    explicit Eyes(Client& client) : client_(client) {
        const auto spaces = client.spaces(false);
        EXPECT_TRUE(spaces);
        for (const auto& space : *spaces)
            names_[id_text(space.id)] = space.kind == SpaceKind::org ? "the org's" : space.name;
        names_[uuid_text(RecordId{client.user().bytes})] = "the founder";
        for (const auto& space : *spaces) names_[uuid_text(RecordId{space.id.bytes})] = names_[id_text(space.id)];
    }
    std::string told(std::string text) const {
        for (const auto& [id, name] : names_)
            for (auto at = text.find(id); at != std::string::npos; at = text.find(id))
                text.replace(at, id.size(), name);
        return text;
    }
    /// By id.
    std::map<std::string, Fields> records(const std::string& entity) {
        std::map<std::string, Fields> out;
        std::vector<RecordId> ids;
        const auto listed = Records{client_}.list({entity, {}, {}, {}}, [&](const Json& record) {
            ids.push_back(*record_id_from(record.find("id")->plain()));
        });
        EXPECT_TRUE(listed) << listed.error().text();
        for (const auto& id : ids) {
            const auto record = Records{client_}.get(id);
            EXPECT_TRUE(record);
            for (const auto& [name, value] : record->members())
                if (!name.starts_with("created_") && !name.starts_with("updated_"))
                    out[told(uuid_text(id))][name] = told(value.dump());
        }
        return out;
    }
    std::string report(const char* const (&asked)[3]) {
        Query query;
        query.entity = asked[0];
        query.group_by = *read_group_by(asked[1]);
        query.measures = *read_measures(asked[2]);
        const auto answer = Queries{client_, *viewer_of(client_)}.report(query);
        EXPECT_TRUE(answer) << asked[0] << ": " << answer.error().text();
        return answer ? told(answer->dump()) : std::string{};
    }

private:
    Client& client_;
    std::map<std::string, std::string> names_;
};

/// All but what tells of this org's own imports, and whom a founder's names differ by.
void expect_same(Client& from, Client& to) {
    Eyes before{from}, after{to};
    for (const auto& entity : from.schema().entities()) {
        if (entity.name == "import_job") continue;
        auto wanted = before.records(entity.name), found = after.records(entity.name);
        if (entity.name == "space") wanted.erase("the org's"), found.erase("the org's");
        EXPECT_EQ(wanted.size(), found.size()) << entity.name;
        for (const auto& [id, fields] : wanted)
            EXPECT_EQ(difference(fields, found[id]), "") << entity.name << " " << id;
    }
    for (const auto& asked : kAnswers) {
        const auto wanted = before.report(asked);
        EXPECT_GT(wanted.size(), 2U) << asked[0];
        EXPECT_EQ(wanted, after.report(asked)) << asked[0] << " by " << asked[1];
    }
}

class DemoRoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(DemoRoundTrip, IsTheSameCompany) {
    test::OfflineOrg to{"To"};
    const std::string folder = to.path() + "/company";
    const auto written = export_company(source(), {folder, GetParam()});
    ASSERT_TRUE(written) << written.error().text();
    EXPECT_GT(written->size(), 25U);
    std::uint64_t rows = 0;
    for (const auto& file : *written) rows += file.report.rows;
    const auto taken = import_company(to.client(), {folder});
    ASSERT_TRUE(taken) << taken.error().text();
    EXPECT_EQ(taken->files.size(), written->size());
    EXPECT_TRUE(taken->others.empty());
    for (const auto& file : taken->files) {
        EXPECT_FALSE(file.failure) << file.file << ": " << file.failure->text();
        EXPECT_EQ(file.report.refused_rows + file.report.warned, 0U) << file.file << file.report.json().dump();
        EXPECT_TRUE(file.report.ignored.empty()) << file.file << file.report.json().dump();
        rows -= file.report.rows;
    }
    EXPECT_EQ(rows, 0U);
    expect_same(source(), to.client());

    const auto again = import_company(to.client(), {folder});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->spaces.empty());
    for (const auto& file : again->files) {
        EXPECT_EQ(file.report.unchanged, file.report.rows) << file.file << file.report.json().dump();
        EXPECT_TRUE(file.report.jobs.empty()) << file.file;
    }
    EXPECT_TRUE(to.client().store().check());
}

INSTANTIATE_TEST_SUITE_P(AllFormats, DemoRoundTrip, testing::Values("csv", "xlsx", "json", "jsonl"));

/// A field of the file's own: not worked out from records beside it.
bool is_stored(const char* entity, const std::string& field) {
    const auto* type = source().schema().entity(std::string_view{entity});
    return field != "space" && (type->column(field) != nullptr || type->field(std::string_view{field}) != nullptr);
}

/// What cards and calendars hold of the demo, relations included.
TEST(DemoRoundTrip, KeepsWhatCardsAndCalendarsAreOf) {
    test::OfflineOrg to{"To"};
    Eyes before{source()}, after{to.client()};
    for (const auto& [entity, format] :
         {std::pair{"lead", "vcard"}, {"contact", "vcard"}, {"activity", "ical"}, {"task", "ical"}}) {
        ExportRequest out;
        out.entity = entity;
        out.format = format;
        out.file = to.path() + "/" + entity;
        const auto written = export_records(source(), out);
        ASSERT_TRUE(written) << written.error().text();
        EXPECT_EQ(written->left_out, 0U) << entity;
        ImportRequest in;
        in.entity = entity;
        in.format = format;
        in.file = out.file;
        const auto taken = import_file(to.client(), in);
        ASSERT_TRUE(taken) << taken.error().text();
        EXPECT_EQ(taken->created, written->rows) << taken->json().dump();
        auto wanted = before.records(entity), found = after.records(entity);
        EXPECT_FALSE(wanted.empty());
        for (auto& [id, fields] : wanted) {
            for (auto* of : {&fields, &found[id]})
                std::erase_if(*of, [&](const auto& field) { return !is_stored(entity, field.first); });
            EXPECT_EQ(difference(fields, found[id]), "") << entity << " " << id;
        }
    }
}

/// A file may say of any record that it is a colleague: only a name without an account gives way to one.
TEST(DemoRoundTrip, TakesNobodyForSomebodyElse) {
    test::OfflineOrg to{"To"};
    Records records{to.client()};
    const auto account = records.create("account", {{"name", "Acme"}});
    const auto contact = records.create("contact", {{"family_name", "King"}, {"account_id", "Acme"}});
    ASSERT_TRUE(account && contact);
    const std::string folder = to.path() + "/company";
    ASSERT_EQ(::mkdir(folder.c_str(), 0700), 0);
    std::ofstream{folder + "/user.csv"} << "id,login,name,space\n"
                                        << uuid_text(*account) << ",ann@acme.example,Eve,To\n";
    std::ofstream{folder + "/space.csv"} << "id,name,kind\n" << uuid_text(*contact) << ",Team,team\n";
    const auto taken = import_company(to.client(), {folder});
    ASSERT_TRUE(taken) << taken.error().text();
    ASSERT_EQ(taken->files.size(), 2U);
    for (const auto& file : taken->files) EXPECT_EQ(file.report.refused_rows, 1U) << file.report.json().dump();
    EXPECT_EQ(records.get(*account)->find("name")->plain(), "Acme");
    EXPECT_EQ(records.get(*contact)->find("account_id")->plain(), uuid_text(*account));
    EXPECT_EQ(records.title(RecordId{to.client().user().bytes}), "Ann Lee");
}

}  // namespace
}  // namespace tern::demo
