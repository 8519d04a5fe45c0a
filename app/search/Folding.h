#pragma once

#include "catalog/Text.h"

#include <string>
#include <vector>

namespace scopes {

/// Text as the search compares it: compatibility decomposition (Unicode UAX 15, NFKD), full case folding, accents and
/// invisible format characters removed, every control character and kind of space as one U+0020 each. So 'É', 'é' and 'e'
/// are alike, as are 'ß' and 'ss', 'ﬁ' and 'fi', 'İ' and 'i'. What is not UTF-8 becomes U+FFFD.
///
/// The result is UTF-8 without any byte below 0x20. Folding what is folded changes nothing, and folding a text piece by piece
/// (cut between code points) gives the same as folding it whole.
std::string fold(Text text);
std::string fold(QStringView text);

/// How many bytes fold(text) has.
std::size_t foldedSize(Text text);

/// Writes fold(text) to @p out, which has room for foldedSize(text) bytes; gives the end of what was written.
char* foldInto(Text text, char* out);

/// A folded text that knows where each of its bytes comes from.
struct TracedFold
{
    std::string text;
    std::vector<int> sources; ///< for each byte of text: the UTF-16 index of the code point that it comes from
    std::vector<int> ends; ///< for each byte of text: the UTF-16 index behind that code point and the accents after it
};

TracedFold foldTraced(QStringView text);

} // namespace scopes
