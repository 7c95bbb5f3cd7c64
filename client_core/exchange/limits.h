// What a file from elsewhere may make this device do. A file is a stranger's: whatever it says, memory stays bounded.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tern::exchange::limits {

// --- every format ---------------------------------------------------------------------------------------------------
/// One field's text: far above what a value may hold, low enough that a broken quote does not swallow the memory.
inline constexpr std::size_t kFieldBytes = 1024 * 1024;
/// One row: a few large notes and a photo.
inline constexpr std::size_t kRowBytes = 8 * 1024 * 1024;
/// Columns of a table: the widest CRM exports have some 800.
inline constexpr std::size_t kColumns = 2000;
/// What is looked at to tell the encoding: some hundred rows.
inline constexpr std::size_t kSniffBytes = 256 * 1024;
/// What is read and decoded at a time.
inline constexpr std::size_t kChunkBytes = 64 * 1024;

// --- XLSX: a zip of XML ---------------------------------------------------------------------------------------------
/// Parts of the archive: a workbook of a thousand sheets has a few thousand.
inline constexpr std::uint64_t kXlsxParts = 20'000;
/// One sheet, inflated. It streams, so this bounds time: a million rows of forty columns.
inline constexpr std::uint64_t kXlsxSheetBytes = 4ULL * 1024 * 1024 * 1024;
/// Rows of a sheet: as many as Excel has.
inline constexpr std::uint64_t kXlsxRows = 1'048'576;
/// How much more a part may be than its packed bytes; sheets of one repeated row reach some 200.
inline constexpr std::uint64_t kXlsxRatio = 1'000;
/// Below this the ratio says nothing.
inline constexpr std::uint64_t kXlsxRatioFloor = 8 * 1024 * 1024;
/// Workbook, relations and styles are kept: a few KiB in practice.
inline constexpr std::uint64_t kXlsxSmallPartBytes = 16 * 1024 * 1024;
/// The shared strings' part, inflated, and what of it is kept in memory.
inline constexpr std::uint64_t kXlsxSharedPartBytes = 512ULL * 1024 * 1024;
inline constexpr std::size_t kXlsxSharedBytes = 96 * 1024 * 1024;
inline constexpr std::size_t kXlsxSharedStrings = 4'000'000;
/// Nesting of elements: SpreadsheetML has some ten.
inline constexpr int kXmlDepth = 64;
/// A tag that does not end: the XML parser keeps it whole.
inline constexpr std::uint64_t kXmlTagBytes = 2 * 1024 * 1024;

// --- JSON -----------------------------------------------------------------------------------------------------------
/// Nesting within one record: the parser recurses over what it builds.
inline constexpr std::size_t kJsonDepth = 32;

// --- vCard and iCalendar --------------------------------------------------------------------------------------------
/// Lines of one card or event, folded ones counted: a photo of a megabyte has 14,000.
inline constexpr std::size_t kComponentLines = 50'000;
/// Bytes of one card, with its photo; of one event, with what people paste into them.
inline constexpr std::size_t kComponentBytes = kRowBytes;
/// Time zones that one calendar names or brings along: there are some 600 in the world.
inline constexpr std::size_t kZones = 1'000;
inline constexpr std::size_t kZoneBytes = 8 * 1024 * 1024;

}  // namespace tern::exchange::limits
