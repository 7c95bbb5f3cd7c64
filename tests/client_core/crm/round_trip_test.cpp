// What is exported from one org and imported into an empty one is the same records: for every entity, with every field.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <tern/export.h>
#include <tern/import.h>
#include <tern/records.h>

#include <fstream>
#include <iterator>
#include <random>

#include "client_core/schema/crm_schema.h"
#include "tests/support/offline_org.h"

namespace tern {
namespace {

using schema::Type;

/// Text that formats trip over: formulas, separators, quotes, apostrophes, letters of all widths.
constexpr const char* kTexts[] = {"plain",      "=1+1",     "-5",         "+49 30 1",    "@home",     "a,b;c",
                                  "say \"hi\"", "'quoted",  "'=x",        "客户名称",    "[not json", "{x}",
                                  "1.234,56",   "true",     "2017-03-01", "back\\slash", "007",       "12%",
                                  "a:b",        "ümlaut 🐎", "'t was",     "a\xc2\xa0z",  "X-TERN-ID", "＝1"};

class Maker {
public:
    explicit Maker(unsigned seed) : dice_(seed) {}

    std::vector<Assignment> record(const schema::Entity& entity) {
        std::vector<Assignment> out;
        for (const auto& field : entity.fields) {
            if (field.type == Type::counter || below(5) == 0) continue;
            if (field.type == Type::list) {
                out.emplace_back(field.name, list(field));
            } else if (field.has_elements()) {
                const auto first = scalar(field.type == Type::set ? Type::enumeration : Type::ref, field.choices);
                const auto second = scalar(field.type == Type::set ? Type::enumeration : Type::ref, field.choices);
                out.emplace_back(field.name, first + "; " + second);
            } else if (field.type == Type::poly) {
                out.emplace_back(field.name, poly(field.targets));
            } else if (field.type == Type::money) {
                out.emplace_back(field.name, money());
            } else if (field.type == Type::geo) {
                out.emplace_back(field.name, "52.52,-13.405,12");
            } else if (field.type == Type::group) {
                for (const auto& member : field.members) add_member(member, out);
            } else if (field.type == Type::address) {
                for (const char* part : {"_street", "_district", "_city", "_region", "_postcode", "_country"})
                    if (below(3) > 0) out.emplace_back(field.name + part, scalar(Type::text, {}));
                out.emplace_back(field.name + "_lat", "-33.9");
                out.emplace_back(field.name + "_lng", "151.2");
            } else {
                out.emplace_back(field.name, scalar(field.type, field.choices));
            }
        }
        return out;
    }

private:
    unsigned below(unsigned n) { return static_cast<unsigned>(dice_() % n); }
    std::string id() {
        RecordId out;
        for (auto& byte : out.bytes) byte = static_cast<std::uint8_t>(dice_());
        return uuid_text(out);
    }
    std::string money() { return std::to_string(below(1'000'000)) + (below(2) == 0 ? ".25 EUR" : " JPY"); }
    std::string poly(const std::vector<EntityNumber>& targets) {
        return schema_->entity(targets[below(static_cast<unsigned>(targets.size()))])->name + ":" + id();
    }
    void add_member(const schema::Member& member, std::vector<Assignment>& out) {
        if (member.type == Type::money)
            out.emplace_back(member.name, money());
        else if (member.type == Type::geo)
            out.emplace_back(member.name + "_lat", "1.5"), out.emplace_back(member.name + "_lng", "-2.25");
        else if (member.type == Type::poly)
            return;
        else
            out.emplace_back(member.name, scalar(member.type, member.choices));
    }

