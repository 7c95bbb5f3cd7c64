#include "client_core/store/rollbacks.h"

#include <sqlite3.h>

namespace tern::store {

Rollbacks::Rollbacks(Database& db) : db_(db) {
    const auto tell_all = [](void* self) {
        for (const auto& forget : static_cast<Rollbacks*>(self)->listeners_) forget();
    };
    const auto tell_keepers = [](void* self) {
        for (const auto& keep : static_cast<Rollbacks*>(self)->keepers_) keep();
        return 0;  // go on
    };
    sqlite3_rollback_hook(db_.handle(), tell_all, this);
    sqlite3_commit_hook(db_.handle(), tell_keepers, this);
}

Rollbacks::~Rollbacks() {
    sqlite3_rollback_hook(db_.handle(), nullptr, nullptr);
    sqlite3_commit_hook(db_.handle(), nullptr, nullptr);
}

}  // namespace tern::store
