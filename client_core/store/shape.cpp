#include "client_core/store/shape.h"

#include "protocol/base/suite.h"

namespace tern::store {
namespace {

void put(ByteWriter& out, const schema::Label& label) { out.lp(view(label.en)).lp(view(label.zh)); }

void put(ByteWriter& out, const schema::Choice& choice) {
    out.lp(view(choice.name));
    put(out, choice.label);
}

Bytes bytes_of(const schema::Definitions& definitions) {
    ByteWriter out;
    for (const auto& entity : definitions.entities) {
        out.raw(entity.id).u8(entity.retired).u16(entity.number).lp(view(entity.name)).lp(view(entity.icon));
        put(out, entity.label);
        put(out, entity.plural);
    }
    for (const auto& field : definitions.fields) {
        out.raw(field.id).u8(field.retired).u16(field.entity).lp(view(field.name)).u16(field.target);
        out.u8(static_cast<std::uint8_t>(field.type)).lp(view(field.section)).u8(field.required).u8(field.list_column);
        out.u32(field.search_weight).lp(view(field.default_value));
        put(out, field.label);
        for (const auto& choice : field.choices) put(out, choice);
    }
    for (const auto& choice : definitions.choices) {
        out.raw(choice.id).u16(choice.entity).u16(choice.field).u32(choice.member);
        put(out, choice.choice);
    }
    return out.take();
}

Hash fingerprint_of(const schema::Definitions& definitions, const Tables& tables) {
    if (definitions.empty()) return tables.fingerprint();
    return suite::h("tern/shape", ByteWriter{}.raw(tables.fingerprint()).raw(bytes_of(definitions)).bytes());
}

}  // namespace

Shape::Shape(const schema::Schema& base)
    : schema_(base), tables_(schema_), fingerprint_(fingerprint_of(definitions_, tables_)) {}

Shape::Shape(const schema::Schema& base, schema::Definitions definitions)
    : definitions_(std::move(definitions)),
      extended_(definitions_.empty() ? nullptr
                                     : std::make_unique<const schema::Schema>(schema::extended(base, definitions_))),
      schema_(extended_ == nullptr ? base : *extended_),
      tables_(schema_),
      fingerprint_(fingerprint_of(definitions_, tables_)) {}

Shapes::Shapes(const schema::Schema& base, Projection& projection, SearchIndex& search, Rollbacks& rollbacks)
    : projection_(projection), search_(search) {
    all_.push_back(std::make_unique<Shape>(base));
    put_in_force(0);
    rollbacks.tell(
        [this] {
            if (before_) put_in_force(*before_);
            before_.reset();
        },
        [this] { before_.reset(); });
}

void Shapes::use(std::unique_ptr<Shape> next) {
    if (!before_) before_ = now_;
    all_.push_back(std::move(next));
    put_in_force(all_.size() - 1);
}

void Shapes::put_in_force(std::size_t shape) {
    now_ = shape;
    projection_.use(now().tables());
    search_.use(now().schema());
}

}  // namespace tern::store
