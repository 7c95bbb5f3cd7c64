#include "mobile_app/adapters/sync_thread.h"

namespace tern::app {

SyncThread::SyncThread(std::unique_ptr<Client> client, Events events)
    : client_(std::move(client)), events_(std::move(events)), thread_([this] {
          SyncOptions options;
          options.watch = true;
          options.stop = &stop_;
          options.on_settled = events_.on_settled;
          options.on_broken = events_.on_broken;
          const auto result = client_->sync(options);
          if (!result && !stop_) events_.on_refused(result.error());
          events_.on_ended();
      }) {}

SyncThread::~SyncThread() {
    stop_ = true;
    thread_.join();
}

}  // namespace tern::app
