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

} // namespace scopes
