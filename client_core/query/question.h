// A query while it is being answered: owns what its compilation borrows.
#pragma once

#include <memory>

#include "client_core/query/scoring.h"

namespace tern::query {

class Question {
public:
    /// `client` and `viewer` outlive it. `bad_argument` for an entity or a zone that there is not.
    static Result<std::unique_ptr<Question>> of(Client& client, const Viewer& viewer, const Query& query);
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    Compiling compiling;
    Row row;  ///< of the query's own entity: r and t

private:
    Question(Client& client, const Viewer& viewer, Zone zone, const schema::Entity& entity);
    Zone zone_;
    Scoring scoring_;
};

}  // namespace tern::query
