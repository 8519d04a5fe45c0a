#include "analysis/RequestImpact.h"

#include "analysis/DifferenceMarkdown.h"
#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// A catalog 'plain' with these scopes, as members of JSON objects, and endpoints.
CatalogPointer catalogOf(const QByteArrayList& scopes, const QByteArrayList& endpoints, const QByteArray& date)
{
    const QByteArray json = R"({"format": "scope-explorer-catalog", "version": 1, "id": "plain", "name": "Plain",
        "retrieved": ")"
        + date + R"(", "sources": [{"id": "s", "title": "t", "retrieved": "2026-01-01", "kind": "provider"}],
        "topics": [{"id": "t", "name": "T"}], "provider": {"name": "Plain"}, "scopes": [)"
        + scopes.join(',') + R"(], "endpoints": [)" + endpoints.join(',') + "]}";
    auto read = readCatalog(json);
    if (!read)
        qFatal("%s", qPrintable(toString(read.problems, u"plain"_s)));
    return *read.value;
}

QByteArray scope(
    const QByteArray& name, const QByteArray& definition, const QByteArray& userDisplay, const QByteArray& approval = "null")
{
    return R"({"name": ")" + name + R"(", "topic": "t", "source": "s", "definition": ")" + definition
        + R"(", "status": "documented", "product": null, "approval": )" + approval
        + R"(, "obtainedBy": null, "region": null, "userDisplay": )" + userDisplay + '}';
}

QByteArray endpoint(const QByteArray& id, const QByteArray& needs, const QByteArray& more = {})
{
    return R"({"id": ")" + id + R"(", "name": "N", "method": "GET", "url": "https://api.example/)" + id
        + R"(", "source": "s", "product": null, "token": "user access token", "requires": )" + needs + more + '}';
}

CatalogPointer before()
{
    return catalogOf({scope("a", "Alpha", "\"Reads a\""), scope("b", "Beta", "\"Reads b\""), scope("gone", "Gone text", "null"),
                         scope("old.name", "The one text", "null"), scope("hidden", "Hidden", "\"Shown once\""),
                         scope("paper", "Paper", "null", R"("none")")},
        {endpoint("one", R"([["a"]])", R"(, "fields": [{"name": "f", "requires": [["a"]]}, {"name": "g", "requires": [["b"]]}])"),
            endpoint("two", R"([["a"], ["b"]])"), endpoint("three", R"([["b"]])"), endpoint("lost", R"([["a"]])"),
            endpoint("open", "[[]]"), endpoint("silent", R"([["a"]])")},
        "2026-01-01");
}

CatalogPointer after()
{
    return catalogOf({scope("a", "Alpha two", "\"Reads all a\""), scope("b", "Beta", "\"Reads b\""),
                         scope("new.thing", "The one text", "null"), scope("hidden", "Hidden", "null"),
                         scope("late", "Late", "null"), scope("paper", "Paper", "null", R"("review")")},
        {endpoint("one", R"([["a", "b"]])", R"(, "fields": [{"name": "f", "requires": [["b"]]}])"),
            endpoint("two", R"([["a", "b"], ["b"]])"), endpoint("three", R"([["b", "late"]])"), endpoint("open", R"([["late"]])"),
            endpoint("silent", "[]")},
        "2026-06-01");
}

RequestFile request(const QStringList& scopes, const QStringList& calls = {}, const QString& catalog = u"plain"_s)
{
    return {catalog, {}, scopes, {}, calls};
}

} // namespace

/// What a change of a catalog means for requests.
class RequestImpactTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_before = before();
    CatalogPointer m_after = after();
    CatalogDifference m_difference = differenceOf(*m_before, *m_after);

