#include "analysis/CatalogDifference.h"

#include "catalog/BuiltInCatalog.h"
#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// The built-in catalog's file, to be changed.
QJsonObject builtInJson()
{
    QFile file(u":/tiktok.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The object with @p member of the entry number @p index in a list of it replaced; an undefined value takes the entry away.
QJsonObject changed(QJsonObject catalog, const QString& list, int index, const QString& member, const QJsonValue& value)
{
    QJsonArray entries = catalog[list].toArray();
    QJsonObject entry = entries[index].toObject();
    entry.insert(member, value);
    if (value.isUndefined())
        entries.removeAt(index);
    else
        entries[index] = entry;
    catalog.insert(list, entries);
    return catalog;
}

CatalogPointer read(const QByteArray& json)
{
    auto result = readCatalog(json);
    for (const Problem& problem : result.problems)
        qWarning("%s", qPrintable(problem.toString(u"catalog"_s)));
    return result ? *result.value : nullptr;
}

CatalogPointer read(const QJsonObject& catalog)
{
    return read(QJsonDocument(catalog).toJson());
}

} // namespace

/// What differs between two catalogs or two requests.
class CatalogDifferenceTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;
    QJsonObject m_json;

    int indexOf(const char* list, const char* member, const char* name) const
    {
        const QJsonArray entries = m_json[QLatin1String(list)].toArray();
        for (int i = 0; i < entries.size(); ++i) {
            if (entries[i].toObject()[QLatin1String(member)].toString() == QLatin1String(name))
                return i;
        }
        return -1;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = *builtInCatalog().value;
        m_json = builtInJson();
        QVERIFY(read(m_json) != nullptr);
    }

    void findsNothingInTheSame()
    {
        QVERIFY(differenceOf(*m_catalog, *read(m_json)).isEmpty());
        QVERIFY(differenceOf(*m_catalog, *m_catalog).isEmpty());
    }

    void comparesTextsWordByWord()
    {
        const int at = indexOf("scopes", "name", "video.list");
        const QString former = m_json[u"scopes"_s][at][u"definition"_s].toString();
        const CatalogPointer other = read(changed(m_json, u"scopes"_s, at, u"definition"_s, u"Newly "_s + former));
        QVERIFY(other != nullptr);
        const CatalogDifference difference = differenceOf(*m_catalog, *other);
        QCOMPARE(difference.scopes.size(), std::size_t(1));
        QCOMPARE(difference.scopes[0].name, u"video.list"_s);
        QCOMPARE(difference.scopes[0].texts.size(), std::size_t(1));
        const ChangedText& change = difference.scopes[0].texts[0];
        QCOMPARE(change.member, u"definition"_s);
        QCOMPARE(change.before, former);
        QVERIFY(change.words.onlyInFirst.empty());
        QCOMPARE(change.words.onlyInSecond, (std::vector<TextRange>{{0, 5}}));
        QVERIFY(difference.added.isEmpty() && difference.removed.isEmpty() && difference.requirements.empty());
    }

    void tellsUnpublishedFromEmpty()
    {
        const int at = indexOf("scopes", "name", "video.list");
        const CatalogPointer without = read(changed(m_json, u"scopes"_s, at, u"userDisplay"_s, QJsonValue::Null));
        QVERIFY(without != nullptr);
        const CatalogDifference difference = differenceOf(*m_catalog, *without);
        QCOMPARE(difference.scopes.at(0).texts.at(0).member, u"userDisplay"_s);
        QVERIFY(difference.scopes[0].texts[0].before.has_value() && !difference.scopes[0].texts[0].after.has_value());
        QVERIFY(!differenceOf(*without, *m_catalog).scopes[0].texts[0].before.has_value());
    }

    void comparesWhatCallsNeed()
    {
        const int at = indexOf("endpoints", "id", "video.list");
        QJsonArray both;
        both.append(QJsonArray{u"video.list"_s, u"user.info.basic"_s}); // braces in braces would be a copy to some compilers
        const CatalogPointer other = read(changed(m_json, u"endpoints"_s, at, u"requires"_s, both));
        QVERIFY(other != nullptr);
        const CatalogDifference difference = differenceOf(*m_catalog, *other);
        QCOMPARE(difference.requirements.size(), std::size_t(1));
        QCOMPARE(difference.requirements[0].call, u"video.list"_s);
        QCOMPARE(difference.requirements[0].before, std::vector<QStringList>{{u"video.list"_s}});
        QCOMPARE(difference.requirements[0].after, (std::vector<QStringList>{{u"user.info.basic"_s, u"video.list"_s}}));
        const int unused = indexOf("endpoints", "id", "oauth.revoke");
        const CatalogPointer fewer = read(changed(m_json, u"endpoints"_s, unused, {}, QJsonValue(QJsonValue::Undefined)));
        QVERIFY(fewer != nullptr);
        QCOMPARE(differenceOf(*m_catalog, *fewer).removedEndpoints, QStringList{u"oauth.revoke"_s});
        QCOMPARE(differenceOf(*fewer, *m_catalog).addedEndpoints, QStringList{u"oauth.revoke"_s});
    }

    void anOrderOfAlternativesIsNoDifference()
    {
        const int at = indexOf("endpoints", "id", "post.status.fetch");
        const QJsonArray former = m_json[u"endpoints"_s][at][u"requires"_s].toArray();
        const QJsonArray turned{former[1], former[0]};
        QVERIFY(differenceOf(*m_catalog, *read(changed(m_json, u"endpoints"_s, at, u"requires"_s, turned))).isEmpty());
    }

    void guessesWhatWasRenamed()
    {
        QByteArray json = QJsonDocument(m_json).toJson();
        const CatalogPointer other = read(json.replace("\"video.list\"", "\"clips.all\""));
        QVERIFY(other != nullptr);
        const CatalogDifference difference = differenceOf(*m_catalog, *other);
        QVERIFY(difference.added.isEmpty() && difference.removed.isEmpty()); // it is told of in one place
        QVERIFY(!difference.isEmpty());
        QCOMPARE(difference.renamed.size(), std::size_t(1));
        QCOMPARE(difference.renamed[0].before, u"video.list"_s);
        QCOMPARE(difference.renamed[0].after, u"clips.all"_s);
        QVERIFY(!difference.renamed[0].isDocumented);
        QVERIFY(difference.renamed[0].why.contains(u"text for the developer"_s));
        QVERIFY(difference.renamed[0].texts.empty());
    }

    void whatElseDiffersOfARenamedScopeIsTold()
    {
        QJsonObject json = changed(m_json, u"scopes"_s, indexOf("scopes", "name", "video.list"), u"definition"_s, u"Lists"_s);
        const CatalogPointer other = read(QJsonDocument(json).toJson().replace("\"video.list\"", "\"video.lists\""));
        QVERIFY(other != nullptr);
        const CatalogDifference difference = differenceOf(*m_catalog, *other);
        QCOMPARE(difference.renamed.size(), std::size_t(1));
        QCOMPARE(difference.renamed[0].texts.size(), std::size_t(1));
        QCOMPARE(difference.renamed[0].texts[0].member, u"definition"_s);
        QCOMPARE(*difference.renamed[0].texts[0].after, u"Lists"_s);
        QVERIFY(difference.scopes.empty());
    }

    void comparesRequests_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");

        QTest::newRow("the same") << u"a.b c.d"_s << u"a.b c.d"_s << u""_s;
        QTest::newRow("one twice") << u"a.b"_s << u"a.b a.b"_s << u""_s;
        QTest::newRow("one more") << u"a.b"_s << u"a.b c.d"_s << u"+c.d"_s;
        QTest::newRow("one less") << u"a.b c.d"_s << u"c.d"_s << u"-a.b"_s;
        QTest::newRow("another order") << u"a.b c.d"_s << u"c.d a.b"_s << u"reordered"_s;
        QTest::newRow("one put between keeps the order") << u"a.b c.d"_s << u"a.b x.y c.d"_s << u"+x.y"_s;
        QTest::newRow("a misspelt name mended") << u"video.lst"_s << u"video.list"_s << u"video.lst>video.list"_s;
        QTest::newRow("a name misspelt") << u"video.list"_s << u"video.lst"_s << u"video.list>video.lst"_s;
        QTest::newRow("names far apart") << u"video.list"_s << u"foo.bar"_s << u"-video.list +foo.bar"_s;
        QTest::newRow("all gone") << u"a.b"_s << u""_s << u"-a.b"_s;
    }

    void comparesRequests()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const RequestDifference difference =
            differenceOf(before.split(u' ', Qt::SkipEmptyParts), after.split(u' ', Qt::SkipEmptyParts), *m_catalog);
        QStringList parts;
        for (const QString& name : difference.removed)
            parts += u'-' + name;
        for (const QString& name : difference.added)
            parts += u'+' + name;
        for (const Renaming& renaming : difference.renamed)
            parts += renaming.before + u'>' + renaming.after;
        if (difference.isReordered)
            parts += u"reordered"_s;
        QTEST(parts.join(u' '), "expected");
        QCOMPARE(difference.isEmpty(), parts.isEmpty());
    }
};

SCOPES_TEST(CatalogDifferenceTest)
#include "CatalogDifferenceTest.moc"
