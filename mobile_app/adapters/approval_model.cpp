#include "mobile_app/adapters/approval_model.h"

namespace tern::app {
namespace {

/// A sync brings many changes: asked again once for all of a moment's.
constexpr int kQuietMs = 150;

}  // namespace

ApprovalModel::ApprovalModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    connect(Backend::instance(), &Backend::dataChanged, this, [this] { asking_.again(); });
    connect(Backend::instance(), &Backend::facesChanged, this, &ApprovalModel::changed);
}

void ApprovalModel::setDocument(const QString& id) {
    document_ = id;
    pending_.reset();
    standing_ = ApprovalStanding::none;
    Q_EMIT documentChanged();
    Q_EMIT changed();
    asking_.anew();
}

QString ApprovalModel::since() const {
    if (!pending_) return {};
    const auto reader = Backend::instance()->reader();
    const auto at = QDateTime::fromMSecsSinceEpoch(pending_->submitted_at).toTimeZone(reader.zone);
    return reader.locale.toString(at, QLocale::ShortFormat);
}

bool ApprovalModel::ask() {
    const auto id = record_id_from(document_.toStdString());
    if (!id) return false;
    Backend::instance()->ask(
        this,
        [id = *id](Client& client) -> Result<std::pair<std::optional<PendingApproval>, ApprovalStanding>> {
            TERN_TRY(pending, pending_approval(client, id));
            TERN_TRY(standing, approval_standing(client, id));
            return std::pair{std::move(pending), standing};
        },
        [this, asked = document_](auto found) {
            asking_.answered();
            if (asked != document_ || !found) return;
            std::tie(pending_, standing_) = std::move(*found);
            Q_EMIT changed();
        });
    return true;
}

void ApprovalModel::decide(bool approve, const QString& comment) {
    if (!pending_) return;
    Backend::instance()->act(
        this,
        [request = pending_->request, approve, comment = comment.toStdString()](Client& client) {
            return tern::decide(client, request, approve, comment);
        },
        [this, approve](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            Backend::instance()->wrote();
            asking_.anew();
            Q_EMIT decided(approve);
        });
}

}  // namespace tern::app
