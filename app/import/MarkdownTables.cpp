#include "import/MarkdownTables.h"

#include "import/PlainText.h"

#include <algorithm>

namespace scopes {

namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(blanks);
    return start == nowhere ? std::string_view() : text.substr(start, text.find_last_not_of(blanks) + 1 - start);
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    line = trimmed(line);
    if (line.starts_with('|'))
        line.remove_prefix(1);
    std::vector<std::string_view> cells;
    std::size_t start = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '|') {
            cells.push_back(trimmed(line.substr(start, at - start)));
            start = at + 1;
        }
    }
    if (start < line.size())
        cells.push_back(trimmed(line.substr(start)));
    return cells;
}

/// A line such as '|---|:-:|', which makes a table of the line before.
bool isDelimiterRow(std::string_view line)
{
    if (line.find('-') == nowhere || line.find('|') == nowhere || line.find_first_not_of("|-: \t\r") != nowhere)
        return false;
    const auto cells = cellsOf(line);
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        const std::size_t dash = cell.find_first_not_of(':');
        return dash <= 1 && cell.find('-') == dash && cell.find_last_not_of(':') + 2 >= cell.size();
    });
}

class MarkdownReader
{
public:
    MarkdownReader(std::string_view source, TextTables& tables)
        : m_source(source)
        , m_tables(tables)
    {
    }

    void read()
    {
        for (std::size_t at = 0; at < m_source.size();) {
            const std::size_t end = std::min(m_source.find('\n', at), m_source.size());
            readLine(m_source.substr(at, end - at), at);
            at = end + 1;
        }
        finishTable();
    }

private:
    void readLine(std::string_view line, std::size_t offset)
    {
        const std::string_view text = trimmed(line);
        if (text.starts_with("```") || text.starts_with("~~~"))
            m_isCode = !m_isCode;
        if (m_isCode) {
            finishTable();
        } else if (m_isTable && text.find('|') != nowhere) {
            m_table.rows.push_back({offset, cellsOf(text)});
        } else {
            finishTable();
            readOther(text);
        }
        m_lastLine = m_isCode ? std::string_view() : text;
        m_lastOffset = offset;
    }

    void readOther(std::string_view text)
    {
        if (text.starts_with('#')) {
            const std::string heading = plainText(trimmed(text.substr(std::min(text.find_first_not_of('#'), text.size()))));
            if (m_tables.title.empty())
                m_tables.title = heading;
            m_table.caption = heading;
        } else if (m_lastLine.find('|') != nowhere && isDelimiterRow(text)) {
            std::vector<std::string_view> headings = cellsOf(m_lastLine);
            m_isTable = headings.size() == cellsOf(text).size();
            if (m_isTable)
                m_table.headings = {m_lastOffset, std::move(headings)};
        }
    }

    void finishTable()
    {
        const std::string caption = m_table.caption;
        if (!m_table.rows.empty())
            m_tables.tables.push_back(std::move(m_table));
        m_table = TextTable();
        m_table.caption = caption;
        m_isTable = false;
    }

    std::string_view m_source;
    TextTables& m_tables; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    TextTable m_table;
    std::string_view m_lastLine;
    std::size_t m_lastOffset = 0;
    bool m_isTable = false;
    bool m_isCode = false;
};

} // namespace

void readMarkdownTables(std::string_view source, TextTables& tables)
{
    MarkdownReader(source, tables).read();
}

} // namespace scopes
