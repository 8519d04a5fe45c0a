#include "import/DocumentReader.h"

#include "document/LoneSurrogates.h"

#include <QCoreApplication>

#include <string_view>

namespace scopes {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

Result<Document> readJson(const QByteArray& text, const ReadingProgress& progress)
{
    auto read = Document::fromJson(text, progress);
    if (read || !goesOn(progress, 0))
        return read;
    QByteArray mended = text;
    const auto place = replaceLoneSurrogates(mended);
    if (!place)
        return read;
    auto mendedRead = Document::fromJson(std::move(mended), progress);
    if (!mendedRead)
        return read;
    const TextPosition first = positionOf(text, static_cast<std::size_t>(*place));
    mendedRead.problems.push_back({Problem::Severity::Note,
        tr("The text has escapes that are half a character, the first one here; they were replaced by U+FFFD."), {}, first.line,
        first.column});
    return mendedRead;
}

} // namespace

bool looksLikeJson(QByteArrayView bytes)
{
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    // Behind '{' JSON has a quotation mark or the end of the object.
    const std::size_t start = text.find_first_not_of(whiteSpace);
    if (start == std::string_view::npos || (text[start] != '{' && text[start] != '['))
        return false;
    const std::size_t next = text.find_first_not_of(whiteSpace, start + 1);
    return next == std::string_view::npos || text[start] == '[' || text[next] == '"' || text[next] == '}';
}

Result<Document> readDocument(const QByteArray& text, const ReadingProgress& progress)
{
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    if (view.find_first_not_of(whiteSpace) == std::string_view::npos)
        return Problem::error(tr("The file is empty."), 1, 1);
    return looksLikeJson(text) ? readJson(text, progress) : Document::fromYaml(text, progress);
}

} // namespace scopes
