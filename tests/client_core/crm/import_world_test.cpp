// Imports as the world writes them: other CRMs' headers, countries' numbers and dates, what is known already, undoing.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <tern/export.h>
#include <tern/import.h>
#include <tern/records.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/offline_org.h"

namespace tern {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ImportWorld : public testing::Test {
protected:
    Result<ImportReport> import(const std::string& entity, const std::string& text, const ImportHooks& hooks = {}) {
        request.file = org.path() + "/in.csv";
        request.entity = entity;
        std::ofstream{request.file, std::ios::binary} << text;
        return import_file(org.client(), request, hooks);
    }
    /// The report, which must be one.
    ImportReport taken(const std::string& entity, const std::string& text) {
        auto report = import(entity, text);
        EXPECT_TRUE(report) << report.error().text();
        return report ? *report : ImportReport{};
    }
    /// `member` of all records of an entity, by their names; of contacts as made.
    std::vector<std::string> all(const std::string& entity, const std::string& member) {
        std::vector<std::string> out;
        const std::string sort = entity == "contact"                        ? ""
                                 : entity == "activity" || entity == "task" ? "subject"
                                                                            : "name";
        const auto status = records.list({entity, {}, sort, {}}, [&](const Json& record) {
            const Json* value = record.find(member);
            out.push_back(value == nullptr ? "-" : value->is_array() ? value->dump() : value->plain());
        });
        EXPECT_TRUE(status) << status.error().text();
        return out;
    }
    std::string state() { return hex(ByteView{org.client().store().state_hash()}); }

