#include "mobile_app/adapters/figures_read.h"

#include <QCoreApplication>
#include <QDate>
#include <algorithm>
#include <map>
#include <numeric>

#include "mobile_app/adapters/display.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

QString said(const char* words) { return QCoreApplication::translate("Figures", words); }

/// As Queries::report() calls its members.
std::string key_name(const GroupKey& key) { return group_by_text({key}); }
std::string measure_name(const Measure& measure) {
    static constexpr const char* kNames[] = {"count", "sum:", "average:", "min:", "max:"};
    return kNames[static_cast<int>(measure.kind)] + measure.field;
}

/// Without cents that are none.
std::string short_digits(const std::string& digits) {
    const auto point = digits.find('.');
    if (point == std::string::npos || digits.find_first_not_of('0', point + 1) != std::string::npos) return digits;
    return digits.substr(0, point);
}

struct Number {
    std::string digits, currency;
    double value() const { return digits.empty() ? 0 : std::stod(digits); }
    QString shown(const QLocale& locale) const {
        return digits.empty() ? QString{} : Display::money(short_digits(digits), currency, locale);
    }
    QString brief(const QLocale& locale) const {
        return digits.empty() ? QString{} : Display::brief(value(), currency, locale);
    }
};

class Reading {
public:
    Reading(Client& client, const Reader& reader, const FiguresAsked& asked, Viewer viewer)
        : asked_(asked),
          locale_(reader.locale),
          faces_(*reader.faces),
          queries_(client, std::move(viewer)),
          records_(client),
          display_(records_, reader.locale, reader.zone) {
        face_ = faces_.entity(text(asked.query.entity));
        measure_ = asked.query.measures.empty() ? Measure{} : asked.query.measures.front();
    }

    Result<FiguresRead> run() {
        out_.whole = text(filter_text(asked_.query.filter));
        TERN_TRY(whole, groups({}, true));
        TERN_TRY(all, groups(asked_.query.group_by, true));
        if (!whole.empty()) out_.count = text(whole[0].find("count")->plain()).toInt();
        const Json* total = whole.empty() ? nullptr : whole[0].find(measure_name(measure_));
        if (measure_.kind != Measure::Kind::count && total != nullptr && total->is_object()) {
            for (const auto& [currency, amount] : total->members())
                TERN_CHECK(chart(currency, {amount.plain(), currency}, true));
        } else if (measure_.kind != Measure::Kind::count && total != nullptr) {
            TERN_CHECK(chart({}, {total->is_null() ? "" : total->plain(), {}}, false));
        }
        if (measure_.kind == Measure::Kind::count || asked_.counted)
            TERN_CHECK(count_chart(std::to_string(out_.count)));
        table(all);
        return std::move(out_);
    }

private:
    using Groups = std::vector<Json>;

    Query query_of(const std::vector<GroupKey>& keys, bool both) const {
        Query query = asked_.query;
        query.group_by = keys;
        query.sort.clear();
        query.page_size.reset();
        query.measures = {Measure{}};
        if (both && measure_.kind != Measure::Kind::count) query.measures.push_back(measure_);
        return query;
    }
    Result<Groups> groups(const std::vector<GroupKey>& keys, bool both) {
        auto all = keys;
        if (!all.empty() && !asked_.ordered_by.empty()) all.insert(all.begin(), {asked_.ordered_by, Bucket::none});
        TERN_TRY(found, queries_.report(query_of(all, both)));
        Groups out;
        for (const auto& [no_name, group] : found.members()) out.push_back(group);
        return out;
    }

    QString label(const GroupKey& key, const Json* value) {
        if (value == nullptr || value->is_null()) return said(QT_TRANSLATE_NOOP("Figures", "Not given"));
        const auto plain = value->plain();
        if (key.bucket == Bucket::month) {
            const auto day = QDate::fromString(text(plain), QStringLiteral("yyyy-MM"));
            return locale_.toString(
                day, locale_.language() == QLocale::Chinese ? QStringLiteral("yyyy年M月") : QStringLiteral("MMM yyyy"));
        }
        if (key.bucket != Bucket::none) return text(plain);
        const auto* field = field_at(faces_, text(asked_.query.entity), text(key.field));
        QString out;
        if (field != nullptr) {
            Json one = Json::object();
            one.add(field->name.toStdString(), *value);
            out = display_.of(*field, one);
        } else {
            out = record_id_from(plain) ? display_.named(plain) : text(plain);
        }
        return out.isEmpty() ? said(QT_TRANSLATE_NOOP("Figures", "Unknown")) : out;
    }

