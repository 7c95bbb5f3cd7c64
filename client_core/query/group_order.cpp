#include "client_core/query/group_order.h"

#include <algorithm>
#include <numeric>

namespace tern::query {
namespace {

std::string common_currency(const std::vector<Group>& groups, std::size_t measure) {
    std::map<std::string, std::size_t> uses;
    for (const Group& group : groups)
        for (const auto& [currency, value] : group.measures[measure]) ++uses[currency];
    const auto most = std::max_element(uses.begin(), uses.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == uses.end() ? std::string{} : most->first;
}

/// Below 0 where `a` comes first, 0 where the measure does not tell.
int by_measure(const Group& a, const Group& b, const GroupSort& sort, const std::string& currency) {
    const auto value = [&](const Group& group) {
        const auto at = group.measures[sort.at].find(currency);
        return at == group.measures[sort.at].end() ? nullptr : &at->second;
    };
    const Sum* x = value(a);
    const Sum* y = value(b);
    if (x == nullptr || y == nullptr) return static_cast<int>(x == nullptr) - static_cast<int>(y == nullptr);
    if (less(*x, *y)) return sort.descending ? 1 : -1;
    if (less(*y, *x)) return sort.descending ? -1 : 1;
    return 0;
}

}  // namespace

void sort_groups(std::vector<Group>& groups, const std::vector<GroupSort>& sort) {
    std::vector<std::string> currencies;
    for (const GroupSort& one : sort)
        currencies.push_back(one.by_key ? std::string{} : common_currency(groups, one.at));
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        for (std::size_t i = 0; i < sort.size(); ++i) {
            if (sort[i].by_key && groups[a].keys[sort[i].at] != groups[b].keys[sort[i].at]) return a < b;
            const int c = sort[i].by_key ? 0 : by_measure(groups[a], groups[b], sort[i], currencies[i]);
            if (c != 0) return c < 0;
        }
        return a < b;
    });
    std::vector<Group> out;
    out.reserve(groups.size());
    for (const std::size_t i : order) out.push_back(std::move(groups[i]));
    groups = std::move(out);
}

}  // namespace tern::query
