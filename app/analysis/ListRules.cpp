#include "analysis/Confusables.h"
#include "analysis/FindingRules.h"
#include "analysis/OneOfChars.h"
#include "request/NameText.h"

#include <algorithm>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What stands between, before or behind the scopes of a list, and what should.
struct Gap
{
    TextRange range;
    bool isWrong = false; ///< another separator than the provider's
    bool hasSpace = false; ///< white space too much
    bool isRepeated = false; ///< the separator more than once: an empty entry
    bool isPlusAsText = false; ///< %2B, which is a plus sign and no space
    bool isTrailing = false;
    bool isLeading = false;
    bool canMend = false;
    QString right; ///< what belongs there, encoded as the list is
};

/// Looks at the separators of one list that is one string.
class SeparatorCheck
{
public:
    SeparatorCheck(RuleContext& context, const ScopeList& list)
        : m_context(context)
        , m_list(list)
        , m_wanted(context.catalog.separator().front())
    {
    }

    void run()
    {
        int end = 0;
        for (std::size_t i = 0; i < m_list.occurrences.size(); ++i) {
            const ScopeOccurrence& one = m_context.occurrence(m_list.occurrences[i]);
            readGap(end, one.position, i == 0, false);
            end = one.position + static_cast<int>(one.name.size());
        }
        readGap(end, m_list.text.size(), false, true);
        report();
    }

private:
    /// True for what separates scopes in some list; anything else, such as a variable put in, is not ours to judge.
    bool isSeparator(QChar unit) const { return unit.isSpace() || unit == m_wanted || isOneOfChars(unit, u",;|+，；、"); }

    void readGap(int start, int end, bool isLeading, bool isTrailing)
    {
        const QStringView text = m_list.text.text().mid(start, end - start);
        const bool isRight =
            text == QStringView(&m_wanted, 1) && !isLeading && !isTrailing && !(m_list.isQuery && m_wanted == u' ');
        if (isRight || text.isEmpty() || !std::all_of(text.begin(), text.end(), [&](QChar unit) { return isSeparator(unit); }))
            return;
        Gap gap;
        gap.range = m_list.text.sourceRange(start, end - start);
        gap.isLeading = isLeading;
        gap.isTrailing = isTrailing;
        int marks = 0;
        int spaces = 0;
        bool isForeign = false;
        for (const QChar unit : text) {
            const bool isSpace = unit.isSpace() || (unit == u'+' && m_list.isQuery && m_wanted != u'+');
            if (unit == m_wanted || (isSpace && m_wanted == u' '))
                ++marks;
            else if (isSpace)
                ++spaces;
            else
                isForeign = true;
        }
        judge(gap, marks, spaces, isForeign);
        gap.isPlusAsText = m_list.isQuery && m_context.source(gap.range).contains(u"%2B", Qt::CaseInsensitive);
        gap.canMend = m_list.text.isContiguous(start, end - start);
        gap.right = isLeading || isTrailing ? QString() : separatorFor(gap);
        m_gaps.push_back(gap);
    }

    void judge(Gap& gap, int marks, int spaces, bool isForeign) const
    {
        const bool isAtEnd = gap.isLeading || gap.isTrailing;
        gap.isWrong = !isAtEnd && (isForeign || marks == 0);
        if (m_wanted == u' ') {
            gap.hasSpace = marks > (isAtEnd ? 0 : 1);
            gap.isRepeated = isAtEnd && isForeign;
        } else {
            gap.hasSpace = spaces > (marks == 0 && !isForeign && !isAtEnd ? 1 : 0);
            gap.isRepeated = marks > (isAtEnd ? 0 : 1);
        }
    }

    /// The provider's separator, encoded as often as what stands there is.
    QString separatorFor(const Gap& gap) const
    {
        QString right(m_wanted);
        const bool isEncoded = m_context.source(gap.range).contains(u'%') || (m_list.isQuery && m_wanted == u' ');
        for (int i = 0; isEncoded && i < std::max(1, m_list.encodings); ++i)
            right = percentEncoded(right);
        return right;
    }

