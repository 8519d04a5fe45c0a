#pragma once

#include <QString>

namespace scopes {

/// The text as one word of a POSIX shell, in single quotes: nothing in it is expanded. A shell knows no NUL.
inline QString shellWord(const QString& text)
{
    return u'\'' + QString(text).replace(QStringLiteral("'"), QStringLiteral("'\\''")) + u'\'';
}

} // namespace scopes
