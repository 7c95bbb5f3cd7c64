// The app's one door to the core, for QML the singleton `Tern`: whose data this is, whether it is open, how its sync
// stands, and the work that pages ask for. Nothing here waits: work goes to the core's thread, answers come as signals.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimeZone>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <memory>
#include <optional>

#include <tern/client.h>
#include <tern/query.h>

#include "mobile_app/adapters/core_thread.h"
#include "mobile_app/adapters/faces.h"
#include "mobile_app/adapters/sync_thread.h"

namespace tern::app {

/// Read on the core's thread; a copy goes with each task.
struct Reader {
    std::shared_ptr<const Faces> faces;
    QLocale locale;
    QTimeZone zone;
    QString me;  ///< this user's id
};

class Backend : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Tern)
    QML_SINGLETON
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString org READ org NOTIFY stateChanged)
    Q_PROPERTY(QString user READ user NOTIFY stateChanged)
    Q_PROPERTY(QString login READ login NOTIFY stateChanged)
    Q_PROPERTY(QString userId READ userId NOTIFY stateChanged)
    Q_PROPERTY(QString server READ server NOTIFY stateChanged)
    Q_PROPERTY(QString kit READ kit NOTIFY kitChanged)
    Q_PROPERTY(SyncState syncState READ syncState NOTIFY standingChanged)
    Q_PROPERTY(int pending READ pending NOTIFY standingChanged)
    Q_PROPERTY(int refused READ refused NOTIFY standingChanged)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY standingChanged)
    Q_PROPERTY(QDateTime lastSync READ lastSync NOTIFY standingChanged)
    Q_PROPERTY(QString trouble READ trouble NOTIFY standingChanged)
    Q_PROPERTY(QStringList notices READ notices NOTIFY standingChanged)
    Q_PROPERTY(bool online READ online WRITE setOnline NOTIFY onlineChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QVariant locale READ locale NOTIFY languageChanged)  ///< a Locale: how days and numbers are written
    Q_PROPERTY(QVariantList entities READ entities NOTIFY facesChanged)
    /// How often the faces were read. A binding that names it when it asks for one follows the language and what the
    /// org adds.
    Q_PROPERTY(int facesRead MEMBER faces_read_ NOTIFY facesChanged)

public:
    /// Empty: there is no data folder yet. Waiting: this device has asked to be let in.
    enum class State { Empty, Locked, Waiting, Open };
    Q_ENUM(State)
    /// What the light shows. Attention: a refused change, a conflict or a refused sync is for the person.
    enum class SyncState { Synced, Sending, Offline, Attention };
    Q_ENUM(SyncState)

    struct Options {
        std::string folder;
        Unlock unlock;  ///< opens the folder at once where it is enough
        QString language;
    };
    explicit Backend(Options options);
    ~Backend() override;
    /// The QML engine's singleton is the one that main() has made.
    static Backend* create(QQmlEngine* engine, QJSEngine*);
    static Backend* instance();

    State state() const { return state_; }
    bool busy() const { return busy_ > 0; }
    QString org() const { return who_.org; }
    QString user() const { return who_.user; }
    QString login() const { return who_.login; }
    QString userId() const { return who_.id; }
    QString server() const { return who_.server; }
    QString kit() const { return kit_; }
    SyncState syncState() const;
    int pending() const { return standing_.pending; }
    int refused() const { return standing_.refused; }
    int conflicts() const { return standing_.conflicts; }
    QDateTime lastSync() const { return standing_.last_sync; }
    /// Why the server is not synced with until a person helps; empty where nothing is in the way.
    QString trouble() const;
    /// What syncing met that a person should know, though it went on. Since the app was opened; the newest last.
    QStringList notices() const;
    /// The network, as far as the person allows it: false is aeroplane mode for Tern alone.
    bool online() const { return online_; }
    void setOnline(bool online);
    QString language() const { return language_; }
    QVariant locale() const { return locale_; }
    void setLanguage(const QString& language);
    QVariantList entities() const;

    Q_INVOKABLE void unlock(const QString& password);
    Q_INVOKABLE void createOrg(const QVariantMap& words);  ///< server, org, email, name, password, code
    Q_INVOKABLE void join(const QVariantMap& words);       ///< link, email, password
    /// Beside what is exported, for this person's eyes only; kitSaved() tells where.
    Q_INVOKABLE void saveKit();
    Q_INVOKABLE void forgetKit();
    /// Connects anew, and so asks the server for all that there is.
    Q_INVOKABLE void syncNow();
    Q_INVOKABLE QVariantMap entity(const QString& name, int faces_read = 0) const;
    Q_INVOKABLE QVariantList fields(const QString& entity, int faces_read = 0) const;
    Q_INVOKABLE QStringList sections(const QString& entity, int faces_read = 0) const;
    Q_INVOKABLE QString brief(double number) const;  ///< as an axis has room for

    /// Writes, in the background; what goes wrong is told by failed(). `remove` and `undelete` are each other's way
    /// back.
    Q_INVOKABLE void set(const QString& id, const QString& field, const QString& text);
    /// Several fields in one write.
    Q_INVOKABLE void setAll(const QString& id, const QVariantMap& fields);
    Q_INVOKABLE void remove(const QString& id);
    Q_INVOKABLE void undelete(const QString& id);
    /// The usual stages, for an org that has none.
    Q_INVOKABLE void setUpPipeline();
    /// The last merge that this record took part in.
    Q_INVOKABLE void unmerge(const QString& id);

    // --- for the other adapters, on the screen's thread --------------------------------------------------------------
    Reader reader() const { return {faces_, locale_, zone_, who_.id}; }
    /// A question: runs `work(Client&)` on the core's thread and `done(its answer)` back here. It is dropped where
    /// `owner` is gone by then: a page that was left does not stand in the way of the next one. Does nothing while no
    /// client is open.
    template <class Work, class Done>
    void ask(QObject* owner, Work work, Done done);
    /// A deed: as ask(), but it is done whoever goes, also while the app is closed. `work` returns a Status or a
    /// Result; a failure that `owner` does not hear of any more is told by failed().
    template <class Work, class Done>
    void act(QObject* owner, Work work, Done done);
    /// For what takes seconds: on a thread and a connection of its own, so that pages are answered meanwhile. One after
    /// the other. `work` should end soon once its owner asks it to: the app waits for it when it is closed.
    template <class Work, class Done>
    void ask_long(QObject* owner, Work work, Done done);
    /// From such a work to the screen's thread, if `owner` is still there: how far it is.
    void tell(const QPointer<QObject>& owner, std::function<void()> task);
    /// A question's viewer: this user, now, here.
    static Result<Viewer> viewer(Client& client, const Reader& reader);
    /// After a write of one's own: what shows it is told at once.
    void wrote();
    /// In the person's language, by failed().
    void say(const Failure& failure);

