// How the schema looks on the screen: entities and fields with labels in one language, as plain values that the
// screen's thread may hold while the core's goes on.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>
#include <map>
#include <memory>
#include <vector>

#include <tern/schema.h>

namespace tern::app {

/// What a value is to a person: decides the keyboard, the picker and the way it is written.
enum class FieldKind : std::uint8_t {
    text,
    long_text,
    number,
    money,
    percent,
    boolean,
    date,
    datetime,
    duration,
    choice,
    choices,
    reference,
    references,
    phone,
    mail,
    url,
    list,
    other,
};

struct FieldFace {
    QString name;  ///< as Records::set() and filters take it
    QString label;
    FieldKind kind = FieldKind::text;
    int section = -1;       ///< of the form; -1: none
    bool required = false;  ///< a form asks, nothing is refused
    bool computed = false;
    bool listed = false;                               ///< the schema shows it in lists
    bool typed = true;                                 ///< false: it has an editor of its own, or none
    std::vector<std::pair<QString, QString>> choices;  ///< name and label
    QStringList targets;                               ///< entities that a reference may mean
    QString default_value;                             ///< as a person types it

    QVariantMap map() const;
};

struct EntityFace {
    QString name;
    QString label;
    QString plural;
    QString icon;
    QStringList sections;  ///< labels
    std::vector<std::string> title;
    std::vector<FieldFace> fields;  ///< in the form's order
    bool is_event = false;          ///< stands on the timelines of others

    const FieldFace* field(const QString& wanted) const;
    QVariantMap map() const;  ///< without the fields
};

struct Faces {
    std::vector<EntityFace> entities;  ///< in the schema's order; those that were retired are not there

    const EntityFace* entity(const QString& wanted) const;
};

/// `chinese`: labels in 简体中文.
std::shared_ptr<const Faces> faces_of(const schema::Schema& schema, bool chinese);

}  // namespace tern::app
