// JSON, vCard and iCalendar as tables.
#include "client_core/exchange/content_line.h"
#include "tests/client_core/exchange/support.h"

namespace tern::exchange::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class JsonFiles : public testing::Test {
protected:
    std::vector<std::string> rows(const std::string& text) { return rows_of(folder.file(text), Format::json); }
    Folder folder;
};

TEST_F(JsonFiles, ReadsArraysAndLines) {
    const char* const kRows[] = {"name=Acme amount=1.10 ok=true", "name=客户 tags=[\"a\",{\"b\":1.50}]"};
    EXPECT_THAT(rows("[{\"name\":\"Acme\",\"amount\":1.10,\"ok\":true,\"no\":null},\n "
                     "{\"name\":\"客户\",\"tags\":[\"a\",{\"b\":1.50}],\"e\":[]}]\n"),
                ElementsAre(kRows[0], kRows[1]));
    EXPECT_THAT(
        rows("{\"name\":\"Acme\",\"amount\":1.10,\"ok\":true}\n\n{\"name\":\"客户\",\"tags\":[\"a\",{\"b\":1.50}]}"),
        ElementsAre(kRows[0], kRows[1]));
    EXPECT_THAT(rows("{\n \"name\": \"A}\",\n \"b\": {\n \"c\": \"d\"\n}\n}\n{\"name\":\"x\"}"),
                ElementsAre("name=A} b.c=d b={\"c\":\"d\"}", "name=x"));
    EXPECT_THAT(rows("[]"), ElementsAre());
    EXPECT_THAT(rows("{\"n\":12345678901234567890123.50}"), ElementsAre("n=12345678901234567890123.50"));
}

TEST_F(JsonFiles, RefusesLinesByThemselves) {
    EXPECT_THAT(rows("{\"a\":1}\n{\"a\":\n{\"a\":3}\n"), ElementsAre("a=1", HasSubstr("!the row is no JSON"), "a=3"));
    EXPECT_THAT(rows("[{\"a\":1},7,{\"a\":3}]"), ElementsAre("a=1", HasSubstr("!the row is no JSON object"), "a=3"));
    EXPECT_THAT(rows("{\"a\":\"客户\"}\n{\"b\":\"名\"}\n{\"a\":\"\xff\"}"),
                ElementsAre("a=客户", "b=名", HasSubstr("!the row is no JSON")));
}

TEST_F(JsonFiles, RefusesWhatMeansHarm) {
    const std::string deep = "{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    EXPECT_THAT(rows(deep + "\n{\"a\":1}\n"), ElementsAre(HasSubstr("!the row is nested too deeply"), "a=1"));
    EXPECT_THAT(rows("[" + deep + "]"), ElementsAre(HasSubstr("nested too deeply")));
    EXPECT_THAT(rows("[{\"a\":1}"), ElementsAre(HasSubstr("ends in the middle")));
    EXPECT_THAT(rows("[{\"a\":1}] x"), ElementsAre(HasSubstr("goes on after")));
    EXPECT_THAT(rows(""), ElementsAre(HasSubstr("empty")));
    std::string wide = "{";
    for (int i = 0; i < 3'000; ++i) wide += (i ? ",\"c" : "\"c") + std::to_string(i) + "\":1";
    EXPECT_THAT(rows(wide + "}\n{\"c0\":2}\n"), ElementsAre(HasSubstr("above 2000 columns"), "c0=2"));
    EXPECT_THAT(rows("{\"a\":\"" + std::string(10 << 20, 'x') + "\"}\n{\"a\":1}"),
                ElementsAre(HasSubstr("longer than 8 MiB"), "a=1"));
}

class Cards : public testing::Test {
protected:
    std::vector<std::string> rows(const std::string& text) { return rows_of(folder.file(text), Format::vcard); }
    std::string card(const std::string& lines) {
        const auto all = rows("BEGIN:VCARD\r\n" + lines + "END:VCARD\r\n");
        return all.empty() ? "" : all[0];
    }
    Folder folder;
};

