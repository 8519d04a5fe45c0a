#include "analysis/OneOfChars.h"
#include "analysis/PlacesInText.h"

#include <algorithm>
#include <map>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// One line of a list or table: where its cells are.
struct Cell
{
    int column = 0;
    int first = 0; ///< token
    int last = 0; ///< behind the last token
};

/// Takes the cells of lists and tables.
class LayoutExtractor
{
public:
    explicit LayoutExtractor(PasteText& paste)
        : m_paste(paste)
    {
    }

    void run()
    {
        int line = m_paste.skipLines(0);
        while (line < m_paste.count()) {
            const int end = m_paste.lineEnds[static_cast<std::size_t>(line)];
            const int columns = readLine(line, end);
            if (columns == 0 || columns != m_columns) {
                takeBlock();
                m_columns = columns;
            }
            if (columns != 0)
                m_cells.insert(m_cells.end(), m_line.begin(), m_line.end());
            line = m_paste.skipLines(end);
        }
        takeBlock();
    }

private:
    /// Cuts a line into cells: 1000 for a bullet, else the number of columns; 0 for a line of text.
    int readLine(int line, int end)
    {
        m_line.clear();
        const QStringView first = m_paste.textOf(line);
        const bool isBullet = first == u"-" || first == u"*" || first == u"•" || first == u"+"
            || (first.size() > 1 && first.size() < 5 && first[0].isDigit() && (first.endsWith(u'.')));
        if (isBullet && line + 1 < end) {
            m_line.push_back({0, line + 1, end});
            return bulletLine;
        }
        int start = line;
        int column = 0;
        for (int token = line; token <= end; ++token) {
            const bool isBar = token < end && m_paste.isMark(token, u'|');
            const bool isTab = token < end && token > start && hasTab(token);
            if (token < end && !isBar && !isTab)
                continue;
            if (token > start)
                m_line.push_back({column, start, token});
            column += token > start || token > line ? 1 : 0;
            start = isBar ? token + 1 : token;
        }
        const bool isTable = column > 1;
        return isTable ? 2 : 0;
    }

    bool hasTab(int token) const
    {
        const int before = m_paste.at(token - 1).end();
        return m_paste.text.mid(before, m_paste.at(token).start - before).contains(u'\t');
    }

    /// The cell's only word or string; empty if it holds more.
    Place wordOf(const Cell& cell) const
    {
        if (m_paste.isTaken(cell.first))
            return {};
        if (m_paste.is(cell.first, Kind::Open) && m_paste.at(cell.first).pair == cell.last - 1)
            return {m_paste.at(cell.first).end(), m_paste.at(cell.last - 1).start - m_paste.at(cell.first).end()};
        if (cell.last != cell.first + 1 || !m_paste.is(cell.first, Kind::Word))
            return {};
        return bareWord(m_paste, m_paste.at(cell.first));
    }

    /// The cell's words or strings where it holds nothing but several scopes with commas between.
    std::vector<Place> listOf(const Cell& cell) const
    {
        std::vector<Place> places;
        for (int token = cell.first; token < cell.last && !m_paste.isTaken(token); ++token) {
            const bool isString = m_paste.is(token, Kind::Open) && m_paste.at(token).pair < cell.last;
            const Cell one{cell.column, token, isString ? m_paste.at(token).pair + 1 : token + 1};
            const Place place = wordOf(one);
            if (m_paste.shapes.of(textAt(m_paste, place)) < Shape::Structured)
                return {};
            places.push_back(place);
            token = one.last;
            if (token < cell.last && !m_paste.isMark(token, u','))
                return {};
        }
        return places;
    }

    /// How surely a cell heads a column of scopes: 'Scope', 'OAuth scope' and 'Scope name' do, 'Permission' may.
    KeyStrength headingOf(const Cell& cell) const
    {
        const int remark = m_paste.isMark(cell.first + 1, u'(') ? cell.first + 1 : cell.last; // Permissions (any of these)
        if (remark > cell.first + 2 || !m_paste.is(cell.first, Kind::Word))
            return KeyStrength::None;
        const QStringView first = m_paste.textOf(cell.first);
        const QStringView last = m_paste.textOf(qMin(remark, cell.last) - 1);
        const bool isNamed = last.compare(u"name", Qt::CaseInsensitive) == 0 && keyStrength(first) == KeyStrength::Strict;
        if (isNamed || keyStrength(last) == KeyStrength::Strict)
            return KeyStrength::Strict;
        return last.startsWith(u"Permission") ? KeyStrength::Weak : KeyStrength::None;
    }

    void takeBlock()
    {
        std::map<int, bool> isSure; // a column that holds scopes
        std::map<int, KeyStrength> isHeaded;
        for (const Cell& cell : m_cells) {
            const QStringView word = textAt(m_paste, wordOf(cell));
            isSure[cell.column] = isSure[cell.column] || m_paste.shapes.of(word) >= Shape::Strong;
            isHeaded[cell.column] = std::max(isHeaded[cell.column], headingOf(cell));
        }
        std::vector<MappedText> items;
        for (const Cell& cell : m_cells) {
            const Place place = wordOf(cell);
            const QStringView word = textAt(m_paste, place);
            const Shape least = isHeaded[cell.column] == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
            if (!isSure[cell.column] && isHeaded[cell.column] == KeyStrength::None)
                continue;
            if (const auto list = word.isEmpty() ? listOf(cell) : std::vector<Place>(); list.size() > 1) {
                for (const Place& one : list)
                    items.push_back(mappedAt(m_paste, one));
                m_paste.take(cell.first, cell.last);
                continue;
            }
            if (word.isEmpty() || word.contains(u' ') || m_paste.shapes.of(word) < least
                || keyStrength(word) == KeyStrength::Strict)
                continue;
            items.push_back(mappedAt(m_paste, place));
            m_paste.take(cell.first, cell.last);
        }
        m_cells.clear();
        ValueRule rule;
        rule.form = ScopeList::Form::Items;
        rule.kind = m_columns == bulletLine ? PasteKind::Yaml : PasteKind::DocsTable;
        if (!items.empty())
            addItems(m_paste, items, rule);
    }

    static constexpr int bulletLine = 1000;

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_columns = 0;
    std::vector<Cell> m_line;
    std::vector<Cell> m_cells;
};

} // namespace

Place bareWord(const PasteText& paste, const PasteToken& token)
{
    qsizetype start = token.start;
    qsizetype end = token.end();
    while (start < end && isOneOfChars(paste.text[start], u"*'‘“•-#_~"))
        ++start;
    while (end > start && isOneOfChars(paste.text[end - 1], u".:!*'’”"))
        --end;
    return {static_cast<int>(start), static_cast<int>(end - start)};
}

void extractFromLayout(PasteText& paste)
{
    LayoutExtractor(paste).run();
}

} // namespace scopes
