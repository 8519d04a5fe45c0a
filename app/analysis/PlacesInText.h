#pragma once

#include "analysis/ScopeExtractor.h"

namespace scopes {

/// A piece of the text at hand.
struct Place
{
    int start = 0;
    int length = 0;
};

inline QStringView textAt(const PasteText& paste, const Place& place)
{
    return paste.text.mid(place.start, place.length);
}

inline MappedText mappedAt(const PasteText& paste, const Place& place)
{
    return paste.mapped.mid(place.start, place.length);
}

/// The word without the marks that a sentence or Markdown puts around it.
Place bareWord(const PasteText& paste, const PasteToken& token);

} // namespace scopes
