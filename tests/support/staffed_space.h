// A space with somebody of each rank: where tests of the logs' rules and of the judge begin.
#pragma once

#include <gtest/gtest.h>

#include "tests/support/log_script.h"

namespace tern::test {

class StaffedSpace : public ::testing::Test {
protected:
    LogScript script;
    MadeOrg& made = script.made;
    Phone& boss = made.founder_phone;
    MadeOrg::Member writer = made.add_member();
    MadeOrg::Member manager = made.add_member();
    MadeOrg::Member reader = made.add_member();
    MadeOrg::Member outsider = made.add_member();
    SpaceId space;

    void SetUp() override {
        made.make_space(space, boss,
                        {{writer.person.id(), SpaceRole::writer},
                         {manager.person.id(), SpaceRole::manager},
                         {reader.person.id(), SpaceRole::reader}});
    }
};

}  // namespace tern::test
