#include "protocol/base/write_turn.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>

#include "protocol/base/database.h"

namespace tern {

std::shared_ptr<WriteTurn> WriteTurn::of(const std::string& path) {
    if (path.empty()) return nullptr;
    static std::mutex guard;
    static std::map<std::string, std::weak_ptr<WriteTurn>> all;
    const std::lock_guard lock{guard};
    std::erase_if(all, [](const auto& entry) { return entry.second.expired(); });
    auto& known = all[path];
    auto out = known.lock();
    if (out == nullptr) known = out = std::make_shared<WriteTurn>();
    return out;
}

std::shared_ptr<WriteTurn> WriteTurn::of(const Database& database) {
    const char* file = sqlite3_db_filename(database.handle(), "main");
    return file == nullptr ? nullptr : of(std::string{file});
}

bool WriteTurn::take(std::chrono::milliseconds patience) {
    std::unique_lock lock{mutex_};
    if (held_ && holder_ == std::this_thread::get_id()) return false;
    const auto own = next_++;
    waiting_.push_back(own);
    const bool mine = given_back_.wait_for(lock, patience, [&] { return !held_ && waiting_.front() == own; });
    waiting_.erase(std::find(waiting_.begin(), waiting_.end(), own));
    if (mine) {
        held_ = true;
        holder_ = std::this_thread::get_id();
    } else {
        given_back_.notify_all();  // who came after may be the first now
    }
    return mine;
}

std::size_t WriteTurn::waiting() {
    const std::lock_guard lock{mutex_};
    return waiting_.size();
}

void WriteTurn::give_back() {
    {
        const std::lock_guard lock{mutex_};
        held_ = false;
        holder_ = {};
    }
    given_back_.notify_all();
}

}  // namespace tern