    struct Cell {
        Number number;
        int count = 0;
        Json group;
    };
    using Row = std::map<std::string, Cell>;  ///< by the second key
    struct Line {
        Json key;
        Row cells;
        Number total;
        int count = 0;
    };

    static std::string id_of(const Json* value) { return value == nullptr ? "null" : value->dump(); }

    Number number(const Json& group, const std::string& currency, bool counts) const {
        const Json* value = group.find(counts ? "count" : measure_name(measure_));
        if (value != nullptr && value->is_object()) value = value->find(currency);
        return {value == nullptr || value->is_null() ? "" : value->plain(), currency};
    }

    /// Months without anything belong to the line, too.
    void fill_months(const GroupKey& key, std::vector<Line>& lines) const {
        if (key.bucket != Bucket::month || asked_.query.group_by.size() != 1 || lines.size() < 2) return;
        std::vector<Line> out;
        for (auto& line : lines) {
            if (!out.empty() && !line.key.is_null() && !out.back().key.is_null()) {
                const auto month = [](const Json& value) {
                    return QDate::fromString(text(value.plain()), QStringLiteral("yyyy-MM"));
                };
                for (auto at = month(out.back().key).addMonths(1); at < month(line.key) && out.size() < 240;
                     at = at.addMonths(1)) {
                    Line empty;
                    empty.key = Json::text(at.toString(QStringLiteral("yyyy-MM")).toStdString());
                    Cell cell;
                    cell.group = Json::object();
                    cell.group.add(key_name(key), empty.key);
                    cell.number.digits.push_back('0');
                    empty.cells.emplace("null", std::move(cell));
                    out.push_back(std::move(empty));
                }
            }
            out.push_back(std::move(line));
        }
        lines = std::move(out);
    }

    Result<std::vector<Line>> lines_of(const std::string& currency, bool by_currency, bool counts) {
        const auto& keys = asked_.query.group_by;
        auto all = keys;
        if (by_currency) all.push_back({measure_.field + "_currency", Bucket::none});
        TERN_TRY(found, groups(all, !counts));
        std::vector<Line> out;
        std::map<std::string, std::size_t> places;
        for (const Json& group : found) {
            if (by_currency) {
                const Json* is = group.find(measure_.field + "_currency");
                if (is == nullptr || is->is_null() || is->plain() != currency) continue;
            }
            const Json* first = keys.empty() ? nullptr : group.find(key_name(keys[0]));
            const Json* second = keys.size() < 2 ? nullptr : group.find(key_name(keys[1]));
            const auto [place, is_new] = places.emplace(id_of(first), out.size());
            if (is_new) out.emplace_back().key = first == nullptr ? Json{} : *first;
            Cell cell{number(group, currency, counts), text(group.find("count")->plain()).toInt(), group};
            if (cell.number.digits.empty()) continue;
            out[place->second].count += cell.count;
            out[place->second].cells[id_of(second)] = std::move(cell);
        }
        out.erase(std::remove_if(out.begin(), out.end(), [](const Line& line) { return line.cells.empty(); }),
                  out.end());
        if (!keys.empty()) fill_months(keys[0], out);
        return out;
    }

    /// What each line comes to: exact, so asked for where a line has several parts.
    Status add_totals(std::vector<Line>& lines, const std::string& currency, bool by_currency, bool counts) {
        const auto& keys = asked_.query.group_by;
        if (keys.size() < 2) {
            for (Line& line : lines) line.total = line.cells.begin()->second.number;
            return ok();
        }
        std::vector<GroupKey> first{keys[0]};
        if (by_currency) first.push_back({measure_.field + "_currency", Bucket::none});
        TERN_TRY(found, groups(first, !counts));
        for (const Json& group : found) {
            const auto id = id_of(group.find(key_name(keys[0])));
            const auto total = number(group, currency, counts);
            if (total.digits.empty()) continue;
            for (Line& line : lines)
                if (id_of(&line.key) == id) line.total = total;
        }
        return ok();
    }

    /// People, customers, reasons: the greatest first. Days, steps and what the schema orders stay in their order.
    bool has_order(const GroupKey& key) const {
        if (key.bucket != Bucket::none || !asked_.ordered_by.empty()) return true;
        const auto* field = field_at(faces_, text(asked_.query.entity), text(key.field));
        return field != nullptr && field->kind == FieldKind::choice && asked_.query.group_by.size() == 1 &&
               text(key.field) != QLatin1String("lost_reason");
    }

