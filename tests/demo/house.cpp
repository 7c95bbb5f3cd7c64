#include "tests/demo/house.h"

namespace tern::demo {
namespace {

constexpr std::array<const char*, 3> kRegions{"华东", "华南", "Europe"};
constexpr std::array<const char*, 3> kCurrencies{"CNY", "CNY", "EUR"};
constexpr std::array<std::size_t, 3> kReps{10, 9, 8};

class Building {
public:
    explicit Building(Maker& make) : make_(make) {}

    Result<House> build(const SpaceId& home) {
        house_.home = home;
        TERN_CHECK(found());
        sell_what();
        sell_how();
        TERN_CHECK(make_.flush(0));
        return std::move(house_);
    }

private:
    Person person(bool chinese, const std::string& kind, const std::string& title,
                  const std::optional<RecordId>& manager) {
        const auto name = chinese ? chinese_person(make_.dice()) : european_person(make_.dice());
        const std::string login = "p" + std::to_string(++people_) + "@tern-demo.test";
        auto user = make_.make("user", make_.days_ago(kDays + 30));
        user.text("login", login)
            .text("mail", login)
            .text("name", name.shown())
            .text("kind", kind)
            .text("title", title);
        user.text("language", chinese ? "zh-CN" : "en").text("timezone", chinese ? "Asia/Shanghai" : "Europe/Berlin");
        user.text("phone", chinese ? chinese_mobile(make_.dice()) : european_mobile(make_.dice()));
        if (manager) user.ref("manager_id", *manager);
        return {make_.keep(user, house_.home), name.shown()};
    }

    Result<SpaceId> space(const std::string& name, SpaceKind kind) {
        ++house_.spaces;
        return make_.client().create_space(name, kind);
    }

    Status found() {
        const RecordId director{make_.client().user().bytes};
        for (std::size_t i = 0; i < kRegions.size(); ++i) {
            Region region;
            region.name = kRegions[i];
            region.currency = kCurrencies[i];
            region.chinese = i < 2;
            region.manager =
                person(region.chinese, "manager", region.chinese ? "区域经理" : "Regional manager", director).id;
            TERN_TRY(team, space(region.name + (region.chinese ? "团队" : " team"), SpaceKind::team));
            TERN_TRY(pool, space(region.name + (region.chinese ? "公海" : " pool"), SpaceKind::pool));
            region.team_space = team;
            region.pool_space = pool;
            region.territory = make_.keep(make_.make("territory", make_.days_ago(kDays + 20))
                                              .text("name", region.name)
                                              .ref("manager_id", region.manager),
                                          house_.home);
            region.pool = make_.keep(make_.make("pool", make_.days_ago(kDays + 20))
                                         .text("name", region.name)
                                         .text("kind", "lead")
                                         .ref("territory_id", region.territory)
                                         .number("hold_cap", 80)
                                         .number("recycle_no_follow_days", 30)
                                         .flag("is_default"),
                                     house_.home);
            auto people =
                make_.make("team", make_.days_ago(kDays + 20)).text("name", region.name).ref("lead_id", region.manager);
            for (std::size_t r = 0; r < kReps[i]; ++r) {
                region.reps.push_back(person(region.chinese, "rep",
                                             region.chinese ? "销售代表" : "Sales representative", region.manager));
                people.element("people", {{"user", Value{AnyId{region.reps.back().id.bytes}}}});
                TERN_TRY(book, space(region.reps.back().name + " " + std::to_string(people_), SpaceKind::book));
                region.books.push_back(book);
            }
            region.team = make_.keep(people, house_.home);
            house_.regions.push_back(std::move(region));
        }
        for (int i = 0; i < 4; ++i)
            house_.service.push_back(person(i < 2, "rep", i < 2 ? "服务工程师" : "Service engineer", director).id);
        for (int i = 0; i < 5; ++i) person(i < 3, "rep", i < 3 ? "内勤" : "Back office", director);
        return make_.flush(0);
    }

