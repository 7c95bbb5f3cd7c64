#include "mobile_app/adapters/forecast_model.h"

#include <QDateTime>
#include <QRegularExpression>
#include <utility>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/figures_read.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

constexpr int kQuietMs = 500;
/// The surest first; `closed` is what is won already, and nobody's opinion.
constexpr const char* kCategories[] = {"closed", "commit", "most_likely", "best_case", "pipeline"};

/// Whole amounts without cents: a forecast is no invoice.
QString digits_of(const Amount& amount) {
    static const QRegularExpression kNoCents{QStringLiteral("\\.0+$")};
    return text(amount.text()).remove(kNoCents);
}

QString name_of(const RecordId& id) { return text(uuid_text(id)); }

}  // namespace

/// Puts a forecast into the words of the screen.
class ForecastModel::Teller {
public:
    Teller(const Reader& reader, QString category) : reader_(reader), category_(std::move(category)) {
        if (const auto* face = reader.faces->entity(QStringLiteral("forecast_entry"))) field_ = face->field("category");
    }

    Told tell(const Forecast& forecast) {
        Told out;
        for (const char* category : kCategories)
            out.categories.push_back(QVariantMap{{"value", category}, {"label", label(category)}});
        tell_mine(forecast.mine, out);
        for (const auto& team : forecast.teams) tell_team(team, {}, out.lines);
        return out;
    }

private:
    QString label(const QString& category) const {
        if (field_ != nullptr)
            for (const auto& [choice, label] : field_->choices)
                if (choice == category) return label;
        return category;
    }
    QString shown(const Amount& amount) const {
        return amount.empty() ? QString{}
                              : Display::money(digits_of(amount).toStdString(), amount.currency, reader_.locale);
    }
    /// Every category in every currency that the person sells in, so that all of it can be said at once.
    void tell_mine(const PersonForecast& mine, Told& out) const {
        QStringList currencies;
        Millis last = 0;
        for (const auto& one : mine.figures) {
            if (!currencies.contains(text(one.currency))) currencies.push_back(text(one.currency));
            if (one.submitted_at <= last) continue;
            last = one.submitted_at;
            out.note = text(one.note);
        }
        if (last > 0)
            out.since = reader_.locale.toString(QDateTime::fromMSecsSinceEpoch(last).toTimeZone(reader_.zone),
                                                QLocale::ShortFormat);
        currencies.sort();
        for (const QString& currency : currencies)
            for (const char* category : kCategories) out.mine.push_back(own(mine, category, currency));
    }
    QVariantMap own(const PersonForecast& mine, const QString& category, const QString& currency) const {
        QVariantMap out{{"category", category},     {"currency", currency},
                        {"label", label(category)}, {"computed", shown({0, currency.toStdString()})},
                        {"digits", QString{}},      {"said", QString{}},
                        {"changed", QString{}},     {"fixed", category == QLatin1String("closed")}};
        for (const auto& one : mine.figures)
            if (text(one.category) == category && text(one.currency) == currency) {
                out["computed"] = shown(one.computed);
                if (one.computed.minor != 0) out["digits"] = digits_of(one.computed);
                out["said"] = one.submitted.empty() ? QString{} : digits_of(one.submitted);
                out["changed"] = shown(one.overridden);
            }
        return out;
    }
    void tell_team(const TeamForecast& team, const QStringList& within, QVariantList& lines) const {
        const QString id = team.team ? name_of(*team.team) : QStringLiteral("none");
        QVariantMap line{{"team", true}, {"id", id}, {"within", within}, {"name", text(team.name)}, {"may", false}};
        bool any = false;
        for (const auto& sum : team.sums) {
            if (text(sum.category) != category_) continue;
            any = true;
            put(line, sum.currency, sum.computed, sum.submitted, sum.counts, false);
            lines.push_back(line);
        }
        if (!any) lines.push_back(line);
        const auto inner = within + QStringList{id};
        const auto usual = team.sums.empty() ? std::string{} : team.sums.front().currency;
        for (const auto& person : team.people) tell_person(person, usual, inner, lines);
        for (const auto& one : team.teams) tell_team(one, inner, lines);
    }
    /// `usual`: the currency of who has none.
    void tell_person(const PersonForecast& person, const std::string& usual, const QStringList& within,
                     QVariantList& lines) const {
        QVariantMap line{{"team", false},
                         {"id", name_of(person.user)},
                         {"within", within},
                         {"name", text(person.name)},
                         {"may", person.may_override}};
        bool any = false;
        for (const auto& one : person.figures) {
            if (text(one.category) != category_) continue;
            any = true;
            put(line, one.currency, one.computed, one.submitted, one.counts(), !one.overridden.empty());
            line["digits"] = digits_of(one.counts());
            line["note"] = text(one.note);
            lines.push_back(line);
        }
        if (any) return;
        line["currency"] = text(person.figures.empty() ? usual : person.figures.front().currency);
        line["may"] = person.may_override && !line["currency"].toString().isEmpty();
        lines.push_back(line);
    }
    void put(QVariantMap& line, const std::string& currency, const Amount& computed, const Amount& submitted,
             const Amount& counts, bool changed) const {
        line["currency"] = text(currency);
        line["computed"] = shown(computed);
        line["submitted"] = shown(submitted);
        line["counts"] = shown(counts);
        line["changed"] = changed;
    }

