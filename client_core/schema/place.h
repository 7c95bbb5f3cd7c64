// Where the loader is in a schema's messages, so that a fault can be traced to the line that holds it.
#pragma once

#include <string>
#include <vector>

#include "protocol/base/result.h"

namespace tern::schema {

/// One step into a message of schema.proto: the field's number there, and which of its repetitions.
struct Step {
    int field = 0;
    int index = 0;
};

/// What is wrong, and where: the steps from the Schema inwards.
struct Blame {
    std::vector<Step> path;
    std::string what;  ///< "account.name: its number is out of range"
};

struct Place {
    std::vector<Step> path;
    std::string name;  ///< what a person calls it

    Place inner(int field, int index, std::string inner_name) const {
        Place out{path, std::move(inner_name)};
        out.path.push_back({field, index});
        return out;
    }
};

/// Makes the failures of one loading, and remembers the last.
class Blamer {
public:
    Failure bad(const Place& at, const std::string& what) {
        last_ = {at.path, at.name + ": " + what};
        return fail(Fault::malformed, "the schema is broken at " + last_.what);
    }
    const Blame& last() const { return last_; }

private:
    Blame last_;
};

}  // namespace tern::schema