    /// What shops scan: twelve digits and the one that checks them.
    static std::string ean13(std::int64_t n) {
        auto digits = std::to_string(400'638'133'000 + n);
        int sum = 0;
        for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
    }

    /// One, three and ten of a kind.
    void price(const Product& product, std::size_t book, Millis then) {
        constexpr std::pair<std::int64_t, std::int64_t> kBreaks[] = {{0, 100}, {3, 96}, {10, 90}};
        const std::int64_t whole = book == 0 ? product.price_cny : product.price_eur;
        for (const auto& [from, pct] : kBreaks) {
            auto entry = make_.make("price_entry", then)
                             .ref("price_book_id", house_.price_books[book])
                             .ref("product_id", product.id)
                             .money("unit_price", whole * pct / 100, book == 0 ? "CNY" : "EUR")
                             .decimal("max_discount_pct", 25);
            if (from > 0) entry.decimal("min_qty", from);
            make_.keep(entry, house_.home);
        }
    }

    void sell_what() {
        struct Line {
            const char* zh;
            const char* en;
            std::int64_t eur;
        };
        constexpr Line kLines[] = {
            {"灌装机", "Filling machine", 24'900'00},     {"贴标机", "Labelling machine", 12'400'00},
            {"封口机", "Sealing machine", 8'900'00},      {"输送带", "Conveyor", 3'200'00},
            {"视觉检测", "Vision inspection", 18'500'00}, {"年度维保", "Yearly service", 2'400'00}};
        const Millis then = make_.days_ago(kDays);
        house_.price_books = {make_.keep(make_.make("price_book", then)
                                             .text("name", "中国价格表")
                                             .text("currency", "CNY")
                                             .flag("tax_inclusive")
                                             .decimal("tax_pct", 13),
                                         house_.home),
                              make_.keep(make_.make("price_book", then)
                                             .text("name", "Europe list")
                                             .text("currency", "EUR")
                                             .flag("default")
                                             .decimal("tax_pct", 19),
                                         house_.home)};
        make_.keep(make_.make("approval_process", then)
                       .text("name", "Discounts above 15 %")
                       .text("entity", "quote")
                       .text("trigger", "discount_over")
                       .text("criteria", "15")
                       .flag("active"),
                   house_.home);
        for (std::size_t l = 0; l < std::size(kLines); ++l) {
            const auto category = make_.keep(
                make_.make("product_category", then).text("name", std::string(kLines[l].zh) + " / " + kLines[l].en),
                house_.home);
            for (int size = 1; size <= 5; ++size) {
                Product product;
                product.sku = "T" + std::to_string(l + 1) + "-" + std::to_string(100 * size);
                product.name = std::string(kLines[l].zh) + " " + kLines[l].en + " " + std::to_string(100 * size);
                product.price_eur = kLines[l].eur * (3 + size) / 4;
                product.price_cny = product.price_eur * 78 / 10;
                product.id = make_.keep(make_.make("product", then)
                                            .text("sku", product.sku)
                                            .text("barcode", ean13(static_cast<std::int64_t>(l) * 10 + size))
                                            .text("unit", l == 5 ? "month" : "piece")
                                            .text("name", product.name)
                                            .ref("category_id", category)
                                            .text("kind", l == 5 ? "service" : "good")
                                            .flag("active")
                                            .money("list_price", product.price_eur, "EUR")
                                            .decimal("stock_qty", make_.dice().between(0, 60))
                                            .number("stock_at", make_.today()),
                                        house_.home);
                for (std::size_t b = 0; b < 2; ++b) price(product, b, then);
                house_.products.push_back(std::move(product));
            }
        }
    }

    void sell_how() {
        struct Step {
            const char* name;
            std::int64_t probability;
            const char* kind;
            const char* forecast;
        };
        constexpr Step kSteps[] = {{"潜在客户", 10, "open", "pipeline"},  {"初步接触", 20, "open", "pipeline"},
                                   {"需求分析", 40, "open", "best_case"}, {"方案制定", 60, "open", "most_likely"},
                                   {"合同签订", 90, "open", "commit"},    {"赢单", 100, "won", "closed"},
                                   {"丢单", 0, "lost", "omitted"}};
        const Millis then = make_.days_ago(kDays);
        house_.pipeline = make_.keep(make_.make("pipeline", then)
                                         .text("name", "销售 Sales")
                                         .text("entity", "opportunity")
                                         .flag("active")
                                         .number("rotten_days", 45),
                                     house_.home);
        std::int64_t order = 0;
        for (const Step& step : kSteps) {
            const auto id = make_.keep(make_.make("stage", then)
                                           .ref("pipeline_id", house_.pipeline)
                                           .text("name", step.name)
                                           .decimal("order", ++order)
                                           .decimal("probability", step.probability)
                                           .text("kind", step.kind)
                                           .text("forecast_category", step.forecast),
                                       house_.home);
            house_.stages.push_back({id, step.probability});
        }
        for (const char* name : {"海天装备", "Krontech", "PackLine", "优捷自动化"})
            house_.rivals.push_back(
                make_.keep(make_.make("competitor", then).text("name", name).text("threat", "mid"), house_.home));
        for (const char* name : {"春季展会 2026", "Interpack follow-up", "老客户回访", "Webinar: hygienic filling"}) {
            const auto begun = make_.days_ago(make_.dice().between(60, 500));
            house_.campaigns.push_back(
                make_.keep(make_.make("campaign", begun)
                               .text("name", name)
                               .text("type", "event")
                               .text("status", "complete")
                               .number("start_date", Maker::day_of(begun))
                               .number("end_date", Maker::day_of(begun) + 5)
                               .money("actual_cost", make_.dice().between(5, 40) * 1'000'00, "EUR"),
                           house_.home));
        }
        house_.survey = make_.keep(
            make_.make("survey", then).text("name", "NPS").text("kind", "nps").text("status", "open"), house_.home);
        make_.keep(make_.make("score_rule", then)
                       .text("name", "Asked for a quote")
                       .text("entity", "lead")
                       .number("points", 30)
                       .flag("active"),
                   house_.home);
    }

    Maker& make_;
    House house_;
    std::size_t people_ = 0;
};

}  // namespace

Result<House> build_house(Maker& make) {
    const auto home = make.client().org_space();
    if (!home) return fail(Fault::forbidden, "this device is not let in yet");
    return Building{make}.build(*home);
}

}  // namespace tern::demo
