// What finding costs on a device with 100,000 contacts and 50,000 accounts, letter by letter as they are typed. One
// JSON line each; the baseline reads every title with LIKE, in the same run.
#include <tern/duplicates.h>
#include <tern/search.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "tests/bench/customers.h"
#include "tests/bench/figure.h"
#include "tests/support/offline_org.h"

namespace {

using namespace tern;
using bench::Customers;

constexpr std::size_t kBatch = 200;
constexpr std::size_t kTexts = 120;
constexpr int kScans = 9;

double at(std::vector<double>& all, double share) {
    std::sort(all.begin(), all.end());
    return all[std::min(all.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all.size())))];
}

template <class F>
double milliseconds(F&& use) {
    const auto from = bench::Steady::now();
    use();
    return 1000 * bench::seconds_since(from);
}

void fill(Client& client, const SpaceId& space, Customers& customers, const char* name, std::size_t rows) {
    const auto& entity = *client.schema().entity(std::string_view{name});
    for (std::size_t i = 0; i < rows; i += kBatch) {
        std::vector<store::Write> writes;
        for (std::size_t k = i; k < std::min(rows, i + kBatch); ++k)
            writes.push_back(Customers::birth(entity, space, new_record_id(client.adjusted_now()),
                                              entity.name == "contact" ? customers.contact(k) : customers.account(k)));
        if (!client.store().write(writes, client.author())) std::exit(1);
    }
}

/// Every beginning of every text, by characters.
std::vector<std::string> typed(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const auto& text : texts)
        for (std::size_t i = 1; i <= text.size(); ++i)
            if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
                out.push_back(text.substr(0, i));
    return out;
}

double scan_ms(Client& client, const std::string& text) {
    const std::string like = "%" + text + "%";
    std::vector<double> all;
    for (int i = 0; i < kScans; ++i)
        all.push_back(milliseconds([&] {
            (void)client.store().database().find_integer(
                "SELECT count(*) FROM (SELECT 1 FROM contact WHERE given_name LIKE ?1 OR family_name LIKE ?1 UNION ALL "
                "SELECT 1 FROM account WHERE name LIKE ?1)",
                like);
        }));
    return at(all, 0.5);
}

void measure(Client& client, const char* what, const std::vector<std::string>& queries) {
    std::vector<double> all;
    std::size_t found = 0;
    for (const auto& text : queries) {
        SearchRequest request;
        request.text = text;
        all.push_back(milliseconds([&] { found += search_records(client, request).value().size() > 0 ? 1 : 0; }));
    }
    const double scan = scan_ms(client, queries.back());
    const std::string name = std::string("search.") + what + ", " + std::to_string(queries.size()) + " texts, " +
                             std::to_string(found) + " with hits";
    bench::figure((name + ", p50").c_str(), at(all, 0.5), "ms", "LIKE over all titles", scan, "");
    bench::figure((name + ", p99").c_str(), at(all, 0.99), "ms", "LIKE over all titles", scan, "under 10 ms");
}

std::vector<std::string> texts_of(Client& client, const std::string& sql) {
    std::vector<std::string> out;
    Rows rows = client.store().database().query(sql + " LIMIT " + std::to_string(kTexts));
    while (rows.next()) out.emplace_back(rows.text(0));
    return out;
}

std::vector<std::string> mistyped(std::vector<std::string> texts) {
    for (auto& text : texts) text.erase(text.size() / 2 - 1, 1);
    return texts;
}

void duplicates(Client& client) {
    std::vector<double> all;
    std::size_t found = 0;
    Rows rows = client.store().database().query("SELECT name, tax_no, website FROM account WHERE rid % 331 = 0");
    while (rows.next()) {
        DuplicateQuery query;
        query.entity = "account";
        query.fields = {{"name", std::string(rows.text(0))},
                        {"tax_no", std::string(rows.text(1))},
                        {"website", std::string(rows.text(2))},
                        {"phones", "+49 30 1000001"}};
        all.push_back(milliseconds([&] { found += find_duplicates(client, query).value().size(); }));
    }
    const std::string name = "duplicates.while typing, " + std::to_string(all.size()) + " accounts";
    const double scan = scan_ms(client, "anything");
    bench::figure((name + ", p50").c_str(), at(all, 0.5), "ms", "LIKE over all titles", scan, "");
    bench::figure((name + ", p99").c_str(), at(all, 0.99), "ms", "LIKE over all titles", scan, "under 150 ms");
    std::size_t pairs = 0;
    const double listing = milliseconds([&] { pairs = duplicate_pairs(client).value().size(); });
    bench::figure(("duplicates.all pairs, " + std::to_string(pairs) + " shown").c_str(), listing, "ms", "", 0, "");
}

void bytes(Client& client, const std::string& file) {
    auto& db = client.store().database();
    const auto size = [&] {
        db.script("VACUUM");
        db.script("PRAGMA wal_checkpoint(TRUNCATE)");
        return static_cast<double>(std::filesystem::file_size(file));
    };
    const double with = size();
    db.script("DROP TABLE match_key; DROP TABLE record_key");
    bench::figure("duplicates.bytes, 150,000 records", with, "bytes", "the same without the keys", size(), "");
    db.script("DROP TABLE search");
    const double without = size();
    bench::figure("search.bytes, 150,000 records", with, "bytes", "the same without the index and the keys", without,
                  "");
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t contacts = argc > 1 ? static_cast<std::size_t>(std::atoi(argv[1])) : 100'000;
    test::OfflineOrg org;
    auto& client = org.client();
    const auto space = client.create_space("All", SpaceKind::book);
    if (!space) return 1;
    Customers customers;
    const double filled = milliseconds([&] {
        fill(client, *space, customers, "account", contacts / 2);
        fill(client, *space, customers, "contact", contacts);
    });
    bench::figure("search.filling, 1.5 x as many records as contacts",
                  1.5 * static_cast<double>(contacts) / filled * 1000, "rows/s", "", 0, "");
    const std::string some = " AND rid % 701 = 0";
    const auto latin =
        texts_of(client, "SELECT given_name || ' ' || family_name FROM contact WHERE language = 'de'" + some);
    const auto chinese = texts_of(client, "SELECT family_name || given_name FROM contact WHERE language = 'zh'" + some);
    measure(client, "latin", typed(latin));
    measure(client, "companies", typed(texts_of(client, "SELECT name FROM account WHERE 1" + some)));
    measure(client, "chinese", typed(chinese));
    measure(client, "pinyin",
            typed({"zhangwei",      "wangfang", "li na", "liuyang", "chenjing", "zw",   "lm",         "beijing",
                   "shanghai keji", "ouyang",   "huang", "zhao m",  "xuesong",  "yang", "guojianguo", "bj",
                   "hzkj",          "gao l",    "lin",   "zeng"}));
    measure(client, "phone", typed(texts_of(client, "SELECT mobile FROM contact WHERE 1" + some)));
    measure(client, "phone's last four", texts_of(client, "SELECT substr(mobile, -4) FROM contact WHERE 1" + some));
    measure(client, "mail", typed({"c4711@firm", "firm4711.test", "c99@"}));
    measure(client, "typo",
            mistyped(texts_of(client, "SELECT family_name FROM contact WHERE length(family_name) > 4" + some)));
    std::vector<std::string> letters;
    for (char c = 'a'; c <= 'z'; ++c) letters.emplace_back(1, c);
    measure(client, "one letter", letters);
    duplicates(client);
    bytes(client, org.folder() + "/tern.db");
    return 0;
}
