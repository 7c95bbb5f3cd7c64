// Sums by group. SQL groups by the keys and by the currencies of all money summed; what differs in currency alone is
// one group to a person and is put together here.
#include <map>

#include "client_core/crm/shown.h"
#include "client_core/crm/text.h"
#include "client_core/query/condition.h"
#include "client_core/query/functions.h"
#include "client_core/query/group_order.h"
#include "client_core/query/order.h"
#include "client_core/query/question.h"
#include "client_core/query/words.h"
#include "client_core/store/scalar.h"

namespace tern {
namespace {

using query::Group;
using query::GroupSort;
using query::Place;
using query::Sum;

/// Digits after the point of an average of numbers, where they have not more themselves.
constexpr int kAverageDigits = 6;
constexpr int kPerMeasure = 4;  // n, total, min, max

Failure too_large(const std::string& name) {
    return fail(Fault::too_big, name + " is too large a number", "narrow the report with a filter");
}

struct Key {
    std::string name;
    Place place;
    Bucket bucket = Bucket::none;
    bool descending = false;
};

/// What one measure has gathered, of one currency.
struct Gathered {
    std::int64_t n = 0;
    Sum total;
    std::optional<Sum> least, most;
};

struct Summed {
    Measure::Kind kind = Measure::Kind::count;
    std::string name;
    Place place;
    int currency_column = -1;
    std::map<std::string, Gathered> gathered;  ///< by currency; of numbers under ""
};

Json shown(const schema::Schema& schema, schema::Type type, crm::Role role, const Value& value) {
    const crm::ShownColumn column{"value", role, type, type, 1};
    Json out = Json::object();
    crm::show(schema, {&column, 1}, {&value, 1}, out);
    const Json* found = out.find("value");
    return found == nullptr ? Json{} : *found;
}

class Report {
public:
    explicit Report(query::Question& question) : question_(question), compiling_(question.compiling) {}

    Result<Json> run(Database& db, const Query& query) {
        TERN_CHECK(read_keys(query));
        TERN_CHECK(read_measures(query));
        TERN_CHECK(read_sort(query));
        TERN_TRY(sql, statement(query));
        const auto bound = compiling_.arguments.bound();
        Rows rows = db.query_once(sql, bound);
        while (rows.next()) TERN_CHECK(take(rows));
        if (open_ || keys_.empty()) TERN_CHECK(close());
        sort_groups(groups_, sort_);
        if (query.page_size) groups_.resize(std::min(groups_.size(), *query.page_size));
        Json out = Json::array();
        for (Group& group : groups_) out.add(std::move(group.shown));
        return out;
    }

private:
    Status new_name(const std::string& name) {
        if (names_.insert(name).second) return ok();
        return fail(Fault::bad_argument, "the report names " + name + " twice", "name it once");
    }

    Status read_keys(const Query& query) {
        if (query.group_by.size() > query_limits::kKeys || query.measures.size() > query_limits::kKeys)
            return fail(Fault::too_big,
                        "a report has at most " + std::to_string(query_limits::kKeys) + " keys and measures",
                        "leave some out");
        for (const GroupKey& wanted : query.group_by) {
            Key key{query::key_text(wanted), {}, wanted.bucket};
            TERN_CHECK(new_name(key.name));
            TERN_TRY(place, joined_place(compiling_, question_.row, wanted.field, joins_));
            key.place = std::move(place);
            TERN_CHECK(check_key(key));
            keys_.push_back(std::move(key));
        }
        return ok();
    }

    static Status check_key(const Key& key) {
        const Place& place = key.place;
        if (key.bucket != Bucket::none && (place.kind != Place::Kind::value || !place.is_time()))
            return fail(Fault::bad_argument, place.path + " is no date", "group by " + place.path + " alone");
        if (place.kind == Place::Kind::money || place.type == schema::Type::blob || place.type == schema::Type::json)
            return fail(Fault::bad_argument, "there are no groups by " + place.path, "group by another field");
        return ok();
    }

    Status read_measures(const Query& query) {
        auto wanted = query.measures;
        if (wanted.empty()) wanted.push_back({});
        for (const Measure& measure : wanted) {
            Summed summed;
            summed.kind = measure.kind;
            summed.name = query::measure_text(measure);
            TERN_CHECK(new_name(summed.name));
            if (measure.kind != Measure::Kind::count) {
                TERN_TRY(place, joined_place(compiling_, question_.row, measure.field, joins_));
                summed.place = std::move(place);
                TERN_CHECK(check_measure(summed));
                TERN_CHECK(check_rows(summed));
                if (summed.place.kind == Place::Kind::money) summed.currency_column = currencies_++;
            }
            measures_.push_back(std::move(summed));
        }
        return ok();
    }

    static Status check_measure(const Summed& summed) {
        const Place& place = summed.place;
        const bool number = place.kind == Place::Kind::money || (place.kind == Place::Kind::value && place.is_number());
        const bool end = summed.kind == Measure::Kind::least || summed.kind == Measure::Kind::most;
        if (number || (end && place.kind == Place::Kind::value && place.is_time())) return ok();
        return fail(Fault::bad_argument, place.path + " is no number", "measure a number or an amount of money");
    }