    template <typename Choose>
    Finding* collect(const char* rule, Severity severity, const char* title, Choose choose)
    {
        std::vector<TextRange> ranges;
        Fix fix;
        fix.isSafe = true;
        for (const Gap& gap : m_gaps) {
            if (!choose(gap))
                continue;
            ranges.push_back(gap.range);
            if (gap.canMend && m_context.source(gap.range) != gap.right)
                fix.edits.push_back({gap.range, gap.right});
        }
        if (ranges.empty())
            return nullptr;
        Finding& finding = m_context.add(rule, severity, std::move(ranges));
        finding.section = u"RFC 6749, section 3.3"_s;
        if (!fix.edits.empty()) {
            fix.title = m_context.tr(title);
            finding.fix = std::move(fix);
        }
        return &finding;
    }

    QString wantedName() const { return m_wanted == u' ' ? m_context.tr("a space") : u"'%1'"_s.arg(m_wanted); }

    void useSource(Finding& finding) const
    {
        const SourcedValue& separator = m_context.catalog.provider().separator;
        const bool isStandard = !m_context.catalog.isOwn(separator) && !m_context.catalog.isDocumented(separator);
        if (isStandard)
            return;
        finding.source = separator.source;
        if (separator.source != noId)
            finding.section.clear();
    }

    void report();

    RuleContext& m_context; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScopeList& m_list; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QChar m_wanted;
    std::vector<Gap> m_gaps;
};

void SeparatorCheck::report()
{
    const SourcedValue& separator = m_context.catalog.provider().separator;
    const bool isOwn = m_context.catalog.isOwn(separator);
    const bool isKnown = isOwn || m_context.catalog.isDocumented(separator);
    if (Finding* const wrong = collect("wrong-separator", isKnown ? Severity::Error : Severity::Warning,
            QT_TR_NOOP("Put the right separator between the scopes"),
            [](const Gap& gap) { return gap.isWrong && !gap.isPlusAsText; })) {
        const char* const message = isOwn ? QT_TR_NOOP("The scopes are not separated as you have set it for %1: with %2.")
            : isKnown                     ? QT_TR_NOOP("The scopes are not separated as %1 wants them: with %2.")
                      : QT_TR_NOOP("The scopes are not separated as OAuth 2 has it: with %2. What %1 wants is not documented.");
        wrong->message = m_context.tr(message).arg(shownName(toQString(m_context.catalog.provider().name)), wantedName());
        wrong->why =
            m_context.tr("The provider takes what stands between two of its separators as the name of one scope, which it "
                         "does not know.");
        useSource(*wrong);
    }
    if (Finding* const plus = collect("encoding", Severity::Warning, QT_TR_NOOP("Put the right separator between the scopes"),
            [](const Gap& gap) { return gap.isPlusAsText; })) {
        plus->message = m_context.tr("%2B stands between scopes: it is a plus sign, and no space.");
        plus->why =
            m_context.tr("In a query only a plus sign that is not encoded stands for a space, so that the provider reads one "
                         "long name.");
        plus->section = u"RFC 6749, appendix B"_s;
    }
    if (Finding* const space = collect("whitespace", Severity::Warning, QT_TR_NOOP("Take the white space out"),
            [](const Gap& gap) { return gap.hasSpace; })) {
        space->message = m_context.tr("There is white space around a scope that belongs to no name.");
        space->why = m_context.tr("A provider that splits the list at its separator takes the space as a part of the name.");
        useSource(*space);
    }
    if (Finding* const empty = collect("empty-entry", Severity::Warning, QT_TR_NOOP("Take the empty entry out"),
            [](const Gap& gap) { return gap.isRepeated && !gap.isTrailing; })) {
        empty->message = m_context.tr("There is an empty entry in the list: a separator too many.");
        empty->why = m_context.tr("A list of scopes has no empty names; a strict provider refuses the request as malformed.");
    }
    if (Finding* const trailing = collect("trailing-separator", Severity::Warning, QT_TR_NOOP("Take the last separator out"),
            [](const Gap& gap) { return gap.isRepeated && gap.isTrailing; })) {
        trailing->message = m_context.tr("A separator stands behind the last scope.");
        trailing->why = m_context.tr("A list of scopes has no empty names; a strict provider refuses the request as malformed.");
    }
}

