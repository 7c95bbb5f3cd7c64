// A disk that is full, or whose fsync fails, from one moment to the next: SQLite's own file system with a switch.
#pragma once

namespace tern::test {

enum class DiskState { good, full, fsync_fails };

/// The name under which SQLite knows it. Registered at first use; one switch for all files.
const char* failing_vfs();
void set_disk(DiskState state);

}  // namespace tern::test