    /// An amount of the record would be added once an element.
    Status check_rows(const Summed& summed) {
        if (!measured_) measured_ = summed.place.joined;
        if (*measured_ == summed.place.joined) return ok();
        return fail(Fault::bad_argument, "sums of records and of their elements do not go into one report",
                    "ask for " + summed.name + " in a report of its own");
    }

    /// Keys that are sorted by come first among the keys' terms, so that the groups' order is theirs.
    Status read_sort(const Query& query) {
        for (const SortKey& wanted : query.sort) {
            const auto named = [&](const auto& one) { return one.name == wanted.field; };
            const auto key = std::find_if(keys_.begin(), keys_.end(), named);
            const auto measure = std::find_if(measures_.begin(), measures_.end(), named);
            if (key == keys_.end() && measure == measures_.end())
                return fail(Fault::bad_argument, "the report has no " + crm::quoted(wanted.field),
                            "sort by one of its keys or measures, such as " + measures_.front().name);
            const bool by_key = key != keys_.end();
            sort_.push_back({by_key,
                             static_cast<std::size_t>(by_key ? key - keys_.begin() : measure - measures_.begin()),
                             wanted.descending});
            if (by_key) key->descending = wanted.descending;
        }
        return ok();
    }
    std::vector<std::size_t> key_order() const {
        std::vector<std::size_t> out;
        for (const GroupSort& sort : sort_)
            if (sort.by_key) out.push_back(sort.at);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
        return out;
    }

    std::string key_sql(const Key& key) {
        const Place& place = key.place;
        if (place.kind == Place::Kind::set) return "CAST(" + place.sql + " AS TEXT)";
        if (place.kind == Place::Kind::space) return "(SELECT id FROM space_ref WHERE n = " + place.sql + ")";
        if (key.bucket == Bucket::none)
            return place.is_text() || place.is_choice() ? "nullif(" + place.sql + ", '')" : place.sql;
        const auto bucket = compiling_.arguments.add(query::Arguments::Value{static_cast<std::int64_t>(key.bucket)});
        const bool date = place.type == schema::Type::date;
        const auto zone = compiling_.arguments.add(date ? query::Arguments::Value{std::nullopt}
                                                        : query::Arguments::Value{compiling_.viewer.zone});
        return "tern_bucket(" + place.sql + ", " + bucket + ", " + zone + ")";
    }

    /// Keys as g0, g1, …, values as m0, …, their currencies as c0, …; of a record that is in a group twice one row.
    /// What is counted as `one`: the record, or the element that is measured.
    Result<std::string> records(const Query& query) {
        const bool elements = measured_ && *measured_ != nullptr;
        std::string out =
            "SELECT DISTINCT r.rid, " + (elements ? joins_.aliases.at(*measured_) + ".elem" : "1") + " AS one";
        for (std::size_t i = 0; i < keys_.size(); ++i) out += ", " + key_sql(keys_[i]) + " AS g" + std::to_string(i);
        for (std::size_t i = 0; i < measures_.size(); ++i) {
            const Summed& measure = measures_[i];
            if (measure.kind == Measure::Kind::count) continue;
            out += ", " + measure.place.sql + " AS m" + std::to_string(i);
            if (measure.currency_column >= 0)
                out += ", " + measure.place.currency + " AS c" + std::to_string(measure.currency_column);
        }
        TERN_TRY(condition, condition_of(compiling_, question_.row, query.filter));
        if (joins_.sql.empty()) out.replace(0, 15, "SELECT");
        return out + " FROM " + from(compiling_, question_.row, joins_.sql) + " AND " + condition + query::kAsItIs;
    }

    Result<std::string> statement(const Query& query) {
        TERN_TRY(inner, records(query));
        std::string groups;
        std::vector<query::Term> terms;
        for (std::size_t i = 0; i < keys_.size(); ++i) groups += (i == 0 ? "g" : ", g") + std::to_string(i);
        for (const std::size_t i : key_order()) {
            const bool descending = keys_[i].descending;
            Place place = keys_[i].place;
            place.sql = "g" + std::to_string(i);
            if (keys_[i].bucket == Bucket::none && place.kind != Place::Kind::space)
                TERN_CHECK(add_terms(compiling_, place, descending, terms));
            terms.push_back({place.sql, {}, descending});
        }
        for (int i = 0; i < currencies_; ++i) groups += (groups.empty() ? "c" : ", c") + std::to_string(i);
        std::string out = "SELECT count(one)";
        for (std::size_t i = 0; i < measures_.size(); ++i) {
            const std::string m = measures_[i].kind == Measure::Kind::count ? "NULL" : "m" + std::to_string(i);
            out += ", count(" + m + "), tern_total(" + m + "), min(" + m + "), max(" + m + ")";
        }
        out += (groups.empty() ? "" : ", ") + groups + " FROM (" + inner + ")";
        if (!groups.empty()) out += " GROUP BY " + groups + order_by(terms, "1");
        return out;
    }

