// Small named values.
#pragma once

#include "protocol/base/database.h"

namespace tern::store {

class Settings {
public:
    explicit Settings(Database& db) : db_(db) {}

    std::optional<Bytes> find(std::string_view name) {
        return db_.find_blob("SELECT value FROM setting WHERE name = ?", name);
    }
    void set(std::string_view name, ByteView value) {
        db_.run("INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)", name, value);
    }
    /// 0 where there is none.
    std::int64_t integer(std::string_view name) {
        const auto bytes = find(name);
        return bytes ? static_cast<std::int64_t>(ByteReader{*bytes}.u64()) : 0;
    }
    void set_integer(std::string_view name, std::int64_t value) {
        set(name, ByteWriter{}.u64(static_cast<std::uint64_t>(value)).bytes());
    }

private:
    Database& db_;
};

}  // namespace tern::store