    test::OfflineOrg org;
    Records records{org.client()};
    ImportRequest request;
};

TEST_F(ImportWorld, GuessesOtherProgramsHeaders) {
    ASSERT_TRUE(records.create("account", {{"name", "Acme"}, {"external_id", "001A"}}));
    EXPECT_THAT(taken("contact",  // Google Contacts
                      "First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label,E-mail "
                      "1 - Value,Labels\n"
                      "Ada,Lovelace,Acme,* mobile,+1 555 ::: +1 556,Work,ada@x.org,\n")
                    .ignored,
                IsEmpty());
    EXPECT_THAT(all("contact", "phones"),
                ElementsAre(R"([{"order":1,"phone":"+1 555","label":"mobile"},{"order":2,"phone":"+1 556"}])"));
    EXPECT_THAT(all("contact", "mails"), ElementsAre(R"([{"order":1,"mail":"ada@x.org","label":"work"}])"));
    const auto account = all("account", "id")[0];
    taken("contact",
          "Salutation,First Name,Last Name,Title,Account ID,Mailing Street,Mailing City,Mailing State/Province,Mailing "
          "Zip/Postal Code,Mobile,Fax,Email,Contact Owner\n"
          "Ms.,Grace,Hopper,RADM,001A,1 Main,Arlington,VA,22201,1,2,g@x.org,Ann Lee\n");  // Salesforce
    EXPECT_EQ(all("contact", "account_id")[1], account);
    EXPECT_EQ(all("contact", "addr_postcode")[1], "22201");
    EXPECT_EQ(all("contact", "phones")[1], R"([{"order":1,"phone":"2","label":"fax"}])");
    taken("contact", "姓名,公司,手机号,邮箱,职务,备注\n欧阳修文,Acme,138,o@x.cn,经理,好\n");
    EXPECT_EQ(all("contact", "family_name")[2], "欧阳");
    EXPECT_EQ(all("contact", "given_name")[2], "修文");
    EXPECT_EQ(all("contact", "title")[2], "经理");
    taken(
        "opportunity",
        "Deal - Title,Deal - Value,Deal - Organization,Deal - Expected close date\nBig,12.5,Acme,2024-03-05\n");  // Pipedrive
    EXPECT_THAT(all("opportunity", "amount"), ElementsAre("12.50"));
    EXPECT_THAT(all("opportunity", "expected_close"), ElementsAre("2024-03-05"));
}

TEST_F(ImportWorld, ReadsNumbersOfAllCountries) {
    const auto amounts = [&](const std::string& column) {
        const auto report = taken("opportunity", "name;amount\n" + column);
        auto out = all("opportunity", "amount");
        EXPECT_TRUE(undo_import(org.client(), report.jobs[0]));
        for (const auto& note : report.refused) out.push_back("!" + std::to_string(note.row));
        return out;
    };
    EXPECT_THAT(amounts("a;¥1,234.56\nb;(12.50)\nc;12万\nd;1'000 USD\n"),
                ElementsAre("1234.56", "-12.50", "120000.00", "1000.00"));
    EXPECT_THAT(amounts("a;1.234,56 €\nb;2.000\nc;7,5\nd;1 234,5 EUR\n"),
                ElementsAre("1234.56", "2000.00", "7.50", "1234.50"));
    EXPECT_THAT(amounts("a;1,234\nb;1.5\n"), ElementsAre("1234.00", "1.50"));
    EXPECT_THAT(amounts("a;5 ZZZ\nb;ABC 5\nc;5 EUR\nd;12-\n"), ElementsAre("5.00", "-12.00", "!1", "!2"));
    request.currency = "ZZZ";
    EXPECT_THAT(import("opportunity", "name\na\n").error().text(), HasSubstr("no currency that there is"));
}

TEST_F(ImportWorld, ReadsTimesInTheZoneThatIsTold) {
    request.zone = "Asia/Shanghai";
    taken("activity",
          "subject,starts_at\na,2024-03-05 09:30\nb,2024年3月5日 下午3:05\nc,3/5/2024 3:05 "
          "PM\nd,2024-03-05T09:30:00Z\ne,\"Mar 5, 2024\"\n");
    EXPECT_THAT(all("activity", "starts_at"),
                ElementsAre("2024-03-05T01:30:00Z", "2024-03-05T07:05:00Z", "2024-03-05T07:05:00Z",
                            "2024-03-05T09:30:00Z", "2024-03-04T16:00:00Z"));
    request.zone = "Europe/Berlin";
    taken("task", "subject,due_at\na,05.07.2024 09:30\nb,31/1/2024\n");
    EXPECT_THAT(all("task", "due_at"), ElementsAre("2024-07-05T07:30:00Z", "2024-01-30T23:00:00Z"));
    request.zone = "Mars/Olympus";
    EXPECT_THAT(import("task", "subject\na\n").error().text(), HasSubstr("no such time zone"));
}

TEST_F(ImportWorld, TellsOfNewChoicesOnce) {
    const auto report =
        taken("account", "name,industry,kind\nA,Spacefaring,公司\nB,Spacefaring,Person\nC,银行,\nD,,robot\n");
    ASSERT_THAT(report.warnings, SizeIs(1));
    EXPECT_THAT(report.warnings[0].reason, HasSubstr("\"Spacefaring\" is no choice that is known"));
    EXPECT_THAT(all("account", "industry"), ElementsAre("Spacefaring", "Spacefaring", "banking"));
    EXPECT_THAT(all("account", "kind"), ElementsAre("company", "person", "-"));
    ASSERT_THAT(report.refused, SizeIs(1));
    EXPECT_EQ(report.refused[0].row, 4U);
}

TEST_F(ImportWorld, MatchesByMailPhoneAndField) {
    taken("contact", "family_name,mails,mobile\nLovelace,Ada@X.org,+49 151 1234567\nHopper,g@x.org,\n");
    const auto before = state();
    request.match = {"email", "phone"};
    auto report = taken("contact", "family_name,mails,mobile\nLovelace,ada@x.org ,\n,,0151 1234567\nNew,n@x.org,\n");
    EXPECT_EQ(report.created, 1U);
    EXPECT_EQ(report.updated, 2U);  // they are written otherwise
    EXPECT_NE(state(), before);
    request.match = {"family_name"};
    report = taken("contact", "family_name,title\nHOPPER,RADM\nNew,CEO\nOther,\n");
    EXPECT_EQ(report.updated, 2U);
    EXPECT_EQ(report.created, 1U);
    taken("contact", "family_name,title\nOther,x\n");
    records.create("contact", {{"family_name", "Other"}}).value();
    report = taken("contact", "family_name,title\nOther,x\n");
    ASSERT_THAT(report.refused, SizeIs(1));
    EXPECT_THAT(report.refused[0].reason, HasSubstr("several records have that family_name"));
    request.match = {"tags"};
    EXPECT_THAT(import("contact", "family_name,tags\nx,y\n").error().text(), HasSubstr("cannot be matched by"));
    request.match = {"email"};
    EXPECT_THAT(import("contact", "family_name\nx\n").error().text(), HasSubstr("no column for \"email\""));
}

/// As duplicates are: a number is the same with and without its country, and another one in another country.
TEST_F(ImportWorld, MatchesPhonesOfTheirCountries) {
    taken("account",
          "name,phones,billing_addr_country\nWien,+43 660 1234567,\nNew York,+1 212 555 0100,\nLinz,0732 654321,AT\n");
    request.match = {"phone"};
    request.region = "AT";
    EXPECT_EQ(taken("account", "name,phones\nWien,0660 1234567\n").created, 0U);
    EXPECT_EQ(taken("account", "name,phones\nWien,0043 (0)660-1234567\n").created, 0U);
    EXPECT_EQ(taken("account", "name,phones\nLinz,+43 732 654321\n").created, 0U);
    EXPECT_EQ(taken("account", "name,phones,billing_addr_country\nUlm,0732 654321,DE\n").created, 1U);
    EXPECT_EQ(taken("account", "name,phones\nManchester,+44 212 555 0100\n").created, 1U);
    EXPECT_EQ(taken("account", "name,phones\nTwo,0732 654321\nThree,0732/654321\n").created, 0U);
    request.region = {};
    EXPECT_EQ(taken("account", "name,phones\nWien,0660 1234567\n").created, 0U);
    EXPECT_EQ(taken("account", "name,phones\nShort,112\nShort,11-2\nOther,113\n").created, 2U);
    request.match = {"email"};
    EXPECT_EQ(taken("contact", "family_name,mails\nLovelace,ada@x.org\nLovelace,Ada+crm@x.org\n").created, 1U);
}

/// Phones that a file does not name stay.
TEST_F(ImportWorld, AddsToListsAndTakesNothingAway) {
    taken("contact", "external_id,Last Name,Business Phone,Home Phone\n1,Doe,+1,+2\n");
    EXPECT_EQ(taken("contact", "external_id,Last Name,Business Phone\n1,Doe,+1\n").unchanged, 1U);
    EXPECT_EQ(taken("contact", "external_id,Last Name,Other Phone\n1,Doe,+3\n").updated, 1U);
    EXPECT_THAT(all("contact", "phones"),
                ElementsAre(R"([{"order":1,"phone":"+1","label":"work"},{"order":2,"phone":"+2","label":"home"},)"
                            R"({"order":3,"phone":"+3","label":"other"}])"));
}

TEST_F(ImportWorld, TellsTheSameWhenItWritesNothing) {
    const std::string first = "external_id,name,employees\n1,Acme,10\n2,Best,20\n";
    taken("account", first);
    const std::string second =
        "external_id,name,employees,parent_id\n1,Acme,10,\n2,Best,21,New\n3,New,1,\n3,New,2,\n3,,2,\n4,Bad,x,\n";
    const auto before = state();
    request.dry_run = true;
    auto dry = taken("account", second);
    EXPECT_EQ(state(), before);
    EXPECT_THAT(dry.jobs, IsEmpty());
    request.dry_run = false;
    auto wet = taken("account", second);
    EXPECT_THAT(wet.jobs, SizeIs(1));
    wet.jobs.clear();
    EXPECT_EQ(dry.json().dump(), wet.json().dump());
    EXPECT_EQ(wet.created, 1U);
    EXPECT_EQ(wet.updated, 2U);
    EXPECT_EQ(wet.unchanged, 2U);
    EXPECT_EQ(wet.refused_rows, 1U);
    const auto after = state();
    const auto again = taken("account", "external_id,name,employees\n1,Acme,10\n2,Best,21\n3,New,2\n");
    EXPECT_EQ(again.unchanged, 3U);
    EXPECT_THAT(again.jobs, IsEmpty());
    EXPECT_EQ(state(), after);
}

TEST_F(ImportWorld, KeepsTernsOwnIds) {
    const std::string known = uuid_text(records.create("account", {{"name", "Known"}}).value());
    const std::string dead = uuid_text(records.create("account", {{"name", "Dead"}}).value());
    const std::string other = uuid_text(records.create("contact", {{"family_name", "Doe"}}).value());
    ASSERT_TRUE(records.remove(*record_id_from(dead)));
    const std::string fresh = "01890000-0000-7000-8000-000000000001";
    const auto report = taken("account", "id,name\n" + known + ",Renamed\n" + dead + ",x\n" + other + ",y\n" + fresh +
                                             ",New\n" + fresh + ",Newer\n");
    EXPECT_EQ(report.created, 1U);
    EXPECT_EQ(report.updated, 2U);
    ASSERT_THAT(report.refused, SizeIs(2));
    EXPECT_THAT(report.refused[0].reason, HasSubstr("trash"));
    EXPECT_THAT(report.refused[1].reason, HasSubstr("another kind"));
    EXPECT_EQ(records.get(*record_id_from(fresh))->find("name")->plain(), "Newer");
    EXPECT_EQ(records.get(*record_id_from(known))->find("name")->plain(), "Renamed");
    taken("account", "Id,name\n001A,Foreign\n" + fresh + ",Foreign too\n");  // not all of them ours: another system's
    EXPECT_THAT(all("account", "external_id"), testing::Contains("001A"));
}

TEST_F(ImportWorld, UndoesWhatNobodyHasTouchedSince) {
    taken("account", "external_id,name,employees,phones\n1,Acme,10,+1\n2,Best,20,+2\n");
    const auto report =
        taken("account",
              "external_id,name,employees,phones\n1,Acme Inc,11,+1; +9\n2,Best,21,\n3,New,1,\n4,Touched,1,\n5,Kid,,\n");
    ASSERT_THAT(report.jobs, SizeIs(1));
    const auto jobs = imports(org.client());
    ASSERT_TRUE(jobs);
    ASSERT_THAT(*jobs, SizeIs(2));
    EXPECT_EQ((*jobs)[0].id, report.jobs[0]);
    EXPECT_EQ((*jobs)[0].rows, 5);
    EXPECT_TRUE((*jobs)[0].undoable && (*jobs)[0].done_at);
    const auto ids = all("account", "id");
    ASSERT_TRUE(records.set(*record_id_from(ids[1]), {{"employees", "22"}}));
    ASSERT_TRUE(records.set(*record_id_from(ids[4]), {{"name", "Mine now"}}));
    const auto undone = undo_import(org.client(), report.jobs[0]);
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_EQ(undone->deleted, 2U);
    EXPECT_EQ(undone->restored, 1U);
    EXPECT_THAT(undone->left, testing::UnorderedElementsAre(*record_id_from(ids[1]), *record_id_from(ids[4])));
    EXPECT_THAT(all("account", "name"), ElementsAre("Acme", "Best", "Mine now"));
    EXPECT_THAT(all("account", "employees"), ElementsAre("10", "22", "1"));
    EXPECT_THAT(all("account", "phones")[0], R"([{"order":1,"phone":"+1"}])");
    EXPECT_EQ(undo_import(org.client(), report.jobs[0]).error().fault, Fault::not_found);
    EXPECT_FALSE(imports(org.client())->front().undoable);
    EXPECT_TRUE(org.client().store().check());
}

TEST_F(ImportWorld, UndoesRecordsThatReferToEachOther) {
    const auto report = taken("account", "external_id,name,parent_id\n1,Kid,Mother\n2,Mother,\n2,Mother 2,\n");
    EXPECT_EQ(report.created, 2U);
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(undo_import(org.client(), report.jobs[0])->deleted, 2U);
    EXPECT_THAT(all("account", "name"), IsEmpty());
}

TEST_F(ImportWorld, SurvivesHeadersThatMeanHarm) {
    std::string header = "name,";
    for (int i = 0; i < 100'000; ++i) header += "Deal - ";
    EXPECT_THAT(taken("account", header + "x\nA,1\n").ignored, SizeIs(1));
}

/// A step is written before what it tells of: what was killed in between changed nothing.
TEST_F(ImportWorld, UndoesAnImportThatWasKilledBeforeItsLastBatch) {
    taken("account", "external_id,name\n1,Acme\n");
    const auto report = taken("account", "external_id,name\n1,Best\n2,New\n");
    auto& db = org.client().store().database();
    const auto ids = all("account", "id");
    const auto never = *record_id_from("01890000-0000-7000-8000-000000000001");
    db.run("INSERT INTO import_step(job, seq, ids) VALUES(?, 90, ?)", report.jobs[0], never);
    db.run(
        "INSERT INTO import_step(job, seq, ids, field, key, old, new) SELECT job, 91, ids, 20, x'', ?, ? FROM "
        "import_step "
        "WHERE job = ? AND field IS NOT NULL",
        encode(Value{}), encode(Value{std::int64_t{7}}), report.jobs[0]);
    const auto undone = undo_import(org.client(), report.jobs[0]);
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_EQ(undone->deleted, 1U);
    EXPECT_EQ(undone->restored, 1U);
    EXPECT_THAT(undone->left, IsEmpty());
    EXPECT_THAT(all("account", "name"), ElementsAre("Acme"));
}

TEST_F(ImportWorld, StopsWhereItIsToldToAndGoesOn) {
    std::string csv = "external_id,name\n";
    for (int i = 0; i < 3'000; ++i) csv += std::to_string(i) + ",Account " + std::to_string(i) + "\n";
    std::atomic<bool> stop{false};
    std::uint64_t told = 0;
    ImportHooks hooks;
    hooks.stop = &stop;
    hooks.on_progress = [&](const ImportProgress& at) {
        EXPECT_EQ(at.of, 3'000U);
        told = at.rows;
        stop = at.rows >= 1'000;
    };
    const auto first = import("account", csv, hooks);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->stopped);
    EXPECT_EQ(told, 1'000U);
    EXPECT_EQ(first->created, 1'000U);
    EXPECT_EQ(all("account", "id").size(), 1'000U);
    EXPECT_FALSE(imports(org.client())->front().done_at);
    const auto rest = taken("account", csv);
    EXPECT_EQ(rest.created, 2'000U);
    EXPECT_EQ(rest.unchanged, 1'000U);
    EXPECT_EQ(undo_import(org.client(), first->jobs[0])->deleted, 1'000U);
    EXPECT_EQ(undo_import(org.client(), rest.jobs[0])->deleted, 2'000U);
    EXPECT_THAT(all("account", "id"), IsEmpty());
}

TEST_F(ImportWorld, TakesCardsAndCalendarsWithoutAnEntity) {
    ASSERT_TRUE(records.create("account", {{"name", "Acme"}}));
    const std::string card = "BEGIN:VCARD\r\nN:Doe;Jo\r\nORG:Acme\r\nUID:7\r\nTEL;TYPE=WORK:1\r\nEND:VCARD\r\n";
    EXPECT_EQ(taken("", card).created, 1U);
    EXPECT_EQ(taken("", card).unchanged, 1U);
    EXPECT_EQ(all("contact", "account_id")[0], all("account", "id")[0]);
    request.zone = "UTC";
    const auto report =
        taken("",
              "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Meet\r\nDTSTART:20240305T093000\r\nEND:VEVENT\r\n"
              "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Do\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
    EXPECT_EQ(report.created, 2U);
    EXPECT_THAT(report.ignored, IsEmpty());
    EXPECT_THAT(all("activity", "starts_at"), ElementsAre("2024-03-05T09:30:00Z"));
    EXPECT_THAT(all("task", "subject"), ElementsAre("Do"));
    EXPECT_THAT(import("", "name\nx\n").error().text(), HasSubstr("--entity"));
}

class Exporting : public ImportWorld {
protected:
    std::string exported(const std::string& format, const std::vector<std::string>& where = {}) {
        ExportRequest wanted;
        wanted.entity = "account";
        wanted.where = where;
        wanted.format = format;
        std::string out;
        ExportHooks hooks;
        hooks.take = [&](std::string_view bytes) {
            out += bytes;
            return ok();
        };
        const auto report = export_records(org.client(), wanted, hooks);
        return report ? out : report.error().text();
    }
};

TEST_F(Exporting, StartsNoCellWithALiveFormula) {
    for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", "'=x", "plain"})
        ASSERT_TRUE(records.create("account", {{"name", name}, {"employees", "-5"}}));
    const auto csv = exported("csv");
    EXPECT_TRUE(csv.starts_with("\xef\xbb\xbfid,space,name,"));
    for (const char* safe : {",'=1+1,", ",'+1,", ",'-1,", ",'@SUM(A1),", ",''=x,", ",plain,"})
        EXPECT_THAT(csv, HasSubstr(safe));
    EXPECT_THAT(csv, HasSubstr(",-5,"));
    std::size_t cells = 0;
    for (std::size_t at = csv.find_first_of(",\n"); at + 1 < csv.size(); at = csv.find_first_of(",\n", at + 1), ++cells)
        EXPECT_EQ(std::string("=+@\t").find(csv[at + 1]), std::string::npos) << csv.substr(at, 20);
    EXPECT_GT(cells, 100U);
}

TEST_F(Exporting, WritesFilesForTheOwnerAlone) {
    ASSERT_TRUE(records.create("account", {{"name", "Acme"}}));
    ExportRequest wanted;
    wanted.entity = "account";
    wanted.file = org.path() + "/out.xlsx";
    std::ofstream{wanted.file} << "what was there";
    ASSERT_TRUE(export_records(org.client(), wanted));
    struct stat status {};
    ASSERT_EQ(::stat(wanted.file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    wanted.where = {"no such field = 1 and"};
    const auto size = status.st_size;
    EXPECT_FALSE(export_records(org.client(), wanted));
    ASSERT_EQ(::stat(wanted.file.c_str(), &status), 0);
    EXPECT_EQ(status.st_size, size);
    for (const auto& entry : std::filesystem::directory_iterator(org.path()))
        EXPECT_EQ(entry.path().string().find("out.xlsx."), std::string::npos) << entry.path();
    wanted.file = "/no/such/folder/x.csv";
    EXPECT_EQ(export_records(org.client(), wanted).error().fault, Fault::storage);
}

TEST_F(Exporting, TellsWhatItCannotDo) {
    EXPECT_THAT(exported("xlsx"), HasSubstr("--output"));
    EXPECT_THAT(exported("ical"), HasSubstr("activities and tasks"));
    EXPECT_THAT(exported("pdf"), HasSubstr("no format"));
    EXPECT_EQ(exported("json"), "[]\n");
    ASSERT_TRUE(records.create("account", {{"name", "A"}}));
    ASSERT_TRUE(records.create("account", {{"name", "B"}}));
    EXPECT_THAT(exported("jsonl", {"name=B"}), testing::MatchesRegex("\\{\"id\":\"[^\n]*\"name\":\"B\"[^\n]*\\}\n"));
}

}  // namespace
}  // namespace tern
