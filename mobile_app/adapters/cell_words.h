// What was written into one field of a record, told as the record itself would tell it. On the core's thread.
#pragma once

#include <tern/schema.h>

#include <vector>

#include "mobile_app/adapters/display.h"

namespace tern::app {

/// A field of a record as Records::set() takes it.
QString typed_text(const FieldFace& field, const Json& record);

class CellWords {
public:
    CellWords(const schema::Schema& schema, std::shared_ptr<const Faces> faces, Display& display)
        : schema_(schema), faces_(std::move(faces)), display_(display) {}

    /// What a form calls the parts of a field: one, or several where its value has several.
    std::vector<const FieldFace*> faces_of(const std::string& entity, const std::string& field) const;
    QString label(const std::string& entity, const std::string& field) const;
    /// Which one of a set; empty where a field has no elements, or they have no name.
    QString element(const std::string& entity, const std::string& field, const Json& element);
    /// As Records::history() and field_conflicts() give it.
    QString value(const std::string& entity, const std::string& field, const Json& value);
    /// The same as a part of a record, for one of the field's faces.
    static Json record(const FieldFace& face, const Json& value);

private:
    const schema::Schema& schema_;
    std::shared_ptr<const Faces> faces_;
    Display& display_;
};

}  // namespace tern::app
