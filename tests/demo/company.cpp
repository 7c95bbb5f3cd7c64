#include "tests/demo/company.h"

#include "tests/demo/life.h"

namespace tern::demo {

Result<Filled> fill(Client& client, const Plan& plan, const std::function<void(std::size_t)>& progress) {
    return caught([&]() -> Result<Filled> {
        if (client.store().database().find_integer("SELECT 1 FROM territory WHERE source_system = ? LIMIT 1", kSource))
            return fail(Fault::already_exists, "this org holds a demo company already", "begin in another folder");
        Maker make{client, plan, progress};
        TERN_TRY(house, build_house(make));
        TERN_CHECK(live(make, house, plan.accounts));
        return Filled{make.written(), plan.accounts, house.spaces};
    });
}

}  // namespace tern::demo
