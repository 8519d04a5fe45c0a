#pragma once

#include "document/Document.h"
#include "document/Problem.h"
#include "import/ImportedDescription.h"
#include "import/TableColumns.h"

#include <QByteArray>

namespace scopes {

class DocumentFiles;

/// How a description is read, as the user chose it.
struct DescriptionChoices
{
    TableColumns columns; ///< of a table of scopes; empty: guessed, and only of a text that looks like a table
    /// What calls list under security schemes that the document does not define is taken for scopes. OpenAPI 3.0.3 has names of
    /// scopes alone in such lists, 3.1.0 names of roles too: https://spec.openapis.org/oas/v3.0.3#security-requirement-object.
    bool undefinedSchemes = false;

    bool operator==(const DescriptionChoices&) const = default;
};

/// Reads what a provider publishes about its API: OpenAPI 3, Swagger 2.0, Google API Discovery, Microsoft Graph permissions,
/// AWS IAM definitions, server metadata; in JSON or YAML; or a table of scopes, with the columns that are chosen: then it is
/// taken for a table whatever it looks like. Recognised by content. What is odd becomes notes. A text that is none of these,
/// is broken, or declares and uses no scopes gives one problem that says what was expected and where. References to other
/// files are followed into @p files, where there are any; else each is a note.
Result<ImportedDescription> readDescription(QByteArray text, const DescriptionChoices& choices = {},
    DocumentFiles* files = nullptr, const ReadingProgress& progress = {});

/// True if the document is of one of these kinds, tables left out; it may still declare no scopes.
bool isDescription(Value root);

/// The same of a text, if it can be read.
bool isDescription(const QByteArray& text);

/// True if the text is a document with references to other files.
bool refersToFiles(const QByteArray& text);

/// readDescription() of a file, whose own troubles are problems too.
Result<ImportedDescription> readDescriptionFile(
    const QString& path, const DescriptionChoices& choices = {}, DocumentFiles* files = nullptr);

} // namespace scopes
