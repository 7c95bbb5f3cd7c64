#include "client_core/crm/csv.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

namespace tern::crm {
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
    std::vector<std::vector<std::string>> read(const std::string& bytes) {
        std::ofstream{path_ + "/f.csv", std::ios::binary} << bytes;
        auto csv = CsvReader::open(path_ + "/f.csv");
        if (!csv) return {{csv.error().text()}};
        std::vector<std::vector<std::string>> out{csv->header()};
        std::vector<std::string> row;
        while (true) {
            const auto any = csv->next(row);
            if (!any) return {{any.error().text()}};
            if (!*any) return out;
            out.push_back(row);
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
    EXPECT_THAT(read("a,b\n1,\"x\"y\n")[0][0], HasSubstr("after a closing quote"));
    EXPECT_THAT(read(std::string("a,b\n1,\0\n", 8))[0][0], HasSubstr("zero bytes"));
    EXPECT_THAT(read("a,b\n\xb9\xab,1\n")[0][0], HasSubstr("not UTF-8"));
    EXPECT_THAT(read("\xff\xfe"
                     "a")[0][0],
                HasSubstr("not UTF-8"));
    EXPECT_THAT(read("a\n" + std::string(kCsvFieldBytes + 1, 'x'))[0][0], HasSubstr("over 1 MiB"));
    EXPECT_THAT(read(std::string(kCsvColumns + 1, ','))[0][0], HasSubstr("columns"));
    EXPECT_THAT(CsvReader::open(path_ + "/none").error().fault, Fault::not_found);
}

TEST_F(Csv, ReadsFieldsAcrossBuffers) {
    const std::string long_field(300'000, 'x');
    EXPECT_THAT(read("a,b\n\"" + long_field + "\"\"\"," + long_field + "\n"),
                ElementsAre(ElementsAre("a", "b"), ElementsAre(long_field + "\"", long_field)));
}

}  // namespace
}  // namespace tern::crm
