#include "mobile_app/adapters/refusals.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <optional>
#include <vector>

#include "mobile_app/adapters/backend.h"
#include "mobile_app/adapters/refusal_words.h"
#include "mobile_app/adapters/text.h"

namespace tern::app {
namespace {

QString translated(const char* english) { return QCoreApplication::translate("Refusal", english); }

/// A sentence with places for values. What stands between quotes was typed by a person and stays as it is.
class Pattern {
public:
    explicit Pattern(const char* english) : english_(english) {
        const QString all = QString::fromUtf8(english);
        QString expression;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i] != QLatin1Char('%') || i + 1 == all.size() || !all[i + 1].isDigit()) {
                expression += QRegularExpression::escape(all.mid(i, 1));
                ++fixed_;
                continue;
            }
            const bool quoted = i > 0 && all[i - 1] == QLatin1Char('"');
            quoted_.push_back(quoted);
            expression += quoted ? QStringLiteral("(.*?)") : QStringLiteral("(.+?)");
            ++i;
        }
        says_ = QRegularExpression{QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::DotMatchesEverythingOption};
    }

    bool has_places() const { return !quoted_.empty(); }
    qsizetype fixed() const { return fixed_; }

    /// The sentence in the person's language, with each value as `shown` gives it.
    template <class Shown>
    std::optional<QString> read(const QString& said, Shown shown) const {
        const auto match = says_.match(said);
        if (!match.hasMatch()) return std::nullopt;
        QStringList values;
        for (std::size_t i = 0; i < quoted_.size(); ++i) {
            const QString value = match.captured(static_cast<int>(i) + 1);
            values.push_back(quoted_[i] ? value : shown(value));
        }
        return filled(translated(english_), values);
    }

private:
    /// In one go: a value may hold a %1 of its own.
    static QString filled(const QString& sentence, const QStringList& values) {
        QString out;
        for (qsizetype i = 0; i < sentence.size(); ++i) {
            const int place =
                sentence[i] == QLatin1Char('%') && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
            if (place < 1 || place > values.size()) {
                out += sentence[i];
                continue;
            }
            out += values[place - 1];
            ++i;
        }
        return out;
    }

    const char* english_;
    QRegularExpression says_;
    std::vector<bool> quoted_;
    qsizetype fixed_ = 0;
};

class Catalogue {
public:
    static const Catalogue& get() {
        static const Catalogue all;
        return all;
    }

    /// Nothing where the catalogue does not know such a sentence.
    template <class Shown>
    std::optional<QString> find(const QString& said, Shown shown) const {
        if (const auto whole = whole_.constFind(said); whole != whole_.cend()) return translated(*whole);
        for (const Pattern& pattern : patterns_)
            if (auto read = pattern.read(said, shown)) return read;
        return std::nullopt;
    }

private:
    Catalogue() {
        for (const char* english : kRefusalWords) {
            Pattern pattern{english};
            if (pattern.has_places())
                patterns_.push_back(std::move(pattern));
            else
                whole_.insert(QString::fromUtf8(english), english);
        }
        // What says most by itself fits best.
        std::stable_sort(patterns_.begin(), patterns_.end(),
                         [](const Pattern& a, const Pattern& b) { return a.fixed() > b.fixed(); });
    }

    QHash<QString, const char*> whole_;
    std::vector<Pattern> patterns_;
};

/// A field or a kind of records by what people call it; the remedies name them as one types them.
QString label_of(const QString& name) {
    const auto* backend = Backend::instance();
    if (backend == nullptr) return name;
    const auto faces = backend->reader().faces;
    if (const auto* entity = faces->entity(name)) return entity->label;
    for (const EntityFace& entity : faces->entities)
        if (const auto* field = entity.field(name)) return field->label;
    return name;
}

enum class Names { typed, labels };

std::optional<QString> known(const QString& said, Names names);

QString shown(const QString& value, Names names) {
    if (const auto sentence = known(value, names)) return *sentence;
    return names == Names::labels ? label_of(value) : value;
}

std::optional<QString> known(const QString& said, Names names) {
    const auto found = Catalogue::get().find(said, [names](const QString& value) { return shown(value, names); });
    if (found) return found;
    // "amount: what is wrong with it"
    const auto colon = said.indexOf(QLatin1String(": "));
    if (colon <= 0) return std::nullopt;
    const auto rest = known(said.mid(colon + 2), names);
    if (!rest) return std::nullopt;
    return QCoreApplication::translate("Refusal", "%1: %2").arg(shown(said.left(colon), names), *rest);
}

QString joined(const QString& what, const QString& remedy) {
    return QCoreApplication::translate("Refusal", "%1; %2", "what happened; what to do").arg(what, remedy);
}

}  // namespace

QString Refusal::text() const { return remedy.isEmpty() ? what : joined(what, remedy); }

Refusal refusal(const Failure& failure) {
    const QString what = tern::app::text(failure.what), remedy = tern::app::text(failure.remedy);
    return {known(what, Names::labels).value_or(what), known(remedy, Names::typed).value_or(remedy)};
}

QString refusal_text(std::string_view said) {
    const QString all = text(said);
    for (auto at = all.indexOf(QLatin1String("; ")); at > 0; at = all.indexOf(QLatin1String("; "), at + 1)) {
        const auto what = known(all.left(at), Names::labels);
        const auto remedy = known(all.mid(at + 2), Names::typed);
        if (what && remedy) return joined(*what, *remedy);
    }
    return known(all, Names::labels).value_or(all);
}

}  // namespace tern::app
