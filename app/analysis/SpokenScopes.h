#pragma once

#include "analysis/ScopeExtractor.h"

namespace scopes {

/// True for User.Read and Mail.ReadWrite.All: capitals with dots between that end in what may be done.
bool isPermission(QStringView word);

/// True if a part of the word says what is done: user-modify-playback.
bool namesDoing(QStringView word);

/// The end of the sentence or string that the colon stands in, no further than its line; colon + 1 if it is far.
int endOfSentence(const PasteText& paste, int colon);

/// True if the line speaks of scopes before the colon; not if the word at the colon does, which is a key then.
bool speaksBefore(const PasteText& paste, int colon);

/// Tells the words that are scopes only because the text speaks of such things.
class SpokenScopes
{
public:
    explicit SpokenScopes(const PasteText& paste);

    /// True if the word of the token, which has a shape from Structured on, is one; to be asked in order.
    bool has(int token, QStringView word);

private:
    bool goesOn(int token) const;
    bool speaks();

    const PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_looked = 0;
    int m_last = -1; ///< the last token that was one
    bool m_speaks = false;
};

} // namespace scopes
