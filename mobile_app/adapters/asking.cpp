#include "mobile_app/adapters/asking.h"

#include <algorithm>

namespace tern::app {
namespace {

constexpr qint64 kRestsPerAnswer = 4;  ///< no model takes more than a fifth of the core's time
constexpr qint64 kLongestRestMs = 5'000;

}  // namespace

Asking::Asking(int quiet_ms, std::function<bool()> ask) : quiet_ms_(quiet_ms), ask_(std::move(ask)) {
    soon_.setSingleShot(true);
    QObject::connect(&soon_, &QTimer::timeout, [this] { ask_now(); });
}

void Asking::anew() { soon_.start(0); }

void Asking::again() {
    if (waiting_ || !in_sight_) {
        stale_ = true;
    } else if (!soon_.isActive()) {
        const qint64 rested = answered_since_.isValid() ? answered_since_.elapsed() : rest_ms_;
        soon_.start(static_cast<int>(std::max<qint64>(quiet_ms_, rest_ms_ - rested)));
    }
}

void Asking::answered() {
    if (!waiting_) return;
    waiting_ = false;
    rest_ms_ = std::min(kLongestRestMs, kRestsPerAnswer * asked_since_.elapsed());
    answered_since_.start();
    if (stale_ && in_sight_) again();
}

void Asking::set_in_sight(bool in_sight) {
    in_sight_ = in_sight;
    if (in_sight_ && stale_ && !waiting_) anew();
}

void Asking::ask_now() {
    stale_ = false;
    asked_since_.start();
    waiting_ = ask_();
}

}  // namespace tern::app
