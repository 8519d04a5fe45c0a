#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace scopes {

/// True if nothing is to be read in the text: the catalog reader refuses it then.
bool isBlankText(std::string_view text);

/// A provider's text as a catalog may have it: plain, at most @p limit bytes, and empty if nothing is to be read in it.
std::string wordsOf(std::string_view text, std::size_t limit = 4000);

/// As a message shows it: safe, and short enough for a note.
QString shownText(std::string_view text);

/// Of letters of ASCII; others stay.
char lowerCase(char letter);
std::string lowerCase(std::string_view text);

/// The path of 'METHOD path'.
std::string_view pathOfCall(std::string_view call);

} // namespace scopes
