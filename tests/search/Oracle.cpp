#include "search/Oracle.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

bool isDroppedMark(char32_t character)
{
    const auto category = QChar::category(character);
    const bool selects = (character >= 0xfe00 && character <= 0xfe0f) || (character >= 0xe0100 && character <= 0xe01ef)
        || (character >= 0x180b && character <= 0x180f);
    return category == QChar::Mark_Enclosing || category == QChar::Other_Format || QChar::combiningClass(character) != 0
        || character == 0x34f || selects;
}

QString withoutMarks(const QString& text)
{
    QString kept;
    for (const uint character : text.toUcs4()) {
        const auto category = QChar::category(character);
        const bool isBlank = category == QChar::Other_Control || category == QChar::Separator_Space
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        if (isBlank)
            kept += u' ';
        else if (!isDroppedMark(character))
            kept += QChar::fromUcs4(character);
    }
    return kept;
}

QStringList folded(std::initializer_list<QString> texts)
{
    QStringList result;
    for (const QString& text : texts)
        result += plainFold(text);
    return result;
}

} // namespace

QString plainFold(const QString& text)
{
    QString before;
    QString now = text;
    while (before != now) {
        before = now;
        now = withoutMarks(now.normalized(QString::NormalizationForm_KD)).toCaseFolded();
        now.replace(u'ß', u"ss"_s).replace(QChar(0x1e9e), u"ss"_s);
    }
    return now;
}

const QStringList& Oracle::Row::texts(const QString& prefix) const
{
    if (prefix.isEmpty())
        return anywhere;
    if (prefix == u"name")
        return name;
    if (prefix == u"topic")
        return topic;
    if (prefix == u"product")
        return product;
    return prefix == u"endpoint" ? endpoint : field;
}

Oracle::Oracle(const ScopeCatalog& catalog)
{
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
        const Scope& scope = catalog.scope(id);
        Row row;
        row.name = folded({toQString(scope.name)});
        row.topic = folded({toQString(catalog.topic(scope.topic).name)});
        if (scope.product != noId)
            row.product = folded({toQString(catalog.product(scope.product))});
        row.anywhere = row.name + row.topic + row.product + folded({toQString(scope.definition), toQString(scope.userDisplay)});
        for (const EndpointId number : catalog.endpointsOf(id)) {
            const Endpoint& endpoint = catalog.endpoint(number);
            const QString method = toQString(endpoint.method) + u' ';
            const QString url = toQString(endpoint.url);
            const QStringList addresses = folded({toQString(endpoint.name), url});
            row.anywhere += addresses;
            row.endpoint += addresses
                + folded({toQString(endpoint.id), method + url, method + url.mid(url.indexOf(u'/', url.indexOf(u"://"_s) + 3))});
        }
        for (const auto& [endpoint, field] : catalog.fieldsOf(id))
            row.field += folded({toQString(catalog.endpoint(endpoint).fields[static_cast<std::size_t>(field)].name)});
        row.anywhere += row.field;
        m_rows.push_back(std::move(row));
    }
}

ScopeSet Oracle::search(const PlainQuery& query, const ScopeSet& ticked) const
{
    std::vector<PlainTerm> terms = query.terms;
    for (PlainTerm& term : terms)
        term.text = plainFold(term.text);
    ScopeSet found(static_cast<int>(m_rows.size()));
    for (ScopeId id = 0; id < found.size(); ++id) {
        const Row& row = m_rows[static_cast<std::size_t>(id)];
        const bool textsMatch = std::all_of(terms.begin(), terms.end(), [&](const PlainTerm& term) {
            if (term.text.isEmpty())
                return true;
            const QStringList& texts = row.texts(term.prefix);
            const bool holds = std::any_of(texts.begin(), texts.end(),
                [&](const QString& text) { return term.whole ? text == term.text : text.contains(term.text); });
            return holds != term.negated;
        });
        const bool ticksMatch = (!query.ticked || ticked.contains(id)) && (!query.unticked || !ticked.contains(id));
        found.set(id, textsMatch && ticksMatch);
    }
    return found;
}