    Status draw(QVariantMap head, std::vector<Line> lines, const Number& total, bool money) {
        const auto& keys = asked_.query.group_by;
        if (!keys.empty() && !has_order(keys[0]))
            std::stable_sort(lines.begin(), lines.end(),
                             [](const Line& a, const Line& b) { return a.total.value() > b.total.value(); });
        head["groups"] = static_cast<int>(lines.size());
        if (asked_.top > 0 && lines.size() > static_cast<std::size_t>(asked_.top))
            lines.resize(static_cast<std::size_t>(asked_.top));
        QStringList labels, totals;
        for (const Line& line : lines) {
            labels.push_back(keys.empty() ? head["name"].toString() : label(keys[0], &line.key));
            totals.push_back(line.total.shown(locale_));
        }
        QVariantList series;
        for (const auto& [id, name] : parts(lines)) {
            QVariantList points;
            for (const Line& line : lines) {
                TERN_TRY(point, point_of(line, id, total, money));
                points.push_back(point);
            }
            series.push_back(QVariantMap{{"name", name}, {"points", points}});
        }
        head["labels"] = labels;
        head["totals"] = totals;
        head["series"] = series;
        out_.charts.push_back(head);
        return ok();
    }

    /// The second key's values, in the schema's order where it has one.
    std::vector<std::pair<std::string, QString>> parts(const std::vector<Line>& lines) {
        const auto& keys = asked_.query.group_by;
        if (keys.size() < 2) return {{"null", QString{}}};
        const auto* field = field_at(faces_, text(asked_.query.entity), text(keys[1].field));
        std::vector<std::pair<int, std::pair<std::string, QString>>> found;
        for (const Line& line : lines)
            for (const auto& [id, cell] : line.cells) {
                const auto known = std::any_of(found.begin(), found.end(),
                                               [&, &id = id](const auto& one) { return one.second.first == id; });
                if (known) continue;
                const Json* value = cell.group.find(key_name(keys[1]));
                int order = static_cast<int>(found.size());
                if (field != nullptr && !field->choices.empty() && value != nullptr) {
                    const auto plain = text(value->plain());
                    const auto at = std::find_if(field->choices.begin(), field->choices.end(),
                                                 [&](const auto& choice) { return choice.first == plain; });
                    order = static_cast<int>(at - field->choices.begin());
                }
                found.emplace_back(order, std::pair{id, label(keys[1], value)});
            }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::pair<std::string, QString>> out;
        for (auto& [order, part] : found) out.push_back(std::move(part));
        return out;
    }

    Result<QVariantMap> point_of(const Line& line, const std::string& part, const Number& total, bool money) {
        const auto at = line.cells.find(part);
        if (at == line.cells.end()) return QVariantMap{{"value", 0.0}, {"text", QString{}}, {"filter", QString{}}};
        const Cell& cell = at->second;
        Query query = query_of(asked_.query.group_by, false);
        if (money) query.group_by.push_back({measure_.field + "_currency", Bucket::none});
        TERN_TRY(filter, filter_of_group(query, cell.group));
        const double whole = total.value();
        QVariantMap out{{"value", cell.number.value()},
                        {"text", cell.number.shown(locale_)},
                        {"brief", cell.number.brief(locale_)},
                        {"filter", text(filter_text(filter))},
                        {"key", line.key.is_null() ? QString{} : text(line.key.plain())},
                        {"share", whole > 0 ? qRound(100 * cell.number.value() / whole) : 0}};
        if (money)
            out["note"] = QStringLiteral("%1 %2").arg(cell.count).arg(face_ == nullptr ? QString{} : face_->plural);
        return out;
    }

    Status chart(const std::string& currency, const Number& total, bool money) {
        TERN_TRY(lines, lines_of(currency, money, false));
        TERN_CHECK(add_totals(lines, currency, money, false));
        return draw({{"name", currency.empty() ? measure_label() : text(currency)},
                     {"money", money},
                     {"total", total.shown(locale_)}},
                    std::move(lines), total, money);
    }
    Status count_chart(const std::string& count) {
        TERN_TRY(lines, lines_of({}, false, true));
        TERN_CHECK(add_totals(lines, {}, false, true));
        const Number total{count, {}};
        return draw(
            {{"name", said(QT_TRANSLATE_NOOP("Figures", "Number"))}, {"money", false}, {"total", total.shown(locale_)}},
            std::move(lines), total, false);
    }

