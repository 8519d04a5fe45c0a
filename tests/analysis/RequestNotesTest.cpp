#include "analysis/Finding.h"
#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// A request file asks for its scopes, not for those that its notes and calls name.
class RequestNotesTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

    QStringList scopesOf(const QString& text) const { return inspect(text, *m_catalog).scopes(); }

private Q_SLOTS:

    void initTestCase() { m_catalog = *builtInCatalog().value; }

    void asksForItsScopesAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("scopes");
        const QString notes = u"\"calls\": [\"video.list\"], \"catalog\": \"tiktok\", \"review\": {\"user.info.stats\": "
                              "{\"reason\": \"scope=video.lst, ö 😀 \\\"video.upload\\\"\"}}, "_s;
        const QString scopes = u"\"scopes\": [\"user.info.basic\", \"odd]name\", \"video.publish\"]"_s;
        const QString asked = u"user.info.basic odd]name video.publish"_s;

        QTest::newRow("notes before") << u'{' + notes + scopes + u", \"version\": 1}"_s << asked;
        QTest::newRow("notes behind") << u"{\"version\": 1, "_s + scopes + u", "_s + notes + u"\"x\": \"video.list\"}"_s << asked;
        QTest::newRow("nothing asked for") << u'{' + notes + u"\"scopes\": [], \"version\": 1}"_s << u""_s;
        QTest::newRow("lines and spaces around")
            << u"\n\t{\n"_s + notes + u"\n"_s + scopes + u",\n\"version\": 1\n}\n"_s << asked;
    }

    void asksForItsScopesAlone()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, scopes);
        const Inspection inspection = inspect(text, *m_catalog);
        QCOMPARE(inspection.scopes().join(u' '), scopes);
        for (const ScopeOccurrence& occurrence : inspection.occurrences)
            QCOMPARE(text.mid(occurrence.range.start, occurrence.range.length), occurrence.name);
        for (const Finding& finding : findingsOf(inspection, *m_catalog))
            QVERIFY2(finding.scopes.contains(u"odd]name"_s) || finding.scopes.isEmpty(), qPrintable(finding.message));
    }

    void noRequestedNameIsPassedOver_data()
    {
        QTest::addColumn<QString>("name");

        QTest::newRow("markup") << u"<b>x"_s;
        QTest::newRow("braces") << u"{x}"_s;
        QTest::newRow("a variable of a shell") << u"$X"_s;
        QTest::newRow("a command of a shell") << u"$(id)"_s;
        QTest::newRow("an asterisk") << u"*"_s;
        QTest::newRow("a formula") << u"=1"_s;
        QTest::newRow("an option") << u"-x"_s;
        QTest::newRow("a number") << u"12"_s;
        QTest::newRow("a documented name in asterisks") << u"*video.list*"_s;
        QTest::newRow("a documented name with a full stop") << u"video.list."_s;
        QTest::newRow("a comment") << u"#x"_s;
        QTest::newRow("an address") << u"a@b.example"_s;
        QTest::newRow("a placeholder") << u"<your-scope>"_s;
        QTest::newRow("a bracket") << u"[x"_s;
        QTest::newRow("a word of a sentence") << u"the"_s;
    }

    /// In a file, and as the window and a link hold it.
    void noRequestedNameIsPassedOver()
    {
        QFETCH(const QString, name);
        const QString file =
            u"{\"catalog\": \"tiktok\", \"scopes\": [\"video.publish\", \"%1\", \"user.info.basic\"], \"version\": 1}"_s.arg(
                name);
        InspectionOptions request;
        request.kind = PasteKind::ScopeList;
        request.isRequest = true;
        for (const Inspection& inspection :
            {inspect(file, *m_catalog), inspect(u"video.publish,%1,user.info.basic"_s.arg(name), *m_catalog, request)}) {
            QCOMPARE(inspection.scopes(), (QStringList{u"video.publish"_s, name, u"user.info.basic"_s}));
            const auto findings = findingsOf(inspection, *m_catalog);
            QVERIFY(std::any_of(findings.begin(), findings.end(),
                [&](const Finding& one) { return one.severity == Severity::Error && one.scopes.contains(name); }));
        }
    }

    void otherJsonIsReadAsEver()
    {
        QCOMPARE(scopesOf(u"{\"scopes\": [\"video.list\"], \"more\": \"scope=video.upload\"}"_s).size(), 2);
        QVERIFY(
            scopesOf(u"{\"catalog\": \"x\", \"version\": \"1.0\", \"scopes\": [\"video.list\"], \"scope\": \"video.upload\"}"_s)
                .contains(u"video.upload"_s));
        QVERIFY(scopesOf(u"{\"catalog\": \"x\", \"version\": 1, \"scopes\": \"video.list\", \"scope\": \"video.upload\"}"_s)
                    .contains(u"video.upload"_s));
    }

    void secretsInNotesAreMasked()
    {
        const QString secret = u"act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU"_s;
        const QString text = u"{\"catalog\": \"tiktok\", \"review\": {\"video.list\": {\"reason\": \"try %1\"}}, \"scopes\": "
                             "[\"video.list\"], \"version\": 1}"_s.arg(secret);
        const Inspection inspection = inspect(text, *m_catalog);
        QVERIFY(!inspection.masked().contains(secret));
        QCOMPARE(inspection.scopes(), QStringList{u"video.list"_s});
    }
};

SCOPES_TEST(RequestNotesTest)
#include "RequestNotesTest.moc"
