#include "analysis/FindingRules.h"
#include "document/VisibleText.h"

#include <algorithm>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What the scopes of a text mean together.
class SetCheck
{
public:
    explicit SetCheck(RuleContext& context)
        : m_context(context)
    {
        for (int number = 0; number < context.checkedNames(); ++number) {
            const QString& name = context.names.name(number);
            m_names.push_back({name, context.catalog.find(name), number});
        }
    }

    void run()
    {
        for (const Name& one : m_names) {
            checkApproval(one);
            if (one.id != noId && m_context.catalog.scope(one.id).status == Scope::Status::Deprecated)
                reportDeprecated(one);
        }
        for (const ScopeList& list : m_context.inspection.lists) {
            if (list.form != ScopeList::Form::Mention)
                checkKinds(list);
            if (list.form == ScopeList::Form::Joined && list.kind != PasteKind::ErrorText)
                checkRequired(list);
        }
        checkOverlaps();
    }

private:
    struct Name
    {
        QString name;
        ScopeId id = noId;
        int number = 0;
    };

    QString nameOfScope(ScopeId id) const { return toQString(m_context.catalog.scope(id).name); }

    void checkApproval(const Name& one)
    {
        const QString& name = one.name;
        const AppProfile* const profile = m_context.profile;
        const bool applies = profile != nullptr && (profile->catalog.isEmpty() || profile->catalog == m_context.catalog.id());
        if (!applies || profile->approved.contains(name))
            return;
        Finding& finding = m_context.add("not-approved", Severity::Error, m_context.placesOf(one.number));
        finding.scopes = {name};
        finding.message = m_context.tr("%1 is not among the approved scopes of the app profile %2.")
                              .arg(shownName(name), shownName(profile->name));
        if (profile->appliedFor.contains(name))
            finding.message += u' ' + m_context.tr("Its approval has been applied for.");
        const Facts& refusal = m_context.catalog.provider().refusal;
        if (refusal.empty())
            return m_context.explainRefusal(finding);
        finding.why = visibleText(toQString(refusal.front().text));
        finding.source = refusal.front().source;
    }

    void reportDeprecated(const Name& one)
    {
        const Scope& scope = m_context.catalog.scope(one.id);
        Finding& finding = m_context.add("deprecated-scope", Severity::Warning, m_context.placesOf(one.number));
        finding.scopes = {one.name};
        finding.source = scope.source;
        finding.message = m_context.tr("%1 is deprecated.").arg(shownName(one.name));
        finding.why = m_context.tr("The provider may stop to grant it.");
        QStringList successors;
        for (const ScopeId successor : m_context.catalog.details(scope).replacedBy)
            successors += nameOfScope(successor);
        if (successors.isEmpty())
            return;
        finding.message += u' ' + m_context.tr("It is replaced by %1.").arg(shownName(successors.join(u", ")));
        if (successors.size() > 1)
            return;
        Fix fix{m_context.tr("Write %1").arg(shownName(successors.front())), {}, false};
        for (const TextRange& range : finding.ranges)
            fix.edits.push_back({range, successors.front()});
        finding.fix = std::move(fix);
    }

    /// What is known of a name.
    struct Kind
    {
        bool isLookedUp = false;
        ObtainedBy by = ObtainedBy::Unknown;
        const ScopeList* namedIn = nullptr; ///< the last list that was found to have it
    };

    Kind& kindOf(int occurrence)
    {
        const int number = m_context.names.of(occurrence);
        Kind& kind = m_kinds[static_cast<std::size_t>(number)];
        if (!std::exchange(kind.isLookedUp, true)) {
            const ScopeId id = m_context.catalog.find(m_context.names.name(number));
            kind.by = id == noId ? ObtainedBy::Unknown : m_context.catalog.scope(id).obtainedBy;
        }
        return kind;
    }

    void checkKinds(const ScopeList& list)
    {
        const Facts& kinds = m_context.catalog.provider().tokenKinds;
        if (kinds.empty())
            return;
        m_kinds.resize(static_cast<std::size_t>(m_context.names.count()));
        QStringList users;
        QStringList clients;
        std::vector<TextRange> ranges;
        for (const int index : list.occurrences) {
            const ScopeOccurrence& one = m_context.occurrence(index);
            Kind& kind = kindOf(index);
            if (kind.by == ObtainedBy::ClientCredentials)
                ranges.push_back(one.range);
            if (kind.by != ObtainedBy::Unknown && std::exchange(kind.namedIn, &list) != &list)
                (kind.by == ObtainedBy::UserAuthorization ? users : clients) += one.name;
        }
        if (users.isEmpty() || clients.isEmpty())
            return;
        Finding& finding = m_context.add("mixed-token-kinds", Severity::Error, std::move(ranges));
        finding.scopes = clients + users;
        finding.message = m_context
                              .tr("Scopes that are obtained with client credentials (%1) stand beside scopes that a user "
                                  "authorizes (%2).")
                              .arg(shownName(clients.join(u", ")), shownName(users.join(u", ")));
        finding.why = visibleText(toQString(kinds.front().text));
        finding.source = kinds.front().source;
    }

