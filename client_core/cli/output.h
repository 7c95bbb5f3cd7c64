// What the command prints: JSON for programs, aligned columns for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tern/client.h>
#include <tern/json.h>

namespace tern::cli {

/// Exit statuses (the whole list: DESIGN.md, "Commands").
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongCommand = 2;

/// One line on standard error, with what to do next. Returns kRefused.
int refuse(const Failure& failure);

/// The command's exit status: kRefused where all went well but its output did not come through.
int ended(int status);

void print_line(std::string_view text);
/// The same on standard error: remarks beside a result that scripts read.
void remark(std::string_view text);
void print_json(const Json& json);

/// Columns a terminal's cells wide: a Chinese character takes two.
std::size_t display_width(std::string_view text);
/// Aligned under their heads; a column that is empty throughout is left out.
void print_table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows);

/// An array's objects by member names, which are the heads.
void print_objects(const Json& array, const std::vector<std::string>& members);

}  // namespace tern::cli
