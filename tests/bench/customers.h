// Customers like those of a company that sells in China and in Europe, the same ones in every run.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "client_core/schema/schema.h"
#include "client_core/store/store.h"

namespace tern::bench {

using Field = std::pair<std::string, std::string>;

class Customers {
public:
    std::vector<Field> contact(std::size_t n);
    std::vector<Field> account(std::size_t n);

    /// A birth of `entity` with those fields; `phones` and `mails` become elements.
    static store::Write birth(const schema::Entity& entity, const SpaceId& space, const RecordId& id,
                              const std::vector<Field>& fields);

private:
    template <class List>
    auto one_of(const List& list) {
        return list[dice_() % std::size(list)];
    }
    std::string chinese_given();
    std::mt19937_64 dice_{7};
};

}  // namespace tern::bench
