#pragma once

#include "catalog/ScopeCatalog.h"

#include <QSet>
#include <QString>
#include <QStringView>

#include <bitset>
#include <string_view>
#include <unordered_map>

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

/// Looks words up by their shape and in one catalog. It remembers what it was asked, so that a text that repeats its words
/// is quick: not for several threads at once.
class ScopeShapes
{
public:
    explicit ScopeShapes(const ScopeCatalog& catalog);

    /// The shape of a word without regard to where it stands.
    Shape of(QStringView word) const;

    /// The same for a word that stands where scopes are expected: nothing but what cannot be a scope is None.
    Shape inContext(QStringView word) const;

    /// The word as a string, the same memory for the same word where words repeat.
    QString stringOf(QStringView word) const;

private:
    struct Seen
    {
        QString word;
        Shape alone = Shape::None;
        Shape inContext = Shape::None;
    };

    const Seen* find(QStringView word) const;
    const Seen& shapesOf(QStringView word) const;
    Shape shapeAlone(QStringView word) const;
    Shape shapeInContext(QStringView word, Shape alone) const;
    bool isKnown(QStringView word) const;
    void addField(const QString& name);
    bool isField(QStringView word) const;

    mutable std::unordered_map<std::string_view, Seen> m_seen; ///< bounded; by the bytes of the words they hold
    mutable Seen m_last; ///< of a word for which there was no room

    QSet<QString> m_known; ///< documented and other names, folded
    QSet<QString> m_fieldNames; ///< of answers, which look like scopes: avatar_url
    std::bitset<4096> m_beginnings; ///< lengths and first letters of the known names: most words are told from them
    std::bitset<4096> m_fieldBeginnings;
    qsizetype m_longest = 0;
};

} // namespace scopes