    const Reader& reader_;
    const QString category_;
    const FieldFace* field_ = nullptr;
};

ForecastModel::ForecastModel(QObject* parent) : QObject(parent), asking_(kQuietMs, [this] { return ask(); }) {
    connect(this, &ForecastModel::askedChanged, this, [this] { asking_.anew(); });
    auto* backend = Backend::instance();
    connect(backend, &Backend::dataChanged, this, [this] { asking_.again(); });
    for (const auto signal : {&Backend::stateChanged, &Backend::facesChanged, &Backend::languageChanged})
        connect(backend, signal, this, [this] { asking_.anew(); });
    asking_.anew();
}

bool ForecastModel::ask() {
    const auto period = period_named(period_);
    if (!period) return false;
    auto* backend = Backend::instance();
    backend->ask(
        this,
        [period = *period, category = category_, reader = backend->reader()](Client& client) -> Result<Told> {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            TERN_TRY(forecast, forecast_of(client, viewer, period));
            return Teller{reader, category}.tell(forecast);
        },
        [this, asked = std::pair{period_, category_}](Result<Told> told) {
            asking_.answered();
            if (asked != std::pair{period_, category_}) return;
            if (!told) return Backend::instance()->say(told.error());
            // What is the same is not drawn anew, under the hands of who writes on it.
            if (std::exchange(ready_, true) && *told == told_) return;
            told_ = std::move(*told);
            Q_EMIT changed();
        });
    return true;
}

void ForecastModel::submit(const QVariantList& words, const QString& note) {
    const auto period = period_named(period_);
    if (!period) return;
    std::vector<ForecastWord> said;
    for (const QVariant& one : words) {
        const auto word = one.toMap();
        said.push_back({word["category"].toString().toStdString(), word["currency"].toString().toStdString(),
                        word["amount"].toString().trimmed().toStdString()});
    }
    write([period = *period, said, note = note.trimmed().toStdString()](
              Client& client, const Viewer& viewer) { return submit_forecast(client, viewer, period, said, note); },
          &ForecastModel::submitted);
}

void ForecastModel::change(const QString& user, const QString& currency, const QString& amount, const QString& note) {
    const auto period = period_named(period_);
    const auto who = record_id_from(user.toStdString());
    if (!period || !who) return;
    const ForecastWord word{category_.toStdString(), currency.toStdString(), amount.trimmed().toStdString()};
    write([period = *period, who = *who, word, note = note.trimmed().toStdString()](
              Client& client,
              const Viewer& viewer) { return override_forecast(client, viewer, period, who, word, note); },
          &ForecastModel::altered);
}

void ForecastModel::write(std::function<Status(Client&, const Viewer&)> work, void (ForecastModel::*done)()) {
    auto* backend = Backend::instance();
    backend->act(
        this,
        [work = std::move(work), reader = backend->reader()](Client& client) -> Status {
            TERN_TRY(viewer, Backend::viewer(client, reader));
            return work(client, viewer);
        },
        [this, done](Status status) {
            if (!status) return Backend::instance()->say(status.error());
            Backend::instance()->wrote();
            asking_.anew();
            Q_EMIT(this->*done)();
        });
}

}  // namespace tern::app
