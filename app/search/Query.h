#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace scopes {

/// Where a word is looked for.
enum class SearchColumn { Name, Topic, Definition, UserDisplay, Product, Endpoint, Field };

/// One text that must be found, or must not.
struct QueryTerm
{
    std::optional<SearchColumn> column; ///< none: anywhere
    std::string text; ///< as fold() gives it, not empty
    bool negated = false;
    bool whole = false; ///< the text is all that the column says, not a part of it; only with a column

    /// True if the term looks at that column.
    bool covers(SearchColumn shown) const { return !column || *column == shown; }

    /// True if whatever this term lets pass, @p other lets pass too.
    bool implies(const QueryTerm& other) const;

    bool operator==(const QueryTerm&) const = default;
};

/// A piece of the query that is not understood.
struct QueryProblem
{
    int start = 0; ///< in UTF-16 units of what was typed
    int length = 0;
    QString message; ///< whole sentences for the user, plain text

    bool operator==(const QueryProblem&) const = default;
};

/// What is typed into the search box. All terms must match:
///
///     word  "a phrase"  name:x  topic:x  product:x  endpoint:x  field:"x y"  is:ticked  is:unticked  -word  -topic:x
///
/// A quote within quotes is typed twice: name:="say ""hello""". 'name:=x' asks for the whole name and not a part of it; so do
/// the others with '='. Case and accents don't matter. A quote that is not closed ends with the text. An operator without a
/// value, and a minus that stands alone, match everything: they are still being typed. The same holds for the empty query.
class Query
{
    Q_DECLARE_TR_FUNCTIONS(Query)

public:
    /// What looks like an operator and is none. It is searched as plain text, and is a problem only where that text does not
    /// occur in the catalog: names of scopes may hold colons ('chat:write').
    struct Doubt
    {
        std::string text; ///< folded
        QueryProblem problem;

        bool operator==(const Doubt&) const = default;
    };

    /// No more than this many UTF-16 units are read; a problem tells when there are more.
    static constexpr int longest = 1000;

    Query() = default;
    explicit Query(QStringView typed);

    /// The text as one phrase, so that whatever it holds is searched as it is.
    static QString quoted(QString text);

    const std::vector<QueryTerm>& terms() const { return m_terms; }

    bool wantsTicked() const { return m_wantsTicked; }

    bool wantsUnticked() const { return m_wantsUnticked; }

    /// True if it matches everything.
    bool isEmpty() const { return m_terms.empty() && !m_wantsTicked && !m_wantsUnticked; }

    /// What is wrong whatever the catalog holds, in the order typed.
    const std::vector<QueryProblem>& problems() const { return m_problems; }

    const std::vector<Doubt>& doubts() const { return m_doubts; }

    /// True if it is certain that each result of this query is a result of @p previous, for the same ticked scopes.
    bool refines(const Query& previous) const;

    /// The same, but for what is:ticked and is:unticked ask.
    bool refinesText(const Query& previous) const;

    bool operator==(const Query&) const = default;

private:
    class Parser;

    std::vector<QueryTerm> m_terms;
    std::vector<QueryProblem> m_problems;
    std::vector<Doubt> m_doubts;
    bool m_wantsTicked = false;
    bool m_wantsUnticked = false;
};

} // namespace scopes
