// JSON as a table: an array of objects, or an object a line. Members are columns; of an object inside there is a
// column with its text and one a scalar member, `address.city`.
#pragma once

#include <unordered_map>

#include "client_core/exchange/table.h"
#include "client_core/exchange/text_source.h"

namespace tern::exchange {

class JsonTable : public TableSource {
public:
    static Result<std::unique_ptr<JsonTable>> open(const std::string& path, const TableOptions& options);

    const std::vector<std::string>& header() const override { return header_; }
    Result<bool> next(TableRow& row) override;
    Status rewind() override;

    /// The place of a column, which is made where there is none. kColumns where there is no room for another.
    std::size_t column(std::string_view name);

private:
    enum class Shape : std::uint8_t { array, lines };
    JsonTable(TextSource text, Shape shape) : text_(std::move(text)), shape_(shape) {}
    Status start();
    void skip_space();
    Result<bool> next_in_array(std::string& item, TableRow& row);
    bool next_line(std::string& item, TableRow& row);
    Status take_value(std::string& item, TableRow& row);
    void parse(const std::string& item, TableRow& row);

    TextSource text_;
    Shape shape_;
    bool first_ = true;
    std::vector<std::string> header_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace tern::exchange
