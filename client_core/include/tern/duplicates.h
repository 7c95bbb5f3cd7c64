// Records that may be one and the same customer: told while a record is being typed, suggested afterwards.
//
// Two records may be one if they share a key, as the schema's `dedupe` attributes say: a number that somebody issued, a
// mail address, a phone number (strong); a domain or a name (weak). Names are compared without case, width, spaces and
// legal form; phones by libphonenumber, in the country of the record's address where a number names none; addresses at
// providers for everybody (gmail.com, 163.com) say nothing of the company. Accounts, contacts and leads are compared
// with each other, all others among their kind. A key that more than kCommon records share is no evidence.
#pragma once

#include <string>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>
#include <tern/records.h>

namespace tern {

namespace duplicate_limits {
inline constexpr std::size_t kCommon = 20;      ///< records with one key: beyond, it is a switchboard or a placeholder
inline constexpr std::size_t kCandidates = 20;  ///< of one answer while typing: nobody reads more
inline constexpr std::size_t kPairs = 1'000;    ///< of one list of suggestions
inline constexpr std::size_t kJudged = 5'000;   ///< pairs of one kind looked at, rarest keys first: half a second
}  // namespace duplicate_limits

struct DuplicateReason {
    std::string key;    ///< "exact", "mail", "phone", "domain", "company", "person"
    std::string field;  ///< of the other record, by column name
    std::string value;  ///< as it stands there
    bool strong = false;
};

struct DuplicateCandidate {
    RecordId id;
    std::string entity;
    SpaceId space;
    std::string title;
    bool strong = false;                   ///< one of the reasons is
    std::vector<DuplicateReason> reasons;  ///< the strongest first
};

struct DuplicateQuery {
    std::string entity;              ///< of the record that is being typed, by name or label
    std::vector<Assignment> fields;  ///< so far; those without a key are left out
    std::string region;              ///< ISO country of phones that name none, where no address does
    std::size_t limit = duplicate_limits::kCandidates;
};
/// Strong ones first, then by the number of reasons, then the newest change. `bad_argument`, `storage`.
Result<std::vector<DuplicateCandidate>> find_duplicates(Client& client, const DuplicateQuery& query);

/// Two records of one entity; `first` is the older one.
struct DuplicatePair {
    RecordId first, second;
    std::string entity;
    std::string first_title, second_title;
    bool strong = false;
    std::vector<DuplicateReason> reasons;  ///< fields and values of `second`
};
/// The suggestions over what this device holds, of one entity or (empty) of all: the same, in the same order, on each
/// device that holds the same. Pairs that somebody keeps separate are left out. A name alone makes a pair of companies,
/// and of people only where it is rare.
Result<std::vector<DuplicatePair>> duplicate_pairs(Client& client, const std::string& entity = {});

/// These two are not one: noted on both records (`separate_from`), or on the one that one may write. `forbidden` where
/// one may write neither; `bad_argument` for records of two kinds.
Status keep_separate(Client& client, const RecordId& a, const RecordId& b);

Json json(const std::vector<DuplicateCandidate>& candidates);
Json json(const std::vector<DuplicatePair>& pairs);

}  // namespace tern
