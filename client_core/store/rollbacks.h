// What is remembered of a transaction must be forgotten with it. SQLite has room for one listener of each kind a
// connection.
#pragma once

#include <functional>
#include <vector>

#include "protocol/base/database.h"

namespace tern::store {

class Rollbacks {
public:
    explicit Rollbacks(Database& db);
    ~Rollbacks();
    Rollbacks(const Rollbacks&) = delete;
    Rollbacks& operator=(const Rollbacks&) = delete;

    /// `forget` runs after each rollback, `keep` before each commit, as long as this lives. They must not touch the
    /// database.
    void tell(std::function<void()> forget, std::function<void()> keep = {}) {
        listeners_.push_back(std::move(forget));
        if (keep) keepers_.push_back(std::move(keep));
    }

private:
    Database& db_;
    std::vector<std::function<void()>> listeners_, keepers_;
};

}  // namespace tern::store
