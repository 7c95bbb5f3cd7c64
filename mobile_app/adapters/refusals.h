// What the core refuses, in the person's language. The core speaks English; a sentence of its is found again among
// those that the catalogue knows (refusal_words.h), and the values that stood in it are carried over. For the screen's
// thread.
#pragma once

#include <QString>
#include <string_view>

#include <tern/client.h>

namespace tern::app {

struct Refusal {
    QString what;
    QString remedy;  ///< may be empty

    /// Both, on one line.
    QString text() const;
};

Refusal refusal(const Failure& failure);
inline QString refusal_text(const Failure& failure) { return refusal(failure).text(); }
/// Of a report that keeps Failure::text().
QString refusal_text(std::string_view said);

}  // namespace tern::app
