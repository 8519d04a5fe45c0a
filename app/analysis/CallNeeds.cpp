#include "analysis/CallNeeds.h"

#include <algorithm>

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

    SetProblem problemFor(const std::vector<CallPart>& parts, TokenKind token) const
    {
        SetProblem problem;
        problem.elementCount = m_catalog.scopeCount();
        for (const CallPart& part : parts)
            problem.requirements.push_back(requirementOf(part, m_catalog).alternatives);
        for (ScopeId scope = 0; scope < m_catalog.scopeCount(); ++scope) {
            const bool isRead = !m_catalog.scope(scope).userDisplay.empty() && token != TokenKind::ClientAccessToken;
            problem.preferences.push_back({m_requested.contains(scope), m_approved.contains(scope), isRead});
            if (m_options.onlyApproved)
                problem.excluded.push_back(!m_approved.contains(scope));
            if (m_options.keepRequested && m_requested.contains(scope) && suits(scope, token))
                problem.kept.push_back(scope);
        }
        return problem;
    }

    void ask(TokenKind token, std::vector<CallPart> parts)
    {
        if (parts.empty())
            return;
        const SetProblem problem = problemFor(parts, token);
        TokenNeeds needs{token, std::move(parts), smallestSets(problem, m_options.mostSets, m_options.goOn), {}};
        for (const int number : needs.answer.unmet)
            needs.inTheWay.push_back(inTheWay(needs.parts[static_cast<std::size_t>(number)], problem));
        m_needs.requests.push_back(std::move(needs));
    }

    CallInTheWay inTheWay(const CallPart& part, const SetProblem& problem) const
    {
        CallInTheWay result{part, {}};
        for (const auto& all : requirementOf(part, m_catalog).alternatives) {
            std::vector<ScopeId> missing;
            std::copy_if(all.begin(), all.end(), std::back_inserter(missing), [&](ScopeId scope) {
                return problem.excluded[static_cast<std::size_t>(scope)]
                    && std::find(problem.kept.begin(), problem.kept.end(), scope) == problem.kept.end();
            });
            result.missing.push_back(std::move(missing));
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

std::vector<CallPart> coveredOnlyBy(
    ScopeId scope, const std::vector<ScopeId>& set, const std::vector<CallPart>& parts, const ScopeCatalog& catalog)
{
    ScopeSet without(catalog.scopeCount());
    for (const ScopeId one : set)
        without.set(one, one != scope);
    ScopeSet with = without;
    with.insert(scope);
    std::vector<CallPart> result;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(result), [&](const CallPart& part) {
        const Requirement& requirement = requirementOf(part, catalog);
        return requirement.isMetBy(with) && !requirement.isMetBy(without);
    });
    return result;
}

} // namespace scopes
