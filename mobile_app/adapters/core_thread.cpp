#include "mobile_app/adapters/core_thread.h"

#include <chrono>

namespace tern::app {
namespace {

/// How soon a change that came by sync shows: one look at the database's version.
constexpr std::chrono::milliseconds kNoticeRhythm{100};

}  // namespace

CoreThread::CoreThread(OnNotices on_notices) : on_notices_(std::move(on_notices)), thread_([this] { run(); }) {}

CoreThread::~CoreThread() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    woken_.notify_one();
    thread_.join();
}

void CoreThread::post(Task task) {
    {
        const std::lock_guard lock{mutex_};
        tasks_.push_back(std::move(task));
    }
    woken_.notify_one();
}

void CoreThread::take(std::unique_ptr<Client> client) {
    close();
    client_ = std::move(client);
}

void CoreThread::close() {
    kept_.clear();
    client_.reset();
}

void CoreThread::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        woken_.wait_for(lock, kNoticeRhythm, [this] { return stopping_ || !tasks_.empty(); });
        if (stopping_) break;
        if (!tasks_.empty()) {
            Task task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task(*this);
            task = nullptr;  // with all that it holds, on this thread
            lock.lock();
        }
        if (!tasks_.empty()) continue;
        lock.unlock();
        look_for_notices();
        lock.lock();
    }
    tasks_.clear();
    lock.unlock();
    close();
}

void CoreThread::look_for_notices() {
    if (client_ == nullptr) return;
    const auto notices =
        caught([&]() -> Result<std::vector<store::Notice>> { return client_->store().take_notices(); });
    if (notices && !notices->empty()) on_notices_(*notices);
}

}  // namespace tern::app
