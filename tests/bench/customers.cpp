#include "tests/bench/customers.h"

namespace tern::bench {
namespace {

// By frequency: the first ones stand several times.
constexpr const char* kFamilies[] = {"王", "王", "王", "李", "李", "李", "张", "张",  "张", "刘", "刘",
                                     "陈", "陈", "杨", "黄", "赵", "吴", "周", "徐",  "孙", "马", "朱",
                                     "胡", "郭", "何", "林", "高", "罗", "郑", "梁",  "谢", "宋", "唐",
                                     "许", "邓", "韩", "冯", "曹", "彭", "曾", "欧阳"};
constexpr const char* kGivens[] = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟",
                                   "涛", "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华", "玉", "兰", "红", "建",
                                   "国", "文", "志", "海", "云", "佳", "雪", "晨", "宇", "浩", "轩", "欣", "怡", "梦"};
constexpr const char* kFirst[] = {"Anna",    "Ben",   "Clara",  "David", "Eva",    "Félix",  "Greta",  "Hugo",
                                  "Ines",    "Jonas", "Katrin", "Lukas", "Marie",  "Noémie", "Oliver", "Paula",
                                  "Quentin", "Rosa",  "Stefan", "Theo",  "Ursula", "Viktor", "Wanda",  "Zoé"};
constexpr const char* kStart[] = {"Müll", "Schmid", "Lef",    "Gar",  "Hof",  "Weber", "Bau", "Köhl", "Sta",  "Win",
                                  "Ros",  "Dub",    "Moreau", "Krüg", "Lang", "Petr",  "Nov", "And",  "Jans", "Olivi"};
constexpr const char* kEnd[] = {"er",  "mann", "ebvre", "son",  "heim", "ski",
                                "ova", "bert", "stein", "feld", "ard",  "ini"};
constexpr const char* kTowns[] = {"北京", "上海", "广州", "深圳", "杭州", "南京", "成都", "武汉", "西安", "重庆"};
constexpr const char* kTrades[] = {"科技", "贸易", "电子", "机械", "软件", "医疗", "化工", "物流", "食品", "建材"};
constexpr const char* kForms[] = {"有限公司", "有限公司", "股份有限公司", "集团"};
constexpr const char* kWords[] = {"Nord", "Alpha", "Delta", "Solar", "Tec",  "Bio",   "Metall", "Data",
                                  "Agro", "Hydro", "Inno",  "Luft",  "Opti", "Prima", "Quant",  "Vita"};
constexpr const char* kThings[] = {"werk", "tech", "systems", "logistik", "pharma", "bau", "netz", "trade"};
constexpr const char* kLegal[] = {"GmbH", "AG", "SARL", "Ltd", "Inc."};
constexpr const char* kJobs[] = {"Head of Buying", "采购经理", "CEO", "Sales Director", "技术总监", "Engineer"};

}  // namespace

std::string Customers::chinese_given() {
    std::string out = one_of(kGivens);
    if (dice_() % 3 != 0) out += one_of(kGivens);
    return out;
}

std::vector<Field> Customers::contact(std::size_t n) {
    const bool chinese = dice_() % 2 == 0;
    const std::string number = std::to_string(n);
    const std::string given = chinese ? chinese_given() : one_of(kFirst);
    const std::string family = chinese ? std::string(one_of(kFamilies)) : std::string(one_of(kStart)) + one_of(kEnd);
    const std::string mobile = chinese ? "+86 13" + std::to_string(dice_() % 10) + " " +
                                             std::to_string(1000 + dice_() % 9000) + " " +
                                             std::to_string(1000 + dice_() % 9000)
                                       : "+49 151 " + std::to_string(10'000'000 + dice_() % 90'000'000);
    return {{"given_name", given},
            {"family_name", family},
            {"title", one_of(kJobs)},
            {"department", "Purchasing " + std::to_string(n % 40)},
            {"mobile", mobile},
            {"mails", "c" + number + "@firm" + std::to_string(dice_() % 5000) + ".test"},
            {"wechat", "wx_" + number},
            {"language", chinese ? "zh" : "de"},
            {"timezone", "Europe/Berlin"},
            {"description", "Met at the fair; prefers mail in the morning"},
            {"source_system", "bench"},
            {"record_no", "AB-" + number}};
}

std::vector<Field> Customers::account(std::size_t n) {
    const bool chinese = dice_() % 2 == 0;
    const std::string number = std::to_string(n);
    const std::string name =
        chinese ? std::string(one_of(kTowns)) + one_of(kGivens) + one_of(kGivens) + one_of(kTrades) + one_of(kForms)
                : std::string(one_of(kWords)) + one_of(kThings) + " " + one_of(kStart) + one_of(kEnd) + " " +
                      one_of(kLegal);
    return {{"name", name},
            {"account_no", "K-" + number},
            {"website", "https://www.firm" + number + ".test"},
            {"phones", "+49 30 " + std::to_string(1'000'000 + n)},
            {"tax_no", "DE" + std::to_string(100'000'000 + n)},
            {"office_location", chinese ? one_of(kTowns) : "Berlin"},
            {"source_system", "bench"},
            {"record_no", "AB-K" + number}};
}

store::Write Customers::birth(const schema::Entity& entity, const SpaceId& space, const RecordId& id,
                              const std::vector<Field>& fields) {
    std::vector<BirthCell> cells;
    for (const auto& [name, text] : fields) {
        const auto* field = entity.field(std::string_view{name});
        if (field->type != schema::Type::list) {
            cells.push_back({field->number, {}, Value{text}});
            continue;
        }
        Value element;
        element.set_member(1, Decimal{1, 0});
        element.set_member(2, Value{text});
        cells.push_back({field->number, copy(id.bytes), std::move(element)});
    }
    return {space, {entity.number, id, column::kBirth, {}}, birth_value(std::move(cells)), false};
}

}  // namespace tern::bench
