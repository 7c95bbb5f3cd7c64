// A one-person org without a server, and its records by the names of their fields.
#pragma once

#include <gtest/gtest.h>
#include <tern/records.h>

#include "tests/support/offline_org.h"

namespace tern::test {

class RecordsFixture : public testing::Test {
protected:
    RecordId create(const std::string& entity, const std::vector<Assignment>& fields) {
        auto id = records.create(entity, fields);
        EXPECT_TRUE(id) << entity << ": " << id.error().text();
        return id ? *id : RecordId{};
    }
    /// One field of a record; nothing where it has none.
    std::optional<Json> value(const RecordId& id, const std::string& name) {
        const auto record = records.get(id);
        EXPECT_TRUE(record) << record.error().text();
        const Json* found = record ? record->find(name) : nullptr;
        return found == nullptr ? std::nullopt : std::optional{*found};
    }
    /// As JSON, or "absent".
    std::string field(const RecordId& id, const std::string& name) {
        const auto found = value(id, name);
        return found ? found->dump() : "absent";
    }
    /// The names of those that are listed, or why none are.
    std::vector<std::string> names(const std::string& entity, std::vector<std::string> where,
                                   const std::string& sort = {}) {
        std::vector<std::string> out;
        const auto status = records.list({entity, std::move(where), sort, {}}, [&](const Json& record) {
            const Json* name = record.find("name");
            out.push_back(name == nullptr ? "(no name)" : name->plain());
        });
        if (!status) out = {status.error().text()};
        return out;
    }

    OfflineOrg org;
    Client& client = org.client();
    Records records{client};
};

}  // namespace tern::test
