#include "analysis/ScopeExtractor.h"

#include <algorithm>
#include <map>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// A piece of the text at hand.
struct Place
{
    int start = 0;
    int length = 0;
};

QStringView textAt(const PasteText& paste, const Place& place)
{
    return paste.text.mid(place.start, place.length);
}

MappedText mappedAt(const PasteText& paste, const Place& place)
{
    return paste.mapped.mid(place.start, place.length);
}

/// The word without the marks that a sentence or Markdown puts around it.
Place bareWord(const PasteText& paste, const PasteToken& token)
{
    qsizetype start = token.start;
    qsizetype end = token.end();
    while (start < end && QStringView(u"*'‘“•-#_~").contains(paste.text[start]))
        ++start;
    while (end > start && QStringView(u".:!*'’”").contains(paste.text[end - 1]))
        --end;
    return {static_cast<int>(start), static_cast<int>(end - start)};
}

bool hasParts(QStringView word)
{
    return word.contains(u'.') || word.contains(u':') || word.contains(u'_') || word.contains(u'-');
}

/// True if the word is a call or a member of something: video.list(, [user.info.basic].
bool isProgramText(const PasteText& paste, int token)
{
    return paste.isMark(token + 1, u'(') && paste.areAdjacent(token, token + 1);
}

/// A list of strings or words in brackets of which one is certainly a scope: then all are.
bool takeSiblings(PasteText& paste, int open)
{
    int first = open;
    while (paste.isMark(first - 1, u',') && paste.is(first - 2, Kind::Close) && !paste.isTaken(paste.at(first - 2).pair))
        first = paste.at(first - 2).pair;
    std::vector<MappedText> items;
    int next = first;
    int last = first;
    while (paste.is(next, Kind::Open)) {
        items.push_back(contentOf(paste, next));
        last = paste.at(next).pair + 1;
        next = paste.isMark(last, u',') ? paste.skipLines(last + 1) : paste.count();
    }
    ValueRule rule;
    rule.kind = PasteKind::CodeLiteral;
    rule.layers = {Layer::Quotes};
    rule.least = Shape::Structured;
    if (items.empty() || !addItems(paste, items, rule))
        return false;
    paste.take(first, last);
    return true;
}

/// Strings that hold nothing but scopes.
void takeStrings(PasteText& paste)
{
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Open) || paste.isTaken(token) || paste.isTaken(token + 1))
            continue;
        const MappedText content = contentOf(paste, token);
        const bool isKey = paste.isMark(paste.at(token).pair + 1, u':');
        if (content.size() == 0 || content.text().contains(u'=') || !isPureList(paste, content.text(), Shape::Strong))
            continue;
        const bool isCode = paste.at(token).unit == u'`';
        if (isCode || isKey) {
            ValueRule rule;
            rule.kind = isCode ? PasteKind::ErrorText : PasteKind::Json;
            rule.form = ScopeList::Form::Mention;
            if (addItems(paste, {content}, rule))
                paste.take(token, paste.at(token).pair + 1);
        } else {
            takeSiblings(paste, token);
        }
    }
}

/// Words of text that the catalog knows, or that are URLs which name scopes.
void takeWords(PasteText& paste)
{
    std::vector<MappedText> words;
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Word) || paste.isTaken(token) || isProgramText(paste, token))
            continue;
        if (paste.isMark(token - 1, u'&') || paste.isMark(token + 1, u'=') || paste.isMark(token + 1, u'?'))
            continue;
        const Place place = bareWord(paste, paste.at(token));
        const QStringView word = textAt(paste, place);
        const Shape shape = paste.shapes.of(word);
        const bool isUrl = shape == Shape::Strong && word.contains(u"://");
        if (!isUrl && (shape != Shape::Known || !hasParts(word)))
            continue;
        words.push_back(mappedAt(paste, place));
        paste.take(token, token + 1);
    }
    ValueRule rule;
    rule.form = ScopeList::Form::Mention;
    rule.kind = PasteKind::ErrorText;
    if (!words.empty())
        addItems(paste, words, rule);
}

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

    void takeBlock()
    {
        std::map<int, bool> isSure; // a column that holds scopes
        std::map<int, bool> isHeaded;
        for (const Cell& cell : m_cells) {
            const QStringView word = textAt(m_paste, wordOf(cell));
            isSure[cell.column] = isSure[cell.column] || m_paste.shapes.of(word) >= Shape::Strong;
            const bool isHead = cell.last <= cell.first + 2 && m_paste.is(cell.first, Kind::Word)
                && keyStrength(m_paste.textOf(cell.last - 1)) == KeyStrength::Strict;
            isHeaded[cell.column] = isHeaded[cell.column] || isHead;
        }
        std::vector<MappedText> items;
        for (const Cell& cell : m_cells) {
            const Place place = wordOf(cell);
            const QStringView word = textAt(m_paste, place);
            const Shape least = isHeaded[cell.column] ? Shape::Bare : Shape::Structured;
            if ((!isSure[cell.column] && !isHeaded[cell.column]) || word.isEmpty() || word.contains(u' ')
                || m_paste.shapes.of(word) < least || keyStrength(word) == KeyStrength::Strict)
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

/// The whole text without what stands around a list: brackets, a semicolon or comma, quotes.
MappedText withoutFrame(const PasteText& paste)
{
    int start = 0;
    int end = static_cast<int>(paste.text.size());
    const auto isFrame = [&](int at) { return paste.text[at].isSpace() || QStringView(u"\"'`[](){}").contains(paste.text[at]); };
    while (start < end && isFrame(start))
        ++start;
    while (end > start && (isFrame(end - 1) || paste.text[end - 1] == u';'))
        --end;
    return paste.mapped.mid(start, end - start);
}

} // namespace

void extractPureList(PasteText& paste)
{
    if (!paste.result.occurrences.empty() || paste.count() == 0)
        return;
    const MappedText whole = withoutFrame(paste);
    bool changed = false;
    MappedText decoded = percentDecodedOnce(whole, changed);
    if (changed)
        decoded = percentDecodedOnce(decoded, changed);
    // Colons, equals signs and quotes inside mean that this is something else.
    if (decoded.text().contains(u'=') || decoded.text().contains(u'"') || decoded.text().contains(u'\'')
        || decoded.text().contains(u'`') || decoded.text().contains(u'<') || decoded.text().contains(u'|')
        || decoded.text().contains(u'\t') || decoded.text().contains(u'(')
        || !isPureList(paste, decoded.text(), Shape::Structured))
        return;
    if (decoded.text().startsWith(u"- ") || decoded.text().startsWith(u"* "))
        return;
    // One word that only has parts may be anything: a host, a module, a version.
    const bool isOneWord = std::none_of(
        decoded.text().begin(), decoded.text().end(), [](QChar unit) { return unit.isSpace() || unit == u',' || unit == u'+'; });
    if (isOneWord && paste.shapes.of(decoded.text()) < Shape::Strong)
        return;
    ValueRule rule;
    rule.kind = PasteKind::ScopeList;
    if (decoded.text().contains(u'\n') && !decoded.text().contains(u','))
        rule.form = ScopeList::Form::Items;
    if (addList(paste, whole, rule))
        paste.take(0, paste.count());
}

void extractFromLayout(PasteText& paste)
{
    LayoutExtractor(paste).run();
}

void extractLoose(PasteText& paste)
{
    takeStrings(paste);
    takeWords(paste);
}

} // namespace scopes
