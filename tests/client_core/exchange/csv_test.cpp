#include "client_core/exchange/csv.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "client_core/exchange/limits.h"

namespace tern::exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Csv : public testing::Test {
protected:
    Csv() {
        char path[] = "/tmp/tern-csv-XXXXXX";
        path_ = ::mkdtemp(path);
    }
    ~Csv() override { std::filesystem::remove_all(path_); }

    /// All records, the header first; or the failure's text alone.
    std::vector<std::vector<std::string>> read(const std::string& bytes, const TableOptions& options = {}) {
        std::ofstream{path_ + "/f.csv", std::ios::binary} << bytes;
        auto csv = CsvReader::open(path_ + "/f.csv", options);
        if (!csv) return {{csv.error().text()}};
        std::vector<std::vector<std::string>> out{(*csv)->header()};
        TableRow row;
        while (true) {
            const auto any = (*csv)->next(row);
            if (!any) return {{any.error().text()}};
            if (!*any) return out;
            out.push_back(row.broken.empty() ? row.cells : std::vector<std::string>{"!" + row.broken});
        }
    }
    std::string path_;
};

TEST_F(Csv, ReadsQuotesAndLineEnds) {
    EXPECT_THAT(read("a,b\n1,2\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
    EXPECT_THAT(read("\xef\xbb\xbf"
                     "a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n,"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "x, \"y\"\r\nz"), ElementsAre("", "")));
    EXPECT_THAT(read("a;b\n1,5;\"2\"\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1,5", "2")));
    EXPECT_THAT(read("a\tb\n\n1\t客户\n\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "客户")));
    EXPECT_THAT(read("a,b\n5\" pipe,x\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("5\" pipe", "x")));
}

TEST_F(Csv, RefusesWhatIsNoCsv) {
    EXPECT_THAT(read("")[0][0], HasSubstr("empty"));
    EXPECT_THAT(read("a,b\n1,\"never\n2,3\n")[0][0],
                HasSubstr("line 2 of the file opens a quote that is never closed"));
    EXPECT_THAT(read(std::string(limits::kColumns + 1, ','))[0][0], HasSubstr("columns"));
    EXPECT_THAT(CsvReader::open(path_ + "/none").error().fault, Fault::not_found);
}

/// One bad row spoils no other.
TEST_F(Csv, RefusesRowsByThemselves) {
    EXPECT_THAT(read("a,b\n1,\"x\"y\n3,4\n"),
                ElementsAre(testing::_, ElementsAre(HasSubstr("after a closing quote")), ElementsAre("3", "4")));
    EXPECT_THAT(read(std::string("a,b\n1,\0\n3,4\n", 12)),
                ElementsAre(testing::_, ElementsAre(HasSubstr("zero bytes")), ElementsAre("3", "4")));
    EXPECT_THAT(read("a,b\n客户,1\n名称,2\n\xb9\xab,1\n"),
                ElementsAre(testing::_, testing::_, testing::_, ElementsAre(HasSubstr("not UTF-8"))));
    EXPECT_THAT(read("a\n" + std::string(limits::kFieldBytes + 1, 'x') + "\ny\n"),
                ElementsAre(testing::_, ElementsAre(HasSubstr("over 1 MiB")), ElementsAre("y")));
    EXPECT_THAT(read("a,b\n" + std::string(3'000, ',') + "\n1,2\n"),
                ElementsAre(testing::_, ElementsAre(HasSubstr("more than 2000 columns")), ElementsAre("1", "2")));
    EXPECT_THAT(read("a,b\n1\n1,2\n"),
                ElementsAre(testing::_, ElementsAre(HasSubstr("1 fields and the header 2")), ElementsAre("1", "2")));
}

TEST_F(Csv, TellsEncodings) {
    const auto wide = [](std::u16string text, bool little) {
        std::string out;
        for (const char16_t c : text) {
            const char low = static_cast<char>(c & 0xff), high = static_cast<char>(c >> 8);
            out += little ? low : high;
            out += little ? high : low;
        }
        return out;
    };
    for (const bool little : {true, false}) {
        EXPECT_THAT(read(wide(u"\ufeffname,b\r\n\u5ba2\u6237,1\r\n", little)),
                    ElementsAre(ElementsAre("name", "b"), ElementsAre("客户", "1")));
        EXPECT_THAT(read(wide(u"name,b\n\u5ba2,1\n", little)),
                    ElementsAre(ElementsAre("name", "b"), ElementsAre("客", "1")));
    }
    const std::string gb = "\xc3\xfb\xb3\xc6,b\n\xbf\xcd\xbb\xa7,1\n";  // 名称, 客户
    EXPECT_THAT(read(gb), ElementsAre(ElementsAre("名称", "b"), ElementsAre("客户", "1")));
    EXPECT_THAT(read(gb, {.encoding = "GB18030"}), ElementsAre(ElementsAre("名称", "b"), ElementsAre("客户", "1")));
    EXPECT_THAT(read("name,b\nM\xfcller,1\n"), ElementsAre(ElementsAre("name", "b"), ElementsAre("Müller", "1")));
    EXPECT_THAT(read("\xb9\xab,b\n客户,1\n名称,2\n")[0][0], HasSubstr("line 1 of the file is not UTF-8"));
    EXPECT_THAT(read("a\nb\n", {.encoding = "no-such"})[0][0], HasSubstr("no encoding"));
    EXPECT_THAT(read("a,b\n\x81\x30\xff,1\n1,2\n", {.encoding = "GB18030"}),
                ElementsAre(testing::_, ElementsAre(HasSubstr("not GB18030")), ElementsAre("1", "2")));
}

TEST_F(Csv, TakesLineEndsAndDelimitersOfAllPrograms) {
    EXPECT_THAT(read("a,b\r1,2\r3,4"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2"), ElementsAre("3", "4")));
    EXPECT_THAT(read("sep=;\r\na;b,c\r\n1;2\r\n"), ElementsAre(ElementsAre("a", "b,c"), ElementsAre("1", "2")));
    EXPECT_THAT(read("a|b\n1|2\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
    EXPECT_THAT(read("a,b;c\n1,2;3\n", {.delimiter = ';'}),
                ElementsAre(ElementsAre("a,b", "c"), ElementsAre("1,2", "3")));
    EXPECT_THAT(read("'x,b\n'=1+1,'+49\n''-1,'t is\n"),
                ElementsAre(testing::_, ElementsAre("=1+1", "+49"), ElementsAre("'-1", "'t is")));
}

TEST_F(Csv, WritesWhatItReads) {
    for (const char* text : {"", "a", "a,b", "\"", "a\nb", "a;b", " x ", "tab\tx", "客户"}) {
        std::string line = "a,b\n";
        write_csv_field(guarded(text), line);
        EXPECT_THAT(read(line + ",1\n"), ElementsAre(testing::_, ElementsAre(text, "1")));
    }
    for (const char* text : {"=1", "+49", "-1", "@x", "\tx", "'=1", "''+", "'", "''", "'a", "＝1"}) {
        std::string line = guarded(text);
        EXPECT_THAT(std::string("=+-@\t\r\n").find(line[0]), std::string::npos) << text;
        take_guard_off(line);
        EXPECT_EQ(line, text);
    }
}

TEST_F(Csv, ReadsFieldsAcrossBuffers) {
    const std::string long_field(300'000, 'x');
    EXPECT_THAT(read("a,b\n\"" + long_field + "\"\"\"," + long_field + "\n"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre(long_field + "\"", long_field)));
}

}  // namespace
}  // namespace tern::exchange
