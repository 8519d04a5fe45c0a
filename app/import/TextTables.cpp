#include "import/TextTables.h"

#include "document/DecodedText.h"
#include "document/Document.h"
#include "import/CharacterReference.h"
#include "import/DelimitedTable.h"
#include "import/HtmlTables.h"
#include "import/MarkdownTables.h"
#include "import/PlainText.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// Spreadsheets write 'Unicode text' in UTF-16 with a byte order mark.
Result<QByteArray> asUtf8(const QByteArray& text)
{
    if (beginsAsUtf16(text))
        return decodedText(text).toUtf8();
    if (!text.isValidUtf8()) {
        // The longest beginning that is valid: a longer one never is when a shorter one is not, but for a cut character.
        constexpr qsizetype longestCharacter = 4;
        qsizetype start = 0;
        qsizetype end = text.size();
        while (end - start > longestCharacter) {
            const qsizetype middle = start + (end - start) / 2;
            const QByteArrayView head = QByteArrayView(text).first(middle);
            const bool isValid = head.isValidUtf8() || head.chopped(1).isValidUtf8() || head.chopped(2).isValidUtf8()
                || head.chopped(3).isValidUtf8();
            (isValid ? start : end) = middle;
        }
        while (start < end && QByteArrayView(text).first(start + 1).isValidUtf8())
            ++start;
        const TextPosition place = positionOf(text, static_cast<std::size_t>(start));
        return Problem::error(
            tr("The text is not UTF-8. Please save the table as UTF-8 and open it again."), place.line, place.column);
    }
    return text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n\f";
    const std::size_t start = text.find_first_not_of(blanks);
    return start == std::string_view::npos ? std::string_view() : text.substr(start, text.find_last_not_of(blanks) + 1 - start);
}

/// Without quotation marks around it, and those within it single again (RFC 4180, section 2.7).
std::string unquoted(std::string_view cell)
{
    const std::string_view inner = trimmed(cell);
    if (!inner.starts_with('"'))
        return std::string(inner);
    std::string text;
    bool isInside = false;
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] != '"') {
            text += inner[at];
        } else if (isInside && at + 1 < inner.size() && inner[at + 1] == '"') {
            text += '"';
            ++at;
        } else {
            isInside = !isInside;
        }
    }
    return text;
}

/// The words of [words](address), and of nothing else.
std::string_view withoutLink(std::string_view text)
{
    const std::size_t middle = text.find("](");
    return text.starts_with('[') && text.ends_with(')') && middle != std::string_view::npos ? text.substr(1, middle - 1) : text;
}

/// Without the marks that stand at both ends.
std::string_view withoutMarks(std::string_view text, std::string_view mark)
{
    while (text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark))
        text = text.substr(mark.size(), text.size() - 2 * mark.size());
    return text;
}

/// In code nothing is escaped but the bar that would end the cell (GFM 4.10).
std::string unescaped(std::string_view text, bool isCode)
{
    constexpr std::string_view escapable = "\\`*_{}[]()#+-.!|<>~:/";
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '\\' && at + 1 < text.size()
            && (isCode ? text[at + 1] == '|' : escapable.find(text[at + 1]) != std::string_view::npos);
        at += isEscape ? 1 : 0;
        result += text[at];
    }
    return result;
}

std::string markdownName(std::string_view cell)
{
    std::string_view text = withoutLink(trimmed(cell));
    text = withoutLink(withoutMarks(trimmed(text), "**"));
    const bool isCode = text.starts_with('`') && text.ends_with('`');
    return unescaped(trimmed(withoutMarks(text, "`")), isCode);
}

/// Tags taken off, references read, nothing else touched.
std::string htmlName(std::string_view cell)
{
    constexpr std::size_t longestReference = 32;
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (cell[at] == '<') {
            const std::size_t end = cell.find('>', at);
            if (end != std::string_view::npos) {
                at = end;
                continue;
            }
        }
        if (cell[at] == '&') {
            const std::size_t size = cell.substr(at + 1, longestReference).find(';');
            const std::string character =
                size == std::string_view::npos ? std::string() : referredCharacter(cell.substr(at + 1, size));
            if (!character.empty()) {
                text += character;
                at += size + 1;
                continue;
            }
        }
        text += cell[at];
    }
    return std::string(trimmed(text));
}

} // namespace

Result<TextTables> readTables(const QByteArray& text)
{
    auto utf8 = asUtf8(text);
    if (!utf8)
        return utf8.problems;
    TextTables tables;
    tables.source = *std::move(utf8.value);
    const std::string_view source(tables.source.constData(), static_cast<std::size_t>(tables.source.size()));
    tables.form = TableForm::Markdown;
    readMarkdownTables(source, tables);
    if (tables.tables.empty()) {
        tables.form = TableForm::Html;
        readHtmlTables(source, tables);
    }
    if (!tables.tables.empty())
        return tables;
    tables.form = TableForm::Delimited;
    tables.title.clear();
    if (auto problem = readDelimitedTable(source, tables))
        return *std::move(problem);
    return tables;
}

std::vector<std::string> delimitedHeadings(QByteArrayView text)
{
    constexpr qsizetype longestLine = 4096;
    TextTables tables;
    const auto utf8 = asUtf8(text.first(qMin(text.size(), longestLine)).toByteArray());
    const QByteArray head = utf8.value.value_or(text.first(qMin(text.size(), longestLine)).toByteArray());
    const qsizetype end = head.startsWith("sep=") ? head.indexOf('\n', head.indexOf('\n') + 1) : head.indexOf('\n');
    if (end < 0 || readDelimitedTable({head.data(), static_cast<std::size_t>(end)}, tables) || tables.tables.empty())
        return {};
    std::vector<std::string> headings;
    for (const std::string_view cell : tables.tables.front().rows.front().cells)
        headings.push_back(wordsIn(cell, TableForm::Delimited));
    return headings;
}

std::string nameIn(std::string_view cell, TableForm form)
{
    switch (form) {
    case TableForm::Delimited:
        return std::string(trimmed(unquoted(cell)));
    case TableForm::Markdown:
        return markdownName(cell);
    case TableForm::Html:
        return htmlName(cell);
    }
    return {};
}

std::string wordsIn(std::string_view cell, TableForm form)
{
    return plainText(textIn(cell, form));
}

std::string textIn(std::string_view cell, TableForm form)
{
    return form == TableForm::Delimited ? unquoted(cell) : std::string(cell);
}

} // namespace scopes
