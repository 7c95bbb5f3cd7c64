// Workbooks as spreadsheets write them, and as those who mean harm do.
#include "client_core/exchange/xlsx_book.h"
#include "tests/client_core/exchange/support.h"

namespace tern::exchange::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::map<std::string, std::string> book(const std::string& sheet, const std::string& properties = {}) {
    return {{"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + properties +
                                    "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/>"
                                    "<sheet name=\"二\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
             "<numFmt numFmtId=\"165\" formatCode=\"&quot;d&quot;0.00\"/></numFmts>"
             "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
             "<xf numFmtId=\"10\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"},
            {"xl/sharedStrings.xml",
             "<sst><si><t>name</t></si><si><r><t>Ac</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>"},
            {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"},
            {"xl/worksheets/sheet2.xml",
             "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
             "<row><c><v>2</v></c></row></sheetData></worksheet>"}};
}

const std::string kHeader =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>v</t></is></c></row>";

std::string cell_row(const std::string& cell) {
    return kHeader + "<row><c r=\"A2\" t=\"s\"><v>1</v></c>" + cell + "</row>";
}

class Xlsx : public testing::Test {
protected:
    std::string value(const std::string& cell, const std::string& properties = {}) {
        const auto rows = rows_of(folder.zip(book(cell_row(cell), properties)), Format::xlsx);
        return rows.size() == 1 && rows[0].starts_with("name=Acme v=") ? rows[0].substr(12)
               : rows.empty()                                          ? ""
                                                                       : rows[0];
    }
    Folder folder;
};

TEST_F(Xlsx, ReadsEveryKindOfCell) {
    EXPECT_EQ(value("<c r=\"B2\"><v>1054.1000000000001</v></c>"), "1054.1");
    EXPECT_EQ(value("<c r=\"B2\"><v>4.9151E+13</v></c>"), "49151000000000");
    EXPECT_EQ(value("<c r=\"B2\"><v>-12</v></c>"), "-12");
    EXPECT_EQ(value("<c r=\"B2\" t=\"b\"><v>1</v></c>"), "true");
    EXPECT_EQ(value("<c r=\"B2\" t=\"str\"><f>1+1</f><v>two</v></c>"), "two");
    EXPECT_EQ(value("<c r=\"B2\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>"), "ab");
    EXPECT_EQ(value("<c r=\"B2\" t=\"inlineStr\"><is><t>'=1+1</t></is></c>"), "=1+1");
    EXPECT_EQ(value("<c r=\"B2\" s=\"4\"><v>0.125</v></c>"), "12.5%");
    EXPECT_EQ(value("<c r=\"B2\" s=\"3\"><v>3</v></c>"), "3");
    EXPECT_EQ(value("<c r=\"B2\" s=\"5\"><v>1.5</v></c>"), "36h0m0s");
    EXPECT_THAT(value("<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>"),
                HasSubstr("name=Acme ?the cell B2 holds the error #DIV/0!"));
    EXPECT_THAT(value("<c r=\"C2\"><v>1</v></c>"), HasSubstr("!the row has more fields"));
}

TEST_F(Xlsx, ReadsDatesOfBothCalendars) {
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>45356</v></c>"), "2024-03-05");
    EXPECT_EQ(value("<c r=\"B2\" s=\"2\"><v>45356.395833333336</v></c>"), "2024-03-05T09:30:00");
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>43894</v></c>", "<workbookPr date1904=\"1\"/>"), "2024-03-05");
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>1</v></c>"), "1900-01-01");
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>59</v></c>"), "1900-02-28");
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>61</v></c>"), "1900-03-01");
    EXPECT_EQ(value("<c r=\"B2\" s=\"1\"><v>0.5</v></c>"), "12:00:00");
    EXPECT_THAT(value("<c r=\"B2\" s=\"1\"><v>-1</v></c>"), HasSubstr("no date"));
    EXPECT_EQ(shape_of_format(0, "[$-804]yyyy\"年\"m\"月\"d\"日\""), NumberShape::date);
    EXPECT_EQ(shape_of_format(0, "[Red]#,##0.00"), NumberShape::plain);
    EXPECT_EQ(shape_of_format(0, "General"), NumberShape::plain);
    EXPECT_EQ(shape_of_format(31, ""), NumberShape::date);
}

TEST_F(Xlsx, ReadsTheSheetThatIsNamed) {
    const auto path = folder.zip(book(kHeader));
    EXPECT_THAT(rows_of(path, Format::xlsx), ElementsAre());
    EXPECT_THAT(rows_of(path, Format::xlsx, {.sheet = "二"}), ElementsAre("b=2"));
    EXPECT_THAT(rows_of(path, Format::xlsx, {.sheet = "no"})[0], HasSubstr("it has One, 二"));
    EXPECT_EQ(*format_of(path), Format::xlsx);
}

TEST_F(Xlsx, RefusesWhatMeansHarm) {
    auto parts = book(kHeader);
    parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";
    EXPECT_THAT(rows_of(folder.zip(parts), Format::xlsx)[0], HasSubstr("no spreadsheet writes"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<x>";
    EXPECT_THAT(rows_of(folder.zip(book(deep)), Format::xlsx)[0], HasSubstr("no spreadsheet writes"));
    EXPECT_THAT(rows_of(folder.zip(book("<row><c r=\"" + std::string(limits::kXmlTagBytes * 2, 'A'))), Format::xlsx)[0],
                HasSubstr("tag that does not end"));
    EXPECT_THAT(rows_of(folder.zip({{"word/document.xml", "<x/>"}}), Format::xlsx)[0], HasSubstr("no Excel workbook"));
    EXPECT_THAT(rows_of(folder.file("PK\x03\x04 and no more"), Format::xlsx)[0], HasSubstr("damaged"));
    EXPECT_THAT(rows_of(folder.zip(book(kHeader + "<row><c><v>1</v>")), Format::xlsx)[0], HasSubstr("damaged"));
    EXPECT_THAT(rows_of(folder.zip(book(cell_row("<c r=\"XFD2\"><v>1</v></c>"))), Format::xlsx)[0],
                HasSubstr("more than 2000 columns"));
    EXPECT_THAT(
        rows_of(folder.zip(book(cell_row("<c r=\"B2\" t=\"str\"><v>" + std::string(2 << 20, 'x') + "</v></c>"))),
                Format::xlsx)[0],
        HasSubstr("over 1 MiB"));
}

TEST_F(Xlsx, RefusesMoreRowsThanThereCanBe) {
    std::string rows = kHeader;
    for (std::uint64_t i = 0; i <= limits::kXlsxRows; ++i) rows += "<row/>";
    EXPECT_THAT(rows_of(folder.zip(book(rows)), Format::xlsx), ElementsAre(HasSubstr("more rows than a spreadsheet")));
}

/// Forty megabytes of one letter pack into forty kilobytes.
TEST_F(Xlsx, RefusesABomb) {
    auto parts = book(kHeader);
    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(40 << 20, ' ') + "</t></si></sst>";
    EXPECT_THAT(rows_of(folder.zip(parts), Format::xlsx)[0], HasSubstr("unpacks to far more"));
    parts = book(kHeader + "<row>" + std::string(40 << 20, ' ') + "</row>");
    EXPECT_THAT(rows_of(folder.zip(parts), Format::xlsx)[0], HasSubstr("unpacks to far more"));
}

}  // namespace
}  // namespace tern::exchange::test
