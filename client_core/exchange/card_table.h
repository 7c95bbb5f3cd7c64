// vCards (2.1, 3.0, 4.0) as a table whose columns are Tern's own field names: a card is a row. X-TERN-… properties are
// columns of their own.
#pragma once

#include <unordered_map>

#include "client_core/exchange/content_line.h"
#include "client_core/exchange/table.h"

namespace tern::exchange {

class CardTable : public TableSource {
public:
    static Result<std::unique_ptr<CardTable>> open(const std::string& path, const TableOptions& options);

    const std::vector<std::string>& header() const override { return header_; }
    Result<bool> next(TableRow& row) override;
    Status rewind() override { return cards_.rewind(); }

private:
    explicit CardTable(TextSource text) : cards_(std::move(text)) {}
    void put(TableRow& row, std::string_view column, std::string text, CellKind kind = CellKind::text);

    ComponentReader cards_;
    std::vector<std::string> header_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace tern::exchange
