#include "mobile_app/adapters/backend.h"
#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/exporter.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

#include <QDir>
#include <QMetaObject>
#include <QSaveFile>
#include <QTimeZone>
#include <filesystem>

#include <tern/first_pipeline.h>
#include <tern/merging.h>
#include <tern/records.h>

namespace tern::app {
namespace {

Backend* the_backend = nullptr;

/// A sync brings many changes; what the light says needs no more than this.
constexpr int kQuietMs = 250;
constexpr std::ptrdiff_t kNotices = 20;  ///< of a sync, that are kept to be read

std::string word(const QVariantMap& words, const char* name) {
    return words.value(QLatin1String(name)).toString().trimmed().toStdString();
}

/// English as it is written here; where here is not English, as it is written in most of the world.
QLocale locale_of(const QString& language) {
    if (language == QLatin1String("zh")) return {QLocale::Chinese, QLocale::China};
    const QLocale system = QLocale::system();
    return system.language() == QLocale::English ? system : QLocale{QLocale::English, QLocale::UnitedKingdom};
}

bool is_definition(const Client& client, EntityNumber number) {
    const auto* entity = client.schema().entity(number);
    return entity != nullptr && entity->name.starts_with("custom_");
}

}  // namespace

Backend::Backend(Options options)
    : options_(std::move(options)),
      language_(options_.language == QLatin1String("zh") ? "zh" : "en"),
      locale_(locale_of(language_)) {
    the_backend = this;
    look_soon_.setSingleShot(true);
    look_soon_.setInterval(kQuietMs);
    connect(&look_soon_, &QTimer::timeout, this, &Backend::look_at_standing);
    long_ = std::make_unique<CoreThread>([](const std::vector<store::Notice>&) {});
    core_ = std::make_unique<CoreThread>([this](const std::vector<store::Notice>& notices) {
        const bool defines = std::any_of(notices.begin(), notices.end(), [this](const store::Notice& notice) {
            return is_definition(*core_->client(), notice.entity);
        });
        on_screen([this, notices, defines] {
            if (defines) look_at_faces();
            Q_EMIT dataChanged(notices);
            if (!look_soon_.isActive()) look_soon_.start();
        });
    });
    const bool there = std::filesystem::exists(options_.folder + "/vault");
    if (!there) return;
    state_ = State::Locked;
    if (!options_.unlock.password && !options_.unlock.device_key_file) return;
    begin([folder = options_.folder, unlock = options_.unlock](std::string&) {
        return Client::open({folder, unlock});
    });
}

Backend::~Backend() {
    sync_.reset();
    long_.reset();
    core_.reset();
    the_backend = nullptr;
}

Backend* Backend::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(the_backend, QJSEngine::CppOwnership);
    return the_backend;
}

Backend* Backend::instance() { return the_backend; }

