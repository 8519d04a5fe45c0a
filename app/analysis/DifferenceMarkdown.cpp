#include "analysis/DifferenceMarkdown.h"

#include "request/Quoting.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DifferenceMarkdown", text);
}

/// A heading with how many there are, and what stands below it; nothing where there are none.
QString section(const QString& title, std::size_t count, const QString& body)
{
    return count == 0 ? QString() : u"\n## %1 (%2)\n\n"_s.arg(title).arg(count) + body;
}

QString item(const QString& text, int level = 0)
{
    return QString(qsizetype{2} * level, u' ') + u"- "_s + text + u'\n';
}

QString listOf(const QStringList& names)
{
    QString text;
    for (const QString& name : names)
        text += item(markdownName(name));
    return text;
}

QString sectionOf(const QString& title, const QStringList& names)
{
    return section(title, static_cast<std::size_t>(names.size()), listOf(names));
}

/// The text with marks around the ranges; where there is no text, that.
QString marked(const std::optional<QString>& text, const std::vector<TextRange>& ranges, const QString& mark)
{
    if (!text)
        return u'*' + tr("not known") + u'*';
    QString all;
    int at = 0;
    for (const TextRange range : ranges) {
        all += markdownPiece(text->mid(at, range.start - at)) + mark + markdownPiece(text->mid(range.start, range.length)) + mark;
        at = range.start + range.length;
    }
    return all + markdownPiece(text->mid(at));
}

QString listOf(const std::vector<ChangedText>& changes)
{
    QString text;
    for (const ChangedText& change : changes) {
        text += item(markdownLine(memberInWords(change.member)), 1);
        text += item(tr("before: %1").arg(marked(change.before, change.words.onlyInFirst, u"~~"_s)), 2);
        text += item(tr("now: %1").arg(marked(change.after, change.words.onlyInSecond, u"**"_s)), 2);
    }
    return text;
}

QString listOf(const std::vector<EntryChange>& entries)
{
    QString text;
    for (const EntryChange& entry : entries)
        text += item(markdownName(entry.name)) + listOf(entry.texts);
    return text;
}

QString sectionOf(const QString& title, const std::vector<Renaming>& renamed)
{
    QString text;
    for (const Renaming& one : renamed) {
        const QString former = markdownName(one.before);
        const QString now = markdownName(one.after);
        text += item(one.isDocumented ? tr("%1 is now %2, as the catalog says").arg(former, now)
                                      : tr("%1 is perhaps %2 now, a guess: %3").arg(former, now, markdownLine(one.why)));
        text += listOf(one.texts);
    }
    return section(title, renamed.size(), text);
}

QString sectionOf(const QString& title, const std::vector<RequirementChange>& requirements)
{
    QString text;
    for (const RequirementChange& change : requirements) {
        const ChangedText need = needChange(change.before, change.after);
        text += item(markdownName(change.call));
        text += item(tr("before: %1").arg(marked(need.before, need.words.onlyInFirst, u"~~"_s)), 1);
        text += item(tr("now: %1").arg(marked(need.after, need.words.onlyInSecond, u"**"_s)), 1);
    }
    return section(title, requirements.size(), text);
}

QString severityInWords(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Note:
        return tr("Note");
    }
    Q_UNREACHABLE();
}

QString sectionOf(const std::vector<RequestReport>& reports)
{
    if (reports.empty())
        return {};
    QString text = u"\n## "_s + tr("What it means for requests") + u'\n';
    for (const RequestReport& report : reports) {
        text += u"\n### "_s + markdownName(report.name) + u"\n\n"_s;
        for (const RequestImpact& impact : report.impacts)
            text += item(u"**"_s + severityInWords(impact.severity) + u"**: "_s + markdownPiece(impact.message));
        if (!report.problem.isEmpty())
            text += markdownLine(report.problem) + u'\n';
        else if (report.impacts.empty())
            text += tr("Nothing of it changed.") + u'\n';
    }
    return text;
}

} // namespace

QString nameInComparison(const ScopeCatalog& catalog)
{
    return catalog.retrieved().isEmpty() ? catalog.name() : tr("%1, as of %2").arg(catalog.name(), catalog.retrieved());
}

QString differenceAsMarkdown(const ScopeCatalog& before, const ScopeCatalog& after, const CatalogDifference& difference,
    const std::vector<RequestReport>& reports)
{
    QString text = u"# "_s + tr("What changed in a catalog") + u"\n\n"_s
        + item(tr("before: %1").arg(markdownPiece(nameInComparison(before))))
        + item(tr("now: %1").arg(markdownPiece(nameInComparison(after))));
    if (difference.isEmpty())
        text += u'\n' + tr("The two catalogs say the same.") + u'\n';
    return text + sectionOf(tr("Scopes removed"), difference.removed) + sectionOf(tr("Scopes added"), difference.added)
        + sectionOf(tr("Scopes renamed"), difference.renamed)
        + section(tr("Scopes with other texts"), difference.scopes.size(), listOf(difference.scopes))
        + sectionOf(tr("Calls that need other scopes"), difference.requirements)
        + sectionOf(tr("Calls removed"), difference.removedEndpoints) + sectionOf(tr("Calls added"), difference.addedEndpoints)
        + section(tr("Calls with other texts"), difference.endpoints.size(), listOf(difference.endpoints)) + sectionOf(reports);
}

QString differenceAsMarkdown(const RequestDifference& difference)
{
    QString text = u"# "_s + tr("What changed in a request") + u'\n';
    if (difference.isEmpty())
        text += u'\n' + tr("There is no difference.") + u'\n';
    text += sectionOf(tr("Scopes removed"), difference.removed) + sectionOf(tr("Scopes added"), difference.added)
        + sectionOf(tr("Scopes renamed"), difference.renamed);
    if (difference.isReordered)
        text += u'\n' + tr("What both have stands in another order.") + u'\n';
    return text;
}

} // namespace scopes
