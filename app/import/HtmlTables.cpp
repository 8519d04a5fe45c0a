#include "import/HtmlTables.h"

#include "import/CatalogWords.h"
#include "import/PlainText.h"

#include <algorithm>
#include <charconv>

namespace scopes {

namespace {

constexpr auto nowhere = std::string_view::npos;

/// A start or end tag.
struct Tag
{
    std::string name; ///< lower case, with '/' for an end tag
    std::string attributes; ///< lower case
    std::size_t start = 0;
    std::size_t end = 0; ///< behind '>'
};

/// The tag that begins at @p start, where a '<' stands; nameless if none does.
Tag tagAt(std::string_view source, std::size_t start)
{
    constexpr std::size_t longestTag = 8192;
    const std::string_view text = source.substr(start, longestTag);
    if (text.size() < 3 || (text[1] != '/' && (lowerCase(text[1]) < 'a' || lowerCase(text[1]) > 'z')))
        return {};
    const std::size_t nameEnd = std::min(text.find_first_of(" \t\r\n/>", 2), text.size());
    char quote = '\0';
    for (std::size_t at = nameEnd; at < text.size(); ++at) {
        if (quote != '\0') {
            quote = text[at] == quote ? '\0' : quote;
        } else if (text[at] == '"' || text[at] == '\'') {
            quote = text[at];
        } else if (text[at] == '<') {
            return {};
        } else if (text[at] == '>') {
            return {lowerCase(text.substr(1, nameEnd - 1)), lowerCase(text.substr(nameEnd, at - nameEnd)), start, start + at + 1};
        }
    }
    return {};
}

/// The number of columns or rows that a cell spans (HTML 4.9.11), at least 1.
std::size_t spanOf(const Tag& tag, std::string_view name)
{
    constexpr std::size_t mostSpan = 1000;
    std::size_t at = tag.attributes.find(name);
    at = at == nowhere ? at : tag.attributes.find_first_of("0123456789", at + name.size());
    if (at == nowhere)
        return 1;
    std::size_t span = 1;
    std::from_chars(tag.attributes.data() + at, tag.attributes.data() + tag.attributes.size(), span);
    return std::clamp<std::size_t>(span, 1, mostSpan);
}

class HtmlReader
{
public:
    HtmlReader(std::string_view source, TextTables& tables)
        : m_source(source)
        , m_tables(tables)
        , m_mayCarry(4 * source.size())
    {
    }

    void read()
    {
        for (std::size_t at = m_source.find('<'); at != nowhere; at = m_source.find('<', at)) {
            if (m_source.substr(at).starts_with("<!--")) {
                at = m_source.find("-->", at);
                continue;
            }
            const Tag tag = tagAt(m_source, at);
            if (tag.name.empty()) {
                ++at;
                continue;
            }
            at = tag.end;
            if (tag.name == "script" || tag.name == "style")
                at = m_source.find("</", at);
            else
                take(tag);
        }
        m_end = m_source.size();
        finishTable();
    }

private:
    void take(const Tag& tag)
    {
        m_end = tag.start;
        if (tag.name == "table") {
            if (m_depth++ == 0)
                m_table = TextTable{m_caption, {}, {}};
        } else if (tag.name == "/table") {
            if (m_depth == 1)
                finishTable();
            m_depth -= m_depth > 0 ? 1 : 0;
        } else if (m_depth == 1) {
            takeInTable(tag);
        } else if (m_depth == 0) {
            takeHeading(tag);
        }
    }

    static bool isHeading(std::string_view name)
    {
        return name == "title" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
    }

    void takeHeading(const Tag& tag)
    {
        if (isHeading(tag.name)) {
            m_headingStart = tag.end;
        } else if (tag.name.starts_with('/') && isHeading(std::string_view(tag.name).substr(1)) && m_headingStart != 0) {
            m_caption = plainText(m_source.substr(m_headingStart, tag.start - m_headingStart));
            if (m_tables.title.empty())
                m_tables.title = m_caption;
            m_headingStart = 0;
        }
    }

