#include "mobile_app/adapters/filter_model.h"

#include <QDate>
#include <QLocale>
#include <algorithm>
#include <map>

#include <tern/records.h>

#include "mobile_app/adapters/filter_words.h"
#include "mobile_app/adapters/refusals.h"

namespace tern::app {
namespace {

QString text_of(const std::string& value) { return QString::fromStdString(value); }

bool is_reference(FieldKind kind) { return kind == FieldKind::reference || kind == FieldKind::references; }

/// `_id` of a path's last step may go; what was typed by hand is found, too.
const FieldFace* field_of(const EntityFace& face, const QString& name) {
    const auto* field = face.field(name);
    return field != nullptr ? field : face.field(name + QStringLiteral("_id"));
}

/// `not x in (…)` as `x not in (…)`: the builder has a form for it.
Filter plainly(Filter filter) {
    if (filter.kind != Filter::Kind::negated || filter.parts.front().kind != Filter::Kind::comparison) return filter;
    static const std::map<Comparison, Comparison> kOpposite{{Comparison::is, Comparison::is_not},
                                                            {Comparison::one_of, Comparison::none_of},
                                                            {Comparison::empty, Comparison::not_empty}};
    const auto at = kOpposite.find(filter.parts.front().comparison);
    if (at == kOpposite.end()) return filter;
    Filter out = std::move(filter.parts.front());
    out.comparison = at->second;
    return out;
}

/// The days of a report's key: 2017-03, 2017-Q1, 2017-W09, 2017, 2017-03-01.
std::pair<QDate, QDate> days_of(const QString& bucket, const QString& raw) {
    const int year = raw.left(4).toInt();
    if (bucket == QLatin1String("month")) {
        const QDate first{year, raw.mid(5, 2).toInt(), 1};
        return {first, first.addMonths(1).addDays(-1)};
    }
    if (bucket == QLatin1String("quarter")) {
        const QDate first{year, raw.mid(6, 1).toInt() * 3 - 2, 1};
        return {first, first.addMonths(3).addDays(-1)};
    }
    if (bucket == QLatin1String("week")) {
        const QDate fourth{year, 1, 4};  // is always in the first week
        const QDate monday = fourth.addDays(1 - fourth.dayOfWeek() + 7 * (raw.mid(6, 2).toInt() - 1));
        return {monday, monday.addDays(6)};
    }
    if (bucket == QLatin1String("year")) return {QDate{year, 1, 1}, QDate{year, 12, 31}};
    const auto day = QDate::fromString(raw, Qt::ISODate);
    return {day, day};
}

}  // namespace

FilterModel::FilterModel(QObject* parent) : QObject(parent) {
    const auto again = [this] {
        Q_EMIT entityChanged();
        Q_EMIT changed();
    };
    connect(Backend::instance(), &Backend::facesChanged, this, again);
    connect(Backend::instance(), &Backend::languageChanged, this, again);
}

void FilterModel::setEntity(const QString& entity) {
    if (entity == entity_) return;
    if (!entity_.isEmpty()) conditions_.clear();
    entity_ = entity;
    Q_EMIT entityChanged();
    Q_EMIT changed();
}

void FilterModel::setAny(bool any) {
    if (any == any_) return;
    any_ = any;
    Q_EMIT changed();
}

// --- text -----------------------------------------------------------------------------------------------------------

Filter FilterModel::own() const {
    std::vector<Filter> parts;
    for (const auto& condition : conditions_) parts.push_back(condition.filter);
    if (parts.size() == 1) return parts.front();
    if (parts.empty()) return Filter::all_of({});
    return any_ ? Filter::any_of(std::move(parts)) : Filter::all_of(std::move(parts));
}

QString FilterModel::text() const { return text_of(filter_text(own())); }

void FilterModel::setText(const QString& text) {
    if (text == this->text()) return;
    auto read = read_filter(text.toStdString());
    if (!read) return Q_EMIT refused(refusal_text(read.error()));
    conditions_.clear();
    any_ = read->kind == Filter::Kind::any;
    if (read->kind == Filter::Kind::all || any_)
        for (auto& part : read->parts) conditions_.push_back({plainly(std::move(part)), {}});
    else
        conditions_.push_back({plainly(std::move(*read)), {}});
    Q_EMIT changed();
    look_up_names();
}

QString FilterModel::within(const QString& key, const QString& raw) const {
    const auto parts = key.split(QLatin1Char(':'));
    const auto path = parts.front().toStdString();
    Filter group;
    if (raw.isEmpty()) {
        group = Filter::compare(path, Comparison::empty);
    } else if (parts.size() > 1) {
        const auto [first, last] = days_of(parts[1], raw);
        group = Filter::compare(path, Comparison::between,
                                {FilterValue::of(first.toString(Qt::ISODate).toStdString()),
                                 FilterValue::of(last.toString(Qt::ISODate).toStdString())});
    } else {
        group = Filter::compare(path, Comparison::is, {FilterValue::of(raw.toStdString())});
    }
    return text_of(filter_text(conditions_.empty() ? group : Filter::all_of({own(), std::move(group)})));
}

// --- what can be asked ----------------------------------------------------------------------------------------------

const FieldFace* FilterModel::face_of(const QString& path, QString* label) const {
    const auto faces = Backend::instance()->reader().faces;  // the backend keeps them as long as it shows them
    const auto* face = faces->entity(entity_);
    const FieldFace* field = nullptr;
    QStringList labels;
    for (const QString& step : path.split(QLatin1Char('.'))) {
        if (field != nullptr) face = field->targets.size() == 1 ? faces->entity(field->targets.front()) : nullptr;
        field = face == nullptr ? nullptr : field_of(*face, step);
        if (field == nullptr) return nullptr;
        labels.push_back(field->label);
    }
    if (label != nullptr) *label = labels.join(QStringLiteral(" · "));
    return field;
}

QVariantMap FilterModel::field(const QString& path) const {
    QString label;
    const auto* found = face_of(path, &label);
    if (found == nullptr) return {};
    auto out = found->map();
    out[QStringLiteral("path")] = path;
    out[QStringLiteral("label")] = label;
    return out;
}

QString FilterModel::label(const QString& path) const {
    QString out;
    return face_of(path, &out) == nullptr ? path : out;
}

QVariantList FilterModel::fields() const {
    const auto faces = Backend::instance()->reader().faces;
    const auto* face = faces->entity(entity_);
    QVariantList own, behind;
    if (face == nullptr) return own;
    for (const FieldFace& one : face->fields) {
        if (words_of(one.kind).empty()) continue;
        own.push_back(field(one.name));
        if (one.kind != FieldKind::reference || one.targets.size() != 1) continue;
        const auto* target = faces->entity(one.targets.front());
        if (target == nullptr) continue;
        for (const FieldFace& further : target->fields)
            if (further.listed && !words_of(further.kind).empty())
                behind.push_back(field(one.name + "." + further.name));
    }
    return own + behind;
}

QVariantList FilterModel::comparisons(const QString& path) const {
    QVariantList out;
    const auto* found = face_of(path);
    if (found == nullptr) return out;
    for (const auto& word : words_of(found->kind))
        out.push_back(QVariantMap{{"value", word.name()}, {"label", word.label()}, {"takes", word.takes}});
    return out;
}

QVariantList FilterModel::periods() const { return period_choices(); }

// --- conditions -----------------------------------------------------------------------------------------------------

void FilterModel::put(int at, const QString& path, const QString& comparison, const QStringList& values,
                      const QStringList& shown) {
    const auto* found = face_of(path);
    const auto word = found == nullptr ? std::nullopt : word_named(found->kind, comparison);
    if (!word) return;
    std::vector<FilterValue> given;
    for (const QString& value : values) given.push_back(value_of(found->kind, word->takes, value));
    Condition condition{Filter::compare(path.toStdString(), word->comparison, std::move(given)), shown};
    if (at >= 0 && at < static_cast<int>(conditions_.size()))
        conditions_[static_cast<std::size_t>(at)] = std::move(condition);
    else
        conditions_.push_back(std::move(condition));
    Q_EMIT changed();
}

void FilterModel::remove(int at) {
    if (at < 0 || at >= static_cast<int>(conditions_.size())) return;
    conditions_.erase(conditions_.begin() + at);
    Q_EMIT changed();
}

void FilterModel::clear() {
    if (conditions_.empty()) return;
    conditions_.clear();
    any_ = false;
    Q_EMIT changed();
}

QVariantList FilterModel::conditions() const {
    QVariantList out;
    for (const auto& condition : conditions_) out.push_back(map_of(condition));
    return out;
}

QVariantMap FilterModel::map_of(const Condition& condition) const {
    const auto path = text_of(condition.filter.field);
    const auto* found = condition.formed() ? face_of(path) : nullptr;
    if (found == nullptr) return {{"path", QString{}}, {"label", label_of(condition)}};
    QStringList values, shown;
    for (std::size_t i = 0; i < condition.filter.values.size(); ++i) {
        values.push_back(text_of(condition.filter.values[i].text));
        shown.push_back(word_of(condition, i));
    }
    const auto word = word_for(found->kind, condition.filter);
    return {{"path", path},
            {"comparison", word ? word->name() : QString{}},
            {"values", values},
            {"shown", shown},
            {"label", label_of(condition)}};
}

QString FilterModel::word_of(const Condition& condition, std::size_t at) const {
    const auto& value = condition.filter.values[at];
    const auto raw = text_of(value.text);
    if (value.kind == FilterValue::Kind::period) return period_label(value.period);
    const auto* found = face_of(text_of(condition.filter.field));
    if (found != nullptr && is_reference(found->kind) && value.kind != FilterValue::Kind::text)
        return value.kind == FilterValue::Kind::me ? me_label() : my_team_label();
    const auto known =
        static_cast<qsizetype>(at) < condition.shown.size() ? condition.shown[static_cast<qsizetype>(at)] : QString{};
    if (!known.isEmpty()) return known;
    if (found == nullptr) return raw;
    for (const auto& [name, label] : found->choices)
        if (name == raw) return label;
    if (found->kind == FieldKind::boolean) return yes_or_no(raw);
    if (found->kind == FieldKind::date || found->kind == FieldKind::datetime) {
        const auto day = QDate::fromString(raw, Qt::ISODate);
        if (day.isValid()) return Backend::instance()->reader().locale.toString(day, QLocale::ShortFormat);
    }
    return record_id_from(raw.toStdString()) ? QStringLiteral("…") : raw;
}

QString FilterModel::label_of(const Condition& condition) const {
    QString field;
    const auto* found = condition.formed() ? face_of(text_of(condition.filter.field), &field) : nullptr;
    const auto word = found == nullptr ? std::nullopt : word_for(found->kind, condition.filter);
    if (!word) return text_of(filter_text(condition.filter));
    QStringList values;
    for (std::size_t i = 0; i < condition.filter.values.size(); ++i) values.push_back(word_of(condition, i));
    const auto joined = values.join(word->takes == QLatin1String("two") ? QStringLiteral(" – ") : QStringLiteral(", "));
    return QStringList{field, word->label(), joined}.join(QLatin1Char(' ')).trimmed();
}

/// What a view keeps is ids.
void FilterModel::look_up_names() {
    std::vector<std::string> ids;
    for (const auto& condition : conditions_)
        for (const auto& value : condition.filter.values)
            if (record_id_from(value.text)) ids.push_back(value.text);
    if (ids.empty()) return;
    Backend::instance()->ask(
        this,
        [ids](Client& client) {
            Records records{client};
            std::map<std::string, QString> names;
            for (const auto& id : ids) names[id] = text_of(records.title(*record_id_from(id)));
            return names;
        },
        [this](const std::map<std::string, QString>& names) {
            for (auto& condition : conditions_) {
                QStringList shown;
                for (const auto& value : condition.filter.values) {
                    const auto at = names.find(value.text);
                    shown.push_back(at == names.end() ? QString{} : at->second);
                }
                if (condition.shown.isEmpty()) condition.shown = shown;
            }
            Q_EMIT changed();
        });
}

}  // namespace tern::app
