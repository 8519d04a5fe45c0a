#pragma once

#include "analysis/Inspection.h"
#include "catalog/ScopeCatalog.h"
#include "request/AppProfile.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace scopes {

enum class Severity { Error, Warning, Note };

/// The stable name: error, warning or note.
QString nameOf(Severity severity);

/// One replacement in the pasted text.
struct TextEdit
{
    TextRange range; ///< of the pasted text, in UTF-16 units
    QString text;

    bool operator==(const TextEdit&) const = default;
};

/// What mends a finding: all edits together.
struct Fix
{
    QString title; ///< a translated phrase such as 'Separate the scopes with ,'
    std::vector<TextEdit> edits; ///< ascending, without overlaps
    bool isSafe = false; ///< cannot change what is asked for, so that it may be applied without a look
};

/// Something that is wrong with the text, or worth knowing. Shows nothing that is secret.
struct Finding
{
    QString ruleId;
    Severity severity = Severity::Error;
    std::vector<TextRange> ranges; ///< in the pasted text; the first is the place to go to
    QStringList scopes; ///< those concerned
    QString message; ///< what is wrong: whole sentences, translated, safe to show
    QString why; ///< what comes of it
    SourceId source = noId; ///< in the catalog
    QString section; ///< of a specification, where no source of the catalog says it
    std::optional<Fix> fix;
};

/// Where a finding is known from, in words: title, address and date of the source, or the section.
QString sourceText(const Finding& finding, const ScopeCatalog& catalog);

/// All findings of an inspected text, in the order of their places. Without a profile, approval and platform are not checked.
std::vector<Finding> findingsOf(const Inspection& inspection, const ScopeCatalog& catalog, const AppProfile* profile = nullptr);

/// The text with a fix applied.
QString applied(const QString& text, const Fix& fix);

/// The text with all safe fixes applied, until there is none left: the same again gives no change.
QString repaired(const QString& text, const ScopeCatalog& catalog, const AppProfile* profile = nullptr);

} // namespace scopes
