#include "mobile_app/adapters/people.h"
#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/text.h"

#include <algorithm>

namespace tern::app {
namespace {

constexpr int kQuietMs = 500;

template <class Id>
std::optional<Id> read_id(const QString& text) {
    const auto read = record_id_from(text.toStdString());
    if (!read) return std::nullopt;
    return Id{read->bytes};
}

template <class Id>
QString id_text_of(const Id& id) {
    return text(uuid_text(RecordId{id.bytes}));
}

}  // namespace

People::People(QObject* parent) : QObject(parent) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &People::ask);
    connect(Backend::instance(), &Backend::standingChanged, this, [this] {
        if (!soon_.isActive()) soon_.start(kQuietMs);
    });
    soon_.start(0);
}

Result<People::Known> People::read(Client& client) {
    Known out;
    TERN_TRY(spaces, client.spaces(false));
    for (const auto& space : spaces) {
        out.may_invite = out.may_invite || (space.kind == SpaceKind::org && space.role == SpaceRole::admin);
        TERN_TRY(members, client.members(space.id));
        QVariantList people;
        for (const auto& member : members)
            people.push_back(QVariantMap{{"id", id_text_of(member.user)},
                                         {"name", text(member.name)},
                                         {"login", text(member.login)},
                                         {"role", text(name(member.role))}});
        out.spaces.push_back(QVariantMap{{"id", id_text_of(space.id)},
                                         {"name", text(space.name)},
                                         {"kind", text(name(space.kind))},
                                         {"role", text(name(space.role))},
                                         {"mine", space.role == SpaceRole::admin && space.kind != SpaceKind::personal},
                                         {"members", people}});
    }
    return out;
}

void People::ask() {
    Backend::instance()->ask(
        this, [](Client& client) { return read(client); },
        [this](Result<Known> known) {
            if (!known) return Backend::instance()->say(known.error());
            if (known->spaces == spaces_ && known->may_invite == may_invite_) return;
            spaces_ = std::move(known->spaces);
            may_invite_ = known->may_invite;
            Q_EMIT changed();
        });
}

void People::invite(const QString& login, const QString& name, const QString& role, const QStringList& spaces) {
    InviteRequest request;
    request.login = login.trimmed().toStdString();
    request.name = name.trimmed().toStdString();
    request.role = org_role_named(role.toStdString()).value_or(OrgRole::member);
    for (const QString& space : spaces)
        if (const auto id = read_id<SpaceId>(space)) request.spaces.emplace_back(*id, SpaceRole::writer);
    Backend::instance()->act(
        this, [request](Client& client) { return client.invite(request); },
        [this](Result<std::string> link) {
            link_ = link ? text(*link) : QString{};
            problem_ = link ? QString{} : refusal_text(link.error());
            Q_EMIT linkChanged();
            if (link) Backend::instance()->wrote();
        });
}

void People::forgetLink() {
    link_.clear();
    problem_.clear();
    Q_EMIT linkChanged();
}

void People::changed_by(Status status) {
    if (!status) return Backend::instance()->say(status.error());
    Backend::instance()->wrote();
    ask();
}

void People::grant(const QString& space, const QString& user, const QString& role) {
    const auto to = read_id<SpaceId>(space);
    const auto whom = read_id<UserId>(user);
    const auto as = space_role_named(role.toStdString());
    if (!to || !whom || !as) return;
    Backend::instance()->act(
        this, [to = *to, whom = *whom, as = *as](Client& client) { return client.grant(to, whom, as); },
        [this](Status status) { changed_by(std::move(status)); });
}

void People::createSpace(const QString& name, const QString& kind) {
    const auto wanted = space_kind_named(kind.toStdString());
    if (!wanted) return;
    Backend::instance()->act(
        this,
        [name = name.trimmed().toStdString(), kind = *wanted](Client& client) -> Status {
            TERN_CHECK(client.create_space(name, kind));
            return ok();
        },
        [this](Status status) { changed_by(std::move(status)); });
}

}  // namespace tern::app