Q_SIGNALS:
    void stateChanged();
    void busyChanged();
    void kitChanged();
    void kitSaved(const QString& file);
    void standingChanged();
    void onlineChanged();
    void languageChanged();
    void facesChanged();
    void failed(const QString& what, const QString& remedy);
    /// For adapters that show data: records of these kinds are others now. By number, as store::Notice.
    void dataChanged(const std::vector<tern::store::Notice>& notices);
    void removed(const QString& id);

private:
    struct Who {
        QString org, user, login, id, server;
    };
    struct Standing {
        int pending = 0, refused = 0, conflicts = 0;
        QDateTime last_sync;
    };
    void begin(std::function<Result<std::unique_ptr<Client>>(std::string& kit)> open);
    void show_faces(std::shared_ptr<const Faces> faces);
    void opened(State state, const Who& who, std::shared_ptr<const Faces> faces);
    void start_sync();
    void look_at_standing();
    void keep(const std::vector<Failure>& alarms);
    void look_at_faces();
    void set_state(State state);
    void on_screen(std::function<void()> task);
    CoreThread::Wanted wanted_by(QObject* owner);
    void change(const QString& id, Status (*use)(Client&, const RecordId&), bool removes);

    Options options_;
    QString language_;
    QLocale locale_;
    QTimeZone zone_ = QTimeZone::systemTimeZone();  ///< looked up with the standing: each look asks the disk
    State state_ = State::Empty;
    int busy_ = 0;
    Who who_;
    Standing standing_;
    QString kit_;
    std::optional<Failure> trouble_;
    std::vector<Failure> alarms_;
    bool online_ = true;
    bool connected_ = false;
    QTimer look_soon_;      ///< at the standing: once for all of a moment's notices
    bool refused_ = false;  ///< by the server: only a person helps
    std::shared_ptr<const Faces> faces_ = std::make_shared<Faces>();
    int faces_read_ = 0;
    QHash<QObject*, std::shared_ptr<std::atomic<bool>>> askers_;  ///< false once the object is gone
    std::unique_ptr<SyncThread> sync_;
    std::unique_ptr<CoreThread> core_;  ///< goes first, with the next: their tasks use this object
    std::unique_ptr<CoreThread> long_;
};

template <class Work, class Done>
void Backend::ask(QObject* owner, Work work, Done done) {
    core_->post(
        [this, there = QPointer{owner}, work = std::move(work), done = std::move(done)](CoreThread& core) mutable {
            if (core.client() == nullptr) return;
            auto answer = std::make_shared<decltype(work(*core.client()))>(work(*core.client()));
            on_screen([there, done = std::move(done), answer]() mutable {
                if (there) done(std::move(*answer));
            });
        },
        wanted_by(owner));
}

template <class Work, class Done>
void Backend::act(QObject* owner, Work work, Done done) {
    core_->post(
        [this, there = QPointer{owner}, work = std::move(work), done = std::move(done)](CoreThread& core) mutable {
            if (core.client() == nullptr) return;
            auto result = std::make_shared<decltype(work(*core.client()))>(work(*core.client()));
            on_screen([this, there, done = std::move(done), result]() mutable {
                if (there)
                    done(std::move(*result));
                else if (!*result)
                    say(result->error());
            });
        });
}

template <class Work, class Done>
void Backend::ask_long(QObject* owner, Work work, Done done) {
    QPointer<QObject> there{owner};
    ask(
        owner, [](Client& client) { return client.another(); },
        [this, there, work = std::move(work), done = std::move(done)](Result<std::unique_ptr<Client>> opened) mutable {
            if (!opened) return say(opened.error());
            auto client = std::make_shared<std::unique_ptr<Client>>(std::move(*opened));
            long_->post(
                [this, there, client, work = std::move(work), done = std::move(done)](CoreThread&) mutable {
                    auto result = std::make_shared<decltype(work(**client))>(work(**client));
                    client->reset();
                    on_screen([there, done = std::move(done), result]() mutable {
                        if (there) done(std::move(*result));
                    });
                },
                wanted_by(there));
        });
}

}  // namespace tern::app