    /// One row: goes to the group that is open, or opens the next.
    Status take(const Rows& rows) {
        const int first_key = 1 + kPerMeasure * static_cast<int>(measures_.size());
        std::vector<Json> values;
        std::string same;
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            values.push_back(key_json(keys_[i], rows, first_key + static_cast<int>(i)));
            same += values.back().dump() + "\n";
        }
        if (open_ && same != *open_) TERN_CHECK(close());
        open_ = same;
        values_ = std::move(values);
        count_ += rows.integer(0);
        const int first_currency = first_key + static_cast<int>(keys_.size());
        for (std::size_t i = 0; i < measures_.size(); ++i)
            TERN_CHECK(gather(measures_[i], rows, 1 + kPerMeasure * static_cast<int>(i), first_currency));
        return ok();
    }

    static Sum number(const Rows& rows, int column) {
        return Sum::of(rows.is_integer(column) ? Decimal{rows.integer(column), 0}
                                               : store::decimal_of(rows.real(column)));
    }

    static Status gather(Summed& measure, const Rows& rows, int at, int first_currency) {
        if (rows.integer(at) == 0) return ok();
        const auto currency =
            measure.currency_column < 0 ? std::string_view{} : rows.text(first_currency + measure.currency_column);
        Gathered& gathered = measure.gathered[std::string(currency)];
        const auto total = Sum::from(rows.text(at + 1));
        if (!total || !gathered.total.add(*total)) return too_large(measure.name);
        gathered.n += rows.integer(at);
        const Sum least = number(rows, at + 2);
        const Sum most = number(rows, at + 3);
        if (!gathered.least || less(least, *gathered.least)) gathered.least = least;
        if (!gathered.most || less(*gathered.most, most)) gathered.most = most;
        return ok();
    }

    Json key_json(const Key& key, const Rows& rows, int column) const {
        if (rows.is_null(column)) return {};
        if (key.bucket != Bucket::none) return Json{query::bucket_text(key.bucket, rows.integer(column))};
        const Place& place = key.place;
        if (place.kind == Place::Kind::space) return Json{id_text(rows.id<SpaceId>(column))};
        if (place.kind == Place::Kind::entity)
            return shown(compiling_.schema, schema::Type::integer, crm::Role::poly_entity, Value{rows.integer(column)});
        const auto type = place.kind == Place::Kind::set ? schema::Type::text : place.type;
        return shown(compiling_.schema, type, crm::Role::scalar, store::get_scalar(type, rows, column));
    }

    Status close() {
        Group group;
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            group.keys.push_back(values_[i].dump());
            group.shown.add(keys_[i].name, std::move(values_[i]));
        }
        for (Summed& measure : measures_) {
            auto& values = group.measures.emplace_back();
            if (measure.kind == Measure::Kind::count) values[""] = Sum{count_, 0};
            for (const auto& [currency, gathered] : measure.gathered) {
                const auto value = measured(measure, gathered, currency);
                if (!value) return too_large(measure.name);
                values[currency] = *value;
            }
            group.shown.add(measure.name, shown_measure(measure, values));
            measure.gathered.clear();
        }
        groups_.push_back(std::move(group));
        count_ = 0;
        open_.reset();
        return ok();
    }

    /// Money in its currency's digits.
    static std::optional<Sum> measured(const Summed& measure, const Gathered& gathered, const std::string& currency) {
        const bool money = measure.currency_column >= 0;
        std::optional<Sum> out = gathered.total;
        if (measure.kind == Measure::Kind::average)
            out = out->divided(gathered.n, money ? 0 : std::max(kAverageDigits, out->scale));
        if (measure.kind == Measure::Kind::least) out = gathered.least;
        if (measure.kind == Measure::Kind::most) out = gathered.most;
        if (out && money) out->scale = crm::currency_digits(currency);
        return out;
    }

    Json shown_measure(const Summed& measure, const std::map<std::string, Sum>& values) const {
        if (measure.currency_column >= 0) {
            Json out = Json::object();
            for (const auto& [currency, value] : values) out.add(currency, Json::literal(value.fixed_text()));
            return out;
        }
        if (values.empty()) return {};
        const Sum& value = values.begin()->second;
        if (!measure.place.is_time()) return Json::literal(value.text());
        return shown(compiling_.schema, measure.place.type, crm::Role::scalar,
                     Value{static_cast<std::int64_t>(value.mantissa)});
    }

    query::Question& question_;
    query::Compiling& compiling_;
    std::set<std::string> names_;
    query::ElementJoins joins_;
    std::vector<Key> keys_;
    std::vector<Summed> measures_;
    std::optional<const schema::Field*> measured_;  ///< whose elements are measured; null: records
    std::vector<GroupSort> sort_;
    std::vector<Group> groups_;
    int currencies_ = 0;
    std::optional<std::string> open_;  ///< the keys of the group that is being gathered
    std::vector<Json> values_;
    std::int64_t count_ = 0;
};

}  // namespace

Result<Json> Queries::report(const Query& query) {
    return caught([&]() -> Result<Json> {
        TERN_TRY(question, query::Question::of(client_, viewer_, query));
        return Report{*question}.run(client_.store().database(), query);
    });
}

}  // namespace tern
