#include "client_core/crm/import_homes.h"

#include "client_core/crm/import_map.h"
#include "client_core/crm/rules.h"
#include "client_core/crm/text.h"

namespace tern::crm {

Status ImportHomes::begin(const ImportRequest& request, const std::vector<std::string>& header) {
    TERN_TRY(all, client_.spaces(false));
    spaces_ = std::move(all);
    if (request.space_by) {
        TERN_TRY(column, column_named(header, *request.space_by));
        column_ = column;
    } else if (request.space) {
        TERN_TRY(id, client_.find_space(*request.space));
        for (const auto& space : spaces_) {
            if (space.id != id) continue;
            TERN_TRY(home, checked(space));
            fixed_ = home;
        }
    }
    return ok();
}

Result<Home> ImportHomes::of(const std::vector<std::string>& row, const std::optional<RecordId>& parent) {
    if (fixed_) return *fixed_;
    if (column_) {
        const std::string text{trimmed(row[*column_])};
        const auto known = known_.find(text);
        return known != known_.end() ? known->second : known_.emplace(text, named(text)).first->second;
    }
    std::optional<SpaceId> near;
    if (parent)
        if (const auto head = living_head(client_.store(), *parent)) near = head->space;
    TERN_TRY(space, client_.home_for(near));
    return Home{space, std::nullopt};
}

/// A space of that id or name, or the book of the user of that name. Anybody may call a space as they like: where a
/// name means more than one place, the row goes to none.
Result<Home> ImportHomes::named(const std::string& text) {
    if (text.empty())
        return fail(Fault::bad_argument, "the row names no space", "fill the column, or import with --space");
    if (elsewhere_ != nullptr)
        if (const auto known = elsewhere_->spaces.find(text); known != elsewhere_->spaces.end())
            for (const auto& space : spaces_)
                if (space.id == known->second) return checked(space);
    const auto user = names_.find(*client_.schema().entity("user"), text);
    if (!user && user.error().fault == Fault::bad_argument) return user.error();
    std::vector<const SpaceInfo*> found;
    for (const auto& space : spaces_) {
        if (id_text(space.id) == text) return checked(space);
        TERN_TRY(writer, writer_of(space));
        if (space.name == text || (user && writer == std::optional{UserId{user->bytes}})) found.push_back(&space);
    }
    if (found.size() > 1)
        return fail(Fault::bad_argument, quoted(text) + " means more than one space here",
                    "write the space's id into the column; `tern space list` shows it");
    if (!found.empty()) return checked(*found.front());
    if (user) return fail(Fault::not_found, quoted(text) + " has no book here", "create one and grant it to the user");
    return fail(Fault::not_found, "there is no space or user " + quoted(text) + " here",
                "create the space, or invite the user");
}

Result<Home> ImportHomes::checked(const SpaceInfo& space) {
    if (!client_.may_write(space.id))
        return fail(Fault::forbidden, "you may not write in the space " + quoted(space.name),
                    "ask a manager of the space");
    TERN_TRY(writer, writer_of(space));
    return Home{space.id, writer};
}

/// A book is one rep's: whoever writes in it without managing it.
Result<std::optional<UserId>> ImportHomes::writer_of(const SpaceInfo& book) {
    if (book.kind != SpaceKind::book) return std::optional<UserId>{};
    if (const auto known = writers_.find(book.id); known != writers_.end()) return known->second;
    TERN_TRY(members, client_.members(book.id));
    std::optional<UserId> writer;
    std::size_t writing = 0;
    for (const auto& member : members) {
        if (member.role != SpaceRole::writer) continue;
        writer = member.user;
        ++writing;
    }
    if (writing != 1) writer.reset();
    return writers_[book.id] = writer;
}

}  // namespace tern::crm
