#include "models/CallParts.h"

#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// Calls whose ids hold the marks that names of fields and values are made with.
CatalogPointer catalogWithMarks()
{
    CatalogData data;
    const auto keep = [&](const char* text) { return data.texts.keep(text); };
    const auto field = [&](const char* name) {
        Field made;
        made.name = keep(name);
        return made;
    };
    for (const char* const id : {"user", "user#email", "GET /a?b", "last"}) {
        data.endpoints.emplace_back();
        data.endpoints.back().id = keep(id);
    }
    data.endpoints[0].fields = {field("name"), field("email"), field("name"), field("a#b")};
    data.endpoints[1].fields = {field("domain")};
    Parameter parameter;
    parameter.name = keep("c");
    parameter.values.emplace_back();
    parameter.values.back().value = keep("d=e");
    data.endpoints[2].parameters = {parameter};
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

} // namespace

/// Parts are found by the names that they are given.
class CallPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void eachPartIsFoundByItsName()
    {
        const CatalogPointer catalog = catalogWithMarks();
        const CallParts parts(*catalog);
        for (int number = 0; number < parts.count(); ++number) {
            const QString name = parts.name(number);
            const int found = parts.find(name);
            QVERIFY2(found != noId && found <= number, qPrintable(name));
            QCOMPARE(parts.name(found), name);
            QVERIFY(parts.chosen({name}).contains(number));
        }
    }

    void chosen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("chosen"); // each part's name as often as there is one, in catalog order
        QTest::newRow("a call") << u"last"_s << QStringList{u"last"_s};
        QTest::newRow("a field that is documented twice")
            << u"user#name"_s << QStringList{u"user"_s, u"user#name"_s, u"user#name"_s};
        QTest::newRow("a field and a call of one name")
            << u"user#email"_s << QStringList{u"user"_s, u"user#email"_s, u"user#email"_s};
        QTest::newRow("a field of a call with the mark")
            << u"user#email#domain"_s << QStringList{u"user#email"_s, u"user#email#domain"_s};
        QTest::newRow("a field with the mark") << u"user#a#b"_s << QStringList{u"user"_s, u"user#a#b"_s};
        QTest::newRow("a value") << u"GET /a?b?c=d=e"_s << QStringList{u"GET /a?b"_s, u"GET /a?b?c=d=e"_s};
        QTest::newRow("no field of the call") << u"user#nothing"_s << QStringList();
        QTest::newRow("no call") << u"use#name"_s << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void chosen()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, chosen);
        const CatalogPointer catalog = catalogWithMarks();
        const CallParts parts(*catalog);
        QStringList names;
        parts.chosen({name}).forEach([&](int number) { names += parts.name(number); });
        QCOMPARE(names, chosen);
        QCOMPARE(parts.find(name) == noId, chosen.isEmpty());
    }
};

SCOPES_TEST(CallPartsTest)
#include "CallPartsTest.moc"
