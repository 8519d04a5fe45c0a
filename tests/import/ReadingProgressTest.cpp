#include "import/CatalogOpener.h"
#include "support/TestMain.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

using Part = std::function<QByteArray(const QByteArray& number)>;

/// A text of many parts, with @p separator between them.
QByteArray textOf(const QByteArray& head, const Part& part, const QByteArray& separator, const QByteArray& tail)
{
    constexpr int count = 6000;
    QByteArray text = head;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += separator;
        text += part(QByteArray::number(i));
    }
    return text + tail;
}

/// JSON with the quotation marks that C++ makes hard to read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray openApiJson()
{
    return json(textOf(
        "{'openapi':'3.0.0','components':{'securitySchemes':{'o':{'type':'oauth2','flows':{'implicit':{'scopes':{'s':'S'}}}}}},"
        "'paths':{",
        [](const QByteArray& number) { return "'/" + number + "':{'get':{'summary':'Reads','security':[{'o':['s']}]}}"; }, ",",
        "}}"));
}

QByteArray openApiYaml()
{
    return textOf(
        "openapi: 3.0.0\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: {implicit: {scopes: {s: S}}}}\npaths:\n",
        [](const QByteArray& number) { return "  /" + number + ":\n    get:\n      security:\n        - o: [s]\n"; }, "", "");
}

QByteArray swaggerScopes()
{
    return json(textOf(
        "{'swagger':'2.0','securityDefinitions':{'o':{'type':'oauth2','flow':'implicit','scopes':{",
        [](const QByteArray& number) { return "'area.thing" + number + "':'Reads'"; }, ",", "}}}}"));
}

QByteArray discovery()
{
    return json(textOf(
        "{'discoveryVersion':'v1','methods':{",
        [](const QByteArray& number) { return "'m" + number + "':{'httpMethod':'GET','path':'p" + number + "','scopes':['s']}"; },
        ",", "}}"));
}

QByteArray graph()
{
    return json(textOf(
        "{'permissions':{'A':{'schemes':{'Application':{'adminDescription':'a'}},'pathSets':[{'schemeKeys':['Application'],"
        "'methods':['GET'],'paths':{",
        [](const QByteArray& number) { return "'/" + number + "':'least=Application'"; }, ",", "}}]}}}"));
}

QByteArray aws()
{
    return json(textOf(
        "[{'prefix':'s','service_name':'S','privileges':[",
        [](const QByteArray& number) { return "{'privilege':'P" + number + "','description':'d'}"; }, ",", "]}]"));
}

QByteArray table()
{
    return textOf(
        "scope,description\n", [](const QByteArray& number) { return "area.thing" + number + ",Reads\n"; }, "", "");
}

} // namespace

/// Whoever waits for a file hears how far its reading is in each of its stages, and can give it up in the midst of any.
class ReadingProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tellsAndStops_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("OpenAPI in JSON, many calls") << openApiJson();
        QTest::newRow("OpenAPI in YAML, many calls") << openApiYaml();
        QTest::newRow("Swagger, many scopes") << swaggerScopes();
        QTest::newRow("Google Discovery") << discovery();
        QTest::newRow("Microsoft Graph") << graph();
        QTest::newRow("AWS") << aws();
        QTest::newRow("a table") << table();
        QTest::newRow("a byte order mark before JSON") << "\xEF\xBB\xBF" + openApiJson();
    }

    void tellsAndStops()
    {
        QFETCH(const QByteArray, text);
        const ImportOrigin origin{u"f"_s, u"2026-01-02"_s};
        std::vector<double> shares;
        const auto whole = openCatalog(text, origin, {}, [&](double share) {
            shares.push_back(share);
            return true;
        });
        QVERIFY2(whole, qPrintable(toString(whole.problems, u"f"_s)));
        QVERIFY2(std::is_sorted(shares.begin(), shares.end()), "the share went back");
        QVERIFY(shares.front() >= 0 && shares.back() <= 1);
        // Finding, writing and reading again what is found each come by more than once.
        const auto inPart = [&](double start, double end) {
            return std::count_if(shares.begin(), shares.end(), [&](double share) { return share >= start && share < end; });
        };
        QVERIFY2(inPart(0, 0.4) > 3, qPrintable(QString::number(inPart(0, 0.4))));
        QVERIFY2(inPart(0.4, 0.72) > 3, qPrintable(QString::number(inPart(0.4, 0.72))));
        QVERIFY2(inPart(0.72, 1) > 6, qPrintable(QString::number(inPart(0.72, 1))));

        const std::size_t step = shares.size() / 15 + 1;
        for (std::size_t stop = 1; stop <= shares.size(); stop += step) {
            std::size_t asked = 0;
            const auto stopped = openCatalog(text, origin, {}, [&](double) { return ++asked < stop; });
            QVERIFY2(!stopped, qPrintable(QString::number(stop)));
            QCOMPARE(stopped.problems.size(), std::size_t{1});
            QCOMPARE(stopped.problems.front().message, u"Reading was stopped."_s);
        }
    }
};

SCOPES_TEST(ReadingProgressTest)
#include "ReadingProgressTest.moc"
