// The company's own side: people, regions and their spaces, what is sold and how.
#pragma once

#include <array>
#include <vector>

#include "tests/demo/maker.h"

namespace tern::demo {

struct Person {
    RecordId id;
    std::string name;
};
struct Region {
    std::string name;
    std::string currency;
    bool chinese = false;
    RecordId territory, team, pool, manager;
    SpaceId team_space, pool_space;
    std::vector<Person> reps;
    std::vector<SpaceId> books;  ///< of the reps, in their order
};
struct Product {
    RecordId id;
    std::string sku, name;
    std::int64_t price_cny = 0;  ///< minor units
    std::int64_t price_eur = 0;
};
struct Stage {
    RecordId id;
    std::int64_t probability = 0;
};

struct House {
    SpaceId home;
    std::vector<Region> regions;
    std::vector<RecordId> service, rivals, campaigns;
    std::array<RecordId, 2> price_books{};  ///< in yuan, in euros
    std::vector<Product> products;
    RecordId pipeline, survey;
    std::vector<Stage> stages;
    std::size_t spaces = 0;
};

Result<House> build_house(Maker& make);

}  // namespace tern::demo
