#include "import/CatalogWords.h"

#include "document/VisibleText.h"
#include "import/PlainText.h"

#include <algorithm>

namespace scopes {

bool isBlankText(std::string_view text)
{
    const auto isSeen = [](char byte) { return byte > ' ' && byte < '\x7F'; };
    return std::none_of(text.begin(), text.end(), isSeen)
        && QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed().isEmpty();
}

std::string wordsOf(std::string_view text, std::size_t limit)
{
    std::string words = plainText(text, limit);
    return isBlankText(words) ? std::string() : words;
}

QString shownText(std::string_view text)
{
    return visibleText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), 200);
}

char lowerCase(char letter)
{
    return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) { return lowerCase(letter); });
    return lower;
}

std::string_view pathOfCall(std::string_view call)
{
    return call.substr(std::min(call.find(' '), call.size() - 1) + 1);
}

} // namespace scopes
