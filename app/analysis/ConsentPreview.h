#pragma once

#include "analysis/Comparison.h"
#include "catalog/ScopeCatalog.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// A line that the user would read: one text, and the requested scopes that it stands for. Safe to show.
struct ConsentLine
{
    QString text;
    QStringList scopes; ///< in request order
    QString definition; ///< of the first scope, where it differs in substance from the text; else empty

    bool operator==(const ConsentLine&) const = default;
};

struct ConsentGroup
{
    QString topic;
    std::vector<ConsentLine> lines;
};

/// What the user reads when asked for consent, as far as the catalog's texts tell. The provider's real screen may have other
/// lines, in another order.
struct ConsentPreview
{
    std::vector<ConsentGroup> groups; ///< by topic, as first requested; lines in request order
    QStringList unpublished; ///< documented scopes without a text for the user
    QStringList undocumented; ///< requested scopes that the catalog does not know
    QStringList withoutUser; ///< scopes that no user is asked for: they are obtained with client credentials

    int lineCount() const;

    /// The texts of all lines, in order.
    QStringList texts() const;
};

/// The preview of a request. Scopes of one topic whose texts are equal share a line.
ConsentPreview consentPreview(const ScopeCatalog& catalog, const QStringList& requested);

/// True if the text for the user differs from the definition in more than how the user is spoken of. Decided word by word
/// (differenceOf()): letter case, punctuation, plural endings and words that only name the user or join others ('your', "a
/// user's", 'to', 'the') are no substance; any other word that one text has and the other lacks is. Made for English; texts of
/// other languages are marked when in doubt.
bool differsInSubstance(const QString& definition, const QString& userDisplay);

/// The lines that come and go when a scope is requested or no longer requested.
struct ConsentChange
{
    QStringList added;
    QStringList removed;
};

/// What changes for the user from one request to another.
ConsentChange consentChange(const ScopeCatalog& catalog, const QStringList& before, const QStringList& after);

/// What stops working when the user refuses that scope and grants the rest of the request.
std::vector<StoppedCall> stoppedByRefusing(const ScopeCatalog& catalog, const QStringList& requested, const QString& scope);

/// The preview as plain text, with its label that it is an approximation; ends with a line feed.
QString toText(const ConsentPreview& preview, const ScopeCatalog& catalog);

/// The label: what this is, and what it is not.
QString consentCaution(const ScopeCatalog& catalog);

} // namespace scopes
