#include "tests/demo/names.h"

namespace tern::demo {
namespace {

constexpr const char* kFamilies[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴",   "周",   "徐",   "孙",
                                     "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑",   "梁",   "宋",   "唐",
                                     "许", "邓", "冯", "韩", "曹", "彭", "曾", "萧", "欧阳", "司徒", "诸葛", "吕"};
constexpr const char* kGivens[] = {"伟", "芳", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "杰", "涛",
                                   "明", "超", "霞", "平", "刚", "玲", "雪", "晨", "宇", "浩", "欣", "怡"};
constexpr const char* kFirstNames[] = {"Anna", "Ben",   "Clara",  "David", "Eva",   "Félix",  "Greta", "Hugo",
                                       "Inès", "Jonas", "Katrin", "Luca",  "Marie", "Noah",   "Olga",  "Paul",
                                       "Rosa", "Søren", "Tomás",  "Ulla",  "Vera",  "Willem", "Yara",  "Zoé"};
constexpr const char* kLastNames[] = {"Müller",   "Schmidt",   "Weber",    "Lefèvre", "Moreau",    "Rossi", "Bianchi",
                                      "Nowak",    "Jansen",    "De Vries", "García",  "Fernández", "Novák", "Horváth",
                                      "Andersen", "Lindqvist", "Costa",    "Silva",   "Keller",    "Huber", "O’Brien"};
constexpr const char* kBrands[] = {"星河", "远航", "东方", "华光", "金桥", "绿源",
                                   "云海", "新锐", "天工", "明德", "长风", "恒泰"};
constexpr const char* kTrades[] = {"科技", "物流", "医疗", "电子", "贸易", "食品",
                                   "软件", "机械", "材料", "教育", "能源", "包装"};
constexpr const char* kChineseForms[] = {"有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"};
constexpr const char* kWords[] = {"Nord",   "Alpen", "Rhein", "Solar", "Delta", "Hydro", "Inno",  "Prima",
                                  "Quanta", "Vita",  "Terra", "Luma",  "Opti",  "Agri",  "Metro", "Iber"};
constexpr const char* kThings[] = {"tech",  "werk",  "logistik", "pharma", "systems",
                                   "foods", "trade", "optik",    "metall", "energia"};
constexpr const char* kEuropeanForms[] = {"GmbH", "AG", "SARL", "S.p.A.", "B.V.", "Sp. z o.o.", "Ltd", "SA"};
constexpr const char* kChineseStreets[] = {"中山路", "人民路", "解放大道", "建设路", "科技园路", "滨江大道"};
constexpr const char* kEuropeanStreets[] = {"Hauptstraße",  "Rue de la Paix", "Via Roma",
                                            "Industrieweg", "Calle Mayor",    "Lindenallee"};

const Place kPlaces[3][6] = {{{"上海", "上海", "CN", 31.2304, 121.4737},
                              {"杭州", "浙江", "CN", 30.2741, 120.1551},
                              {"南京", "江苏", "CN", 32.0603, 118.7969},
                              {"苏州", "江苏", "CN", 31.2990, 120.5853},
                              {"宁波", "浙江", "CN", 29.8683, 121.5440},
                              {"合肥", "安徽", "CN", 31.8206, 117.2272}},
                             {{"深圳", "广东", "CN", 22.5431, 114.0579},
                              {"广州", "广东", "CN", 23.1291, 113.2644},
                              {"东莞", "广东", "CN", 23.0207, 113.7518},
                              {"佛山", "广东", "CN", 23.0215, 113.1214},
                              {"厦门", "福建", "CN", 24.4798, 118.0894},
                              {"南宁", "广西", "CN", 22.8170, 108.3665}},
                             {{"Hamburg", "Hamburg", "DE", 53.5511, 9.9937},
                              {"München", "Bayern", "DE", 48.1351, 11.5820},
                              {"Paris", "Île-de-France", "FR", 48.8566, 2.3522},
                              {"Milano", "Lombardia", "IT", 45.4642, 9.1900},
                              {"Rotterdam", "Zuid-Holland", "NL", 51.9244, 4.4777},
                              {"Zürich", "Zürich", "CH", 47.3769, 8.5417}}};

}  // namespace

std::string PersonName::shown() const {
    const bool chinese = static_cast<unsigned char>(family[0]) >= 0xe3;
    return chinese ? family + given : given + " " + family;
}

PersonName chinese_person(Dice& dice) {
    std::string given = dice.one_of(kGivens);
    if (dice.chance(60)) given += dice.one_of(kGivens);
    return {given, dice.one_of(kFamilies)};
}

PersonName european_person(Dice& dice) { return {dice.one_of(kFirstNames), dice.one_of(kLastNames)}; }

std::pair<std::string, std::string> chinese_company(Dice& dice, const Place& place) {
    const std::string brand = std::string(dice.one_of(kBrands)) + (dice.chance(50) ? dice.one_of(kGivens) : "");
    return {place.city + brand + dice.one_of(kTrades), dice.one_of(kChineseForms)};
}

std::pair<std::string, std::string> european_company(Dice& dice) {
    std::string name = std::string(dice.one_of(kWords)) + dice.one_of(kThings);
    if (dice.chance(40)) name += std::string(" ") + dice.one_of(kLastNames);
    return {name, dice.one_of(kEuropeanForms)};
}

const Place& place_in(std::size_t region, Dice& dice) { return dice.one_of(kPlaces[region]); }

std::string street(bool chinese, Dice& dice) {
    const auto number = std::to_string(dice.between(1, 280));
    return chinese ? std::string(dice.one_of(kChineseStreets)) + number + "号"
                   : std::string(dice.one_of(kEuropeanStreets)) + " " + number;
}

std::string chinese_mobile(Dice& dice) {
    return "+861" + std::to_string(dice.between(30, 99)) + std::to_string(dice.between(10'000'000, 99'999'999));
}
std::string european_mobile(Dice& dice) {
    return "+4915" + std::to_string(dice.between(1, 9)) + std::to_string(dice.between(10'000'000, 99'999'999));
}

}  // namespace tern::demo
