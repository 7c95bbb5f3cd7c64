// A disk in memory, behind SQLite's own VFS interface, that forgets what was not synced. Deterministic,
// single-threaded.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tern::simulation {

/// One machine's files. Registered as a VFS under `name` as long as it lives.
class MemoryDisk {
public:
    explicit MemoryDisk(std::string name);
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;

    const std::string& name() const { return name_; }

    /// The power goes at the n-th write or sync from now: that one and all that follow fail, until power_on().
    void fail_after(std::uint64_t operations) { fuse_ = operations + 1; }
    bool is_off() const { return off_; }
    /// Nothing may be open. Of each unsynced write, `survives` says how many of its bytes reached the platter, in whole
    /// sectors of 512: none, some or all.
    void power_on(const std::function<std::size_t(std::size_t bytes)>& survives);

    std::uint64_t operations() const { return operations_; }
    /// Every byte on the platter and in the cache: for searching.
    std::vector<std::uint8_t> everything() const;

private:
    friend struct Vfs;
    struct Write {
        std::uint64_t at = 0;
        std::vector<std::uint8_t> bytes;
        bool truncates = false;
    };
    struct File {
        std::vector<std::uint8_t> durable;
        std::vector<std::uint8_t> current;
        std::vector<Write> unsynced;
        std::vector<std::unique_ptr<std::vector<std::uint8_t>>> shared;  ///< the WAL index: gone with the power
    };
    bool spend();

    std::string name_;
    std::map<std::string, std::shared_ptr<File>> files_;
    std::uint64_t fuse_ = 0;
    std::uint64_t operations_ = 0;
    bool off_ = false;
    struct Registration;
    std::unique_ptr<Registration> registration_;
};

}  // namespace tern::simulation
