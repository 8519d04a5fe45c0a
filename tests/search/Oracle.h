#pragma once

#include "catalog/ScopeCatalog.h"
#include "search/Query.h"

#include <QStringList>

#include <random>

/// The search once more, slow and plain, on QStrings: what the fast one is held against.
namespace scopes::tests {

/// What fold() promises, done to the whole text with Qt's functions.
QString plainFold(const QString& text);

/// A term before it is typed.
struct PlainTerm
{
    QString prefix; ///< an operator's name; empty: anywhere
    QString text; ///< not folded
    bool negated = false;
    bool whole = false; ///< only with an operator
};

/// One query in two forms: what a person types, and what is meant.
struct PlainQuery
{
    QString typed;
    std::vector<PlainTerm> terms;
    bool ticked = false;
    bool unticked = false;
};

/// The texts of a catalog's scopes by operator name, folded.
class Oracle
{
public:
    explicit Oracle(const ScopeCatalog& catalog);

    ScopeSet search(const PlainQuery& query, const ScopeSet& ticked) const;

private:
    struct Row
    {
        QStringList anywhere;
        QStringList name;
        QStringList topic;
        QStringList product;
        QStringList endpoint;
        QStringList field;

        const QStringList& texts(const QString& prefix) const;
    };

    std::vector<Row> m_rows;
};

/// Makes queries from pieces of a catalog's texts, in other cases and with other accents, and from nonsense.
class QueryMaker
{
public:
    QueryMaker(const ScopeCatalog& catalog, quint32 seed)
        : m_catalog(catalog)
        , m_engine(seed)
    {
    }

    PlainQuery make();

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint32>(limit)); }

    /// A set with about one scope in @p oneIn.
    ScopeSet someScopes(int oneIn);

private:
    QString someText();
    QString somePiece();
    QString retyped(QString text);
    void addTerm(PlainQuery& query);

    const ScopeCatalog& m_catalog;
    std::mt19937 m_engine;
};

} // namespace scopes::tests
