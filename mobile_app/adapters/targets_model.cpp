#include "mobile_app/adapters/targets_model.h"

#include <utility>

#include <tern/targets.h>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/figures_read.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr int kQuietMs = 1'000;

QString label_of(const FieldFace* field, const std::string& name) {
    if (field != nullptr)
        for (const auto& [choice, label] : field->choices)
            if (choice == text(name)) return label;
    return text(name);
}

QVariantMap row_of(const Target& target, const Reader& reader) {
    const auto* face = reader.faces->entity(QStringLiteral("sales_target"));
    const auto labelled = [&](const char* field, const std::string& value) {
        return label_of(face == nullptr ? nullptr : face->field(field), value);
    };
    const auto amount = [&](const std::string& digits) {
        return digits.empty() ? QString{} : Display::money(digits, target.currency, reader.locale);
    };
    return {
        {"id", text(uuid_text(target.id))},
        {"title", QStringLiteral("%1 · %2 · %3")
                      .arg(text(target.scope), labelled("metric", target.metric), labelled("period", target.period))},
        {"part", target.attainment},
        {"actual", amount(target.actual)},
        {"goal", amount(target.goal)},
        {"entity", text(target.entity)},
        {"filter", text(filter_text(target.behind))}};
}

}  // namespace

TargetsModel::TargetsModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    connect(this, &TargetsModel::askedChanged, this, [this] { asking_.anew(); });
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    for (const auto signal : {&Backend::stateChanged, &Backend::facesChanged, &Backend::languageChanged})
        connect(backend, signal, this, [this] { asking_.anew(); });
    asking_.anew();
}

bool TargetsModel::ask() {
    const auto period = period_named(period_);
    if (!period) return false;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [period = *period, reader = backend->reader()](Client& client) -> Result<QVariantList> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            TERN_TRY(targets, targets_of(client, viewer, period));
            QVariantList out;
            for (const Target& target : targets) out.push_back(row_of(target, reader));
            return out;
        },
        [this](Result<QVariantList> rows) {
            asking_.answered();
            if (!rows) return Backend::instance()->say(rows.error());
            if (std::exchange(ready_, true) && *rows == rows_) return;  // what is drawn stays
            rows_ = std::move(*rows);
            Q_EMIT changed();
        });
    return true;
}

}  // namespace tern::app
