#include "client_core/store/rollbacks.h"

#include <sqlite3.h>

namespace tern::store {

Rollbacks::Rollbacks(Database& db) : db_(db) {
    const auto tell_all = [](void* self) {
        for (const auto& forget : static_cast<Rollbacks*>(self)->listeners_) forget();
    };
    sqlite3_rollback_hook(db_.handle(), tell_all, this);
}

Rollbacks::~Rollbacks() { sqlite3_rollback_hook(db_.handle(), nullptr, nullptr); }

}  // namespace tern::store
