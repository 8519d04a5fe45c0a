#pragma once

#include "catalog/ScopeCatalog.h"

#include <QSet>
#include <QString>
#include <QStringView>

namespace scopes {

/// How surely a name announces scopes: scope= and TIKTOK_SCOPES do, permissions= may.
enum class KeyStrength { None, Weak, Strict };

/// @p identifier is a variable, a parameter, a member or a header.
KeyStrength keyStrength(QStringView identifier);

/// The identifier at the end of a word: TIKTOK_SCOPES of process.env.TIKTOK_SCOPES.
QStringView lastIdentifier(QStringView word);

/// How much a word alone looks like a scope.
enum class Shape {
    None, ///< a host, a file, a version, a placeholder, or no scope token of RFC 6749, section 3.3
    Bare, ///< one plain word
    Structured, ///< parts with . : _ - or / between them, or a scope of OpenID Connect Core, sections 5.4 and 11
    Strong, ///< a URL that names a scope, or parts with colons of which one is an access verb
    Known ///< in the catalog, perhaps but for case, look-alike or hidden characters
};

/// Looks words up by their shape and in one catalog.
class ScopeShapes
{
public:
    explicit ScopeShapes(const ScopeCatalog& catalog);

    /// The shape of a word without regard to where it stands.
    Shape of(QStringView word) const;

    /// The same for a word that stands where scopes are expected: nothing but what cannot be a scope is None.
    Shape inContext(QStringView word) const;

private:
    bool isKnown(QStringView word) const;

    QSet<QString> m_known; ///< documented and other names, folded
    qsizetype m_longest = 0;
};

/// True for words that stand in English sentences and never in lists of scopes.
bool isSentenceWord(QStringView word);

/// True for the dotted names of a program's own objects (process.env.X, req.query.scope, this.scopes).
bool isProgramName(QStringView word);

} // namespace scopes