    void checkRequired(const ScopeList& list)
    {
        if (list.occurrences.empty())
            return;
        for (const RequiredScope& required : m_context.catalog.provider().requiredScopes) {
            const QString name = nameOfScope(required.scope);
            const bool isThere = std::any_of(list.occurrences.begin(), list.occurrences.end(),
                [&](int index) { return m_context.occurrence(index).name == name; });
            if (isThere)
                continue;
            Finding& finding =
                m_context.add("required-scope", required.severity == "error" ? Severity::Error : Severity::Warning, {list.range});
            finding.scopes = {name};
            finding.message = m_context.tr("%1 is missing, which every request carries.").arg(shownName(name));
            finding.why = visibleText(toQString(required.text));
            finding.source = required.source;
            const TextRange last = m_context.occurrence(list.occurrences.back()).range;
            finding.fix = Fix{m_context.tr("Add %1").arg(shownName(name)),
                {{{last.start + last.length, 0}, m_context.catalog.separator() + name}}, false};
        }
    }

    void checkOverlaps()
    {
        constexpr std::size_t mostCompared = 60;
        for (const Name& one : m_names) {
            if (one.id == noId)
                continue;
            for (const Implication& implied : m_context.catalog.details(m_context.catalog.scope(one.id)).implies)
                reportImplied(one.name, implied);
        }
        for (std::size_t i = 0; i < std::min(m_names.size(), mostCompared); ++i) {
            for (std::size_t j = i + 1; j < std::min(m_names.size(), mostCompared); ++j)
                checkLookAlike(m_names[i], m_names[j]);
        }
    }

    void reportImplied(const QString& name, const Implication& implied)
    {
        for (const ScopeId other : implied.scopes) {
            const QString otherName = nameOfScope(other);
            const int number = m_context.names.find(otherName);
            if (number < 0)
                continue;
            Finding& finding = m_context.add("redundant-scope", Severity::Note, m_context.placesOf(number));
            finding.scopes = {otherName, name};
            finding.message = m_context.tr("%1 reaches what %2 reaches.").arg(shownName(name), shownName(otherName));
            if (!implied.caution.empty())
                finding.message += u' ' + m_context.tr("But: %1.").arg(visibleText(toQString(implied.caution)));
            finding.why = m_context.tr("The user is asked for more lines than the app needs.");
            finding.source = implied.source;
        }
    }

    bool isImplied(ScopeId id, ScopeId other) const
    {
        const auto& implies = m_context.catalog.details(m_context.catalog.scope(id)).implies;
        return std::any_of(implies.begin(), implies.end(),
            [&](const Implication& one) { return std::find(one.scopes.begin(), one.scopes.end(), other) != one.scopes.end(); });
    }

    /// Names or texts that suggest an overlap which nobody documents.
    void checkLookAlike(const Name& a, const Name& b)
    {
        if (a.id == noId || b.id == noId || a.id == b.id || isImplied(a.id, b.id) || isImplied(b.id, a.id))
            return;
        const Scope& first = m_context.catalog.scope(a.id);
        const Scope& second = m_context.catalog.scope(b.id);
        const bool isSameText = !first.userDisplay.empty() && first.userDisplay == second.userDisplay;
        const bool isInside = a.name.startsWith(b.name + u'.') || b.name.startsWith(a.name + u'.')
            || a.name.startsWith(b.name + u':') || b.name.startsWith(a.name + u':');
        if (!isSameText && !isInside)
            return;
        auto places = m_context.placesOf(a.number);
        const auto more = m_context.placesOf(b.number);
        places.insert(places.end(), more.begin(), more.end());
        Finding& finding = m_context.add("redundant-scope", Severity::Note, std::move(places));
        finding.scopes = {a.name, b.name};
        finding.message = m_context.tr("Possible overlap, not documented: %1 and %2.").arg(shownName(a.name), shownName(b.name));
        finding.why = isSameText ? m_context.tr("The user reads the same line for both.")
                                 : m_context.tr("One name begins with the other; whether it reaches the same is not said.");
        finding.source = first.source;
    }

    RuleContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<Name> m_names;
    std::vector<Kind> m_kinds; ///< by the number of the name
};

} // namespace

void checkTogether(RuleContext& context)
{
    SetCheck(context).run();
}

} // namespace scopes
