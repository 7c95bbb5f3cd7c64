// The command as scripts meet it: exit statuses, what goes to which stream, shapes of JSON.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/support/offline_org.h"

namespace tern::cli {
namespace {

using testing::HasSubstr;

struct Outcome {
    int status = 0;
    std::string out, err;
};

class Command : public testing::Test {
protected:
    Outcome tern(const std::string& arguments) const { return tern(org, arguments); }
    Outcome tern(const test::OfflineOrg& of, const std::string& arguments) const {
        const std::string err = org.path() + "/stderr";
        const std::string line = std::string(TERN_COMMAND) + " --data " + of.folder() + " --device-key-file " +
                                 of.key_file() + " " + arguments + " 2>" + err;
        Outcome out;
        std::FILE* pipe = ::popen(line.c_str(), "r");
        char buffer[4096];
        while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) out.out.append(buffer, n);
        out.status = WEXITSTATUS(::pclose(pipe));
        std::ifstream in{err};
        out.err.assign(std::istreambuf_iterator<char>{in}, {});
        return out;
    }
    nlohmann::json json(const std::string& arguments) const { return json(org, arguments); }
    nlohmann::json json(const test::OfflineOrg& of, const std::string& arguments) const {
        const auto outcome = tern(of, arguments + " --json");
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }

