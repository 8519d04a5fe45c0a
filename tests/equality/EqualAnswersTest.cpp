#include "catalog/BuiltInCatalog.h"
#include "cli/Command.h"
#include "cli/CommandLine.h"
#include "models/InspectedText.h"
#include "models/RequestCheck.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <random>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// What 'check --json' answers.
QJsonObject commandLine(const QString& text, const QStringList& options = {})
{
    QString out;
    QString err;
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    Console console{outStream, errStream};
    runCommand(QStringList{u"check"_s, u"--json"_s} + options + QStringList{u"--"_s, text}, console);
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

/// A finding as one line: all that a reader is told.
QString line(const QStringList& parts)
{
    return parts.join(u" | "_s);
}

QStringList linesOf(const QJsonObject& answer)
{
    QStringList lines;
    for (const auto& entry : answer[u"findings"_s].toArray()) {
        const QJsonObject finding = entry.toObject();
        lines += line({finding[u"rule"_s].toString(), finding[u"severity"_s].toString(), finding[u"message"_s].toString(),
            finding[u"why"_s].toString(), finding[u"source"_s].toString(), finding[u"fix"_s][u"title"_s].toString(),
            QString::number(finding[u"range"_s][u"start"_s].toInt())});
    }
    return lines;
}

/// What the window shows of the same.
QStringList linesOf(const FindingsModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const Finding& finding = model.finding(row);
        // The command line shows a fix only where it changes something.
        const bool hasFix = finding.fix && !finding.fix->edits.empty();
        lines += line({index.data(FindingsModel::RuleRole).toString(),
            nameOf(static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt())), finding.message,
            index.data(FindingsModel::WhyRole).toString(), index.data(FindingsModel::SourceRole).toString(),
            hasFix ? finding.fix->title : QString(), QString::number(finding.ranges.empty() ? 0 : finding.ranges[0].start)});
    }
    return lines;
}

QStringList toStrings(const QJsonValue& array)
{
    QStringList list;
    for (const auto& one : array.toArray())
        list += one.toString();
    return list;
}

} // namespace

/// The window and the command line give equal answers.
class EqualAnswersTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

private Q_SLOTS:

    void initTestCase() { m_catalog = *builtInCatalog().value; }

    void onGoldenStrings()
    {
        QFile file(tests::sharedFolder() + u"tiktok/golden-strings.jsonl"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("There are no golden strings beside the source tree.");
        int count = 0;
        while (!file.atEnd()) {
            const QString text = QJsonDocument::fromJson(file.readLine()).object()[u"text"_s].toString();
            if (text.isEmpty() || text.contains(u'\r'))
                continue;
            Workspace workspace(m_catalog);
            InspectedText window(workspace);
            window.setText(text);
            QTRY_VERIFY(!window.isBehind());
            const QJsonObject answer = commandLine(text);
            QCOMPARE(linesOf(window.findings()), linesOf(answer));
            QCOMPARE(window.checked()->inspection.scopes(), toStrings(answer[u"scopes"_s]));
            QCOMPARE(nameOf(window.checked()->inspection.kind), answer[u"kind"_s].toString());
            QCOMPARE(window.repairedForOthers(), answer[u"repaired"_s].toString());
            ++count;
        }
        QVERIFY2(count >= 40, qPrintable(QString::number(count)));
    }

    void onRandomRequests()
    {
        std::mt19937 random(tests::seed(31));
        const QTemporaryDir folder;
        const QString profileFile = folder.filePath(u"test.app.json"_s);
        int withFindings = 0;
        for (int round = 0; round < 200; ++round) {
            Workspace workspace(m_catalog);
            AppProfile profile;
            profile.name = u"Test"_s;
            profile.catalog = m_catalog->id();
            QStringList names;
            for (const Scope& scope : m_catalog->scopes()) {
                QString name = toQString(scope.name);
                if (random() % 3 == 0)
                    profile.approved += name;
                if (random() % 3 != 0)
                    continue;
                if (random() % 6 == 0)
                    name.remove(static_cast<qsizetype>(random() % static_cast<unsigned>(name.size())), 1);
                names += name;
            }
            profile.approved.sort();
            if (names.size() < 2)
                continue;
            QStringList options;
            if (random() % 2 == 0) {
                QCOMPARE(writeAppProfile(profileFile, profile), QString());
                options = {u"--profile"_s, profileFile};
                workspace.setProfile(std::make_shared<const AppProfile>(profile));
            }
            workspace.addScopes(names);
            if (random() % 4 == 0)
                workspace.setFormat(u"space"_s);
            // What RequestCheck runs in the background; it waits for more changes first, so it is tried on some only.
            const QString text = requestText(workspace).text;
            FindingsModel model;
            model.setChecked(check({text, m_catalog, workspace.profile(), PasteKind::ScopeList}));
            const QStringList lines = linesOf(model);
            QCOMPARE(lines, linesOf(commandLine(text, options)));
            if (round % 20 == 0) {
                const RequestCheck window(workspace);
                QTRY_VERIFY(!window.isBehind());
                QCOMPARE(linesOf(window.findings()), lines);
            }
            withFindings += lines.isEmpty() ? 0 : 1;
        }
        QVERIFY2(withFindings > 50 && withFindings < 200, qPrintable(QString::number(withFindings)));
    }
};

SCOPES_TEST(EqualAnswersTest)
#include "EqualAnswersTest.moc"
