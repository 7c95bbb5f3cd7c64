// Files for the readers of formats, and tables as text.
#pragma once

#include <gmock/gmock.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "client_core/exchange/limits.h"
#include "client_core/exchange/table.h"

namespace tern::exchange::test {

class Folder {
public:
    Folder() {
        char path[] = "/tmp/tern-exchange-XXXXXX";
        path_ = ::mkdtemp(path);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& bytes) const {
        std::ofstream{path_ + "/f", std::ios::binary} << bytes;
        return path_ + "/f";
    }
    /// A zip archive of these parts.
    std::string zip(const std::map<std::string, std::string>& parts) const {
        int error = 0;
        zip_t* archive = ::zip_open((path_ + "/f.xlsx").c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        for (const auto& [name, text] : parts)
            ::zip_file_add(archive, name.c_str(), ::zip_source_buffer(archive, text.data(), text.size(), 0),
                           ZIP_FL_OVERWRITE);
        ::zip_close(archive);
        return path_ + "/f.xlsx";
    }

private:
    std::string path_;
};

/// Each row as `column=text` of what is filled, broken ones as `!why`, remarks as `?what`; or the failure's text alone.
/// The table is read twice, as imports do.
inline std::vector<std::string> rows_of(const std::string& path, Format format, const TableOptions& options = {}) {
    auto table = open_table(path, format, options);
    if (!table) return {table.error().text()};
    std::vector<std::string> out;
    for (int pass = 0; pass < 2; ++pass) {
        out.clear();
        TableRow row;
        while (true) {
            const auto any = (*table)->next(row);
            if (!any) return {any.error().text()};
            if (!*any) break;
            std::string text = row.broken.empty() ? "" : "!" + row.broken;
            for (std::size_t i = 0; i < row.cells.size() && row.broken.empty(); ++i)
                if (!row.cells[i].empty())
                    text += (text.empty() ? "" : " ") + (*table)->header()[i] + "=" + row.cells[i];
            for (const auto& remark : row.remarks) text += " ?" + remark;
            out.push_back(text);
        }
        if (const auto again = (*table)->rewind(); !again) return {again.error().text()};
    }
    return out;
}

}  // namespace tern::exchange::test
