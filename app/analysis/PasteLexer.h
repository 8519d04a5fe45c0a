#pragma once

#include <QStringView>

#include <vector>

namespace scopes {

/// A piece of pasted text: prose, code, data and addresses are all cut into the same few kinds.
struct PasteToken
{
    enum class Kind : quint8 {
        Word, ///< a run of anything else; ':' at its end is a mark of its own
        Open, ///< a quote that begins a string, with its partner
        Close, ///< a quote that ends one
        Mark, ///< one unit of punctuation
        Line ///< a line break
    };

    Kind kind = Kind::Word;
    char16_t unit = 0; ///< of a mark, or the quote
    int start = 0;
    int length = 0;
    int pair = -1; ///< Open: number of the Close token; Close: that of the Open

    int end() const { return start + length; }

    bool isMark(char16_t mark) const { return kind == Kind::Mark && unit == mark; }
};

using PasteTokens = std::vector<PasteToken>;

/// Cuts a text in one pass, with nested quotes up to a fixed depth. An apostrophe within a word and a quote without a partner
/// are no quotes.
PasteTokens lexPaste(QStringView text);

} // namespace scopes
