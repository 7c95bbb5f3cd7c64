// The schema in force and the tables that it takes: the CRM's own, with what the org defines beside it.
#pragma once

#include <memory>
#include <vector>

#include "client_core/schema/extension.h"
#include "client_core/store/projection.h"
#include "client_core/store/rollbacks.h"
#include "client_core/store/search_index.h"
#include "client_core/store/tables.h"

namespace tern::store {

class Shape {
public:
    /// The schema as it comes; it must outlive this.
    explicit Shape(const schema::Schema& base);
    Shape(const schema::Schema& base, schema::Definitions definitions);
    Shape(const Shape&) = delete;
    Shape& operator=(const Shape&) = delete;

    const schema::Schema& schema() const { return schema_; }
    const Tables& tables() const { return tables_; }
    const schema::Definitions& definitions() const { return definitions_; }
    /// Of definitions and tables: the same in every process that knows the same.
    const Hash& fingerprint() const { return fingerprint_; }

private:
    schema::Definitions definitions_;
    std::unique_ptr<const schema::Schema> extended_;
    const schema::Schema& schema_;
    Tables tables_;
    Hash fingerprint_;
};

/// All that this process has worked with: who holds a schema of it may keep it as long as the store lives.
class Shapes {
public:
    Shapes(const schema::Schema& base, Projection& projection, SearchIndex& search, Rollbacks& rollbacks);
    Shapes(const Shapes&) = delete;
    Shapes& operator=(const Shapes&) = delete;

    const Shape& base() const { return *all_.front(); }
    const Shape& now() const { return *all_[now_]; }
    /// From now on, unless the transaction that it belongs to is rolled back.
    void use(std::unique_ptr<Shape> next);

private:
    void put_in_force(std::size_t shape);

    Projection& projection_;
    SearchIndex& search_;
    std::vector<std::unique_ptr<Shape>> all_;
    std::size_t now_ = 0;
    std::optional<std::size_t> before_;  ///< in force until the transaction that is open
};

}  // namespace tern::store
