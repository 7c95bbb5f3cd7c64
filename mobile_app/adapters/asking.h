// When a model asks the core again: so that it shows what is true, and never stands in the way of a person.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace tern::app {

/// Changes come many at a time while a sync takes others' work in: one question for all of a moment's, the next one
/// only after the last was answered and after a rest that grows with what the answer took, and none while nobody looks.
/// On the screen's thread; a member of the model that asks.
class Asking {
public:
    /// `ask` says whether it has asked; then answered() follows. `quiet_ms`: the shortest rest.
    Asking(int quiet_ms, std::function<bool()> ask);
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    /// The question itself has become another: as soon as all that is set at once is set.
    void anew();
    /// The data has changed.
    void again();
    /// By an answer, also by one that came too late.
    void answered();
    /// By a page that is shown or hidden. What has changed meanwhile is asked for when it is shown again.
    void set_in_sight(bool in_sight);
    bool in_sight() const { return in_sight_; }

private:
    void ask_now();

    const int quiet_ms_;
    std::function<bool()> ask_;
    QTimer soon_;
    QElapsedTimer asked_since_, answered_since_;
    qint64 rest_ms_ = 0;
    bool waiting_ = false;  ///< for an answer
    bool stale_ = false;
    bool in_sight_ = true;
};

}  // namespace tern::app
