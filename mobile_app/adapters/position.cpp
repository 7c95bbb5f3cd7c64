#include "mobile_app/adapters/position.h"

#include <QGeoPositionInfo>
#include <QGeoPositionInfoSource>

namespace tern::app {
namespace {

constexpr int kIntervalMs = 3'000;
/// In two minutes one walks as far as most radii are wide.
constexpr qint64 kFreshMs = 120'000;

struct Fed {
    Position::State state = Position::Unavailable;
    std::optional<Fix> fix;
};
std::optional<Fed> fed;
Position* the_position = nullptr;

}  // namespace

Position::Position(QObject* parent) : QObject(parent) {
    the_position = this;
    if (fed) take(fed->state, fed->fix);
}

Position::~Position() {
    if (the_position == this) the_position = nullptr;
}

Position* Position::instance() { return the_position; }

void Position::feed(State state, const std::optional<Fix>& fix) {
    fed = Fed{state, fix};
    if (the_position == nullptr) return;
    the_position->source_.reset();
    the_position->take(state, fix);
}

Position::State Position::state() const {
    if (state_ == Found && age_.isValid() && age_.elapsed() > kFreshMs) return Searching;
    return state_;
}

void Position::watch() {
    if (++watchers_ == 1 && !fed) begin();
}

void Position::rest() {
    if (--watchers_ == 0 && source_ != nullptr) source_->stopUpdates();
}

void Position::begin() {
    if (source_ == nullptr) {
        source_.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
        if (source_ == nullptr) return take(Unavailable, {});
        connect(source_.get(), &QGeoPositionInfoSource::positionUpdated, this,
                qOverload<const QGeoPositionInfo&>(&Position::take));
        connect(source_.get(), &QGeoPositionInfoSource::errorOccurred, this,
                [this](QGeoPositionInfoSource::Error error) {
                    if (error == QGeoPositionInfoSource::AccessError)
                        take(NoPermission, {});
                    else if (error != QGeoPositionInfoSource::UpdateTimeoutError)
                        take(Unavailable, {});
                });
        source_->setUpdateInterval(kIntervalMs);
    }
    if (state_ == Unavailable || state_ == NoPermission) take(Searching, {});
    source_->startUpdates();
}

void Position::take(const QGeoPositionInfo& info) {
    if (!info.isValid()) return;
    const auto at = info.coordinate();
    const double accuracy = info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)
                                ? info.attribute(QGeoPositionInfo::HorizontalAccuracy)
                                : 0;
    take(Found, Fix{{at.latitude(), at.longitude()}, accuracy, false});
}

void Position::take(State state, const std::optional<Fix>& fix) {
    state_ = state;
    fix_ = fix;
    if (fix) {
        seen_at_ = QDateTime::currentDateTime();
        age_.start();
    }
    Q_EMIT changed();
}

}  // namespace tern::app