    void takeInTable(const Tag& tag)
    {
        if (tag.name == "tr") {
            finishRow();
            m_row.offset = tag.start;
            m_isRow = true;
        } else if (tag.name == "td" || tag.name == "th") {
            finishCell();
            placeCarried();
            m_isCell = true;
            m_cellStart = tag.end;
            m_columns = spanOf(tag, "colspan");
            m_rows = spanOf(tag, "rowspan");
            m_isAllHeadings &= tag.name == "th";
        } else if (tag.name == "/td" || tag.name == "/th") {
            finishCell();
        } else if (tag.name == "/tr") {
            finishRow();
        } else if (tag.name == "caption") {
            m_headingStart = tag.end;
        } else if (tag.name == "/caption" && m_headingStart != 0) {
            m_table.caption = plainText(m_source.substr(m_headingStart, tag.start - m_headingStart));
            m_headingStart = 0;
        }
    }

    /// A cell that spans rows stands again in this row; a bound keeps a short text from becoming a huge table.
    void placeCarried()
    {
        while (m_row.cells.size() < m_carried.size() && m_carried[m_row.cells.size()].rows > 0) {
            Carried& carried = m_carried[m_row.cells.size()];
            --carried.rows;
            const std::size_t size = carried.cell.size() + sizeof(Carried);
            if (size > m_mayCarry) {
                m_carried.clear();
                return;
            }
            m_mayCarry -= size;
            m_row.cells.push_back(carried.cell);
        }
    }

    void finishCell()
    {
        constexpr std::size_t mostColumns = 1000;
        if (!m_isCell)
            return;
        m_isCell = false;
        const std::string_view cell = m_source.substr(m_cellStart, m_end - m_cellStart);
        for (std::size_t i = 0; i < m_columns && m_row.cells.size() < mostColumns; ++i) {
            if (i > 0 && m_mayCarry < sizeof(Carried))
                break;
            m_mayCarry -= i > 0 ? sizeof(Carried) : 0;
            if (m_rows > 1) {
                m_carried.resize(std::max(m_carried.size(), m_row.cells.size() + 1));
                m_carried[m_row.cells.size()] = {i == 0 ? cell : std::string_view(), m_rows - 1};
            }
            m_row.cells.push_back(i == 0 ? cell : std::string_view());
        }
    }

    void finishRow()
    {
        finishCell();
        if (m_isRow)
            placeCarried();
        if (!m_row.cells.empty()) {
            const bool isFirst = m_table.rows.empty() && m_table.headings.cells.empty();
            if (isFirst && m_isAllHeadings)
                m_table.headings = std::move(m_row);
            else
                m_table.rows.push_back(std::move(m_row));
        }
        m_row = {};
        m_isRow = false;
        m_isAllHeadings = true;
    }

    void finishTable()
    {
        finishRow();
        m_carried.clear();
        if (!m_table.rows.empty())
            m_tables.tables.push_back(std::move(m_table));
        m_table = {};
    }

    struct Carried
    {
        std::string_view cell;
        std::size_t rows = 0; ///< in how many more it stands
    };

    std::string_view m_source;
    TextTables& m_tables; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::size_t m_mayCarry; ///< bytes that spanning cells may still repeat
    TextTable m_table;
    TextTable::Row m_row;
    std::vector<Carried> m_carried; ///< by column
    std::string m_caption;
    std::size_t m_headingStart = 0; ///< 0: in none
    std::size_t m_cellStart = 0;
    std::size_t m_end = 0; ///< of the text before the tag at hand
    std::size_t m_columns = 1;
    std::size_t m_rows = 1;
    int m_depth = 0;
    bool m_isRow = false;
    bool m_isCell = false;
    bool m_isAllHeadings = true;
};

} // namespace

void readHtmlTables(std::string_view source, TextTables& tables)
{
    HtmlReader(source, tables).read();
}

} // namespace scopes
