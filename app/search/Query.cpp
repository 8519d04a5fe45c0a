#include "search/Query.h"

#include "document/VisibleText.h"
#include "search/Folding.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace scopes {

namespace {

struct Operator
{
    QStringView name;
    SearchColumn column;
};

constexpr std::array<Operator, 5> columnOperators{{
    {u"topic", SearchColumn::Topic},
    {u"field", SearchColumn::Field},
    {u"endpoint", SearchColumn::Endpoint},
    {u"product", SearchColumn::Product},
    {u"name", SearchColumn::Name},
}};

bool isSame(QStringView left, QStringView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

/// Reads terms one after the other.
class Query::Parser
{
public:
    Parser(QStringView typed, Query& query)
        : m_typed(typed)
        , m_query(query)
    {
    }

    void parse()
    {
        for (skipSpace(); m_at < m_typed.size(); skipSpace())
            parseTerm();
    }

private:
    void skipSpace()
    {
        while (m_at < m_typed.size() && m_typed[m_at].isSpace())
            ++m_at;
    }

    bool isAt(QChar character) const { return m_at < m_typed.size() && m_typed[m_at] == character; }

    void parseTerm()
    {
        m_start = m_at;
        m_negated = isAt(u'-');
        if (m_negated)
            ++m_at;
        const QStringView name = operatorName();
        if (name.isEmpty()) {
            add({}, value());
            return;
        }
        m_at += name.size() + 1;
        if (isSame(name, u"is")) {
            addState(value());
            return;
        }
        const auto known = std::find_if(columnOperators.begin(), columnOperators.end(),
            [&](const Operator& candidate) { return isSame(candidate.name, name); });
        if (known != columnOperators.end()) {
            const bool whole = isAt(u'=');
            m_at += whole ? 1 : 0;
            add(known->column, value(), whole);
        } else {
            addDoubt(name, value());
        }
    }

    /// Letters with a colon behind them; empty if there is nothing of the kind here.
    QStringView operatorName() const
    {
        qsizetype end = m_at;
        while (end < m_typed.size() && m_typed[end].isLetter())
            ++end;
        return end < m_typed.size() && m_typed[end] == u':' ? m_typed.sliced(m_at, end - m_at) : QStringView();
    }

    /// What stands between quotes, or up to the next space.
    QString value()
    {
        if (isAt(u'"'))
            return quotedValue();
        const qsizetype first = m_at;
        while (m_at < m_typed.size() && !m_typed[m_at].isSpace())
            ++m_at;
        return m_typed.sliced(first, m_at - first).toString();
    }

    /// Two quotes stand for one that does not end the text.
    QString quotedValue()
    {
        QString text;
        for (++m_at; m_at < m_typed.size(); ++m_at) {
            if (isAt(u'"') && (++m_at >= m_typed.size() || !isAt(u'"')))
                break;
            text += m_typed[m_at];
        }
        return text;
    }

    void add(std::optional<SearchColumn> column, QStringView text, bool whole = false)
    {
        if (std::string folded = fold(text); !folded.empty())
            m_query.m_terms.push_back({column, std::move(folded), m_negated, whole});
    }

    void addState(QStringView state)
    {
        if (state.isEmpty())
            return;
        const bool ticked = isSame(state, u"ticked");
        if (!ticked && !isSame(state, u"unticked")) {
            m_query.m_problems.push_back(
                problem(tr("“is:” is followed by “ticked” or “unticked”, so “%1” is left out of the search.").arg(shownPiece())));
            return;
        }
        (ticked != m_negated ? m_query.m_wantsTicked : m_query.m_wantsUnticked) = true;
    }

    void addDoubt(QStringView name, const QString& text)
    {
        const QString tried = name.toString() + u':';
        const QString plain = tried + text;
        m_query.m_doubts.push_back({fold(plain),
            problem(tr("“%1” is not an operator, so “%2” is searched as plain text. The operators are name:, topic:, "
                       "product:, endpoint:, field: and is:.")
                        .arg(visibleText(tried, 40), shownPiece()))});
        add({}, plain);
    }

    QString shownPiece() const { return visibleText(m_typed.sliced(m_start, m_at - m_start), 80); }

    QueryProblem problem(const QString& message) const
    {
        return {static_cast<int>(m_start), static_cast<int>(m_at - m_start), message};
    }

    QStringView m_typed;
    Query& m_query;
    qsizetype m_at = 0;
    qsizetype m_start = 0; ///< of the term, with its minus
    bool m_negated = false;
};

Query::Query(QStringView typed)
{
    Parser(typed.first(std::min<qsizetype>(typed.size(), longest)), *this).parse();
    if (typed.size() > longest) {
        m_problems.push_back({longest, static_cast<int>(std::min<qsizetype>(typed.size() - longest, 1 << 30)),
            tr("Only the first %L1 characters are searched.").arg(longest)});
    }
}

QString Query::quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

bool QueryTerm::implies(const QueryTerm& other) const
{
    if (negated != other.negated)
        return false;
    const QueryTerm& narrow = negated ? other : *this;
    const QueryTerm& wide = negated ? *this : other;
    // Anywhere is wider than any column but this one: endpoint: also looks at methods and ids.
    const bool coversColumn = wide.column == narrow.column || (!wide.column && narrow.column != SearchColumn::Endpoint);
    return coversColumn
        && (wide.whole ? narrow.whole && narrow.text == wide.text : narrow.text.find(wide.text) != std::string::npos);
}

bool Query::refinesText(const Query& previous) const
{
    return std::all_of(previous.m_terms.begin(), previous.m_terms.end(), [&](const QueryTerm& old) {
        return std::any_of(m_terms.begin(), m_terms.end(), [&](const QueryTerm& term) { return term.implies(old); });
    });
}

bool Query::refines(const Query& previous) const
{
    return refinesText(previous) && (m_wantsTicked || !previous.m_wantsTicked) && (m_wantsUnticked || !previous.m_wantsUnticked);
}

} // namespace scopes