TEST_F(Cards, ReadsAllThreeVersions) {
    EXPECT_EQ(
        card("VERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=BC=9F\r\nTEL;CELL;PREF:+86 138\r\n"
             "TEL;WORK;VOICE:010 1\r\nEMAIL;INTERNET:a@b.cn\r\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo\r\n"),
        "family_name=张 given_name=伟 description=one\r\ntwo mobile=+86 138 phones=[{\"phone\":\"010 "
        "1\",\"label\":\"work\"}]"
        " mails=[{\"mail\":\"a@b.cn\"}]");
    EXPECT_EQ(card("VERSION:2.1\r\nN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=D5=C5;=CE=B0\r\n"),
              "family_name=张 given_name=伟");
    EXPECT_EQ(card("VERSION:2.1\r\nN:\xd5\xc5;\xce\xb0\r\n"), "family_name=张 given_name=伟");
    EXPECT_EQ(
        card("VERSION:3.0\r\nN:Doe;Jo\\, "
             "Ann;;Dr.;\r\nitem1.TEL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\nADR;TYPE=home:;;1 Main\\nSt;Ber\r\n "
             "lin;;10115;Germany\r\n"
             "ORG:Acme\\; Inc;Sales\r\nBDAY:19960415\r\nUID:u1\r\nCATEGORIES:a,b\\,c\r\n"),
        "family_name=Doe given_name=Jo, Ann salutation=Dr. addr_street=1 Main\nSt addr_city=Berlin addr_postcode=10115"
        " addr_country=Germany org=Acme; Inc department=Sales birthday=1996-04-15 external_id=u1 tags=a; b,c mobile=1");
    EXPECT_EQ(
        card("VERSION:4.0\r\nFN:Ada Lovelace\r\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-555\r\nBDAY:--0415\r\n"
             "PHOTO:data:image/png;base64,AP8Q\r\n"),
        "photo=00ff10 name=Ada Lovelace phones=[{\"phone\":\"+1-555\"}] ?the birthday has no year and was left out");
    EXPECT_EQ(card("PHOTO;ENCODING=b;TYPE=JPEG:AP8\r\n Q\r\nPHOTO;VALUE=uri:http://x\r\n"),
              "photo=00ff10 ?the photo is a link and was left out");
}

