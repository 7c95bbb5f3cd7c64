// Where this device is, as far as anybody may know: for QML the singleton `Position`. Nothing waits for it: that there
// is no position is a state like the others.
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QQmlEngine>
#include <memory>
#include <optional>

#include <tern/visits.h>

class QGeoPositionInfo;
class QGeoPositionInfoSource;

namespace tern::app {

class Position : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(double accuracy READ accuracy NOTIFY changed)    ///< metres, while Found
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)    ///< degrees, while Found
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)  ///< degrees, while Found
    Q_PROPERTY(QDateTime seenAt READ seenAt NOTIFY changed)     ///< of the last fix

public:
    /// Unavailable: this device has no way to tell. Searching: also where what was found is too old.
    enum State { Unavailable, NoPermission, Searching, Found };
    Q_ENUM(State)

    explicit Position(QObject* parent = nullptr);
    ~Position() override;

    State state() const;
    double accuracy() const { return fix_ ? fix_->accuracy_m : 0; }
    double latitude() const { return fix_ ? fix_->at.latitude : 0; }
    double longitude() const { return fix_ ? fix_->at.longitude : 0; }
    QDateTime seenAt() const { return seen_at_; }
    /// While Found.
    std::optional<Fix> fix() const { return state() == Found ? fix_ : std::nullopt; }

    /// The device looks for itself from the first watch() to the last rest(): it costs the battery.
    Q_INVOKABLE void watch();
    Q_INVOKABLE void rest();

    /// From now on positions come from here alone, for all that is and will be: for tests and pictures.
    static void feed(State state, const std::optional<Fix>& fix = {});
    /// Nothing where QML has not asked for it yet.
    static Position* instance();

Q_SIGNALS:
    void changed();

private:
    void begin();
    void take(const QGeoPositionInfo& info);
    void take(State state, const std::optional<Fix>& fix);

    std::unique_ptr<QGeoPositionInfoSource> source_;
    State state_ = Unavailable;
    std::optional<Fix> fix_;
    QDateTime seen_at_;
    QElapsedTimer age_;  ///< of the fix, whatever the clock on the wall does
    int watchers_ = 0;
};

}  // namespace tern::app
