// Records' ids by the names that people know.
#pragma once

#include <map>
#include <string>

#include <tern/records.h>

namespace tern::cli {

class Titles {
public:
    explicit Titles(Records& records) : records_(records) {}

    /// The name of the record whose id `text` is; else, or where it has none here, the text.
    std::string of(const std::string& text) {
        const auto id = record_id_from(text);
        if (!id) return text;
        auto [known, fresh] = known_.try_emplace(*id);
        if (fresh) known->second = records_.title(*id);
        return known->second.empty() ? text : known->second;
    }

private:
    Records& records_;
    std::map<RecordId, std::string> known_;
};

}  // namespace tern::cli
