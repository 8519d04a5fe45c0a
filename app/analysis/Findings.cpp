#include "analysis/FindingRules.h"
#include "document/VisibleText.h"
#include "request/NameText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

QString nameOf(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"note"_s;
}

QString shownName(QStringView name)
{
    constexpr qsizetype longest = 120;
    return visibleText(name, longest);
}

RuleContext::RuleContext(const Inspection& pasted, const ScopeCatalog& knownCatalog, const AppProfile* appProfile, bool forRepair)
    : inspection(pasted)
    , catalog(knownCatalog)
    , names(pasted.occurrences)
    , profile(appProfile)
    , onlySafe(forRepair)
{
}

QString RuleContext::tr(const char* text) const
{
    return QCoreApplication::translate("Finding", text);
}

std::vector<Suggestion> RuleContext::suggestions(const QString& name)
{
    constexpr int most = 100;
    if (onlySafe || ++m_suggested > most)
        return {};
    if (!m_nearNames)
        m_nearNames.emplace(catalog);
    return m_nearNames->suggestions(name);
}

int RuleContext::checkedNames() const
{
    constexpr int most = 500;
    return std::min(most, names.count());
}

std::vector<TextRange> RuleContext::placesOf(int number)
{
    const int count = static_cast<int>(inspection.occurrences.size());
    if (number < checkedNames()) {
        // Most of them are asked for, so that one pass finds the places of all.
        if (m_places.empty()) {
            m_places.resize(static_cast<std::size_t>(checkedNames()));
            for (int index = 0; index < count; ++index) {
                if (names.of(index) < checkedNames())
                    m_places[static_cast<std::size_t>(names.of(index))].push_back(occurrence(index).range);
            }
        }
        return m_places[static_cast<std::size_t>(number)];
    }
    std::vector<TextRange> places;
    for (int index = 0; index < count; ++index) {
        if (names.of(index) == number)
            places.push_back(occurrence(index).range);
    }
    return places;
}

Finding& RuleContext::add(const char* ruleId, Severity severity, std::vector<TextRange> ranges)
{
    Finding finding;
    finding.ruleId = QString::fromLatin1(ruleId);
    finding.severity = severity;
    finding.ranges = std::move(ranges);
    findings.push_back(std::move(finding));
    return findings.back();
}

void RuleContext::explainRefusal(Finding& finding) const
{
    for (const ProviderError& error : catalog.provider().errors) {
        if (error.error == "invalid_scope") {
            finding.why = tr("The provider answers with invalid_scope: %1").arg(visibleText(toQString(error.meaning)));
            finding.source = error.source;
            return;
        }
    }
    finding.why = tr("A scope that is unknown or malformed is refused with invalid_scope.");
    finding.section = u"RFC 6749, section 4.1.2.1"_s;
}

void checkSecrets(RuleContext& context)
{
    if (context.inspection.secrets.empty())
        return;
    QStringList kinds;
    std::vector<TextRange> ranges;
    for (const Secret& secret : context.inspection.secrets) {
        ranges.push_back(secret.range);
        if (!kinds.contains(secret.what))
            kinds += secret.what;
    }
    Finding& finding = context.add("secret-in-text", Severity::Warning, std::move(ranges));
    finding.message = context.tr("The text holds something that looks secret: %1.").arg(kinds.join(u", "));
    finding.why =
        context.tr("Whoever has it can act as the user or as the app. It is masked here and stored nowhere; if others saw "
                   "it, have it revoked.");
    finding.section = u"RFC 6749, section 10.3"_s;
}

namespace {

std::vector<Finding> collect(const Inspection& inspection, const ScopeCatalog& catalog, const AppProfile* profile, bool forRepair)
{
    RuleContext context(inspection, catalog, profile, forRepair);
    checkSeparators(context);
    checkJoiners(context);
    checkRepeats(context);
    checkNames(context);
    if (!forRepair) {
        checkTogether(context);
        checkRequest(context);
        checkSecrets(context);
    }
    std::stable_sort(context.findings.begin(), context.findings.end(), [](const Finding& a, const Finding& b) {
        const int first = a.ranges.empty() ? 0 : a.ranges.front().start;
        const int second = b.ranges.empty() ? 0 : b.ranges.front().start;
        return first < second;
    });
    return std::move(context.findings);
}

QString withEdits(const QString& text, std::vector<TextEdit> edits)
{
    std::stable_sort(
        edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.range.start < b.range.start; });
    QString result;
    result.reserve(text.size());
    int copied = 0;
    for (const TextEdit& edit : edits) {
        // Of two edits that overlap the first counts; the next round sees what is left.
        if (edit.range.start < copied)
            continue;
        result += QStringView(text).mid(copied, edit.range.start - copied);
        result += edit.text;
        copied = edit.range.start + edit.range.length;
    }
    result += QStringView(text).mid(copied);
    return result;
}

} // namespace

QString sourceText(const Finding& finding, const ScopeCatalog& catalog)
{
    if (finding.source == noId)
        return finding.section;
    const Source& source = catalog.source(finding.source);
    if (source.kind == Source::Kind::Own)
        return QCoreApplication::translate("Finding", "%1, %2").arg(toQString(source.title), toQString(source.retrieved));
    QStringList parts;
    if (source.kind == Source::Kind::ThirdParty)
        parts += QCoreApplication::translate("Finding", "seen by third parties");
    for (const Text part : {source.title, source.url}) {
        if (!part.empty())
            parts += visibleText(toQString(part));
    }
    if (!source.retrieved.empty())
        parts += QCoreApplication::translate("Finding", "read %1").arg(toQString(source.retrieved));
    return parts.join(u", "_s);
}

std::vector<Finding> findingsOf(const Inspection& inspection, const ScopeCatalog& catalog, const AppProfile* profile)
{
    return collect(inspection, catalog, profile, false);
}

QString applied(const QString& text, const Fix& fix)
{
    return withEdits(text, fix.edits);
}

QString repaired(const QString& text, const ScopeCatalog& catalog, const AppProfile* profile)
{
    constexpr int mostRounds = 40;
    QString current = text;
    for (int round = 0; round < mostRounds; ++round) {
        std::vector<TextEdit> edits;
        for (const Finding& finding : collect(inspect(current, catalog), catalog, profile, true)) {
            if (finding.fix && finding.fix->isSafe)
                edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
        }
        QString next = withEdits(current, std::move(edits));
        if (next == current)
            return current;
        current = std::move(next);
    }
    // What does not come to rest is not understood: better left alone.
    return text;
}

} // namespace scopes
