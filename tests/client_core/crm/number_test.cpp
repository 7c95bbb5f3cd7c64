#include "client_core/crm/number.h"

#include "client_core/crm/import_rows.h"
#include "client_core/crm/number_style.h"

#include <gtest/gtest.h>

namespace tern::crm {
namespace {

std::string decimal(std::string_view text) {
    const auto value = decimal_from(text);
    return value ? decimal_text(*value) : "refused";
}

TEST(Numbers, ReadDecimals) {
    constexpr std::pair<const char*, const char*> kCases[] = {{"1054", "1054"},
                                                              {"-3.50", "-3.5"},
                                                              {"+7", "7"},
                                                              {"1,054.00", "1054"},
                                                              {"12,345,678.9", "12345678.9"},
                                                              {".5", "0.5"},
                                                              {"0.000000000000000001", "0.000000000000000001"},
                                                              {"-0", "0"},
                                                              {"9223372036854775807", "9223372036854775807"},
                                                              {"1,05", "refused"},
                                                              {"10,54.00", "refused"},
                                                              {",100", "refused"},
                                                              {"1.054,00", "refused"},
                                                              {"9223372036854775808", "refused"},
                                                              {"1e5", "refused"},
                                                              {"", "refused"},
                                                              {"-", "refused"},
                                                              {".", "refused"},
                                                              {"5.", "refused"},
                                                              {"0x10", "refused"},
                                                              {"1.2.3", "refused"},
                                                              {"--5", "refused"},
                                                              {"1 000", "refused"},
                                                              {"０", "refused"},
                                                              {"0.0000000000000000001", "refused"}};
    for (const auto& [typed, wanted] : kCases) EXPECT_EQ(decimal(typed), wanted) << typed;
}

std::string money(std::string_view text, std::string_view usual = "USD") {
    const auto typed = money_from(text, usual);
    if (!typed) return "refused";
    const std::string currency = typed->currency.empty() ? std::string(usual) : typed->currency;
    const auto minor = minor_units(typed->amount, currency_digits(currency));
    return minor ? amount_text(*minor, currency_digits(currency)) + " " + currency : "too fine";
}

TEST(Numbers, ReadMoney) {
    constexpr std::pair<const char*, const char*> kCases[] = {{"1054", "1054.00 USD"},
                                                              {"1,054.00", "1054.00 USD"},
                                                              {"1054 EUR", "1054.00 EUR"},
                                                              {"EUR 1054.5", "1054.50 EUR"},
                                                              {"$1,054.00", "1054.00 USD"},
                                                              {"¥88", "88.00 CNY"},
                                                              {"￥88", "88.00 CNY"},
                                                              {"88 円", "88 JPY"},
                                                              {"88元", "88.00 CNY"},
                                                              {"₩12000", "12000 KRW"},
                                                              {"-$5", "-5.00 USD"},
                                                              {"$-5", "-5.00 USD"},
                                                              {"1100.04M", "1100040000.00 USD"},
                                                              {"$1.5 million", "1500000.00 USD"},
                                                              {"30万", "300000.00 USD"},
                                                              {"KWD 1.234", "1.234 KWD"},
                                                              {"0.07", "0.07 USD"},
                                                              {"88.5 JPY", "too fine"},
                                                              {"1.234", "too fine"},
                                                              {"99999999999999999999", "refused"},

                                                              {"", "refused"},
                                                              {"$", "refused"},
                                                              {"EUR", "refused"},
                                                              {"--5", "refused"},
                                                              {"ten", "refused"},
                                                              {"5 EUR USD", "refused"}};
    for (const auto& [typed, wanted] : kCases) EXPECT_EQ(money(typed), wanted) << typed;
    EXPECT_EQ(money("92233720368547758.08"), "refused");
    EXPECT_EQ(money("92233720368547758.07"), "92233720368547758.07 USD");
    EXPECT_EQ(money("¥88", "JPY"), "88 JPY");
}

TEST(Numbers, WriteAmountsWithTheirDigits) {
    EXPECT_EQ(amount_text(105400, 2), "1054.00");
    EXPECT_EQ(amount_text(-7, 2), "-0.07");
    EXPECT_EQ(amount_text(88, 0), "88");
    EXPECT_EQ(amount_text(std::numeric_limits<std::int64_t>::min(), 2), "-92233720368547758.08");
}

TEST(Numbers, AreBroughtIntoOneForm) {
    struct Case {
        const char *text, *by_point, *by_comma;
    };
    constexpr Case kCases[] = {{"1,234.56", "1234.56", "1234.56"},
                               {"1.234,56", "1234.56", "1234.56"},
                               {"1.234", "1.234", "1234"},
                               {"1,234", "1234", "1.234"},
                               {"0,125", "0.125", "0.125"},
                               {"7,5", "7.5", "7.5"},
                               {"1.234.567", "1234567", "1234567"},
                               {"1 234,5", "1234.5", "1234.5"},
                               {"1'234.50", "1234.50", "1234.50"},
                               {"(12.50)", "-12.50", "-12.50"},
                               {"12.50-", "-12.50", "-12.50"},
                               {"−3", "-3", "-3"},
                               {"1.234,56 €", "1234.56 €", "1234.56 €"},
                               {"¥1,234.56", "¥1234.56", "¥1234.56"},
                               {"12万", "12万", "12万"},
                               {"1.2.3,4,5", "1.2.3,4,5", "1.2.3,4,5"},
                               {"n/a", "n/a", "n/a"},
                               {"1a2", "1a2", "1a2"},
                               {"", "", ""}};
    for (const auto& [text, by_point, by_comma] : kCases) {
        EXPECT_EQ(plain_number(text, NumberStyle::point), by_point) << text;
        EXPECT_EQ(plain_number(text, NumberStyle::comma), by_comma) << text;
    }
}

TEST(Numbers, KnowEveryCurrency) {
    for (const char* code : {"EUR", "CNY", "DEM", "XAF"}) EXPECT_TRUE(is_currency(code)) << code;
    for (const char* code : {"ZZZ", "ABC", "eur", "EU", "EURO", ""}) EXPECT_FALSE(is_currency(code)) << code;
}

TEST(Names, FallIntoTheirParts) {
    using Parts = std::pair<std::string, std::string>;
    EXPECT_EQ(split_name("Ada King Lovelace"), (Parts{"Ada King", "Lovelace"}));
    EXPECT_EQ(split_name("Lovelace, Ada"), (Parts{"Ada", "Lovelace"}));
    EXPECT_EQ(split_name(" Cher "), (Parts{"", "Cher"}));
    EXPECT_EQ(split_name("张伟"), (Parts{"伟", "张"}));
    EXPECT_EQ(split_name("欧阳修"), (Parts{"修", "欧阳"}));
    EXPECT_EQ(split_name("欧阳"), (Parts{"阳", "欧"}));
    EXPECT_EQ(split_name(""), (Parts{"", ""}));
}

}  // namespace
}  // namespace tern::crm
