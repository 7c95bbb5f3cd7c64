// What a Client owns, in order of construction.
#pragma once

#include <tern/client.h>
#include "client_core/crypto/secret.h"
#include "client_core/directory_names.h"
#include "client_core/org/account.h"
#include "client_core/org/directory.h"

namespace tern {

struct Client::Rooms {
    Rooms(std::string data_folder, const Clock& the_clock, crypto::Key folder_key,
          std::unique_ptr<store::Store> the_store)
        : folder(std::move(data_folder)),
          clock(the_clock),
          key(std::move(folder_key)),
          store(std::move(the_store)),
          directory(*store),
          names(*store, directory) {}

    std::string folder;
    const Clock& clock;
    crypto::Key key;  ///< of the folder's database
    std::unique_ptr<store::Store> store;
    org::Account account;
    org::Directory directory;
    DirectoryNames names;

    store::Author author() const { return {account.device.id(), clock.wall_ms()}; }
    /// What the org defines counts from the moment that this device knows the org's space.
    Status follow_definitions();
    /// Records that the directory lacks: this org's own space, and people whom this device has let in.
    Status write_names();
    bool is_own_book(const SpaceLog& log) const;
};

}  // namespace tern
