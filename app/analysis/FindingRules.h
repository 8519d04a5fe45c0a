#pragma once

#include "analysis/DidYouMean.h"
#include "analysis/Finding.h"
#include "analysis/NameNumbers.h"

#include <optional>

namespace scopes {

/// What the rules read and where they put what they find.
class RuleContext
{
public:
    RuleContext(const Inspection& pasted, const ScopeCatalog& knownCatalog, const AppProfile* appProfile, bool forRepair);

    QString tr(const char* text) const;

    const ScopeOccurrence& occurrence(int index) const { return inspection.occurrences[static_cast<std::size_t>(index)]; }

    /// The nearest names; none when only safe fixes are wanted.
    std::vector<Suggestion> suggestions(const QString& name);

    /// The piece of the pasted text.
    QStringView source(TextRange range) const { return QStringView(inspection.text).mid(range.start, range.length); }

    /// How many names, from number 0, are looked at one by one: a text of a million unknown names has one trouble, not a million.
    int checkedNames() const;

    /// Where the name of that number stands, in the order of the text.
    std::vector<TextRange> placesOf(int number);

    Finding& add(const char* ruleId, Severity severity, std::vector<TextRange> ranges);

    /// Gives the finding the provider's word on scopes that are refused, else the RFC's.
    void explainRefusal(Finding& finding) const;

    const Inspection& inspection; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScopeCatalog& catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const NameNumbers names; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const AppProfile* profile;
    bool onlySafe; ///< nothing but safe fixes will be used
    std::vector<Finding> findings;

private:
    std::vector<std::vector<TextRange>> m_places; ///< of the names that are checked; empty before the first is asked for
    std::optional<NearNames> m_nearNames;
    int m_suggested = 0;
};

/// A name as a message may show it.
QString shownName(QStringView name);

void checkSeparators(RuleContext& context); ///< wrong-separator, whitespace, empty-entry, trailing-separator, encoding
void checkJoiners(RuleContext& context); ///< wrong-separator, whitespace of a program that joins scopes
void checkRepeats(RuleContext& context); ///< duplicate-scope
void checkNames(RuleContext& context); ///< unknown-scope, letter-case, hidden- and confusable-character
void checkTogether(RuleContext& context); ///< not-approved, mixed-token-kinds, deprecated-, required- and redundant-scope
void checkRequest(RuleContext& context); ///< parameter-name, missing-parameter, unexpected-value and so on
void checkSecrets(RuleContext& context); ///< secret-in-text

} // namespace scopes
