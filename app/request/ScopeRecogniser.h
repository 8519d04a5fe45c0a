#pragma once

#include "request/FormatOutcome.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace scopes {

/// What pasted text was taken for.
struct Recognised
{
    QString formatId; ///< of the format that is nearest: see scopeFormats()
    QString evidence; ///< a translated sentence: as what it was read, and why
    QStringList names; ///< at least one, in order, exactly spelt, duplicates kept

    std::optional<QString> separator; ///< found between names that share one string
    std::optional<QString> parameter; ///< found name of the query parameter or JSON property
    std::optional<QString> variable; ///< found name of the environment variable
};

/// The longest text that recognise() reads, in UTF-16 units.
inline constexpr qsizetype longestRecognised = 1'048'576;

/// Takes back text of any of the formats, with white space, a semicolon or plain code around it; the scope parameter of a
/// URL; and bare names with commas or white space between them, as far as each is a scope token of RFC 6749, section 3.3.
/// @return a problem of kind NoScope, TooLong, CannotRead or Ambiguous where no names were found beyond doubt.
Outcome<Recognised> recognise(const QString& text);

} // namespace scopes
