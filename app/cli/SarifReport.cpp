#include "cli/Reports.h"
#include "cli/RulePages.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// SARIF 2.1.0, section 3.4.3: an absolute path is a file URI, another one relative to wherever the report is read.
QString uriOf(const QString& path)
{
    if (QDir::isAbsolutePath(path))
        return QString::fromLatin1(QUrl::fromLocalFile(QDir::cleanPath(path)).toEncoded());
    return QString::fromLatin1(QUrl::toPercentEncoding(QDir::cleanPath(path), "/"));
}

QJsonObject textMessage(const QString& text)
{
    return {{u"text"_s, text}};
}

QJsonObject region(TextPlace start, TextPlace end)
{
    if (start.column == 0)
        return {{u"startLine"_s, start.line}};
    return {
        {u"startLine"_s, start.line}, {u"startColumn"_s, start.column}, {u"endLine"_s, end.line}, {u"endColumn"_s, end.column}};
}

QJsonObject artifact(const QString& path)
{
    return {{u"uri"_s, uriOf(path)}};
}

QJsonObject fixOf(const ReportedFinding& finding)
{
    QJsonArray replacements;
    for (const ReportedFinding::Replacement& one : finding.fix)
        replacements.append(
            QJsonObject{{u"deletedRegion"_s, region(one.start, one.end)}, {u"insertedContent"_s, textMessage(one.text)}});
    return {{u"description"_s, textMessage(finding.fixTitle)},
        {u"artifactChanges"_s,
            QJsonArray{QJsonObject{{u"artifactLocation"_s, artifact(finding.file)}, {u"replacements"_s, replacements}}}}};
}

/// The run's rules and results, as they come.
class Run
{
public:
    void add(const ReportedFinding& finding)
    {
        auto index = m_ids.indexOf(finding.rule);
        if (index < 0) {
            index = m_ids.size();
            m_ids += finding.rule;
            m_rules.append(ruleOf(finding.rule));
        }
        QJsonObject result{{u"ruleId"_s, finding.rule}, {u"ruleIndex"_s, index}, {u"level"_s, nameOf(finding.severity)},
            {u"message"_s, textMessage(finding.message)}};
        if (!finding.file.isEmpty()) {
            result.insert(u"locations"_s,
                QJsonArray{QJsonObject{{u"physicalLocation"_s,
                    QJsonObject{
                        {u"artifactLocation"_s, artifact(finding.file)}, {u"region"_s, region(finding.start, finding.end)}}}}});
            if (!finding.fix.empty())
                result.insert(u"fixes"_s, QJsonArray{fixOf(finding)});
        }
        m_results.append(result);
    }

    QJsonObject toJson() const
    {
        const QJsonObject driver{{u"name"_s, u"Scope Explorer"_s}, {u"semanticVersion"_s, QCoreApplication::applicationVersion()},
            {u"rules"_s, m_rules}};
        return {
            {u"tool"_s, QJsonObject{{u"driver"_s, driver}}}, {u"columnKind"_s, u"utf16CodeUnits"_s}, {u"results"_s, m_results}};
    }

private:
    static QJsonObject ruleOf(const QString& id)
    {
        QJsonObject rule{{u"id"_s, id}, {u"shortDescription"_s, textMessage(ruleTitle(id))}};
        if (const QString page = rulePage(id); !page.isEmpty())
            rule.insert(u"help"_s, QJsonObject{{u"text"_s, page}, {u"markdown"_s, page}});
        return rule;
    }

    QStringList m_ids;
    QJsonArray m_rules;
    QJsonArray m_results;
};

} // namespace

QByteArray sarifReport(const std::vector<ReportedInput>& inputs)
{
    Run run;
    for (const ReportedInput& input : inputs) {
        for (const ReportedFinding& finding : input.findings)
            run.add(finding);
    }
    const QJsonObject log{{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s}, {u"version"_s, u"2.1.0"_s},
        {u"runs"_s, QJsonArray{run.toJson()}}};
    return QJsonDocument(log).toJson(QJsonDocument::Indented);
}

} // namespace scopes
