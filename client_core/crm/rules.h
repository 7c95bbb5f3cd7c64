// What the CRM adds by itself to what a person writes.
#pragma once

#include <optional>

#include "client_core/crm/draft.h"
#include "client_core/store/store.h"

namespace tern::crm {

/// The record that this one belongs to, if its fields say so: it decides the space of a new one.
std::optional<RecordId> parent_of(const schema::Entity& entity, const Draft& draft);
/// The newest living head of a record; nothing where there is none.
std::optional<store::RecordHead> living_head(store::Store& store, const RecordId& id);
/// The cells that a record holds now.
Cells cells_of(store::Store& store, const store::RecordHead& head);
/// The currency that the account of a record trades in, empty where it names none.
std::string account_currency(store::Store& store, const schema::Entity& entity, const Draft& draft);

/// A new record is its maker's, unless somebody else is named.
void own(const schema::Entity& entity, Draft& draft, const RecordId& user);

/// An opportunity's pipeline follows from its stage. `now`: also where it was, since when it is here, and when it was
/// closed; an import, which tells of the past, leaves these alone.
void follow_stage(store::Store& store, const schema::Entity& entity, Draft& draft,
                  const std::optional<RecordId>& before, std::optional<Millis> now);
/// The first stage of the first pipeline, for an opportunity that names none. Nothing where there is no pipeline.
void enter_first_stage(store::Store& store, const schema::Entity& entity, Draft& draft);
/// The stage that a draft or record is in.
std::optional<RecordId> stage_of(const schema::Entity& entity, const Draft& draft);

/// Who approved a document has not seen what is written to it now: it is a draft again.
void reopen(const schema::Entity& entity, Draft& draft);

/// Order in which assignments are read: what others depend on first.
int reading_rank(const Target& target);

}  // namespace tern::crm
