#include "protocol/base/result.h"

#include <array>
#include <stdexcept>

namespace tern {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Fault::internal) + 1> kNames{
    "malformed",     "too_big",        "unsupported",  "bad_argument", "unauthenticated", "forbidden",
    "not_found",     "already_exists", "log_conflict", "log_invalid",  "cut_behind",      "epoch_stale",
    "clock_ahead",   "role",           "sequence",     "lost",         "quota",           "rate",
    "forged",        "equivocation",   "fork",         "rollback",     "storage",         "wrong_key",
    "newer_version", "network",        "busy",         "canceled",     "internal"};

}  // namespace

std::string_view name(Fault fault) { return kNames.at(static_cast<std::size_t>(fault)); }

Fault fault_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == wanted) return static_cast<Fault>(i);
    return Fault::internal;
}

void throw_exception_from_error(const Failure& failure, const boost::source_location&) {
    throw std::logic_error("the value of a failure was asked for: " + failure.text());
}

}  // namespace tern
