#include "import/DelimitedTable.h"

#include "document/Document.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scopes {

namespace {

constexpr auto nowhere = std::string_view::npos;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// The separator that stands most often in the first line that has text, quoted parts left out.
char separatorOf(std::string_view source)
{
    constexpr std::array<char, 4> separators{'\t', ',', ';', '|'};
    std::array<std::size_t, separators.size()> counts{};
    bool isQuoted = false;
    for (std::size_t at = std::min(source.find_first_not_of(" \r\n"), source.size()); at < source.size(); ++at) {
        if (source[at] == '"')
            isQuoted = !isQuoted;
        if (source[at] == '\n' && !isQuoted)
            break;
        for (std::size_t i = 0; i < separators.size() && !isQuoted; ++i)
            counts.at(i) += source[at] == separators.at(i) ? 1U : 0U;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return separators.at(static_cast<std::size_t>(most - counts.begin()));
}

class DelimitedReader
{
public:
    DelimitedReader(std::string_view source, std::size_t start, char separator)
        : m_source(source)
        , m_at(start)
        , m_separator(separator)
    {
    }

    /// The next row; one without cells at the end of the text.
    TextTable::Row nextRow()
    {
        TextTable::Row row;
        row.offset = m_at;
        while (m_at < m_source.size()) {
            row.cells.push_back(nextCell());
            if (m_at >= m_source.size() || m_source[m_at] != m_separator)
                break;
            ++m_at;
            if (m_at == m_source.size())
                row.cells.emplace_back();
        }
        ++m_at; // the line feed
        return row;
    }

    /// Where a quotation mark begins that nothing closes.
    std::size_t unclosed() const { return m_unclosed; }

private:
    std::string_view nextCell()
    {
        const std::size_t start = m_at;
        const std::size_t text = m_source.find_first_not_of(m_separator == '\t' ? " " : " \t", m_at);
        if (text != nowhere && m_source[text] == '"')
            m_at = endOfQuotes(text);
        const std::array<char, 2> ends{m_separator, '\n'};
        m_at = std::min(m_source.find_first_of({ends.data(), ends.size()}, m_at), m_source.size());
        return m_source.substr(start, m_at - start);
    }

    std::size_t endOfQuotes(std::size_t start)
    {
        for (std::size_t at = m_source.find('"', start + 1); at != nowhere; at = m_source.find('"', at + 2)) {
            if (at + 1 >= m_source.size() || m_source[at + 1] != '"')
                return at + 1;
        }
        m_unclosed = start;
        return m_source.size();
    }

    std::string_view m_source;
    std::size_t m_at;
    char m_separator;
    std::size_t m_unclosed = nowhere;
};

bool hasText(const TextTable::Row& row)
{
    return std::any_of(
        row.cells.begin(), row.cells.end(), [](std::string_view cell) { return cell.find_first_not_of(" \t\r") != nowhere; });
}

} // namespace

std::optional<Problem> readDelimitedTable(std::string_view source, TextTables& tables)
{
    constexpr std::string_view choice = "sep=";
    const bool isChosen = source.starts_with(choice) && source.size() > choice.size();
    const std::size_t start = isChosen ? std::min(source.find('\n'), source.size() - 1) + 1 : 0;
    DelimitedReader reader(source, start, isChosen ? source[choice.size()] : separatorOf(source));
    TextTable table;
    for (TextTable::Row row = reader.nextRow(); !row.cells.empty(); row = reader.nextRow()) {
        if (hasText(row))
            table.rows.push_back(std::move(row));
    }
    if (reader.unclosed() != nowhere) {
        const TextPosition place =
            positionOf(QByteArrayView(source.data(), static_cast<qsizetype>(source.size())), reader.unclosed());
        return Problem::error(
            tr("The quotation mark here is never closed: a quoted cell ends with another one."), place.line, place.column);
    }
    if (!table.rows.empty())
        tables.tables.push_back(std::move(table));
    return {};
}

} // namespace scopes
