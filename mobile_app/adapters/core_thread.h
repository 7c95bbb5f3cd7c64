// The device's data on a thread of its own: the screen's thread neither reads nor writes nor waits.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <tern/client.h>

namespace tern::app {

/// Tasks run one after the other: deeds before questions, since a person waits for them, and each kind in the order in
/// which it was posted. The destructor runs the deeds that wait to their end and drops the questions.
class CoreThread {
public:
    using Task = std::function<void(CoreThread&)>;
    /// False once nobody waits for the answer: the question is dropped unasked.
    using Wanted = std::shared_ptr<const std::atomic<bool>>;
    /// What other connections on the same folder changed, a sync among them. Called on the core's thread.
    using OnNotices = std::function<void(const std::vector<store::Notice>&)>;

    explicit CoreThread(OnNotices on_notices);
    ~CoreThread();
    CoreThread(const CoreThread&) = delete;
    CoreThread& operator=(const CoreThread&) = delete;

    /// From any thread.
    void post(Task deed);
    void post(Task question, Wanted wanted);

    // --- for tasks, on the core's thread -----------------------------------------------------------------------------
    /// nullptr until a task has put one in.
    Client* client() { return client_.get(); }
    void take(std::unique_ptr<Client> client);
    /// Objects that live as long as the client and go before it.
    void keep(std::shared_ptr<void> object) { kept_.push_back(std::move(object)); }
    void close();

private:
    struct Question {
        Task task;
        Wanted wanted;
    };
    void run();
    bool idle() const { return deeds_.empty() && questions_.empty(); }
    void run_one(std::unique_lock<std::mutex>& lock);
    void look_for_notices();

    OnNotices on_notices_;
    std::unique_ptr<Client> client_;
    std::vector<std::shared_ptr<void>> kept_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<Task> deeds_;
    std::deque<Question> questions_;
    bool stopping_ = false;
    std::thread thread_;  ///< the last: it uses the others
};

}  // namespace tern::app