    test::OfflineOrg org;
};

TEST_F(Command, TellsWrongCommandsFromRefusals) {
    EXPECT_EQ(tern("--help").status, 0);
    EXPECT_EQ(tern("list --help").status, 0);
    for (const char* wrong : {"", "frobnicate", "list", "list account --limit none", "set", "import",
                              "import x --entity e --space a --space-by b"}) {
        const auto outcome = tern(wrong);
        EXPECT_EQ(outcome.status, 2) << wrong;
        EXPECT_THAT(outcome.err, HasSubstr("tern: ")) << wrong;
        EXPECT_EQ(outcome.out, "") << wrong;
    }
    for (const char* later : {"claim X", "space revoke Team Bob", "login --server x"}) {
        EXPECT_EQ(tern(later).status, 2) << later;
        EXPECT_EQ(tern(later).err, "not yet: this comes with a later version of Tern\n") << later;
    }
    EXPECT_EQ(tern("list account --limit 18446744073709551615").status, 2);
    const auto lost = tern("space list > /dev/full");
    EXPECT_EQ(lost.status, 1);
    EXPECT_THAT(lost.err, HasSubstr("could not be written"));
    for (const char* refused : {"get 123", "list castle", "list account --where 'x=1'", "create account employees=many",
                                "import /nope --entity account", "conflicts --restore 1",
                                "invite --email x --role king", "state-hash --space Nowhere"}) {
        const auto outcome = tern(refused);
        EXPECT_EQ(outcome.status, 1) << refused;
        EXPECT_THAT(outcome.err, testing::MatchesRegex("tern: [^\n]+\n")) << refused;
        EXPECT_EQ(outcome.out, "") << refused;
    }
}

TEST_F(Command, FindsAndMergesDuplicates) {
    const auto first = json("create account 'name=Muster GmbH' industry=software")["id"].get<std::string>();
    const auto second = json("create account name=MUSTER employees=7")["id"].get<std::string>();
    EXPECT_EQ(json("search muster --entity account").size(), 2U);
    EXPECT_EQ(json("search must --limit 1")[0]["match"], "prefix");
    EXPECT_EQ(tern("search nobody").err, "nothing found\n");
    EXPECT_EQ(json("duplicates account --like 'name=muster ag'").size(), 2U);
    EXPECT_EQ(json("duplicates")[0]["second"], second);
    EXPECT_EQ(tern("duplicates --like name=x").status, 2) << "of which kind?";
    EXPECT_EQ(json("merge " + first + ' ' + second + " --dry-run").contains("operation"), false);
    EXPECT_EQ(json("merge " + first + ' ' + second).contains("operation"), true);
    EXPECT_EQ(json("get " + second)["employees"], 7);
    EXPECT_EQ(json("duplicates").size(), 0U);
    EXPECT_EQ(tern("merge " + first + ' ' + second).status, 1) << "it is in the trash";
    EXPECT_GT(json("unmerge " + second)["restored"], 0);
    EXPECT_EQ(json("get " + second)["name"], "MUSTER");
    EXPECT_EQ(tern("duplicates --keep-separate " + first + ' ' + second).status, 0);
    EXPECT_EQ(tern("duplicates").err, "no duplicates\n");
}

TEST_F(Command, KeepsRecords) {
    const auto id = json("create account name=Acme 'annual_revenue=1,054.10 EUR'")["id"].get<std::string>();
    EXPECT_THAT(tern("get " + id + " --json").out,
                HasSubstr(R"("annual_revenue":1054.10,"annual_revenue_currency":"EUR")"));
    EXPECT_EQ(json("set " + id + " name=客户")["id"], id);
    EXPECT_EQ(json("list account --where name~客")[0]["id"], id);
    EXPECT_THAT(tern("list account").out, HasSubstr("客户"));
    EXPECT_EQ(json("history " + id)[0]["field"], "name");
    EXPECT_EQ(tern("delete " + id).status, 0);
    EXPECT_EQ(json("list account").size(), 0U);
    EXPECT_EQ(json("trash")[0]["id"], id);
    EXPECT_THAT(tern("set " + id + " name=x").err, HasSubstr("in the trash"));
    EXPECT_EQ(tern("undelete " + id).status, 0);
    EXPECT_EQ(json("list account").size(), 1U);
    EXPECT_EQ(json("conflicts").size(), 0U);
}

TEST_F(Command, MovesAWholeCompany) {
    json("space create Team --kind team");
    const auto id = json("create account name=Acme --space Team")["id"].get<std::string>();
    json("create contact family_name=Lovelace account_id=Acme --space Team");
    const std::string folder = org.path() + "/company";
    EXPECT_THAT(tern("export --all " + folder).out, HasSubstr(" records written in "));
    EXPECT_THAT(tern("export --all " + folder).err, HasSubstr("there is something in"));
    EXPECT_EQ(tern("export --all x --entity account").status, 2);
    EXPECT_EQ(tern("export").status, 2);
    EXPECT_EQ(tern("export --all " + folder + "2 --format vcard").status, 1);
    std::ofstream{folder + "/castle.csv"} << "name\nWindsor\n";
    std::ofstream{folder + "/lead.csv"} << "family_name,space\nKing,Nowhere\nQueen,Team\n";
    EXPECT_EQ(tern("import " + folder + " --entity account").status, 1);

    test::OfflineOrg other{"Other"};
    const auto taken = tern(other, "import " + folder);
    EXPECT_EQ(taken.status, 0);
    EXPECT_THAT(taken.out, HasSubstr("account.csv: 1 created"));
    EXPECT_THAT(taken.err, HasSubstr("lead.csv: refused row 1: there is no space or user"));
    EXPECT_THAT(taken.err, HasSubstr("castle.csv was not taken"));
    EXPECT_THAT(taken.err, HasSubstr("made the space Team"));
    EXPECT_EQ(json(other, "get " + id)["name"], "Acme");
    EXPECT_EQ(json(other, "list contact --where account.name=Acme").size(), 1U);
    const auto again = json(other, "import " + folder);
    for (const auto& file : again["files"])
        if (file["entity"] != "lead") {
            EXPECT_EQ(file["unchanged"], file["rows"]) << file;
        }
}

TEST_F(Command, AsksAndAddsUp) {
    json("create pipeline name=Sales");
    json("create stage name=Open pipeline_id=Sales order=1");
    for (const char* fields :
         {"name=A amount=10", "name=B 'amount=5 EUR'", "name=C amount=7 expected_close=2024-02-01"})
        json(std::string("create opportunity ") + fields);
    EXPECT_EQ(json("list opportunity --where \"amount >= 7 and not name = A\" --where name=C").size(), 1U);
    EXPECT_EQ(json("list opportunity --where 'owner = me and expected_close older than 30 days'")[0]["name"], "C");
    EXPECT_THAT(tern("list opportunity --where 'amount >= 7 and name ='").err, HasSubstr("at character 23: it ends"));

    const auto first = tern("list opportunity --sort -name --limit 2 --json");
    EXPECT_EQ(nlohmann::json::parse(first.out)[1]["name"], "B");
    ASSERT_THAT(first.err, testing::StartsWith("more: --after "));
    const auto token = first.err.substr(14, first.err.find('\n') - 14);
    const auto rest = json("list opportunity --sort -name --limit 2 --after " + token);
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0]["name"], "A");
    EXPECT_EQ(tern("list opportunity --sort name --limit 2 --after " + token).status, 1);

    EXPECT_EQ(tern("report opportunity --group-by stage_id,expected_close:month --measure count,sum:amount").out,
              "stage_id  expected_close:month  count  sum:amount\n"
              "Open      2024-02               1      USD 7.00\n"
              "Open      (empty)               2      EUR 5.00, USD 10.00\n");
    EXPECT_EQ(json("report opportunity --measure sum:amount --where name!=C"),
              nlohmann::json::parse(R"([{"sum:amount":{"EUR":5.00,"USD":10.00}}])"));
    EXPECT_EQ(tern("report pipeline-by-month").status, 1);
    EXPECT_THAT(tern("report pipeline-by-month").err, HasSubstr("there is no report \"pipeline-by-month\""));
    EXPECT_EQ(tern("report opportunity --group-by name --measure sum:amount --sort name --keep 'By name'").status, 0);
    EXPECT_EQ(json("report 'By name' --where name=C --limit 1"),
              nlohmann::json::parse(R"([{"name":"C","sum:amount":{"USD":7.00}}])"));
    EXPECT_EQ(json("list report")[0]["entity"], "opportunity");
    EXPECT_EQ(tern("report opportunity --group-by amount").status, 1);
    EXPECT_THAT(tern("report opportunity --zone Mars/Olympus").err, HasSubstr("no time zone"));

    const auto view = json(R"(create saved_view entity=opportunity name=Big 'filter="amount >= 7"' 'sort=["-name"]')");
    EXPECT_EQ(json("list opportunity --view Big --where name!=C")[0]["name"], "A");
    EXPECT_EQ(json("list opportunity --view Big")[0]["name"], "C");
    EXPECT_THAT(tern("list opportunity --view Small").err, HasSubstr("no view"));
}