    std::string scalar(Type type, const std::vector<schema::Choice>& choices) {
        switch (type) {
            case Type::integer:
                return std::to_string(static_cast<std::int64_t>(dice_()) >> below(63));
            case Type::decimal:
                return std::to_string(below(100'000)) + "." + std::to_string(1 + below(999'999) * 10);
            case Type::percent:
                return std::to_string(below(100)) + ".5";
            case Type::boolean:
                return below(2) == 0 ? "true" : "false";
            case Type::date:
                return below(4) == 0
                           ? "1899-12-31"
                           : "20" + std::to_string(10 + below(30)) + "-0" + std::to_string(1 + below(9)) + "-28";
            case Type::datetime:
                return "2017-03-" + std::to_string(10 + below(18)) + "T09:30:1" + std::to_string(below(9)) +
                       (below(4) == 0 ? ".250Z" : "Z");
            case Type::duration:
                return std::to_string(below(100'000));
            case Type::enumeration:
                return choices[below(static_cast<unsigned>(choices.size()))].name;
            case Type::pick:
                return below(3) == 0     ? kTexts[below(std::size(kTexts))]
                       : choices.empty() ? "own"
                                         : choices[below(static_cast<unsigned>(choices.size()))].name;
            case Type::ref:
                return id();
            case Type::json:
                return below(2) == 0 ? R"({"a":[1,2.5,"x"],"b":{"c":null,"d":true}})" : R"(["x",{"y":1}])";
            case Type::blob:
                return "00ff10aa";
            case Type::long_text:
            case Type::rich:
                return std::string(kTexts[below(std::size(kTexts))]) + "\nsecond line\n\n" +
                       kTexts[below(std::size(kTexts))];
            default:
                return kTexts[below(std::size(kTexts))];
        }
    }

    /// As `tern get` shows it.
    std::string list(const schema::Field& field) {
        Json out = Json::array();
        for (unsigned n = 0, all = 1 + below(3); n < all; ++n) {
            Json element = Json::object();
            element.add("order", Json::count(1 + n * (1 + below(2))));
            for (const auto& member : field.members) {
                if (member.name == "order" || below(4) == 0) continue;
                if (member.type == Type::money) {
                    element.add(member.name, Json::literal("12.50"));
                    element.add(member.name + "_currency", Json::text("EUR"));
                } else if (member.type == Type::address) {
                    element.add(member.name + "_city", Json::text("Köln"));
                } else if (member.type == Type::geo || member.type == Type::poly) {
                    continue;
                } else {
                    element.add(member.name, Json{scalar(member.type, member.choices)});
                }
            }
            if (element.size() > 1) out.add(std::move(element));
        }
        return out.dump();
    }

    std::mt19937_64 dice_;
    const schema::Schema* schema_ = &schema::crm();
};

/// What an org holds of an entity: by id, its members without the space, which each org names anew.
using Held = std::map<std::string, std::map<std::string, std::string>>;
Held held(Client& client, const std::string& entity) {
    Held out;
    const auto status = Records{client}.list({entity, {}, {}, {}}, [&](const Json& record) {
        auto& members = out[record.find("id")->plain()];
        for (const auto& [name, value] : record.members())
            if (name != "space") members[name] = value.dump();
    });
    EXPECT_TRUE(status) << status.error().text();
    return out;
}

/// The first members that differ, for people.
std::string difference(const Held& wanted, const Held& got) {
    std::string out;
    for (const auto& [id, members] : got) {
        if (!wanted.contains(id)) return id + " is new";
        auto names = members;
        names.insert(wanted.at(id).begin(), wanted.at(id).end());
        for (const auto& [name, ignored] : names) {
            const auto told = [&](const auto& of) { return of.contains(name) ? of.at(name) : "-"; };
            if (told(wanted.at(id)) != told(members) && out.size() < 800)
                out += name + ": " + told(wanted.at(id)) + " became " + told(members) + "\n";
        }
    }
    return out;
}

class RoundTrip : public testing::TestWithParam<const char*> {
protected:
    RoundTrip() {
        EXPECT_TRUE(from.client().create_space("All", SpaceKind::team));
        EXPECT_TRUE(to.client().create_space("All", SpaceKind::team));
        space = *from.client().find_space("All");
    }
    void fill(const std::string& entity, Maker& maker, int n) {
        for (int i = 0; i < n; ++i) {
            const auto id = Records{from.client()}.create(
                entity, maker.record(*schema::crm().entity(std::string_view{entity})), space);
            ASSERT_TRUE(id) << entity << ": " << id.error().text();
        }
    }
    Result<ExportReport> write(const std::string& entity) {
        ExportRequest request;
        request.entity = entity;
        request.format = GetParam();
        request.file = path();
        request.zone = "Asia/Shanghai";
        return export_records(from.client(), request);
    }
    Result<ImportReport> read(const std::string& entity, Client& client) {
        ImportRequest request;
        request.file = path();
        request.entity = entity;
        request.format = GetParam();
        request.space_by = std::string_view{GetParam()} == "vcard" || std::string_view{GetParam()} == "ical"
                               ? std::optional<std::string>{}
                               : "space";
        request.zone = "Asia/Shanghai";
        return import_file(client, request);
    }
    std::string path() const { return from.path() + "/out"; }

    test::OfflineOrg from, to;
    SpaceId space;
};

class Tables : public RoundTrip {};

TEST_P(Tables, KeepEveryFieldOfEveryEntity) {
    Maker maker{7};
    for (const auto& entity : schema::crm().entities()) {
        if (entity.name == "user" || entity.name == "space" || entity.name.starts_with("custom_") ||
            entity.name == "import_job")
            continue;
        fill(entity.name, maker, 3);
        const auto written = write(entity.name);
        ASSERT_TRUE(written) << entity.name << ": " << written.error().text();
        EXPECT_EQ(written->rows, 3U);
        const auto taken = read(entity.name, to.client());
        ASSERT_TRUE(taken) << entity.name << ": " << taken.error().text();
        ASSERT_EQ(taken->created, 3U) << entity.name << ": " << taken->json().dump();
        EXPECT_TRUE(taken->ignored.empty()) << entity.name << ": " << taken->json().dump();
        EXPECT_EQ(held(to.client(), entity.name).size(), 3U);
        EXPECT_EQ(difference(held(from.client(), entity.name), held(to.client(), entity.name)), "") << entity.name;
        const auto again = read(entity.name, to.client());
        ASSERT_TRUE(again);
        EXPECT_EQ(again->unchanged, 3U) << entity.name << ": " << again->json().dump();
        EXPECT_TRUE(again->jobs.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(AllFormats, Tables, testing::Values("csv", "xlsx", "json", "jsonl"));

class Cards : public RoundTrip {};

TEST_P(Cards, KeepWhatTheyAreOf) {
    Maker maker{11};
    const bool cards = std::string_view{GetParam()} == "vcard";
    const std::vector<std::string> entities =
        cards ? std::vector<std::string>{"contact", "lead", "account"} : std::vector<std::string>{"activity", "task"};
    for (const auto& entity : entities) {
        fill(entity, maker, 20);
        const auto written = write(entity);
        ASSERT_TRUE(written) << written.error().text();
        const auto taken = read(entity, to.client());
        ASSERT_TRUE(taken) << taken.error().text();
        EXPECT_EQ(taken->created + written->left_out, 20U) << taken->json().dump();
        EXPECT_EQ(difference(held(from.client(), entity), held(to.client(), entity)), "") << entity;
    }
}

INSTANTIATE_TEST_SUITE_P(BothFormats, Cards, testing::Values("vcard", "ical"));

}  // namespace
}  // namespace tern
