#include "analysis/Confusables.h"
#include "analysis/FindingRules.h"
#include "document/VisibleText.h"
#include "request/NameText.h"

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Checks one name wherever it stands.
class NameCheck
{
public:
    NameCheck(RuleContext& context, QString name, std::vector<TextRange> ranges)
        : m_context(context)
        , m_name(std::move(name))
        , m_ranges(std::move(ranges))
    {
    }

    void run()
    {
        if (const ScopeId id = m_context.catalog.find(m_name); id != noId) {
            if (m_context.catalog.scope(id).status == Scope::Status::Own && !m_context.onlySafe)
                reportOwn(m_context.catalog.scope(id));
            return;
        }
        const QString clean = withoutDisguise(m_name);
        checkCharacters(clean);
        if (clean != m_name && m_context.catalog.find(clean) != noId)
            return;
        const ScopeId sameLetters = differsByCase(clean);
        if (sameLetters != noId)
            reportCase(sameLetters);
        else if (!m_context.onlySafe)
            reportUnknown(clean);
    }

private:
    ScopeId differsByCase(const QString& clean)
    {
        if (clean == clean.toLower())
            return noId;
        return m_context.catalog.find(clean.toLower());
    }

    Finding& add(const char* rule)
    {
        Finding& finding = m_context.add(rule, Severity::Error, m_ranges);
        finding.scopes = {m_name};
        return finding;
    }

    Fix replacement(const QString& title, const QString& text, bool isSafe) const
    {
        Fix fix{title, {}, isSafe};
        for (const TextRange& range : m_ranges)
            fix.edits.push_back({range, text});
        return fix;
    }

    /// Characters that no scope can have, and that are taken for others or not seen.
    void checkCharacters(const QString& clean)
    {
        QStringList hidden;
        QStringList alike;
        for (const QChar unit : m_name) {
            if (isHidden(unit))
                hidden += codePointName(unit.unicode());
            else if (unit.unicode() > 0x7F && lookAlike(unit.unicode()) != 0)
                alike += m_context.tr("%1, which looks like %2")
                             .arg(codePointName(unit.unicode()), QString(QChar(lookAlike(unit.unicode()))));
        }
        hidden.removeDuplicates();
        alike.removeDuplicates();
        const bool isDocumented = m_context.catalog.find(clean) != noId;
        if (!hidden.isEmpty())
            report("hidden-character", m_context.tr("The name %1 holds characters that cannot be seen: %2."), hidden, clean,
                isDocumented);
        if (!alike.isEmpty())
            report("confusable-character", m_context.tr("The name %1 holds characters that only look like the right ones: %2."),
                alike, clean, isDocumented);
    }

    void report(const char* rule, const QString& message, const QStringList& characters, const QString& clean, bool isDocumented)
    {
        Finding& finding = add(rule);
        finding.message = message.arg(shownName(m_name), shownName(characters.join(u", ")));
        finding.why =
            m_context.tr("A scope has only printable ASCII characters. The provider compares names character by character "
                         "and does not know this one.");
        finding.section = u"RFC 6749, section 3.3"_s;
        if (!clean.isEmpty())
            finding.fix = replacement(m_context.tr("Write %1").arg(shownName(clean)), clean, isDocumented);
    }

    void reportCase(ScopeId id)
    {
        const QString right = toQString(m_context.catalog.scope(id).name);
        Finding& finding = add("letter-case");
        finding.message = m_context.tr("%1 is documented as %2, in other letter case.").arg(shownName(m_name), shownName(right));
        finding.why = m_context.tr("Scopes are case-sensitive: this is another name, which the provider does not know.");
        finding.section = u"RFC 6749, section 3.3"_s;
        finding.fix = replacement(m_context.tr("Write %1").arg(shownName(right)), right, false);
    }

    /// The user knows of it, so it is only a note; but a reader must not take it for the provider's.
    void reportOwn(const Scope& scope)
    {
        Finding& finding = m_context.add("unknown-scope", Severity::Note, m_ranges);
        finding.scopes = {m_name};
        finding.message = m_context.tr("%1 is your own scope: the overlay adds it, and %2 does not document it.")
                              .arg(shownName(m_name), shownName(m_context.catalog.name()));
        finding.why = m_context.tr("Nothing tells whether the provider knows it; one that it does not know it refuses.");
        finding.source = scope.source;
    }

    void reportUnknown(const QString& clean)
    {
        const auto near = m_context.suggestions(clean);
        Finding& finding = add("unknown-scope");
        finding.message = m_context.tr("%1 is not documented by %2.").arg(shownName(m_name), shownName(m_context.catalog.name()));
        m_context.explainRefusal(finding);
        if (const OtherScope* const other = m_context.catalog.findOther(clean)) {
            finding.message += u' ' + m_context.tr("It is known from elsewhere: %1.").arg(visibleText(toQString(other->seen)));
            finding.source = other->source;
            finding.section.clear();
        }
        if (near.empty())
            return;
        QStringList meant;
        for (const Suggestion& one : near)
            meant += m_context.tr("%1 (%2)").arg(shownName(one.name), one.why());
        finding.message += u' ' + m_context.tr("Did you mean %1?").arg(meant.join(m_context.tr(" or ")));
        const bool isOnly = near.size() == 1 || near[1].distance > near[0].distance;
        if (isOnly)
            finding.fix = replacement(m_context.tr("Write %1").arg(shownName(near[0].name)), near[0].name, false);
    }

    RuleContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QString m_name;
    std::vector<TextRange> m_ranges;
};

/// No-break spaces and other hidden characters between the scopes.
void checkHiddenBetween(RuleContext& context, const ScopeList& list)
{
    std::vector<TextRange> ranges;
    const QStringView text = list.text.text();
    for (int at = 0; at < list.text.size(); ++at) {
        if (text[at].unicode() > 0x7F && text[at].isSpace())
            ranges.push_back(list.text.sourceRange(at, 1));
    }
    if (ranges.empty())
        return;
    Finding& finding = context.add("hidden-character", Severity::Error, std::move(ranges));
    finding.message = context.tr("Between the scopes stand spaces that are none of the keyboard's, such as %1.")
                          .arg(codePointName(std::find_if(text.begin(), text.end(), [](QChar unit) {
                              return unit.unicode() > 0x7F && unit.isSpace();
                          })->unicode()));
    finding.why =
        context.tr("A scope list has only printable ASCII characters and separators; the provider reads such a space as a "
                   "part of a name.");
    finding.section = u"RFC 6749, section 3.3"_s;
}

} // namespace

void checkNames(RuleContext& context)
{
    for (int number = 0; number < context.checkedNames(); ++number)
        NameCheck(context, context.names.name(number), context.placesOf(number)).run();
    for (const ScopeList& list : context.inspection.lists) {
        if (list.form == ScopeList::Form::Joined)
            checkHiddenBetween(context, list);
    }
}

} // namespace scopes
