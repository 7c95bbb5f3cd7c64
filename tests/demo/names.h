// What people, companies and things are called in the demo company's two worlds.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace tern::demo {

/// The same numbers on every machine: the standard's distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    /// 0 to n - 1.
    std::uint64_t below(std::uint64_t n) { return random_() % n; }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1)));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(std::size(list))];
    }
    std::uint64_t next() { return random_(); }

private:
    std::mt19937_64 random_;
};

struct PersonName {
    std::string given;
    std::string family;
    std::string shown() const;
};

struct Place {
    std::string city;
    std::string region;
    std::string country;
    double latitude = 0;
    double longitude = 0;
};

PersonName chinese_person(Dice& dice);
PersonName european_person(Dice& dice);
/// Without its legal form, and the form.
std::pair<std::string, std::string> chinese_company(Dice& dice, const Place& place);
std::pair<std::string, std::string> european_company(Dice& dice);
/// Of a region: 0 and 1 in China, 2 in Europe.
const Place& place_in(std::size_t region, Dice& dice);
std::string street(bool chinese, Dice& dice);
std::string chinese_mobile(Dice& dice);
std::string european_mobile(Dice& dice);

}  // namespace tern::demo
