#include "analysis/CallNeeds.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace scopes {

namespace {

/// One call of neededScopes().
class NeedsQuestion
{
public:
    NeedsQuestion(const ScopeCatalog& catalog, const NeedsOptions& options)
        : m_catalog(catalog)
        , m_options(options)
        , m_requested(catalog.scopeCount())
        , m_approved(catalog.scopeCount())
    {
        for (const QString& name : options.requested) {
            if (const ScopeId scope = catalog.find(name); scope != noId)
                m_requested.insert(scope);
            else if (options.keepRequested)
                m_needs.keptUnknown += name;
        }
        const AppProfile* const profile = options.profile;
        if (profile == nullptr || (!profile->catalog.isEmpty() && profile->catalog != catalog.id()))
            return;
        for (const QString& name : profile->approved) {
            if (const ScopeId scope = catalog.find(name); scope != noId)
                m_approved.insert(scope);
        }
    }

    CallNeeds answer(const std::vector<Call>& calls)
    {
        std::vector<CallPart> user;
        std::vector<CallPart> client;
        std::vector<CallPart> other;
        for (const Call& call : merged(calls)) {
            const TokenKind token = m_catalog.endpoint(call.endpoint).token;
            const Requirement& own = m_catalog.endpoint(call.endpoint).requirement;
            if (token == TokenKind::None && call.parts().size() == 1 && own.isMetBy(ScopeSet())) {
                m_needs.free.push_back(call.parts().front());
                continue;
            }
            auto& parts = token == TokenKind::UserAccessToken ? user : token == TokenKind::ClientAccessToken ? client : other;
            addDocumented(call, parts);
        }
        ask(TokenKind::UserAccessToken, std::move(user));
        ask(TokenKind::ClientAccessToken, std::move(client));
        ask(TokenKind::Unknown, std::move(other));
        return std::move(m_needs);
    }

private:
    void addDocumented(const Call& call, std::vector<CallPart>& documented)
    {
        const auto parts = call.parts();
        const bool isDecided = std::any_of(parts.begin() + 1, parts.end(),
            [this](const CallPart& part) { return requirementOf(part, m_catalog).isDocumented(); });
        for (const CallPart& part : parts) {
            if (requirementOf(part, m_catalog).isDocumented())
                documented.push_back(part);
            else if (!part.isCall() || !isDecided)
                m_needs.undocumented.push_back(part);
        }
    }

    /// True if a token of that kind can carry the scope, as far as is known.
    bool suits(ScopeId scope, TokenKind token) const
    {
        const ObtainedBy by = m_catalog.scope(scope).obtainedBy;
        return token == TokenKind::Unknown || by == ObtainedBy::Unknown
            || (by == ObtainedBy::UserAuthorization) == (token == TokenKind::UserAccessToken);
    }

    bool mayBeAsked(ScopeId scope, TokenKind token) const
    {
        return !m_options.onlyApproved || m_approved.contains(scope) || isKept(scope, token);
    }

    bool isKept(ScopeId scope, TokenKind token) const
    {
        return m_options.keepRequested && m_requested.contains(scope) && suits(scope, token);
    }

    /// The scopes that the question is about, ascending: a few of perhaps very many.
    std::vector<ScopeId> concerned(const std::vector<CallPart>& parts, TokenKind token) const
    {
        std::vector<ScopeId> scopes;
        for (const CallPart& part : parts) {
            const auto mentioned = requirementOf(part, m_catalog).mentioned();
            scopes.insert(scopes.end(), mentioned.begin(), mentioned.end());
        }
        m_requested.forEach([&](ScopeId scope) {
            if (isKept(scope, token))
                scopes.push_back(scope);
        });
        std::sort(scopes.begin(), scopes.end());
        scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
        return scopes;
    }

