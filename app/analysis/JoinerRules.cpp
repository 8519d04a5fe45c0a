#include "analysis/FindingRules.h"
#include "request/NameText.h"

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// What the provider gets where a program joins with @p text: percent-encoding taken off.
QString plainOf(const QString& text)
{
    bool changed = false;
    return percentDecodedOnce(MappedText(text, 0), changed).text().toString();
}

/// What a program should put there, encoded as what stands there is.
QString rightFor(const Joiner& joiner, QChar wanted)
{
    const QString separator(wanted);
    return joiner.text.contains(u'%') ? percentEncoded(separator) : separator;
}

} // namespace

void checkJoiners(RuleContext& context)
{
    const Inspection& inspection = context.inspection;
    if (inspection.joiners.empty() || inspection.occurrences.size() < 2)
        return;
    const QChar wanted = context.catalog.separator().front();
    std::vector<TextRange> ranges;
    Fix fix{context.tr("Join the scopes with the right separator"), {}, true};
    bool isSpaced = true;
    for (const Joiner& joiner : inspection.joiners) {
        const QString plain = plainOf(joiner.text);
        if (plain == QString(wanted) || (wanted == u' ' && plain == u"+"_s))
            continue;
        isSpaced = isSpaced && plain.trimmed() == QString(wanted);
        ranges.push_back(joiner.range);
        fix.edits.push_back({joiner.range, rightFor(joiner, wanted)});
    }
    if (ranges.empty())
        return;
    const SourcedValue& separator = context.catalog.provider().separator;
    const bool isKnown = context.catalog.isOwn(separator) || context.catalog.isDocumented(separator);
    Finding& finding = isSpaced
        ? context.add("whitespace", Severity::Warning, std::move(ranges))
        : context.add("wrong-separator", isKnown ? Severity::Error : Severity::Warning, std::move(ranges));
    const QString name = wanted == u' ' ? context.tr("a space") : u"'%1'"_s.arg(wanted);
    finding.message = context.tr("The program does not join the scopes as %1 wants them: with %2.")
                          .arg(shownName(toQString(context.catalog.provider().name)), name);
    finding.why =
        context.tr("The provider takes what stands between two of its separators as the name of one scope, which it does not "
                   "know.");
    finding.section = u"RFC 6749, section 3.3"_s;
    if (isKnown && separator.source != noId) {
        finding.source = separator.source;
        finding.section.clear();
    }
    finding.fix = std::move(fix);
}

} // namespace scopes