private Q_SLOTS:

    void tellsWhatItMeans_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QStringList>("calls");
        QTest::addColumn<QStringList>("expected"); // 'severity what subject scopes'

        QTest::newRow("nothing is requested") << QStringList{} << QStringList{} << QStringList{};
        QTest::newRow("a scope that stays, and a call that needs more")
            << QStringList{u"b"_s} << QStringList{}
            << QStringList{u"note call-needs-other one "_s, u"note call-needs-other one#f "_s, u"note call-needs-other one#g "_s,
                   u"note call-needs-other two "_s, u"warning call-needs-more three late"_s};
        QTest::newRow("a scope that went") << QStringList{u"gone"_s} << QStringList{}
                                           << QStringList{u"error scope-removed gone "_s};
        QTest::newRow("a scope that was perhaps renamed")
            << QStringList{u"old.name"_s} << QStringList{} << QStringList{u"error scope-renamed old.name new.thing"_s};
        QTest::newRow("a scope that is documented now")
            << QStringList{u"late"_s} << QStringList{}
            << QStringList{u"note scope-appeared late "_s, u"note call-needs-other three "_s, u"note call-needs-other open "_s};
        QTest::newRow("the user reads something else")
            << QStringList{u"hidden"_s} << QStringList{} << QStringList{u"warning user-text-changed hidden "_s};
        QTest::newRow("another approval is needed")
            << QStringList{u"paper"_s} << QStringList{} << QStringList{u"warning scope-changed paper "_s};
        QTest::newRow("a scope of neither catalog") << QStringList{u"x.y"_s} << QStringList{} << QStringList{};
        QTest::newRow("a ticked call that went")
            << QStringList{} << QStringList{u"lost"_s} << QStringList{u"error call-removed lost "_s};
        QTest::newRow("a ticked field that went is said once")
            << QStringList{} << QStringList{u"one#g"_s}
            << QStringList{u"error call-removed one#g "_s, u"error call-needs-more one a,b"_s};
        QTest::newRow("a ticked call that needed nothing")
            << QStringList{} << QStringList{u"open"_s} << QStringList{u"error call-needs-more open late"_s};
        QTest::newRow("a ticked call, covered as before")
            << QStringList{u"late"_s} << QStringList{u"open"_s}
            << QStringList{u"note scope-appeared late "_s, u"note call-needs-other open "_s, u"note call-needs-other three "_s};
        QTest::newRow("a ticked call of which nothing is documented any more")
            << QStringList{} << QStringList{u"silent"_s} << QStringList{u"note call-needs-other silent "_s};
        QTest::newRow("a ticked call of neither catalog") << QStringList{} << QStringList{u"x#y"_s} << QStringList{};
    }

    void tellsWhatItMeans()
    {
        QFETCH(const QStringList, scopes);
        QFETCH(const QStringList, calls);
        QStringList found;
        for (const RequestImpact& impact : impactsOn(request(scopes, calls), *m_before, *m_after, m_difference)) {
            QVERIFY2(impact.message.endsWith(u'.') && impact.message.contains(impact.subject), qPrintable(impact.message));
            found +=
                QStringList{nameOf(impact.severity), nameOf(impact.kind), impact.subject, impact.scopes.join(u',')}.join(u' ');
        }
        QTEST(found, "expected");
    }

    void aScopeThatChangedSaysWhat()
    {
        const auto impacts = impactsOn(request({u"a"_s}), *m_before, *m_after, m_difference);
        QCOMPARE(impacts.at(0).message, u"The user reads another text for a now: “Reads all a”, before: “Reads a”."_s);
        QCOMPARE(impacts.at(1).message, u"Of a, this changed: definition."_s);
        QCOMPARE(impacts.at(1).severity, Severity::Note);
    }

    void aGuessIsCalledOne()
    {
        const auto impacts = impactsOn(request({u"old.name"_s, u"new.thing"_s}), *m_before, *m_after, m_difference);
        QVERIFY2(impacts.at(0).message.contains(u"a guess"_s), qPrintable(impacts[0].message));
        QVERIFY(impacts[0].message.endsWith(u"new.thing is requested already."_s));
    }

    void nothingChangedForTheSame()
    {
        const RequestFile all = request({u"a"_s, u"b"_s, u"gone"_s}, {u"one"_s, u"one#f"_s, u"two"_s});
        QVERIFY(impactsOn(all, *m_before, *m_before, differenceOf(*m_before, *m_before)).empty());
    }

    void ofARequestForAnotherCatalogNothingElseIsSaid()
    {
        const auto impacts = impactsOn(request({u"gone"_s}, {u"lost"_s}, u"other"_s), *m_before, *m_after, m_difference);
        QCOMPARE(impacts.size(), std::size_t(1));
        QCOMPARE(impacts[0].kind, ImpactKind::OtherCatalog);
        QCOMPARE(impactsOn(request({u"gone"_s}, {}, {}), *m_before, *m_after, m_difference).at(0).kind, ImpactKind::ScopeRemoved);
    }

    void invisibleCharactersAreShown()
    {
        const CatalogPointer without = catalogOf({}, {}, "2026-06-01");
        const CatalogPointer with = catalogOf({scope("a\xE2\x80\xAE.b", "x", "null")}, {}, "2026-01-01");
        const auto impacts = impactsOn(request({u"a\u202E.b"_s}), *with, *without, differenceOf(*with, *without));
        QVERIFY2(impacts.at(0).message.contains(u"⟨U+202E⟩"_s), qPrintable(impacts.at(0).message));
    }

    void aStoppedComparisonEnds()
    {
        const CatalogDifference part = differenceOf(*m_before, *m_after, [] { return false; });
        QVERIFY(part.scopes.empty() && part.requirements.empty() && part.renamed.empty());
    }

    void wholeNamesOfNeedsAreMarked()
    {
        const ChangedText change = needChange({{u"a.b:c"_s}, {u"d.e"_s}}, {{u"a.x:c"_s}, {u"d.e"_s}});
        QCOMPARE(*change.before, u"a.b:c or d.e"_s);
        QCOMPARE(change.words.onlyInFirst, (std::vector<TextRange>{{0, 5}}));
        QCOMPARE(change.words.onlyInSecond, (std::vector<TextRange>{{0, 5}}));
        QCOMPARE(*needChange({}, {{}}).before, u"not documented"_s);
        QCOMPARE(*needChange({}, {{}}).after, u"no scope"_s);
        QCOMPARE(needInWords({{u"a"_s, u"b"_s}, {u"c"_s}}), u"a and b, or c"_s);
    }

    void markdownHasAllOfIt()
    {
        const std::vector<RequestReport> reports{
            {u"login.scopes.json"_s, {}, impactsOn(request({u"gone"_s}), *m_before, *m_after, m_difference)},
            {u"none.scopes.json"_s, u"There is no such file."_s, {}}, {u"calm.scopes.json"_s, {}, {}}};
        const QString text = differenceAsMarkdown(*m_before, *m_after, m_difference, reports);
        for (const QString& part :
            {u"- before: Plain, as of 2026-01-01\n- now: Plain, as of 2026-06-01\n"_s, u"## Scopes removed (1)\n\n- `gone`\n\n"_s,
                u"## Scopes added (1)\n\n- `late`\n\n"_s,
                u"## Scopes renamed (1)\n\n- `old.name` is perhaps `new.thing` now, a guess: "_s,
                u"  - definition\n    - before: Alpha\n    - now: Alpha **two**\n"_s,
                u"  - what the user reads\n    - before: Shown once\n    - now: *not known*\n"_s,
                u"- `two`\n  - before: a or b\n  - now: a **and b**, or b\n"_s, u"## Calls removed (1)\n\n- `lost`\n"_s,
                u"### `login.scopes.json`\n\n- **Error**: gone is no longer documented."_s,
                u"### `none.scopes.json`\n\nThere is no such file.\n"_s, u"### `calm.scopes.json`\n\nNothing of it changed.\n"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
        QCOMPARE(text, differenceAsMarkdown(*m_before, *m_after, m_difference, reports));
        QVERIFY(differenceAsMarkdown(*m_before, *m_before, {}).endsWith(u"The two catalogs say the same.\n"_s));
    }

    void nothingFromOutsideIsMarkup_data()
    {
        QTest::addColumn<QByteArray>("text"); // as JSON
        QTest::addColumn<QString>("quoted");

        QTest::newRow("emphasis") << QByteArray("**b** _i_ ~~s~~") << u"\\_i\\_ \\~\\~s"_s;
        QTest::newRow("markup") << QByteArray("<b>x</b> &amp;") << u"\\<"_s;
        QTest::newRow("a link") << QByteArray("[a](javascript:x)") << u"\\["_s;
        QTest::newRow("code") << QByteArray("`x` | y") << u"\\`"_s;
        QTest::newRow("a line of its own") << QByteArray("x\\n# heading\\n- item") << u"⟨U\\+000A⟩\\# heading"_s;
        QTest::newRow("numbers that look like a place") << QByteArray("%1 %2 %3") << u"1 %2 %3"_s;
    }

    void nothingFromOutsideIsMarkup()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, quoted);
        const CatalogPointer old = catalogOf({scope("a", "plain", "null")}, {}, "2026-01-01");
        const CatalogPointer now = catalogOf({scope("a", text, "null")}, {}, "2026-01-01");
        const QString markdown = differenceAsMarkdown(*old, *now, differenceOf(*old, *now));
        const QString line = markdown.section(u"    - now: "_s, 1).section(u'\n', 0, 0);
        QVERIFY2(line.contains(quoted), qPrintable(line));
        // Without what is escaped, and our own marks around words, no markup is left.
        QString rest = line;
        for (const char mark : QByteArray("\\`*_{}[]<>()#+!|~&"))
            rest.remove(QStringLiteral("\\") + QLatin1Char(mark));
        rest.remove(u"**"_s);
        for (const char mark : QByteArray("`*_[]<>~&"))
            QVERIFY2(!rest.contains(QLatin1Char(mark)), qPrintable(rest));
        QCOMPARE(markdown.count(u'\n'), differenceAsMarkdown(*now, *old, differenceOf(*now, *old)).count(u'\n'));
    }

    void aRequestsDifferenceIsMarkdownToo()
    {
        const RequestDifference difference = differenceOf({u"a"_s, u"b"_s, u"x`y"_s}, {u"b"_s, u"a"_s}, *m_before);
        QCOMPARE(differenceAsMarkdown(difference),
            u"# What changed in a request\n\n## Scopes removed (1)\n\n- x\\`y\n\nWhat both have stands in another order.\n"_s);
        QVERIFY(differenceAsMarkdown(RequestDifference()).contains(u"There is no difference."_s));
    }
};

SCOPES_TEST(RequestImpactTest)
#include "RequestImpactTest.moc"
