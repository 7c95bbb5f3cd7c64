// iCalendar as a table whose columns are Tern's own field names: a VEVENT or a VTODO is a row. Times become UTC.
#pragma once

#include <map>
#include <unordered_map>

#include "client_core/exchange/content_line.h"
#include "client_core/exchange/table.h"
#include "client_core/exchange/wall_zone.h"

namespace tern::exchange {

/// A time zone as a calendar file spells it out.
class FileZone;

class CalendarTable : public TableSource {
public:
    static Result<std::unique_ptr<CalendarTable>> open(const std::string& path, const TableOptions& options);
    ~CalendarTable() override;

    const std::vector<std::string>& header() const override { return header_; }
    Result<bool> next(TableRow& row) override;
    Status rewind() override;
    std::vector<std::string> left_out() const override;

private:
    friend class EventReading;
    CalendarTable(TextSource text, WallZone zone, std::string component);
    void put(TableRow& row, std::string_view column, std::string text, CellKind kind = CellKind::text);
    void take_zone(const Component& zone);
    /// Of a clock on the wall there. What is not known is read in the zone that the options name, with a remark.
    Millis utc_of(const std::string& zone, Millis wall, TableRow& row);

    ComponentReader parts_;
    WallZone zone_;
    std::string wanted_;
    std::vector<std::string> header_;
    std::unordered_map<std::string, std::size_t> places_;
    std::map<std::string, std::unique_ptr<FileZone>> file_zones_;
    std::map<std::string, std::unique_ptr<WallZone>> known_zones_;  ///< null: unknown
    std::map<std::string, std::size_t> others_;
    std::size_t zone_bytes_ = 0;
    bool counts_others_ = true;
};

}  // namespace tern::exchange
