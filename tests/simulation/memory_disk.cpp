#include "tests/simulation/memory_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace tern::simulation {

struct OpenFile : sqlite3_file {
    MemoryDisk* disk;
    std::shared_ptr<void>* file;  // of MemoryDisk::File, which is private there
    bool temporary;
};

struct MemoryDisk::Registration {
    sqlite3_vfs vfs{};
};

/// The callbacks that SQLite calls; each finds its disk through the file or the VFS.
struct Vfs {
    using File = MemoryDisk::File;
    static MemoryDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<MemoryDisk*>(vfs->pAppData); }
    static OpenFile& open_file(sqlite3_file* f) { return *static_cast<OpenFile*>(f); }
    static File& file_of(sqlite3_file* f) { return *static_cast<File*>(open_file(f).file->get()); }

    static int close(sqlite3_file* f) {
        delete open_file(f).file;
        open_file(f).file = nullptr;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* f, void* out, int n, sqlite3_int64 at) {
        if (open_file(f).disk->off_) return SQLITE_IOERR_READ;
        const auto& bytes = file_of(f).current;
        const auto from = std::min<std::size_t>(static_cast<std::size_t>(at), bytes.size());
        const auto have = std::min<std::size_t>(static_cast<std::size_t>(n), bytes.size() - from);
        if (have > 0) std::memcpy(out, bytes.data() + from, have);
        if (have == static_cast<std::size_t>(n)) return SQLITE_OK;
        std::memset(static_cast<char*>(out) + have, 0, static_cast<std::size_t>(n) - have);
        return SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* f, const void* in, int n, sqlite3_int64 at) {
        if (!open_file(f).disk->spend()) return SQLITE_IOERR_WRITE;
        auto& file = file_of(f);
        const auto* bytes = static_cast<const std::uint8_t*>(in);
        put(file.current, static_cast<std::size_t>(at), bytes, static_cast<std::size_t>(n));
        if (!open_file(f).temporary)
            file.unsynced.push_back({static_cast<std::uint64_t>(at), {bytes, bytes + n}, false});
        return SQLITE_OK;
    }
    static int truncate(sqlite3_file* f, sqlite3_int64 size) {
        if (!open_file(f).disk->spend()) return SQLITE_IOERR_TRUNCATE;
        file_of(f).current.resize(static_cast<std::size_t>(size));
        file_of(f).unsynced.push_back({static_cast<std::uint64_t>(size), {}, true});
        return SQLITE_OK;
    }
    static int sync(sqlite3_file* f, int) {
        if (!open_file(f).disk->spend()) return SQLITE_IOERR_FSYNC;
        auto& file = file_of(f);
        for (const auto& w : file.unsynced) apply(file.durable, w, w.bytes.size());
        file.unsynced.clear();
        return SQLITE_OK;
    }
    static int size(sqlite3_file* f, sqlite3_int64* out) {
        *out = static_cast<sqlite3_int64>(file_of(f).current.size());
        return SQLITE_OK;
    }
    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int reserved(sqlite3_file*, int* out) {
        *out = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sector(sqlite3_file*) { return 512; }
    static int traits(sqlite3_file*) { return 0; }
    static int map(sqlite3_file* f, int region, int bytes, int extend, void volatile** out) {
        auto& shared = file_of(f).shared;
        *out = nullptr;
        if (static_cast<int>(shared.size()) <= region) {
            if (extend == 0) return SQLITE_OK;
            while (static_cast<int>(shared.size()) <= region)
                shared.push_back(std::make_unique<std::vector<std::uint8_t>>(static_cast<std::size_t>(bytes)));
        }
        *out = shared[static_cast<std::size_t>(region)]->data();
        return SQLITE_OK;
    }
    static int shm_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
    static void barrier(sqlite3_file*) {}
    static int unmap(sqlite3_file* f, int remove) {
        if (remove != 0) file_of(f).shared.clear();
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* f, int flags, int* out_flags) {
        static const sqlite3_io_methods methods{2,        close,   read,     write,   truncate, sync,   size,
                                                lock,     lock,    reserved, control, sector,   traits, map,
                                                shm_lock, barrier, unmap,    nullptr, nullptr};
        auto& disk = disk_of(vfs);
        f->pMethods = nullptr;
        if (disk.off_) return SQLITE_CANTOPEN;
        std::shared_ptr<File> file;
        if (name == nullptr) {
            file = std::make_shared<File>();
        } else {
            auto& slot = disk.files_[name];
            if (!slot) {
                if ((flags & SQLITE_OPEN_CREATE) == 0) {
                    disk.files_.erase(name);
                    return SQLITE_CANTOPEN;
                }
                slot = std::make_shared<File>();
            }
            file = slot;
        }
        auto& opened = open_file(f);
        opened.disk = &disk;
        opened.file = new std::shared_ptr<void>(file);
        opened.temporary = name == nullptr;
        opened.pMethods = &methods;
        if (out_flags != nullptr) *out_flags = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int) {
        auto& disk = disk_of(vfs);
        if (!disk.spend()) return SQLITE_IOERR_DELETE;
        disk.files_.erase(name);
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* out) {
        *out = disk_of(vfs).files_.contains(name) ? 1 : 0;
        return SQLITE_OK;
    }
    static int full_path(sqlite3_vfs*, const char* name, int n, char* out) {
        sqlite3_snprintf(n, out, "%s", name);
        return SQLITE_OK;
    }
    static int randomness(sqlite3_vfs*, int n, char* out) {
        std::memset(out, 7, static_cast<std::size_t>(n));
        return n;
    }
    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
    static int time(sqlite3_vfs*, double* out) {
        *out = 2460000.5;
        return SQLITE_OK;
    }
    static int last_error(sqlite3_vfs*, int, char*) { return 0; }

    static void put(std::vector<std::uint8_t>& to, std::size_t at, const std::uint8_t* bytes, std::size_t n) {
        if (to.size() < at + n) to.resize(at + n);
        std::memcpy(to.data() + at, bytes, n);
    }
    static void apply(std::vector<std::uint8_t>& to, const MemoryDisk::Write& write, std::size_t bytes) {
        if (write.truncates)
            to.resize(static_cast<std::size_t>(write.at));
        else if (bytes > 0)
            put(to, static_cast<std::size_t>(write.at), write.bytes.data(), bytes);
    }
};