ScopeSet QueryMaker::someScopes(int oneIn)
{
    ScopeSet scopes(m_catalog.scopeCount());
    for (ScopeId id = 0; id < scopes.size(); ++id)
        scopes.set(id, below(oneIn) == 0);
    return scopes;
}

QString QueryMaker::someText()
{
    const Scope& scope = m_catalog.scope(below(m_catalog.scopeCount()));
    const Endpoint& endpoint = m_catalog.endpoint(below(static_cast<int>(m_catalog.endpoints().size())));
    switch (below(8)) {
    case 0:
        return toQString(scope.name);
    case 1:
        return toQString(scope.userDisplay);
    case 2:
        return toQString(m_catalog.topic(scope.topic).name);
    case 3:
        return toQString(m_catalog.product(scope.product));
    case 4:
        return toQString(endpoint.name);
    case 5:
        return toQString(endpoint.method) + u' ' + toQString(endpoint.url);
    case 6:
        return endpoint.fields.empty() ? u"id"_s : toQString(endpoint.fields.front().name);
    default:
        return toQString(scope.definition);
    }
}

QString QueryMaker::somePiece()
{
    if (below(12) == 0)
        return QStringList{u"zzzz"_s, u"é"_s, u"ﬁ"_s, u"STRASSE"_s, u"q"_s, u"\u0301"_s, u"a"_s}.at(below(7));
    const QString text = someText();
    if (text.isEmpty())
        return u"e"_s;
    const int start = below(static_cast<int>(text.size()));
    return retyped(text.mid(start, 1 + below(below(3) == 0 ? 30 : 6)));
}

QString QueryMaker::retyped(QString text)
{
    switch (below(5)) {
    case 0:
        return text.toUpper();
    case 1:
        return text.replace(u'e', u"é"_s);
    case 2:
        return text.replace(u'a', u"a\u0308"_s);
    default:
        return text;
    }
}

void QueryMaker::addTerm(PlainQuery& query)
{
    static const std::array prefixes{u""_s, u""_s, u""_s, u""_s, u"name"_s, u"topic"_s, u"product"_s, u"endpoint"_s, u"field"_s};
    PlainTerm term{prefixes[static_cast<std::size_t>(below(static_cast<int>(prefixes.size())))], {}, below(4) == 0};
    term.whole = !term.prefix.isEmpty() && below(4) == 0;
    term.text = term.whole ? retyped(someText()) : somePiece();
    if (below(8) == 0)
        term.text.insert(below(static_cast<int>(term.text.size()) + 1), u'"');
    const bool isPlain = !term.text.startsWith(u'"') && !term.text.contains(u' ') && !term.text.contains(u':')
        && !term.text.startsWith(u'-') && !term.text.startsWith(u'=');
    const bool isQuoted = !isPlain || below(4) == 0;
    if (term.text.isEmpty())
        return;
    query.typed += (query.typed.isEmpty() ? u""_s : u" "_s) + (term.negated ? u"-"_s : u""_s)
        + (term.prefix.isEmpty() ? u""_s : term.prefix + (term.whole ? u":="_s : u":"_s))
        + (isQuoted ? Query::quoted(term.text) : term.text);
    query.terms.push_back(std::move(term));
}

PlainQuery QueryMaker::make()
{
    PlainQuery query;
    for (int terms = 1 + below(3); terms > 0; --terms)
        addTerm(query);
    if (below(6) == 0) {
        query.ticked = below(2) == 0;
        query.unticked = !query.ticked;
        query.typed += query.ticked ? (below(2) == 0 ? u" is:ticked"_s : u" -is:unticked"_s) : u" IS:unticked"_s;
    }
    return query;
}

} // namespace scopes::tests
