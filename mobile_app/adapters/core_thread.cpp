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

void CoreThread::post(Task deed) {
    {
        const std::lock_guard lock{mutex_};
        deeds_.push_back(std::move(deed));
    }
    woken_.notify_one();
}

void CoreThread::post(Task question, Wanted wanted) {
    {
        const std::lock_guard lock{mutex_};
        questions_.push_back({std::move(question), std::move(wanted)});
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
    while (!stopping_) {
        if (!idle()) {
            run_one(lock);
            continue;
        }
        lock.unlock();
        look_for_notices();
        lock.lock();
        woken_.wait_for(lock, kNoticeRhythm, [this] { return stopping_ || !idle(); });
    }
    questions_.clear();
    while (!deeds_.empty()) run_one(lock);
    lock.unlock();
    close();
}

void CoreThread::run_one(std::unique_lock<std::mutex>& lock) {
    Question next;
    if (!deeds_.empty()) {
        next.task = std::move(deeds_.front());
        deeds_.pop_front();
    } else {
        next = std::move(questions_.front());
        questions_.pop_front();
    }
    lock.unlock();
    if (next.wanted == nullptr || *next.wanted) next.task(*this);
    next = {};  // with all that it holds, on this thread
    lock.lock();
}

void CoreThread::look_for_notices() {
    if (client_ == nullptr) return;
    const auto notices =
        caught([&]() -> Result<std::vector<store::Notice>> { return client_->store().take_notices(); });
    if (notices && !notices->empty()) on_notices_(*notices);
}

}  // namespace tern::app
