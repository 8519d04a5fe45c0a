#include "cli/DiffOutput.h"

#include "cli/JsonOutput.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const std::vector<TextRange>& ranges)
{
    QJsonArray list;
    for (const TextRange range : ranges)
        list.append(toJson(range));
    return list;
}

QJsonArray toJson(const std::vector<ChangedText>& changes)
{
    QJsonArray list;
    for (const ChangedText& change : changes)
        list.append(
            QJsonObject{{u"member"_s, change.member}, {u"before"_s, orNull(change.before)}, {u"after"_s, orNull(change.after)},
                {u"onlyBefore"_s, toJson(change.words.onlyInFirst)}, {u"onlyAfter"_s, toJson(change.words.onlyInSecond)}});
    return list;
}

QJsonArray toJson(const std::vector<EntryChange>& entries)
{
    QJsonArray list;
    for (const EntryChange& entry : entries)
        list.append(QJsonObject{{u"name"_s, entry.name}, {u"changes"_s, toJson(entry.texts)}});
    return list;
}

QJsonArray toJson(const std::vector<Renaming>& renamed)
{
    QJsonArray list;
    for (const Renaming& one : renamed)
        list.append(QJsonObject{{u"before"_s, one.before}, {u"after"_s, one.after}, {u"why"_s, one.why},
            {u"isGuess"_s, !one.isDocumented}, {u"changes"_s, toJson(one.texts)}});
    return list;
}

QJsonArray toJson(const std::vector<QStringList>& alternatives)
{
    QJsonArray list;
    for (const QStringList& names : alternatives)
        list.append(QJsonArray::fromStringList(names));
    return list;
}

QString shown(const QString& text)
{
    return visibleText(text, text.size() + 1);
}

/// The text with marks around the ranges.
QString marked(const QString& text, const std::vector<TextRange>& ranges, const QString& open, const QString& close)
{
    QString all;
    int at = 0;
    for (const TextRange range : ranges) {
        all += shown(text.mid(at, range.start - at)) + open + shown(text.mid(range.start, range.length)) + close;
        at = range.start + range.length;
    }
    return all + shown(text.mid(at));
}

QString names(const QStringList& list, const QString& sign, const QString& kind)
{
    QString text;
    for (const QString& name : list)
        text += sign + u' ' + kind + shown(name) + u'\n';
    return text;
}

QString toText(const std::vector<ChangedText>& changes)
{
    QString text;
    for (const ChangedText& change : changes)
        text += u"    "_s + change.member + u":\n      - "_s
            + (change.before ? marked(*change.before, change.words.onlyInFirst, u"[-"_s, u"-]"_s) : tr("(not known)"))
            + u"\n      + "_s
            + (change.after ? marked(*change.after, change.words.onlyInSecond, u"{+"_s, u"+}"_s) : tr("(not known)")) + u'\n';
    return text;
}

QString toText(const std::vector<EntryChange>& entries, const QString& kind)
{
    QString text;
    for (const EntryChange& entry : entries)
        text += u"~ "_s + kind + shown(entry.name) + u'\n' + toText(entry.texts);
    return text;
}

QString toText(const std::vector<Renaming>& renamed)
{
    QString text;
    for (const Renaming& one : renamed)
        text += (one.isDocumented ? tr("~ renamed: %1 is now %2 (%3)\n") : tr("~ perhaps renamed: %1 to %2 (a guess: %3)\n"))
                    .arg(shown(one.before), shown(one.after), one.why)
            + toText(one.texts);
    return text;
}

QJsonArray toJson(const std::vector<RequestReport>& reports)
{
    QJsonArray list;
    for (const RequestReport& report : reports) {
        QJsonArray impacts;
        for (const RequestImpact& impact : report.impacts)
            impacts.append(QJsonObject{{u"what"_s, nameOf(impact.kind)}, {u"severity"_s, nameOf(impact.severity)},
                {u"subject"_s, impact.subject}, {u"message"_s, impact.message},
                {u"scopes"_s, QJsonArray::fromStringList(impact.scopes)}});
        list.append(QJsonObject{{u"name"_s, report.name}, {u"impacts"_s, impacts},
            {u"problem"_s, report.problem.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(report.problem)}});
    }
    return list;
}

QString toText(const std::vector<RequestReport>& reports)
{
    QString text;
    for (const RequestReport& report : reports) {
        text += tr("What it means for %1:\n").arg(shown(report.name));
        for (const RequestImpact& impact : report.impacts)
            text += u"    "_s + nameOf(impact.severity) + u": "_s + impact.message + u" ["_s + nameOf(impact.kind) + u"]\n"_s;
        if (!report.problem.isEmpty())
            text += u"    "_s + report.problem + u'\n';
        else if (report.impacts.empty())
            text += u"    "_s + tr("nothing of it changed\n");
    }
    return text;
}

} // namespace

QJsonObject toJson(const CatalogDifference& difference, const std::vector<RequestReport>& reports)
{
    QJsonArray requirements;
    for (const RequirementChange& change : difference.requirements)
        requirements.append(
            QJsonObject{{u"call"_s, change.call}, {u"before"_s, toJson(change.before)}, {u"after"_s, toJson(change.after)}});
    QJsonObject json{{u"of"_s, u"catalogs"_s}, {u"added"_s, QJsonArray::fromStringList(difference.added)},
        {u"removed"_s, QJsonArray::fromStringList(difference.removed)}, {u"renamed"_s, toJson(difference.renamed)},
        {u"changed"_s, toJson(difference.scopes)}, {u"addedEndpoints"_s, QJsonArray::fromStringList(difference.addedEndpoints)},
        {u"removedEndpoints"_s, QJsonArray::fromStringList(difference.removedEndpoints)},
        {u"changedEndpoints"_s, toJson(difference.endpoints)}, {u"requirements"_s, requirements}};
    if (!reports.empty())
        json.insert(u"requests"_s, toJson(reports));
    return json;
}

QJsonObject toJson(const RequestDifference& difference)
{
    return {{u"of"_s, u"requests"_s}, {u"added"_s, QJsonArray::fromStringList(difference.added)},
        {u"removed"_s, QJsonArray::fromStringList(difference.removed)}, {u"renamed"_s, toJson(difference.renamed)},
        {u"reordered"_s, difference.isReordered}};
}

QString toText(const CatalogDifference& difference, const std::vector<RequestReport>& reports)
{
    if (difference.isEmpty())
        return tr("There is no difference.\n") + toText(reports);
    const QString call = tr("call ");
    QString text = names(difference.removed, u"-"_s, {}) + names(difference.added, u"+"_s, {}) + toText(difference.renamed)
        + toText(difference.scopes, {}) + names(difference.removedEndpoints, u"-"_s, call)
        + names(difference.addedEndpoints, u"+"_s, call) + toText(difference.endpoints, call);
    for (const RequirementChange& change : difference.requirements)
        text += tr("~ what %1 needs:\n      - %2\n      + %3\n")
                    .arg(shown(change.call), shown(needInWords(change.before)), shown(needInWords(change.after)));
    return text + toText(reports);
}

QString toText(const RequestDifference& difference)
{
    if (difference.isEmpty())
        return tr("There is no difference.\n");
    return names(difference.removed, u"-"_s, {}) + names(difference.added, u"+"_s, {}) + toText(difference.renamed)
        + (difference.isReordered ? tr("~ What both have stands in another order.\n") : QString());
}

} // namespace scopes
