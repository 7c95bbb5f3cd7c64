// Where the loader is in a schema's messages, so that a fault can be traced to the line that holds it.
#pragma once

#include <string>
#include <string_view>
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

/// A chain on the stack: a schema has thousands of places, and hardly ever one that must be told of. It borrows the
/// places around it and all names.
struct Place {
    const Place* outer = nullptr;  ///< none: a step into the Schema itself
    Step step;
    std::string_view name;             ///< what a person adds to the name of the place around; may be empty
    const Place* on_behalf = nullptr;  ///< of a shape: the field that uses it, and by which a person knows it

    static Place top(int field, int index, std::string_view name, const Place* on_behalf = nullptr) {
        return {nullptr, {field, index}, name, on_behalf};
    }
    Place inner(int field, int index, std::string_view inner_name = {}) const {
        return {this, {field, index}, inner_name, nullptr};
    }
    std::vector<Step> path() const {
        std::vector<Step> out = outer == nullptr ? std::vector<Step>{} : outer->path();
        out.push_back(step);
        return out;
    }
    std::string text() const {
        const Place* around = on_behalf != nullptr ? on_behalf : outer;
        const std::string before = around == nullptr ? std::string{} : around->text();
        if (before.empty() || name.empty()) return before + std::string(name);
        return before + "." + std::string(name);
    }
};

/// Makes the failures of one loading, and remembers the last.
class Blamer {
public:
    Failure bad(const Place& at, const std::string& what) {
        last_ = {at.path(), at.text() + ": " + what};
        return fail(Fault::malformed, "the schema is broken at " + last_.what);
    }
    const Blame& last() const { return last_; }

private:
    Blame last_;
};

}  // namespace tern::schema