void Backend::on_screen(std::function<void()> task) {
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

CoreThread::Wanted Backend::wanted_by(QObject* owner) {
    auto& wanted = askers_[owner];
    if (wanted != nullptr) return wanted;
    wanted = std::make_shared<std::atomic<bool>>(true);
    if (owner != this)
        connect(owner, &QObject::destroyed, this, [this](QObject* gone) { *askers_.take(gone) = false; });
    return wanted;
}

void Backend::tell(const QPointer<QObject>& owner, std::function<void()> task) {
    on_screen([owner, task = std::move(task)] {
        if (owner) task();
    });
}

void Backend::set_state(State state) {
    state_ = state;
    Q_EMIT stateChanged();
}

// --- opening --------------------------------------------------------------------------------------------------------

void Backend::begin(std::function<Result<std::unique_ptr<Client>>(std::string&)> open) {
    ++busy_;
    Q_EMIT busyChanged();
    const bool chinese = language_ == QLatin1String("zh");
    core_->post([this, open = std::move(open), chinese](CoreThread& core) {
        std::string kit;
        auto client = open(kit);
        if (!client) {
            on_screen([this, failure = client.error()] {
                --busy_;
                Q_EMIT busyChanged();
                say(failure);
            });
            return;
        }
        core.take(std::move(*client));
        const auto status = core.client()->status(false);
        Who who;
        State state = State::Open;
        if (status) {
            Records records{*core.client()};
            who = {text(status->org_name), text(records.title(RecordId{status->user.bytes})), text(status->login),
                   text(uuid_text(RecordId{status->user.bytes})), text(status->server)};
            if (status->waiting) state = State::Waiting;
        }
        on_screen([this, who, state, kit, faces = faces_of(core.client()->schema(), chinese)] {
            --busy_;
            Q_EMIT busyChanged();
            kit_ = text(kit);
            if (!kit.empty()) Q_EMIT kitChanged();
            opened(state, who, faces);
        });
    });
}

void Backend::opened(State state, const Who& who, std::shared_ptr<const Faces> faces) {
    who_ = who;
    show_faces(std::move(faces));
    set_state(state);
    look_at_standing();
    start_sync();
}

void Backend::unlock(const QString& password) {
    Unlock unlock = options_.unlock;
    unlock.password = password.toStdString();
    begin([folder = options_.folder, unlock](std::string&) { return Client::open({folder, unlock}); });
}

void Backend::createOrg(const QVariantMap& words) {
    Unlock unlock = options_.unlock;
    unlock.password = words.value(QStringLiteral("password")).toString().toStdString();
    Client::NewOrg org;
    org.server = word(words, "server");
    org.name = word(words, "org");
    org.login = word(words, "email");
    org.person = word(words, "name");
    org.org_code = word(words, "code");
    begin([folder = options_.folder, unlock, org](std::string& kit) {
        return Client::create_org({folder, unlock}, org, kit);
    });
}

void Backend::join(const QVariantMap& words) {
    Unlock unlock = options_.unlock;
    unlock.password = words.value(QStringLiteral("password")).toString().toStdString();
    Client::Invitation invitation;
    invitation.link = word(words, "link");
    invitation.login = word(words, "email");
    begin([folder = options_.folder, unlock, invitation](std::string& kit) {
        return Client::join({folder, unlock}, invitation, kit);
    });
}

void Backend::saveKit() {
    QDir{}.mkpath(Exporter::folder());
    const QString file = Exporter::folder() + QStringLiteral("/Tern recovery kit.txt");
    act(
        this,
        [file, kit = kit_.toUtf8()](Client&) -> Status {
            constexpr auto kOwnEyes = QFile::ReadOwner | QFile::WriteOwner;
            QSaveFile out{file};
            if (out.open(QIODevice::WriteOnly) && out.setPermissions(kOwnEyes) && out.write(kit) == kit.size() &&
                out.commit())
                return ok();
            return fail(Fault::storage, "the recovery kit cannot be written", "make room on the disk");
        },
        [this, file](Status status) {
            if (!status) return say(status.error());
            Q_EMIT kitSaved(file);
        });
}

void Backend::forgetKit() {
    kit_.fill(QLatin1Char(' '));
    kit_.clear();
    Q_EMIT kitChanged();
}

// --- sync -----------------------------------------------------------------------------------------------------------

void Backend::start_sync() {
    if (!online_ || sync_ != nullptr || state_ == State::Empty || state_ == State::Locked) return;
    ask(
        this, [](Client& client) { return client.another(); },
        [this](Result<std::unique_ptr<Client>> client) {
            if (!client) return say(client.error());
            if (!online_ || sync_ != nullptr) return;
            SyncThread::Events events;
            events.on_settled = [this](const SyncResult& result) {
                on_screen([this, waiting = result.waiting, alarms = result.alarms] {
                    connected_ = true;
                    keep(alarms);
                    trouble_.reset();
                    if (state_ == State::Waiting && !waiting) set_state(State::Open);
                    look_at_standing();
                });
            };
            events.on_broken = [this](const Failure&) {
                on_screen([this] {
                    connected_ = false;
                    Q_EMIT standingChanged();
                });
            };
            events.on_refused = [this](const Failure& failure) {
                on_screen([this, failure] {
                    refused_ = true;
                    trouble_ = failure;
                });
            };
            events.on_ended = [this] {
                on_screen([this] {
                    connected_ = false;
                    sync_.reset();
                    Q_EMIT standingChanged();
                    if (!refused_) start_sync();
                });
            };
            refused_ = false;
            sync_ = std::make_unique<SyncThread>(std::move(*client), std::move(events));
        });
}

void Backend::setOnline(bool online) {
    if (online_ == online) return;
    online_ = online;
    if (!online && sync_ != nullptr) sync_->stop();  // its end comes as an event: this thread does not wait for it
    connected_ = false;
    Q_EMIT onlineChanged();
    Q_EMIT standingChanged();
    start_sync();
}

void Backend::syncNow() {
    if (!online_) return;
    refused_ = false;
    trouble_.reset();
    if (sync_ != nullptr)
        sync_->stop();  // where it ends, the next begins
    else
        start_sync();
}

Backend::SyncState Backend::syncState() const {
    if (standing_.refused > 0 || standing_.conflicts > 0 || trouble_) return SyncState::Attention;
    if (!connected_) return SyncState::Offline;
    return standing_.pending > 0 ? SyncState::Sending : SyncState::Synced;
}

void Backend::look_at_standing() {
    zone_ = QTimeZone::systemTimeZone();
    ask(
        this,
        [](Client& client) -> Result<Standing> {
            TERN_TRY(status, client.status(false));
            Standing out;
            out.pending = static_cast<int>(status.pending);
            out.refused = static_cast<int>(status.refused);
            if (status.last_sync) out.last_sync = QDateTime::fromMSecsSinceEpoch(*status.last_sync);
            TERN_TRY(conflicts, Records{client}.conflicts());
            out.conflicts = static_cast<int>(conflicts.size());
            return out;
        },
        [this](Result<Standing> standing) {
            if (!standing) return say(standing.error());
            standing_ = *standing;
            Q_EMIT standingChanged();
        });
}

QString Backend::trouble() const { return trouble_ ? refusal_text(*trouble_) : QString{}; }

QStringList Backend::notices() const {
    QStringList out;
    for (const Failure& alarm : alarms_) out.push_back(refusal_text(alarm));
    return out;
}

/// Each once: a connection tells again what an earlier one has told.
void Backend::keep(const std::vector<Failure>& alarms) {
    for (const Failure& alarm : alarms) {
        std::erase_if(alarms_, [&](const Failure& old) { return old.text() == alarm.text(); });
        alarms_.push_back(alarm);
    }
    if (std::ssize(alarms_) > kNotices) alarms_.erase(alarms_.begin(), alarms_.end() - kNotices);
}

void Backend::say(const Failure& failure) {
    const auto told = refusal(failure);
    Q_EMIT failed(told.what, told.remedy);
}

void Backend::wrote() { look_at_standing(); }

// --- words ----------------------------------------------------------------------------------------------------------

void Backend::setLanguage(const QString& language) {
    const QString wanted = language == QLatin1String("zh") ? language : QStringLiteral("en");
    if (wanted == language_) return;
    language_ = wanted;
    locale_ = locale_of(wanted);
    Q_EMIT languageChanged();
    Q_EMIT standingChanged();  // the trouble is told in the new one
    look_at_faces();
}

void Backend::look_at_faces() {
    const bool chinese = language_ == QLatin1String("zh");
    ask(
        this, [chinese](Client& client) { return faces_of(client.schema(), chinese); },
        [this](std::shared_ptr<const Faces> faces) { show_faces(std::move(faces)); });
}

void Backend::show_faces(std::shared_ptr<const Faces> faces) {
    faces_ = std::move(faces);
    ++faces_read_;
    Q_EMIT facesChanged();
}

QVariantList Backend::entities() const {
    QVariantList out;
    for (const auto& entity : faces_->entities) out.push_back(entity.map());
    return out;
}

QVariantMap Backend::entity(const QString& name, int) const {
    const auto* face = faces_->entity(name);
    return face == nullptr ? QVariantMap{} : face->map();
}

QVariantList Backend::fields(const QString& entity, int) const {
    QVariantList out;
    if (const auto* face = faces_->entity(entity))
        for (const auto& field : face->fields) out.push_back(field.map());
    return out;
}

QString Backend::brief(double number) const { return Display::brief(number, locale_); }

QStringList Backend::sections(const QString& entity, int) const {
    const auto* face = faces_->entity(entity);
    return face == nullptr ? QStringList{} : face->sections;
}

Result<Viewer> Backend::viewer(Client& client, const Reader& reader) {
    TERN_TRY(out, viewer_of(client));
    out.zone = reader.zone.id().toStdString();
    out.locale = reader.locale.name().toStdString();
    return std::move(out);
}

// --- records --------------------------------------------------------------------------------------------------------

void Backend::change(const QString& id, Status (*use)(Client&, const RecordId&), bool removes) {
    const auto read = record_id_from(id.toStdString());
    if (!read) return;
    act(
        this, [id = *read, use](Client& client) { return use(client, id); },
        [this, id, removes](Status status) {
            if (!status) return say(status.error());
            wrote();
            if (removes) Q_EMIT removed(id);
        });
}

void Backend::set(const QString& id, const QString& field, const QString& text) { setAll(id, {{field, text}}); }

void Backend::setAll(const QString& id, const QVariantMap& fields) {
    const auto read = record_id_from(id.toStdString());
    if (!read) return;
    std::vector<Assignment> told;
    for (auto at = fields.begin(); at != fields.end(); ++at)
        told.emplace_back(at.key().toStdString(), at.value().toString().toStdString());
    act(
        this, [id = *read, told](Client& client) { return Records{client}.set(id, told); },
        [this](Status status) {
            if (!status) return say(status.error());
            wrote();
        });
}

void Backend::remove(const QString& id) {
    change(
        id, [](Client& client, const RecordId& record) { return Records{client}.remove(record); }, true);
}

void Backend::undelete(const QString& id) {
    change(
        id, [](Client& client, const RecordId& record) { return Records{client}.undelete(record); }, false);
}

void Backend::setUpPipeline() {
    const bool chinese = language_ == QLatin1String("zh");
    act(
        this, [chinese](Client& client) { return create_first_pipeline(client, chinese); },
        [this](Result<RecordId> pipeline) {
            if (!pipeline) return say(pipeline.error());
            wrote();
        });
}

void Backend::unmerge(const QString& id) {
    change(
        id,
        [](Client& client, const RecordId& record) -> Status {
            TERN_CHECK(tern::unmerge(client, record));
            return ok();
        },
        false);
}

}  // namespace tern::app
