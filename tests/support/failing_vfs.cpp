#include "tests/support/failing_vfs.h"

#include <sqlite3.h>

#include <cstring>

namespace tern::test {
namespace {

DiskState disk = DiskState::good;
sqlite3_vfs* real = nullptr;

struct File {
    sqlite3_file base;
    sqlite3_file* inner;  // lies behind this struct, in the memory that SQLite gave
};
sqlite3_file* inner(sqlite3_file* file) { return reinterpret_cast<File*>(file)->inner; }

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
    return disk == DiskState::full ? SQLITE_FULL : inner(file)->pMethods->xWrite(inner(file), data, size, at);
}
int sync(sqlite3_file* file, int flags) {
    return disk == DiskState::fsync_fails ? SQLITE_IOERR_FSYNC : inner(file)->pMethods->xSync(inner(file), flags);
}
int close(sqlite3_file* f) { return inner(f)->pMethods->xClose(inner(f)); }
int read(sqlite3_file* f, void* data, int size, sqlite3_int64 at) {
    return inner(f)->pMethods->xRead(inner(f), data, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) { return inner(f)->pMethods->xTruncate(inner(f), size); }
int file_size(sqlite3_file* f, sqlite3_int64* size) { return inner(f)->pMethods->xFileSize(inner(f), size); }
int lock(sqlite3_file* f, int level) { return inner(f)->pMethods->xLock(inner(f), level); }
int unlock(sqlite3_file* f, int level) { return inner(f)->pMethods->xUnlock(inner(f), level); }
int reserved(sqlite3_file* f, int* out) { return inner(f)->pMethods->xCheckReservedLock(inner(f), out); }
int control(sqlite3_file* f, int op, void* arg) { return inner(f)->pMethods->xFileControl(inner(f), op, arg); }
int sector(sqlite3_file* f) { return inner(f)->pMethods->xSectorSize(inner(f)); }
int characteristics(sqlite3_file* f) { return inner(f)->pMethods->xDeviceCharacteristics(inner(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
    return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
    return inner(f)->pMethods->xShmLock(inner(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) { inner(f)->pMethods->xShmBarrier(inner(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return inner(f)->pMethods->xShmUnmap(inner(f), remove); }

const sqlite3_io_methods kMethods = {
    2,      close,           read,    write,    truncate,    sync,      file_size, lock,   unlock, reserved, control,
    sector, characteristics, shm_map, shm_lock, shm_barrier, shm_unmap, nullptr,   nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* own = reinterpret_cast<File*>(file);
    own->inner = reinterpret_cast<sqlite3_file*>(own + 1);
    own->base.pMethods = nullptr;
    const int code = real->xOpen(real, name, own->inner, flags, out_flags);
    if (code == SQLITE_OK) own->base.pMethods = &kMethods;
    return code;
}

}  // namespace

const char* failing_vfs() {
    static sqlite3_vfs vfs = [] {
        sqlite3_initialize();
        real = sqlite3_vfs_find(nullptr);
        sqlite3_vfs made = *real;
        made.zName = "tern-failing";
        made.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
        made.xOpen = open;
        made.pNext = nullptr;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    (void)registered;
    return vfs.zName;
}

void set_disk(DiskState state) { disk = state; }

}  // namespace tern::test
