#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace scopes {

/// What words tell of the text that they stand in.

template <std::size_t Size>
bool isOneOf(QStringView word, const std::array<QStringView, Size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// True if a part of the name, letters and digits between other characters, is as @p isWanted says; it is asked for empty
/// parts too.
template <typename Wanted>
bool hasPart(QStringView name, Wanted isWanted)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at <= name.size(); ++at) {
        if (at < name.size() && name[at].isLetterOrNumber())
            continue;
        if (isWanted(name.mid(start, at - start)))
            return true;
        start = at + 1;
    }
    return false;
}

/// True if a part of the name says what may be done or with what: read_orders, user:email.
bool namesAccess(QStringView name);

/// True for a word that alone says what may be done with something: read, write.
bool isAccess(QStringView word);

/// True for a word that says what is done, and never with what: narrower than namesAccess().
bool doesSomething(QStringView word);

/// True for the scopes of OpenID Connect Core, sections 5.4 and 11.
bool isOpenIdScope(QStringView word);

/// True for words that stand in English sentences and never in lists of scopes.
bool isSentenceWord(QStringView word);

/// True for words that begin a line of code or a command.
bool isProgramWord(QStringView word);

/// True for the dotted names of a program's own objects (process.env.X, req.query.scope, this.scopes, Scopes.Read).
bool isProgramName(QStringView word);

/// True for the keys of git's settings, which have the form of scopes: user.name, core.autocrlf.
bool isConfigurationKey(QStringView word);

/// True for what a scope is where the word means another thing: a cell of HTML (col, row), the life of an object (prototype).
bool isOtherScope(QStringView word);

} // namespace scopes
