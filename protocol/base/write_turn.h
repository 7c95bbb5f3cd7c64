// Whose turn it is to write into a database file. SQLite lets one writer in at a time and makes the others ask again
// after a while: who writes much, a sync that merges, then keeps out who writes seldom, a person who saves. Within a
// process those who wait are let in as they came; other processes still meet at SQLite's own lock.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace tern {

class Database;

/// Thread-safe.
class WriteTurn {
public:
    /// The one of a file, shared by all its connections in this process. None for an empty path: a database in memory.
    static std::shared_ptr<WriteTurn> of(const std::string& path);
    /// Whose `waiting()` tells who writes much that somebody waits: it commits what there is and goes on afterwards.
    static std::shared_ptr<WriteTurn> of(const Database& database);

    /// False where it did not come in time, or this thread has it already: SQLite's lock then decides alone.
    bool take(std::chrono::milliseconds patience);
    void give_back();
    std::size_t waiting();

    /// Of the write-ahead log, after the last commit in this process.
    int log_pages() const { return log_pages_; }
    void note_log_pages(int pages) { log_pages_ = pages; }

private:
    std::atomic<int> log_pages_ = 0;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::deque<std::uint64_t> waiting_;  ///< in the order in which they came
    std::uint64_t next_ = 0;
    bool held_ = false;
    std::thread::id holder_;
};

}  // namespace tern
