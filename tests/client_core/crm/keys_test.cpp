// When two writings are of the same thing.
#include <gtest/gtest.h>

#include "client_core/crm/phone_match.h"
#include "client_core/matching/names.h"

namespace tern {
namespace {

using namespace matching;

TEST(CompanyKey, LeavesOutTheLegalForm) {
    for (const char* name : {"Muster GmbH", "MUSTER  G.m.b.H.", "Muster GmbH & Co. KG", "muster",
                             "Ｍｕｓｔｅｒ　ＧｍｂＨ", "The Muster AG"})
        EXPECT_EQ(company_key(name), "muster") << name;
    for (const char* name : {"Café Lumière SARL", "CAFE LUMIERE S.A.R.L.", "Cafe-Lumiere"})
        EXPECT_EQ(company_key(name), "cafelumiere") << name;
    for (const char* name : {"北京华为科技有限公司", "北京华为科技股份有限公司", "北京华为科技集团", "北京 华为科技",
                             "北京华为科技有限责任公司"})
        EXPECT_EQ(company_key(name), "北京华为科技") << name;
    EXPECT_NE(company_key("北京华为分公司"), company_key("北京华为"));
    EXPECT_EQ(company_key("GmbH"), "gmbh") << "a form alone is a name";
    EXPECT_EQ(company_key("有限公司"), "有限公司");
    EXPECT_NE(company_key("Muster Nord GmbH"), company_key("Muster Süd GmbH"));
    EXPECT_EQ(company_key(" - "), "");
}

TEST(PersonKey, KnowsNoOrder) {
    EXPECT_EQ(person_key("Anna", "Müller"), person_key("MULLER", "anna"));
    EXPECT_NE(person_key("Anna", "Müller"), person_key("Hanna", "Müller"));
    EXPECT_EQ(person_key("", "Müller"), "") << "a family name alone is no evidence";
}

TEST(MailAndDomainKeys, TellWhoseTheyAre) {
    EXPECT_EQ(mail_key(" Anna.Lee+fair@Maven.Example "), "anna.lee@maven.example");
    EXPECT_EQ(mail_key("nobody"), "");
    EXPECT_EQ(domain_key("https://www.Maven.Example:8080/a?b"), "maven.example");
    EXPECT_EQ(domain_key("anna@maven.example"), "maven.example");
    for (const char* free : {"a@gmail.com", "b@163.com", "c@qq.com", "https://www.gmx.de"})
        EXPECT_EQ(domain_key(free), "") << free;
    EXPECT_EQ(domain_key("localhost"), "");
}

TEST(ExactKey, HasNoSigns) {
    EXPECT_EQ(exact_key("DE 123.456-789"), "de123456789");
    EXPECT_EQ(exact_key("n/a"), "") << "too short to be a number";
}

TEST(Phones, AreJudgedInTheirCountry) {
    EXPECT_EQ(crm::e164("138-0013-8000", "CN"), "+8613800138000");
    EXPECT_EQ(crm::e164("+49 (0) 30 901820", ""), "+4930901820");
    EXPECT_EQ(crm::e164("13800138000", ""), "");
    EXPECT_TRUE(crm::same_phone("+86 138-0013-8000", "", "13800138000", ""));
    EXPECT_TRUE(crm::same_phone("030 901820", "DE", "+49 30 901820", ""));
    EXPECT_FALSE(crm::same_phone("030 901820", "DE", "+43 30 901820", "")) << "another country";
    EXPECT_FALSE(crm::same_phone("+86 138-0013-8000", "", "+86 139-0013-8000", ""));
    EXPECT_TRUE(crm::same_phone("8 912 345-67-89", "RU", "+7 912 345 67 89", ""));
    EXPECT_TRUE(crm::same_phone("0660 1234567", "", "0043 (0)660-1234567", ""));
    EXPECT_EQ(phone_key("8 912 345-67-89"), phone_key("+7 912 345 67 89"));
    EXPECT_EQ(phone_key("12345"), "");
}

}  // namespace
}  // namespace tern
