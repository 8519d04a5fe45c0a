#include "analysis/PasteParts.h"

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// Finds name=value pairs and puts those of one URL together.
class QueryFinder
{
public:
    explicit QueryFinder(PasteText& paste)
        : m_paste(paste)
    {
    }

    void run()
    {
        for (int token = 0; token + 1 < m_paste.count(); ++token) {
            const int equals = equalsBehind(token);
            if (equals > 0 && !m_paste.isMark(equals + 1, u'=') && !m_paste.isMark(equals + 1, u'>'))
                readParameter(token, equals);
        }
    }

private:
    /// The = behind the name that begins at @p token, be it name or name[] or name[0]; -1 if none follows at once.
    int equalsBehind(int token) const
    {
        if (!m_paste.is(token, Kind::Word))
            return -1;
        int end = token + 1;
        if (m_paste.isMark(end, u'[') && m_paste.areAdjacent(token, end)) {
            end += m_paste.is(end + 1, Kind::Word) ? 2 : 1;
            if (!m_paste.isMark(end, u']') || m_paste.at(end).start - m_paste.at(token + 1).end() > 2)
                return -1;
            ++end;
        }
        return m_paste.isMark(end, u'=') && m_paste.areAdjacent(end - 1, end) ? end : -1;
    }

    void readParameter(int token, int equals)
    {
        const bool isFirst = isBehind(token, u'?');
        const bool isNext = isBehind(token, u'&');
        const bool isString = m_paste.is(token - 1, Kind::Open) && m_paste.areAdjacent(token - 1, token);
        const QStringView name = m_paste.textOf(token);
        constexpr qsizetype longestName = 60;
        if (name.size() > longestName || (!isFirst && !isNext && !isString && !startsLine(token)))
            return;
        const int end = valueEnd(equals + 1);
        // A line such as A=b is a setting unless more of a URL follows.
        if (!isFirst && !isNext && !isString && !m_paste.isMark(end, u'&'))
            return;
        constexpr int farthest = 600;
        const bool isFar = m_paste.result.queries.empty() || m_paste.at(token).start - m_last > farthest;
        if (isFirst || isFar)
            startGroup(token, isFirst);
        m_last = m_paste.at(end - 1).end();
        add(token, equals, end);
    }

    bool isBehind(int token, char16_t mark) const
    {
        return m_paste.isMark(token - 1, mark) && m_paste.areAdjacent(token - 1, token);
    }

    bool startsLine(int token) const { return token == 0 || m_paste.is(token - 1, Kind::Line); }

    /// The token behind the value that begins at @p token.
    int valueEnd(int token) const
    {
        int depth = 0;
        const int first = token;
        for (; token < m_paste.count(); ++token) {
            const PasteToken& one = m_paste.at(token);
            depth += one.isMark(u'{') || one.isMark(u'(') ? 1 : one.isMark(u'}') || one.isMark(u')') ? -1 : 0;
            if (depth < 0 || one.kind == Kind::Line || one.kind == Kind::Close)
                break;
            if (depth == 0 && (one.isMark(u'&') || isQuoteAt(token) || one.isMark(u';') || one.isMark(u'<')))
                break;
            if (depth == 0 && token > first && !m_paste.areAdjacent(token - 1, token))
                break;
        }
        return std::max(token, first);
    }

    void startGroup(int token, bool hasBase)
    {
        QueryGroup group;
        const int base = token - 2;
        if (hasBase && m_paste.is(base, Kind::Word) && m_paste.areAdjacent(base, base + 1)) {
            const QStringView word = m_paste.textOf(base);
            const qsizetype start = qMax(word.lastIndexOf(u"https:"), word.lastIndexOf(u"http:"));
            const auto from = static_cast<int>(qMax(qsizetype(0), start));
            group.base = word.mid(from).toString();
            group.baseRange = m_paste.mapped.sourceRange(m_paste.at(base).start + from, static_cast<int>(word.size()) - from);
        } else if (hasBase && m_paste.is(token - 2, Kind::Line) && m_paste.is(token - 3, Kind::Word)) {
            group.base = m_paste.textOf(token - 3).toString();
        }
        group.range = m_paste.mapped.sourceRange(m_paste.at(token).start, 0);
        m_paste.result.queries.push_back(std::move(group));
    }

    bool isQuoteAt(int token) const
    {
        return m_paste.is(token, Kind::Close) || m_paste.is(token, Kind::Open) || m_paste.isMark(token, u'"')
            || m_paste.isMark(token, u'\'') || m_paste.isMark(token, u'`');
    }

    void add(int token, int equals, int end)
    {
        QueryGroup& group = m_paste.result.queries.back();
        const int name = m_paste.at(token).start;
        const int nameLength = m_paste.at(equals).start - name;
        const int start = m_paste.at(equals).end();
        const int length = std::max(0, m_paste.at(end - 1).end() - start);
        const MappedText raw = m_paste.mapped.mid(start, length);
        bool changed = false;
        QueryParameter parameter;
        parameter.name = percentDecodedOnce(m_paste.mapped.mid(name, nameLength), changed).text().toString();
        parameter.value = percentDecodedOnce(raw, changed).text().toString();
        parameter.nameRange = m_paste.mapped.sourceRange(name, nameLength);
        parameter.valueRange =
            raw.size() > 0 ? raw.sourceRange(0, raw.size()) : TextRange{m_paste.mapped.sourceRange(start - 1, 1).start + 1, 0};
        parameter.isTemplate = raw.text().contains(u'{') || raw.text().contains(u"%s") || raw.text().contains(u'$')
            || raw.text().contains(u'<') || (length == 0 && isQuoteAt(end));
        group.range.length = parameter.valueRange.start + parameter.valueRange.length - group.range.start;
        group.parameters.push_back(std::move(parameter));
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_last = 0;
};

} // namespace

void findQueries(PasteText& paste)
{
    QueryFinder(paste).run();
}

const QueryParameter* QueryGroup::find(QStringView name) const
{
    for (const QueryParameter& parameter : parameters) {
        if (parameter.name == name)
            return &parameter;
    }
    return nullptr;
}

} // namespace scopes
