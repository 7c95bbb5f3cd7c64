#include "client_core/query/question.h"

#include "client_core/crm/part.h"
#include "client_core/formula/expand.h"
#include "client_core/query/functions.h"

namespace tern::query {

Question::Question(Client& client, const Viewer& viewer, Zone zone, const schema::Entity& entity)
    : compiling{client.schema(), viewer, zone_},
      row{&entity, "r", "t"},
      zone_(std::move(zone)),
      scoring_(client, zone_, viewer.now) {
    auto& db = client.store().database();
    add_functions(db);
    compiling.today = zone_.day_of(viewer.now);
    compiling.scores = &scoring_;
    compiling.collation = add_collation(db, viewer.locale);
    compiling.held_twice = formula::any_held_twice(db);
    compiling.find_space = [&client](std::string_view space) { return client.find_space(space); };
    compiling.entities.insert(entity.number);
}

Result<std::unique_ptr<Question>> Question::of(Client& client, const Viewer& viewer, const Query& query) {
    TERN_TRY(entity, crm::entity_named(client.schema(), query.entity));
    TERN_TRY(zone, Zone::named(viewer.zone));
    return std::unique_ptr<Question>{new Question{client, viewer, std::move(zone), *entity}};
}

}  // namespace tern::query