TEST_F(Command, ShowsWhereItStands) {
    const auto space = json("space create Team --kind team")["id"].get<std::string>();
    const auto spaces = json("space list");
    ASSERT_EQ(spaces.size(), 2U);
    EXPECT_EQ(spaces[1],
              nlohmann::json({{"id", space}, {"name", "Team"}, {"kind", "team"}, {"role", "admin"}, {"records", 0}}));
    EXPECT_EQ(json("space members Team")[0]["login"], "ann@acme.example");
    const auto status = json("status");
    EXPECT_EQ(status["org"], "Acme");
    EXPECT_EQ(status["user"], "ann@acme.example");
    EXPECT_TRUE(status["last_sync"].is_null());
    EXPECT_EQ(status["spaces"].size(), 2U);
    EXPECT_THAT(tern("state-hash").out, testing::MatchesRegex("[0-9a-f]{64}\n"));
    EXPECT_EQ(json("state-hash --space Team")["hash"].get<std::string>().size(), 64U);
    EXPECT_EQ(json("check")["ok"], true);
    const auto invitation = tern("invite --email bob@acme.example --space Team:writer");
    EXPECT_EQ(invitation.status, 0);
    EXPECT_EQ(std::count(invitation.out.begin(), invitation.out.end(), '\n'), 1);
    EXPECT_THAT(invitation.err, HasSubstr("tern sync"));
}

TEST_F(Command, ImportsAndTellsOfEachRow) {
    std::ofstream{org.path() + "/in.csv"} << "name,employees\nA,1\nB,x\n";
    const auto report = json("import " + org.path() + "/in.csv --entity account");
    EXPECT_EQ(report["created"], 1);
    EXPECT_EQ(report["refused"][0]["row"], 2);
    EXPECT_THAT(tern("import " + org.path() + "/in.csv --entity account --dry-run").out,
                HasSubstr("would take 1 of 2 rows"));
    std::ofstream{org.path() + "/in.csv"} << "name,employees\nB,x\n";
    EXPECT_EQ(tern("import " + org.path() + "/in.csv --entity account").status, 1);
}

TEST_F(Command, ImportsOnceAndUndoes) {
    const std::string file = org.path() + "/in.csv";
    std::ofstream{file} << "external_id,Company Name\n1,Acme\n2,客户\n";
    const auto report = json("import " + file + " --entity account");
    EXPECT_EQ(report["guessed"]["Company Name"], "name");
    const auto job = report["jobs"][0].get<std::string>();
    EXPECT_EQ(tern("import " + file + " --entity account").out, "2 rows, nothing new\n");
    const auto jobs = json("imports");
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs[0]["id"], job);
    EXPECT_EQ(jobs[0]["file"], "in.csv");
    EXPECT_EQ(jobs[0]["undoable"], true);
    EXPECT_EQ(json("import --undo " + job), nlohmann::json::parse(R"({"deleted":2,"restored":0,"left":[]})"));
    EXPECT_EQ(json("list account").size(), 0U);
    EXPECT_EQ(tern("import --undo " + job).status, 1);
    EXPECT_EQ(tern("import " + file + " --entity account --delimiter ::").status, 1);
}

TEST_F(Command, ExportsWhatItImportsAgain) {
    json("create account name=客户 'annual_revenue=5 EUR'");
    const std::string file = org.path() + "/out.xlsx";
    EXPECT_EQ(json("export --entity account --output " + file)["rows"], 1);
    EXPECT_EQ(tern("import " + file + " --entity account").out, "1 rows, nothing new\n");
    const auto csv = tern("export --entity account");
    EXPECT_EQ(csv.status, 0);
    EXPECT_THAT(csv.out, testing::StartsWith("\xef\xbb\xbfid,space,name,"));
    EXPECT_THAT(csv.out, HasSubstr("客户"));
    EXPECT_EQ(tern("export --entity account --format xlsx").status, 1);
    EXPECT_EQ(tern("export --entity account --where name=nobody --format json").out, "[]\n");
}

TEST_F(Command, StaysShutWithoutAKey) {
    const std::string command = std::string(TERN_COMMAND) + " --data " + org.folder();
    EXPECT_EQ(WEXITSTATUS(std::system((command + " status 2>/dev/null").c_str())), 1);
    EXPECT_EQ(WEXITSTATUS(std::system(
                  ("TERN_DEVICE_KEY_FILE=" + org.key_file() + " " + command + " status >/dev/null").c_str())),
              0);
    EXPECT_EQ(WEXITSTATUS(std::system(
                  (std::string(TERN_COMMAND) + " --data " + org.path() + "/none status 2>/dev/null").c_str())),
              1);
}

}  // namespace
}  // namespace tern::cli
