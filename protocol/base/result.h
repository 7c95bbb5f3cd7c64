// The one way in which anything in Tern says that it did not work out.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tern {

/// What went wrong, for programs. The order is free, the names are for ever: they travel in replies as text.
enum class Fault : std::uint16_t {
    // input that breaks a format or a limit
    malformed,     ///< bytes that are not what they claim to be
    too_big,       ///< over a named limit
    unsupported,   ///< a version or type that this build does not know
    bad_argument,  ///< a person typed something that cannot be taken
    // who may do what
    unauthenticated,  ///< no, or no valid, proof of who is asking
    forbidden,        ///< known, but not allowed
    not_found,
    already_exists,
    // protocol
    log_conflict,  ///< the log has moved on: fetch, rebase, try again
    log_invalid,   ///< a log record that no rule allows
    cut_behind,    ///< a cut below work that was already accepted
    epoch_stale,   ///< sealed under an epoch that is no longer in force
    clock_ahead,   ///< a stamp over five minutes in the future
    role,          ///< the author's role does not allow it
    sequence,      ///< a device's numbers do not continue
    lost,          ///< a conditional delta came second
    quota,         ///< the org's storage is used up
    rate,          ///< too much at once: try later
    forged,        ///< a signature, tag or commitment that does not fit
    equivocation,  ///< one number or stamp for two contents
    fork,          ///< two signed histories that cannot both be
    rollback,      ///< a peer shows less than it has shown before
    // the machine below
    storage,        ///< disk full, read-only, damaged
    wrong_key,      ///< the database or bundle does not open with this key or password
    newer_version,  ///< written by a newer Tern
    network,
    busy,  ///< another process holds what is needed
    canceled,
    internal,  ///< a bug: please report
};

/// The stable name of a fault, e.g. "epoch_stale".
std::string_view name(Fault fault);
/// The inverse; `internal` for a name that this build does not know.
Fault fault_named(std::string_view name);

/// A refusal: a code for programs, a sentence for a person, and what to do next (may be empty).
/// Holds no customer data and no secret: it may be logged.
struct [[nodiscard]] Failure {
    Fault fault = Fault::internal;
    std::string what;
    std::string remedy;

    /// "what: remedy", on one line.
    std::string text() const { return remedy.empty() ? what : what + "; " + remedy; }
};

inline Failure fail(Fault fault, std::string what, std::string remedy = {}) {
    return Failure{fault, std::move(what), std::move(remedy)};
}

template <class T>
using Result = boost::system::result<T, Failure>;
using Status = Result<void>;

inline Status ok() { return {}; }

/// Called by boost::system::result when value() is asked of a failure: a bug, never an outcome.
[[noreturn]] void throw_exception_from_error(const Failure& failure, const boost::source_location& where);

}  // namespace tern

/// Names the value of `expr`, or returns its failure from the enclosing function.
#define TERN_TRY(name, expr)                                  \
    auto name##_or_failure = (expr);                          \
    if (!name##_or_failure) return name##_or_failure.error(); \
    auto& name = *name##_or_failure

/// Goes on if `expr` is a success, returns its failure otherwise.
#define TERN_CHECK(expr)                              \
    do {                                              \
        auto tern_status = (expr);                    \
        if (!tern_status) return tern_status.error(); \
    } while (false)
