#pragma once

#include "catalog/ScopeCatalog.h"

#include <QString>

namespace scopes {

/// What the catalog's provider documents, in sentences for people. Plain text: bounded, invisible characters made visible.
/// Nothing here is known but from the catalog.

/// The provider's name, or the catalog's where it has none.
QString providerName(const ScopeCatalog& catalog);

/// Title, address and date of a source, as far as it has them; empty for noId.
QString sourceText(const ScopeCatalog& catalog, SourceId source);

/// 'comma', 'space', 'line feed', or the character in quotes.
QString separatorName(const QString& separator);

/// Why a scope is marked: that it is not documented, where it was seen else, and what the provider does with unknown scopes,
/// each with its source. Empty for a documented scope.
QString undocumentedText(const ScopeCatalog& catalog, const QString& scope);

/// What a format means at the provider.
struct FormatNote
{
    QString text; ///< whole sentences
    QString source; ///< who says so; may be empty
    QString more; ///< what else is known, a line a fact, each with its source; may be empty
    bool isContrary = false; ///< the provider documents another separator than the format's
};

FormatNote formatNote(const ScopeCatalog& catalog, const QString& formatId);

/// A format's title, with a word that it is the provider's own if it is.
QString formatTitle(const ScopeCatalog& catalog, const QString& formatId, const QString& providersFormatId);

/// 'Copied 3 scopes, comma separated.'
QString copiedText(qsizetype count, const QString& formatId);

} // namespace scopes
