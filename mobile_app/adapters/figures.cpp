#include "mobile_app/adapters/figures.h"

#include "mobile_app/adapters/refusals.h"
#include "mobile_app/adapters/sheet_file.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

/// A sync brings many changes, and a page has many charts.
constexpr int kQuietMs = 1'000;

}  // namespace

Figures::Figures(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    connect(this, &Figures::askedChanged, this, [this] { asking_.anew(); });
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    for (const auto signal : {&Backend::stateChanged, &Backend::facesChanged, &Backend::languageChanged})
        connect(backend, signal, this, [this] { asking_.anew(); });
}

Result<FiguresAsked> Figures::asked() const {
    FiguresAsked out;
    out.query.entity = entity_.toStdString();
    TERN_TRY(filter, read_filter(filter_.toStdString()));
    std::vector<Filter> parts;
    if (!filter.parts.empty() || filter.kind != Filter::Kind::all) parts.push_back(std::move(filter));
    const auto owner = owner_.toStdString();
    if (scope_ == QLatin1String("mine"))
        parts.push_back(Filter::compare(owner, Comparison::is, {{FilterValue::Kind::me, "me", {}}}));
    if (scope_ == QLatin1String("team"))
        parts.push_back(Filter::compare(owner, Comparison::is, {{FilterValue::Kind::my_team, "my_team", {}}}));
    if (const auto period = period_named(period_); period && !at_.isEmpty())
        parts.push_back(Filter::compare(at_.toStdString(), Comparison::is,
                                        {{FilterValue::Kind::period, period_.toStdString(), *period}}));
    out.query.filter = Filter::all_of(std::move(parts));
    TERN_TRY(keys, read_group_by(group_by_.toStdString()));
    TERN_TRY(measures, read_measures(measure_.toStdString()));
    out.query.group_by = std::move(keys);
    out.query.measures = std::move(measures);
    out.ordered_by = ordered_by_.toStdString();
    out.top = top_;
    out.counted = counted_;
    return out;
}

bool Figures::ask() {
    if (entity_.isEmpty()) return false;
    auto question = asked();
    const auto generation = ++generation_;
    const auto answered = [this, generation](Result<FiguresRead> read) {
        asking_.answered();
        if (generation != generation_) return;
        auto problem = read ? QString{} : refusal_text(read.error());
        auto now = read ? std::move(*read) : FiguresRead{};
        // What is the same is not drawn anew: a mark that has the keys would lose them.
        if (ready_ && problem == problem_ && now.whole == read_.whole && now.charts == read_.charts &&
            now.table == read_.table)
            return;
        problem_ = std::move(problem);
        read_ = std::move(now);
        ready_ = true;
        Q_EMIT changed();
    };
    if (!question) {
        answered(question.error());
        return false;
    }
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [question = *question, reader = backend->reader()](Client& client) {
            return read_figures(client, reader, question);
        },
        answered);
    return true;
}

void Figures::save(const QString& title, const QString& format) {
    auto sheet = read_.sheet;
    sheet.name = title.toStdString();
    save_sheet(this, std::move(sheet), format, [this](const QString& file, int rows) { Q_EMIT saved(file, rows); });
}

}  // namespace tern::app
