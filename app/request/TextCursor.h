#pragma once

#include <QStringView>

namespace scopes {

/// A place in a text that only moves forward.
struct TextCursor
{
    QStringView text;
    qsizetype at = 0;

    bool atEnd() const { return at >= text.size(); }

    /// The unit @p ahead of the place, or NUL past the end.
    QChar peek(qsizetype ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : QChar(); }

    /// The unit at the place, which is stepped over; NUL at the end.
    QChar take() { return atEnd() ? QChar() : text[at++]; }

    void skipSpace()
    {
        while (!atEnd() && text[at].isSpace())
            ++at;
    }

    /// Steps over @p expected if it stands here.
    bool accept(QStringView expected)
    {
        if (!text.sliced(qMin(at, text.size())).startsWith(expected))
            return false;
        at += expected.size();
        return true;
    }

    bool accept(char16_t expected) { return accept(QStringView(&expected, 1)); }
};

} // namespace scopes