MemoryDisk::MemoryDisk(std::string name) : name_(std::move(name)), registration_(std::make_unique<Registration>()) {
    auto& vfs = registration_->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 256;
    vfs.zName = name_.c_str();
    vfs.pAppData = this;
    vfs.xOpen = Vfs::open;
    vfs.xDelete = Vfs::remove;
    vfs.xAccess = Vfs::access;
    vfs.xFullPathname = Vfs::full_path;
    vfs.xRandomness = Vfs::randomness;
    vfs.xSleep = Vfs::sleep;
    vfs.xCurrentTime = Vfs::time;
    vfs.xGetLastError = Vfs::last_error;
    sqlite3_vfs_register(&vfs, 0);
}

MemoryDisk::~MemoryDisk() { sqlite3_vfs_unregister(&registration_->vfs); }

bool MemoryDisk::spend() {
    ++operations_;
    if (fuse_ != 0 && --fuse_ == 0) off_ = true;
    return !off_;
}

void MemoryDisk::power_on(const std::function<std::size_t(std::size_t)>& survives) {
    for (auto& [name, file] : files_) {
        for (const auto& write : file->unsynced) {
            const auto kept = survives(write.truncates ? 1 : write.bytes.size());
            const bool whole = !write.truncates && kept >= write.bytes.size();
            if (write.truncates ? kept > 0 : true)
                Vfs::apply(file->durable, write, whole ? write.bytes.size() : kept / 512 * 512);
        }
        file->unsynced.clear();
        file->shared.clear();
        file->current = file->durable;
    }
    off_ = false;
    fuse_ = 0;
}

std::vector<std::uint8_t> MemoryDisk::everything() const {
    std::vector<std::uint8_t> out;
    for (const auto& [name, file] : files_) out.insert(out.end(), file->current.begin(), file->current.end());
    return out;
}

}  // namespace tern::simulation