void checkEncoding(RuleContext& context, const ScopeList& list)
{
    if (list.encodings < 2 || list.range.length == 0)
        return;
    Finding& finding = context.add("encoding", Severity::Warning, {list.range});
    finding.message = context.tr("The scopes are percent-encoded more than once.");
    finding.why =
        context.tr("The provider takes the encoding off once and reads names with percent signs, which it does not know.");
    finding.section = u"RFC 3986, section 2.4"_s;
    bool changed = false;
    const QString once = percentDecodedOnce(MappedText(context.source(list.range), 0), changed).text().toString();
    if (changed && list.text.isContiguous(0, list.text.size()))
        finding.fix = Fix{context.tr("Encode them once"), {{list.range, once}}, true};
}

void checkEntities(RuleContext& context)
{
    const Inspection& inspection = context.inspection;
    if (!inspection.hasEntityInUrl || inspection.entities.empty()
        || (inspection.queries.empty() && inspection.occurrences.empty()))
        return;
    Finding& finding = context.add("encoding", Severity::Warning, inspection.entities);
    finding.message = context.tr("HTML entities such as &amp; are left in a text that is no HTML.");
    finding.why = context.tr("Only a browser that reads HTML takes them off; in an address they are a part of the value.");
    finding.section = u"RFC 6749, appendix B"_s;
    Fix fix{context.tr("Put the characters themselves there"), {}, true};
    for (const TextRange& range : inspection.entities) {
        bool changed = false;
        const MappedText plain = withoutEntities(MappedText(context.source(range), 0), changed);
        fix.edits.push_back({range, plain.text().toString()});
    }
    finding.fix = std::move(fix);
}

/// True if nothing but quotes, commas, bullets and white space stands between two items.
bool isPlainBetween(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.isSpace() || isOneOfChars(unit, u"\"'`,;|+-*"); });
}

/// How often the names have stood in the list that is looked at: of each name, in which list it stood last, and whether more
/// than once.
struct Stood
{
    int list = -1;
    bool isRepeated = false;
};

void checkRepeatsOf(RuleContext& context, int number, std::vector<Stood>& stood)
{
    const ScopeList& list = context.inspection.lists[static_cast<std::size_t>(number)];
    std::vector<TextRange> ranges;
    QStringList names;
    Fix fix{context.tr("Take the repeated scopes out"), {}, true};
    for (std::size_t i = 0; i < list.occurrences.size(); ++i) {
        const ScopeOccurrence& one = context.occurrence(list.occurrences[i]);
        Stood& before = stood[static_cast<std::size_t>(context.names.of(list.occurrences[i]))];
        if (before.list != number) {
            before = {number, false};
            continue;
        }
        ranges.push_back(one.range);
        if (!std::exchange(before.isRepeated, true))
            names += one.name;
        const TextRange previous = context.occurrence(list.occurrences[i - 1]).range;
        const int start = previous.start + previous.length;
        const TextRange between{start, one.range.start - start};
        const bool isEncoded = context.source(between).contains(u'%');
        if (between.length > 0 && (isPlainBetween(context.source(between)) || isEncoded))
            fix.edits.push_back({{start, one.range.start + one.range.length - start}, {}});
    }
    if (ranges.empty())
        return;
    Finding& finding = context.add("duplicate-scope", Severity::Warning, std::move(ranges));
    finding.message = context.tr("Scopes stand in the list more than once: %1.").arg(shownName(names.join(u", ")));
    finding.why = context.tr("A scope asked for twice gives no more than once; it makes the list longer and harder to compare.");
    finding.section = u"RFC 6749, section 3.3"_s;
    finding.scopes = names;
    if (!fix.edits.empty())
        finding.fix = std::move(fix);
}

} // namespace

void checkSeparators(RuleContext& context)
{
    checkEntities(context);
    for (const ScopeList& list : context.inspection.lists) {
        if (list.form != ScopeList::Form::Joined || list.text.size() == 0 || list.occurrences.empty())
            continue;
        checkEncoding(context, list);
        SeparatorCheck(context, list).run();
    }
}

void checkRepeats(RuleContext& context)
{
    std::vector<Stood> stood(static_cast<std::size_t>(context.names.count()));
    for (int list = 0; list < static_cast<int>(context.inspection.lists.size()); ++list) {
        if (context.inspection.lists[static_cast<std::size_t>(list)].form != ScopeList::Form::Mention)
            checkRepeatsOf(context, list, stood);
    }
}

} // namespace scopes