    QString field_label(const std::string& path) const {
        const auto* field = field_at(faces_, text(asked_.query.entity), text(path));
        return field == nullptr ? text(path) : field->label;
    }
    QString measure_label() const {
        static constexpr const char* kKinds[] = {
            QT_TRANSLATE_NOOP("Figures", "Number"), QT_TRANSLATE_NOOP("Figures", "%1, sum"),
            QT_TRANSLATE_NOOP("Figures", "%1, average"), QT_TRANSLATE_NOOP("Figures", "%1, least"),
            QT_TRANSLATE_NOOP("Figures", "%1, most")};
        const QString kind = said(kKinds[static_cast<int>(measure_.kind)]);
        return measure_.kind == Measure::Kind::count ? kind : kind.arg(field_label(measure_.field));
    }

    void table(const Groups& all) {
        const auto& keys = asked_.query.group_by;
        std::vector<std::string> currencies;
        for (const Json& group : all)
            if (const Json* value = group.find(measure_name(measure_)); value != nullptr && value->is_object())
                for (const auto& [currency, amount] : value->members())
                    if (std::find(currencies.begin(), currencies.end(), currency) == currencies.end())
                        currencies.push_back(currency);
        std::sort(currencies.begin(), currencies.end());
        QStringList header;
        QVariantList numeric, rows;
        const auto column = [&](const QString& name, bool number) {
            header.push_back(name);
            numeric.push_back(number);
        };
        for (const auto& key : keys) column(field_label(key.field), false);
        column(said(QT_TRANSLATE_NOOP("Figures", "Number")), true);
        for (const auto& currency : currencies) column(measure_label() + " " + text(currency), true);
        const bool plain = measure_.kind != Measure::Kind::count && currencies.empty();
        if (plain) column(measure_label(), true);
        for (const QString& name : header) out_.sheet.header.push_back(name.toStdString());
        for (const Json& group : all) {
            QStringList cells;
            auto& row = out_.sheet.rows.emplace_back();
            for (const auto& key : keys) {
                cells.push_back(label(key, group.find(key_name(key))));
                row.push_back({cells.back().toStdString(), false});
            }
            const auto add = [&](const Number& number) {
                cells.push_back(Number{number.digits, {}}.shown(locale_));
                row.push_back({number.digits, true});
            };
            add(number(group, {}, true));
            for (const auto& currency : currencies) add(number(group, currency, false));
            if (plain) add(number(group, {}, false));
            const auto filter = filter_of_group(query_of(keys, false), group);
            rows.push_back(QVariantMap{{"cells", cells}, {"filter", filter ? text(filter_text(*filter)) : QString{}}});
        }
        out_.table = {{"header", header}, {"numeric", numeric}, {"rows", rows}};
    }

    const FiguresAsked& asked_;
    const QLocale locale_;
    const Faces& faces_;
    Queries queries_;
    Records records_;
    Display display_;
    const EntityFace* face_ = nullptr;
    Measure measure_;
    FiguresRead out_;
};

}  // namespace

Result<FiguresRead> read_figures(Client& client, const Reader& reader, const FiguresAsked& asked) {
    TERN_TRY(viewer, Backend::viewer(client, reader));
    return Reading{client, reader, asked, std::move(viewer)}.run();
}

std::optional<Period> period_named(const QString& words) {
    const auto parts = words.split(QLatin1Char(' '));
    if (parts.size() != 2) return std::nullopt;
    const int shift = static_cast<int>(QStringList{"last", "this", "next"}.indexOf(parts[0])) - 1;
    const auto unit = QStringList{"week", "month", "quarter", "year"}.indexOf(parts[1]);
    if (shift < -1 || unit < 0) return std::nullopt;
    static constexpr Period::Kind kKinds[] = {Period::Kind::week, Period::Kind::month, Period::Kind::quarter,
                                              Period::Kind::year};
    if (parts[0] != QLatin1String("last") && parts[0] != QLatin1String("this") && parts[0] != QLatin1String("next"))
        return std::nullopt;
    return Period{kKinds[unit], shift, 0};
}

const FieldFace* field_at(const Faces& faces, const QString& entity, const QString& path) {
    const auto steps = path.split(QLatin1Char('.'));
    const EntityFace* at = faces.entity(entity);
    const FieldFace* field = nullptr;
    for (const QString& step : steps) {
        if (at == nullptr) return nullptr;
        field = at->field(step);
        if (field == nullptr) field = at->field(step + QStringLiteral("_id"));
        if (field == nullptr) return nullptr;
        at = field->targets.isEmpty() ? nullptr : faces.entity(field->targets.front());
    }
    return field;
}

}  // namespace tern::app