TEST_F(Cards, RefusesCardsByThemselves) {
    std::string million = "BEGIN:VCARD\r\n";
    for (int i = 0; i < 1'000'000; ++i) million += "NOTE:x\r\n";
    EXPECT_THAT(rows(million + "END:VCARD\r\nBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n"),
                ElementsAre(HasSubstr("!the card is damaged: it is longer"), "name=B"));
    EXPECT_THAT(rows("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"),
                ElementsAre(HasSubstr("not ended"), "name=B"));
    EXPECT_THAT(rows("BEGIN:VCARD\nFN:A\n"), ElementsAre(HasSubstr("ends in the middle")));
    EXPECT_THAT(rows("BEGIN:VCARD\nNOTE:" + std::string(10 << 20, 'x') + "\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"),
                ElementsAre(HasSubstr("over 1 MiB"), "name=B"));
    EXPECT_THAT(card("PHOTO;ENCODING=b:" + std::string(100'000, 'A') + "\r\n"), HasSubstr("larger than 48 KiB"));
    EXPECT_THAT(card("FN:A\r\nX-A;X=\"" + std::string(1000, ';') + "\r\n:::\r\n;\r\n"), "name=A");
}

TEST_F(Cards, FoldsWhatItWrites) {
    for (const std::string text :
         {"short", "客户名称客户名称客户名称客户名称客户名称客户名称客户名称客户名称客户名称", "a;b,c\\d\nnew"}) {
        std::string out = "BEGIN:VCARD\r\n";
        write_content_line("NOTE:" + escaped(text), out);
        for (std::size_t from = 0, end = 0; (end = out.find("\r\n", from)) != std::string::npos; from = end + 2)
            EXPECT_LE(end - from, 75U);
        EXPECT_THAT(rows(out + "END:VCARD\r\n"), ElementsAre("description=" + text));
    }
}

class Calendars : public testing::Test {
protected:
    std::vector<std::string> rows(const std::string& inside, const std::string& component = "VEVENT") {
        TableOptions options;
        options.zone = "Asia/Shanghai";
        options.component = component;
        return rows_of(folder.file("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n"), Format::ical,
                       options);
    }
    std::string start(const std::string& property) {
        const auto all = rows("BEGIN:VEVENT\r\n" + property + "\r\nEND:VEVENT\r\n");
        return all.empty() ? "" : all[0];
    }
    Folder folder;
};

TEST_F(Calendars, ReadsTimesOfAllZones) {
    EXPECT_EQ(start("DTSTART:20240305T093000Z"), "starts_at=2024-03-05T09:30:00Z kind=meeting");
    EXPECT_EQ(start("DTSTART:20240305T093000"), "starts_at=2024-03-05T01:30:00Z kind=meeting");
    EXPECT_EQ(start("DTSTART;TZID=Europe/Berlin:20240705T093000"), "starts_at=2024-07-05T07:30:00Z kind=meeting");
    EXPECT_EQ(start("DTSTART;TZID=\"China Standard Time\":20240705T093000"),
              "starts_at=2024-07-05T01:30:00Z kind=meeting");
    EXPECT_EQ(start("DTSTART;TZID=/example.org/Europe/Berlin:20240105T093000"),
              "starts_at=2024-01-05T08:30:00Z kind=meeting");
    EXPECT_EQ(start("DTSTART;VALUE=DATE:20240305"), "starts_at=2024-03-04T16:00:00Z all_day=true kind=meeting");
    EXPECT_THAT(start("DTSTART;TZID=Mars:20240305T093000"),
                HasSubstr("?its time zone is not known; its times were read in Asia/Shanghai"));
    EXPECT_THAT(start("DTSTART:soon"), HasSubstr("?DTSTART is no time"));
    const std::string zone =
        "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\n"
        "TZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    EXPECT_THAT(rows(zone + "BEGIN:VEVENT\r\nDTSTART;TZID=Own:20240305T093000\r\nEND:VEVENT\r\n"),
                ElementsAre("starts_at=2024-03-05T04:00:00Z kind=meeting"));
}

TEST_F(Calendars, ReadsEventsAndTasks) {
    const std::string both =
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Call\\, "
        "now\r\nCATEGORIES:Call\r\nDTSTART:20240305T093000Z\r\nDURATION:PT45M\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\r\nSTATUS:CANCELLED\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:no\r\nEND:"
        "VALARM\r\nEND:VEVENT\r\n"
        "BEGIN:VTODO\r\nSUMMARY:Do\r\nDUE:20240305T093000Z\r\nSTATUS:IN-PROCESS\r\nPRIORITY:1\r\nEND:VTODO\r\n";
    EXPECT_THAT(
        rows(both),
        ElementsAre("external_id=1 subject=Call, now starts_at=2024-03-05T09:30:00Z recurrence=FREQ=WEEKLY;COUNT=3 "
                    "status=cancelled"
                    " kind=call ends_at=2024-03-05T10:15:00Z reminders=[{\"before_s\":900,\"way\":\"popup\"}]"));
    EXPECT_THAT(rows(both, "VTODO"),
                ElementsAre("subject=Do due_at=2024-03-05T09:30:00Z state=in_progress priority=urgent"));
}

TEST_F(Calendars, RefusesEventsByThemselves) {
    const std::string hostile_zone =
        "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ="
        "SECONDLY\r\nTZOFFSETFROM:+0530\r\n"
        "TZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    EXPECT_THAT(rows(hostile_zone + "BEGIN:VEVENT\r\nDTSTART;TZID=Own:20240305T093000\r\nEND:VEVENT\r\n"),
                ElementsAre(HasSubstr("not known")));
    for (const char* rule : {"FREQ=YEARLY;BYDAY=9SU", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYHOUR=1",
                             "BYDAY=SU", "FREQ=YEARLY;BYDAY=XX"}) {
        std::string zone = hostile_zone;
        zone.replace(zone.find("FREQ=SECONDLY"), 13, rule);
        EXPECT_THAT(rows(zone + "BEGIN:VEVENT\r\nDTSTART;TZID=Own:20240305T093000\r\nEND:VEVENT\r\n"),
                    ElementsAre(HasSubstr("not known")))
            << rule;
    }
    std::string summer = hostile_zone;
    summer.replace(summer.find("FREQ=SECONDLY"), 13, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    EXPECT_THAT(rows(summer + "BEGIN:VEVENT\r\nDTSTART;TZID=Own:20240305T093000\r\nEND:VEVENT\r\n"),
                ElementsAre("starts_at=2024-03-05T04:00:00Z kind=meeting"));
    EXPECT_THAT(start("RRULE:FREQ=NEVER"), HasSubstr("?the repetition cannot be read"));
    EXPECT_THAT(start("DESCRIPTION:客户\r\nLOCATION:名\r\nSUMMARY:\xff"), HasSubstr("!the event has bytes"));
}

}  // namespace
}  // namespace tern::exchange::test
