// What is remembered of a transaction must be forgotten with it. SQLite has room for one listener a connection.
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

    /// `forget` runs after each rollback, as long as this lives. It must not touch the database.
    void tell(std::function<void()> forget) { listeners_.push_back(std::move(forget)); }

private:
    Database& db_;
    std::vector<std::function<void()>> listeners_;
};

}  // namespace tern::store
