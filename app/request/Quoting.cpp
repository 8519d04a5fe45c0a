#include "request/Quoting.h"

#include "document/VisibleText.h"

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// True if a spreadsheet could take the text for a formula, apostrophes before it left out of account.
bool isFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
}

QString shown(const QString& text, bool keepLines)
{
    return visibleText(text, text.size(), keepLines);
}

bool isAsciiDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

/// True for what makes a list item, a heading's underline or a table of the characters at the beginning of a line.
bool beginsBlock(QStringView line)
{
    return line.startsWith(u'-') || line.startsWith(u'=') || line.startsWith(u':');
}

/// True for what Markdown may take for markup anywhere in a line.
bool isMarkup(QChar unit)
{
    return u"\\`*_{}[]<>()#+!|~&"_s.contains(unit);
}

QString recordOf(const QStringList& texts, QChar separator)
{
    QStringList fields;
    for (const QString& text : texts)
        fields += csvField(text);
    return fields.join(separator) + u"\r\n"_s;
}

/// Cuts a CSV text into records.
class CsvReader
{
public:
    explicit CsvReader(QStringView text)
        : m_text(text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text)
    {
        m_separator = separatorOf(m_text);
    }

    std::vector<CsvRecord> read()
    {
        while (m_at < m_text.size())
            readRecord();
        return std::move(m_records);
    }

private:
    static QChar separatorOf(QStringView text)
    {
        bool isQuoted = false;
        for (const QChar unit : text) {
            if (unit == u'"')
                isQuoted = !isQuoted;
            else if (!isQuoted && (unit == u',' || unit == u';' || unit == u'\t'))
                return unit;
            else if (!isQuoted && unit == u'\n')
                break;
        }
        return u',';
    }

    void readRecord()
    {
        CsvRecord record{m_line, {}};
        do {
            record.cells += readCell();
        } while (m_at < m_text.size() && m_text[m_at] == m_separator && ++m_at > 0);
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n') {
            ++m_at;
            ++m_line;
        }
        if (record.cells.size() > 1 || !record.cells.constFirst().isEmpty())
            m_records.push_back(std::move(record));
    }

    QString readCell()
    {
        const bool isQuoted = m_at < m_text.size() && m_text[m_at] == u'"';
        QString cell = isQuoted ? readQuoted() : QString();
        // What stands behind the closing quote is taken as it is, as spreadsheets do.
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd())
            cell += m_text[m_at++];
        return cell.replace(u"\r\n"_s, u"\n"_s);
    }

    bool isLineEnd() const
    {
        return m_text[m_at] == u'\n' || (m_text[m_at] == u'\r' && (m_at + 1 == m_text.size() || m_text[m_at + 1] == u'\n'));
    }

    QString readQuoted()
    {
        QString cell;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\n')
                ++m_line;
            if (m_text[m_at] == u'"') {
                const bool isDoubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
                m_at += isDoubled ? 1 : 0;
                if (!isDoubled) {
                    ++m_at;
                    return cell;
                }
            }
            cell += m_text[m_at];
        }
        return cell;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<CsvRecord> m_records;
};

const auto style = uR"(<style>
:root { color-scheme: light dark }
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #888; padding: .3rem .6rem; text-align: start; vertical-align: top }
dt { font-weight: 600; margin-top: .6rem }
dd { margin: 0 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere }
section { break-inside: avoid }
code { overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
</style>
)"_s;

} // namespace

QString csvField(const QString& text)
{
    QString cell = isFormula(text) ? u'\'' + text : text;
    const auto needsQuotes = [](QChar c) {
        return c == u',' || c == u';' || c == u'"' || c == u'\r' || c == u'\n' || c == u'\t';
    };
    const bool isPlain = std::none_of(cell.cbegin(), cell.cend(), needsQuotes) && cell == cell.trimmed();
    return isPlain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString csvRecord(const QStringList& texts)
{
    return recordOf(texts, u',');
}

QString tsvRecord(const QStringList& texts)
{
    return recordOf(texts, u'\t');
}

QString csvText(const QString& cell)
{
    return cell.startsWith(u'\'') && isFormula(cell) ? cell.sliced(1) : cell;
}

std::vector<CsvRecord> csvRecords(const QString& text)
{
    return CsvReader(text).read();
}

QString markdownLine(const QString& text)
{
    const QString line = shown(text, false).trimmed();
    QString escaped = beginsBlock(line) ? u"\\"_s : QString();
    const qsizetype digits = std::find_if_not(line.begin(), line.end(), isAsciiDigit) - line.begin();
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool endsNumber = digits > 0 && i == digits && (line[i] == u'.' || line[i] == u')');
        if (endsNumber || isMarkup(line[i]))
            escaped += u'\\';
        escaped += line[i];
    }
    return escaped;
}

QString markdownPiece(const QString& text)
{
    QString escaped;
    for (const QChar unit : shown(text, false)) {
        if (isMarkup(unit))
            escaped += u'\\';
        escaped += unit;
    }
    return escaped;
}

QString markdownParagraphs(const QString& text)
{
    QString all;
    bool isInParagraph = false;
    for (const QString& one : QString(text).replace(u"\r\n"_s, u"\n"_s).split(u'\n')) {
        const QString line = markdownLine(QString(one).replace(u'\t', u' '));
        if (!line.isEmpty())
            all += (isInParagraph ? u"\\\n"_s : all.isEmpty() ? QString() : u"\n\n"_s) + line;
        isInParagraph = !line.isEmpty();
    }
    return all;
}

QString markdownName(const QString& name)
{
    const auto isPlain = [](QChar c) { return c > u' ' && c < u'\x7F' && c != u'`' && c != u'|' && c != u'\\'; };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isPlain) ? u'`' + name + u'`' : markdownLine(name);
}

QString htmlText(const QString& text)
{
    return shown(text, true).toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString htmlPage(const QString& title, const QString& body)
{
    const QString shownTitle = htmlText(title);
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s
        + shownTitle + u"</title>\n"_s + style + u"</head>\n<body>\n<h1>"_s + shownTitle + u"</h1>\n"_s + body
        + u"</body>\n</html>\n"_s;
}

} // namespace scopes