    /// The problem in which a scope's number is its place in @p scopes, so that the catalog's order stays.
    SetProblem problemFor(const std::vector<CallPart>& parts, const std::vector<ScopeId>& scopes, TokenKind token) const
    {
        SetProblem problem;
        problem.elementCount = static_cast<int>(scopes.size());
        for (const CallPart& part : parts) {
            auto alternatives = requirementOf(part, m_catalog).alternatives;
            for (auto& all : alternatives) {
                for (ScopeId& scope : all)
                    scope = static_cast<int>(std::lower_bound(scopes.begin(), scopes.end(), scope) - scopes.begin());
            }
            problem.requirements.push_back(std::move(alternatives));
        }
        for (std::size_t number = 0; number < scopes.size(); ++number) {
            const ScopeId scope = scopes[number];
            const bool isRead = !m_catalog.scope(scope).userDisplay.empty() && token != TokenKind::ClientAccessToken;
            problem.preferences.push_back({m_requested.contains(scope), m_approved.contains(scope), isRead});
            problem.excluded.push_back(!mayBeAsked(scope, token));
            if (isKept(scope, token))
                problem.kept.push_back(static_cast<int>(number));
        }
        return problem;
    }

    void ask(TokenKind token, std::vector<CallPart> parts)
    {
        if (parts.empty())
            return;
        const std::vector<ScopeId> scopes = concerned(parts, token);
        TokenNeeds needs{token, std::move(parts), {}, {}};
        needs.answer = smallestSets(problemFor(needs.parts, scopes, token), m_options.mostSets, m_options.goOn);
        for (auto& set : needs.answer.sets) {
            for (int& number : set)
                number = scopes[static_cast<std::size_t>(number)];
        }
        for (const int number : needs.answer.unmet)
            needs.inTheWay.push_back(inTheWay(needs.parts[static_cast<std::size_t>(number)], token));
        m_needs.requests.push_back(std::move(needs));
    }

    CallInTheWay inTheWay(const CallPart& part, TokenKind token) const
    {
        CallInTheWay result{part, {}};
        for (const auto& all : requirementOf(part, m_catalog).alternatives) {
            auto& missing = result.missing.emplace_back();
            std::copy_if(
                all.begin(), all.end(), std::back_inserter(missing), [&](ScopeId scope) { return !mayBeAsked(scope, token); });
        }
        return result;
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const NeedsOptions& m_options; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ScopeSet m_requested;
    ScopeSet m_approved;
    CallNeeds m_needs;
};

} // namespace

bool CallNeeds::hasAnswer() const
{
    return (!requests.empty() || !free.empty())
        && std::all_of(requests.begin(), requests.end(), [](const TokenNeeds& one) { return one.inTheWay.empty(); });
}

CallNeeds neededScopes(const std::vector<Call>& calls, const ScopeCatalog& catalog, const NeedsOptions& options)
{
    return NeedsQuestion(catalog, options).answer(calls);
}

std::vector<std::vector<CallPart>> coveredOnlyByEach(
    const std::vector<ScopeId>& set, const std::vector<CallPart>& parts, const ScopeCatalog& catalog)
{
    std::unordered_map<ScopeId, std::size_t> places;
    for (std::size_t place = 0; place < set.size(); ++place)
        places.emplace(set[place], place);
    const auto isInSet = [&](ScopeId scope) { return places.contains(scope); };
    std::vector<std::vector<CallPart>> covered(set.size());
    std::vector<ScopeId> needed;
    for (const CallPart& part : parts) {
        // Needed is what stands in every alternative that the set meets.
        needed.clear();
        bool isMet = false;
        for (const auto& all : requirementOf(part, catalog).alternatives) {
            if (!std::all_of(all.begin(), all.end(), isInSet))
                continue;
            if (!std::exchange(isMet, true))
                needed = all;
            else
                std::erase_if(needed, [&](ScopeId scope) { return std::find(all.begin(), all.end(), scope) == all.end(); });
        }
        for (const ScopeId scope : needed) {
            auto& own = covered[places.at(scope)];
            if (own.empty() || !(own.back() == part)) // an alternative may name a scope twice
                own.push_back(part);
        }
    }
    return covered;
}

} // namespace scopes
