#include "search/SearchIndex.h"

#include <algorithm>
#include <utility>

namespace scopes {

Text pathOf(Text url)
{
    const std::size_t host = url.find("://");
    if (host == Text::npos)
        return url;
    const std::size_t path = url.find('/', host + 3);
    return path == Text::npos ? Text("/") : url.substr(path);
}

namespace {

/// Calls @p visit(scope) for each member from @p first, a multiple of 64, to @p last - 1.
template <typename Visitor>
void forEachBetween(const ScopeSet& set, int first, int last, Visitor visit)
{
    const auto end = (static_cast<std::size_t>(last) + 63) / 64;
    for (std::size_t word = static_cast<std::size_t>(first) / 64; word < end; ++word) {
        for (std::uint64_t bits = set.words()[word]; bits != 0; bits &= bits - 1)
            visit(static_cast<ScopeId>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    }
}

/// The terms that @p last does not answer already, those first that cost least and rule out most.
std::vector<const QueryTerm*> openTerms(const Query& query, const Query* last)
{
    std::vector<const QueryTerm*> open;
    for (const QueryTerm& term : query.terms()) {
        if (last == nullptr || std::find(last->terms().begin(), last->terms().end(), term) == last->terms().end())
            open.push_back(&term);
    }
    const auto cost = [](const QueryTerm* term) {
        const bool readsTexts = !term->column || term->column == SearchColumn::Name;
        return std::pair(readsTexts, term->negated);
    };
    std::stable_sort(open.begin(), open.end(), [&](const QueryTerm* left, const QueryTerm* right) {
        return cost(left) != cost(right) ? cost(left) < cost(right) : left->text.size() > right->text.size();
    });
    return open;
}

} // namespace

SearchIndex::SearchIndex(CatalogPointer catalog)
    : m_catalog(std::move(catalog))
    , m_own(m_catalog->scopeCount(),
          [scopes = m_catalog->scopes()](int id) {
              const Scope& scope = scopes[static_cast<std::size_t>(id)];
              return std::array{scope.name, scope.definition, scope.userDisplay};
          })
    , m_topics(m_catalog->topicCount(), [this](int id) { return std::array{m_catalog->topic(id).name}; })
    , m_products(static_cast<int>(m_catalog->products().size()), [this](int id) { return std::array{m_catalog->product(id)}; })
    , m_scopesOfProduct(m_products.count(), [this](const auto& visit) {
        for (ScopeId scope = 0; scope < scopeCount(); ++scope) {
            if (const LabelId product = m_catalog->scope(scope).product; product != noId)
                visit(product, scope);
        }
    })
{
    indexEndpoints();
    indexNotes();
}

void SearchIndex::indexNotes()
{
    for (ScopeId scope = 0; scope < scopeCount(); ++scope) {
        const Scope& row = m_catalog->scope(scope);
        if (row.details != noId && !m_catalog->details(row).ownNotes.empty())
            m_noted.push_back(scope);
    }
    m_notes = FoldedTexts(static_cast<int>(m_noted.size()), [this](int number) {
        return std::array{m_catalog->details(m_catalog->scope(m_noted[static_cast<std::size_t>(number)])).ownNotes.front().text};
    });
}

void SearchIndex::indexEndpoints()
{
    const auto endpoints = m_catalog->endpoints();
    std::vector<std::array<std::string, 2>> calls;
    std::vector<Text> fields;
    std::vector<int> firstFields;
    for (const Endpoint& endpoint : endpoints) {
        const std::string method = std::string(endpoint.method) + ' ';
        calls.push_back({method + std::string(endpoint.url), method + std::string(pathOf(endpoint.url))});
        firstFields.push_back(static_cast<int>(fields.size()));
        for (const Field& field : endpoint.fields)
            fields.push_back(field.name);
    }
    const auto count = static_cast<int>(endpoints.size());
    m_endpoints = FoldedTexts(count, [&](int id) {
        const Endpoint& endpoint = m_catalog->endpoint(id);
        return std::array{endpoint.name, endpoint.url};
    });
    m_calls = FoldedTexts(count, [&](int id) {
        const auto& call = calls[static_cast<std::size_t>(id)];
        return std::array{Text(call[0]), Text(call[1]), m_catalog->endpoint(id).id};
    });
    m_fields = FoldedTexts(
        static_cast<int>(fields.size()), [&](int number) { return std::array{fields[static_cast<std::size_t>(number)]}; });
    m_scopesOfEndpoint = ScopesByNumber(count, [&](const auto& visit) {
        for (ScopeId scope = 0; scope < scopeCount(); ++scope) {
            for (const EndpointId endpoint : m_catalog->endpointsOf(scope))
                visit(endpoint, scope);
        }
    });
    m_scopesOfField = ScopesByNumber(m_fields.count(), [&](const auto& visit) {
        for (ScopeId scope = 0; scope < scopeCount(); ++scope) {
            for (const auto& [endpoint, field] : m_catalog->fieldsOf(scope))
                visit(firstFields[static_cast<std::size_t>(endpoint)] + field, scope);
        }
    });
}

SearchResult SearchIndex::search(const Query& query, const ScopeSet& ticked, const SearchResult* last) const
{
    const bool narrows = last != nullptr && last->textHits.size() == scopeCount() && query.refinesText(last->query);
    ScopeSet found = narrows ? last->textHits : ScopeSet(scopeCount(), true);
    for (const QueryTerm* term : openTerms(query, narrows ? &last->query : nullptr)) {
        if (found.isEmpty())
            break;
        ScopeSet matches = matching(*term, found);
        if (term->negated)
            found -= matches;
        else
            found = std::move(matches);
    }

    SearchResult result{query, found, std::move(found), query.problems()};
    if (query.wantsTicked())
        result.hits &= ticked;
    if (query.wantsUnticked())
        result.hits -= ticked;
    for (const Query::Doubt& doubt : query.doubts()) {
        if (!occurs(doubt.text))
            result.problems.push_back(doubt.problem);
    }
    std::stable_sort(result.problems.begin(), result.problems.end(),
        [](const QueryProblem& left, const QueryProblem& right) { return left.start < right.start; });
    return result;
}

/// The candidates that hold the term's text, be the term negated or not.
ScopeSet SearchIndex::matching(const QueryTerm& term, const ScopeSet& candidates) const
{
    const Needle needle(term.text);
    ScopeSet found = hitsElsewhere(term, needle);
    found &= candidates;
    if (!term.column || term.column == SearchColumn::Name)
        addOwnTextHits(needle, term, candidates, found);
    return found;
}

/// Adds to @p found those candidates whose own texts hold the needle.
void SearchIndex::addOwnTextHits(const Needle& needle, const QueryTerm& term, const ScopeSet& candidates, ScopeSet& found) const
{
    ScopeSet open = candidates;
    open -= found;
    const int openCount = open.count();
    const bool nameOnly = term.column.has_value();
    // Jumping from text to text costs about four times what reading on does.
    const bool readsOn = !nameOnly && openCount > scopeCount() / 4;
    inParallel(scopeCount(), openCount < FoldedTexts::parallelFrom / 4 ? scopeCount() + 1 : FoldedTexts::parallelFrom,
        [&](int first, int last) {
            if (readsOn) {
                m_own.forEachHit(needle, first, last, [&](int scope) { found.insert(scope); });
                return;
            }
            forEachBetween(open, first, last, [&](ScopeId scope) {
                if (term.whole ? m_own.firstPart(scope) == term.text
                               : needle.isIn(nameOnly ? m_own.firstPart(scope) : m_own.text(scope)))
                    found.insert(scope);
            });
        });
    found &= candidates;
}

/// The scopes whose topic, product, endpoints or fields hold the needle, as far as the term covers them.
ScopeSet SearchIndex::hitsElsewhere(const QueryTerm& term, const Needle& needle) const
{
    ScopeSet found(scopeCount());
    const auto mark = [&](const FoldedTexts& texts, int number, std::span<const ScopeId> scopes) {
        if (term.whole && !texts.hasPart(number, term.text))
            return;
        for (const ScopeId scope : scopes)
            found.insert(scope);
    };
    if (term.covers(SearchColumn::Topic))
        m_topics.forEachHit(needle, [&](int topic) { mark(m_topics, topic, m_catalog->scopesOf(topic)); });
    if (term.covers(SearchColumn::Product))
        m_products.forEachHit(needle, [&](int product) { mark(m_products, product, m_scopesOfProduct.of(product)); });
    if (term.covers(SearchColumn::Endpoint))
        m_endpoints.forEachHit(needle, [&](int endpoint) { mark(m_endpoints, endpoint, m_scopesOfEndpoint.of(endpoint)); });
    if (term.column == SearchColumn::Endpoint)
        m_calls.forEachHit(needle, [&](int endpoint) { mark(m_calls, endpoint, m_scopesOfEndpoint.of(endpoint)); });
    if (term.covers(SearchColumn::Field))
        m_fields.forEachHit(needle, [&](int field) { mark(m_fields, field, m_scopesOfField.of(field)); });
    if (!term.column)
        m_notes.forEachHit(needle, [&](int note) { found.insert(m_noted[static_cast<std::size_t>(note)]); });
    return found;
}

/// True if some scope would be found by that text alone.
bool SearchIndex::occurs(const std::string& text) const
{
    return !matching({{}, text, false, false}, ScopeSet(scopeCount(), true)).isEmpty();
}

} // namespace scopes
