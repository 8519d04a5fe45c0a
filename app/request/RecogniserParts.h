#pragma once

#include "request/ScopeRecogniser.h"

#include <optional>

/// The steps of recognise(). Each looks at the trimmed text and gives nothing if it is something else.
namespace scopes {

using MaybeRecognised = std::optional<Outcome<Recognised>>;

/// The query parameter scope, alone or in a URL that stands anywhere in the text.
MaybeRecognised recogniseQuery(const QString& text);

/// A JSON property, or a JSON object with a member scope, scopes or scp.
MaybeRecognised recogniseJson(const QString& text);

/// A list literal of JSON or a programming language, and nothing else but a semicolon.
MaybeRecognised recogniseList(const QString& text);

/// Lines of a .env file or shell exports.
MaybeRecognised recogniseVariable(const QString& text);

/// A YAML list, with or without its key.
MaybeRecognised recogniseYaml(const QString& text);

/// Strings in quotes with code around them.
MaybeRecognised recogniseCode(const QString& text);

/// A percent-encoded value.
MaybeRecognised recognisePercent(const QString& text);

/// Bare names; the last resort, which tells why there is none.
Outcome<Recognised> recogniseBare(const QString& text);

/// Names that share one string.
struct LooseNames
{
    QStringList names;
    std::optional<QString> separator; ///< none if there is but one name
    bool isMixed = false; ///< commas and white space both stand between names
};

/// Splits at commas and white space; several of them in a row count as one.
LooseNames splitLoose(QStringView text);

/// The text without the semicolons, commas and white space at its end.
QString withoutEnd(const QString& text);

/// A problem of kind NoScope if a name is no scope token of RFC 6749, section 3.3.
std::optional<FormatProblem> findNonToken(const QStringList& names);

/// Recognised names that share one string; NoScope if there is none.
Outcome<Recognised> recognisedJoined(const QString& formatId, const QString& value, const QString& evidence);

FormatProblem ambiguous(const QString& message);

} // namespace scopes
