// A small company of random records, and the fields that queries ask about.
#pragma once

#include <tern/query.h>
#include <tern/records.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/support/offline_org.h"

namespace tern::test {

/// How a field's values compare.
enum class Kind { text, choice, number, money, boolean, date, moment, reference, user, poly };

struct Path {
    std::string path;
    Kind kind = Kind::text;
    bool single = true;                     ///< one value at most: it may be sorted by
    std::vector<std::string> choices = {};  ///< in the schema's order
};

class World {
public:
    explicit World(std::uint64_t seed);

    std::size_t below(std::size_t n) { return dice_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

    Records& records() { return records_; }
    OfflineOrg& org() { return org_; }
    /// Every living record by id, as Records::list() shows it.
    const std::map<std::string, nlohmann::json>& all() const { return all_; }
    std::vector<const nlohmann::json*> of(const std::string& entity) const;
    void look_again();
    /// A change like those that people make.
    void disturb();

    std::string some_text();
    std::string some_day();
    std::string some_moment();
    std::string some_name_or_id();
    const std::vector<std::string>& colleagues() const { return colleagues_; }

    static const std::vector<std::string>& entities();
    static const std::vector<Path>& paths(const std::string& entity);

private:
    std::string make(const std::string& entity, std::vector<Assignment> fields);
    void make_accounts();
    void make_deals();
    void make_activities();
    std::vector<Assignment> some_of(std::vector<Assignment> fields);
    std::string some_amount();

    OfflineOrg org_;
    Records records_{org_.client()};
    std::mt19937_64 dice_;
    std::map<std::string, nlohmann::json> all_;
    std::map<std::string, std::vector<std::string>> ids_;
    std::vector<std::string> colleagues_;  ///< ids; the first is this user's
};

}  // namespace tern::test
