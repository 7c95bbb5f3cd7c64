// What a column of a stranger's file most likely is: by the schema's names and labels, and by what other CRMs write.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client_core/schema/schema.h"

namespace tern::crm {

/// One header of other programs, in loose writing, and what it is for the entities named. The goal is a field, a list's
/// part such as `phones[work]` or `phones[1].label`, `*name` (a whole name) or `*id` (the record's own key there).
struct ForeignHeader {
    std::string_view entities;  ///< with commas between
    std::string_view header;
    std::string_view goal;
};
const std::vector<ForeignHeader>& foreign_headers();

class HeaderGuess {
public:
    explicit HeaderGuess(const schema::Entity& entity);

    /// A goal as above; empty where nothing fits, or too much.
    std::string of(std::string_view header) const;

private:
    std::string named(std::string_view header) const;
    void add_label(std::string_view label, const std::string& goal);
    void add_address(const schema::Field& field);

    const schema::Entity& entity_;
    std::map<std::string, std::string, std::less<>> names_, labels_, foreign_;
};

}  // namespace tern::crm
