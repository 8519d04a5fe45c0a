#include "catalog/CatalogReader.h"

#include "MinimalCatalog.h"
#include "document/Document.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace scopes;
using scopes::tests::minimalCatalog;
using scopes::tests::minimalCatalogWith;

namespace {

QByteArray listed(const Problems& problems)
{
    return toString(problems, u"mini"_s).toUtf8();
}

/// The members that may be left out, by the last name of their pointer: with what they stand in where that matters.
bool isOptional(const QString& pointer)
{
    static const QRegularExpression optional(
        u"^/(\\$schema|about|endpoints|otherScopes)$|/note$|^/sources/0/(title|url)$|^/provider/(?!name)[^/]*$"
        "|/requestParameters/0/(meaning|value|values|platforms)$|/platforms/0/(redirectRules|pkce|call|facts)$"
        "|/redirectRules/2/value$|/pkce/(challengeEncoding|methods|verifierLength|verifierCharacters)$"
        "|^/scopes/\\d+/(replacedBy|implies|targetApis|facts|notes)$|/implies/0/caution$|/targetApis/\\d/"
        "(documentation|endpoint)$"
        "|^/endpoints/0/(parameters|fields|documentation|confidence|limits|notes)$|/fields/0/(meaning|source)$"
        "|/parameters/0/values/0/source$"_s);
    return optional.match(pointer).hasMatch();
}

bool mayBeNull(const QString& pointer)
{
    static const QRegularExpression nullable(
        u"^/scopes/\\d/(userDisplay|product|approval|obtainedBy|region)$|/targetApis/0/endpoint$|^/endpoints/\\d/(product|token)$"_s);
    return nullable.match(pointer).hasMatch();
}

QString parentOf(const QString& pointer)
{
    return pointer.left(pointer.lastIndexOf(u'/'));
}

void addPointerRows(bool elementsToo)
{
    QTest::addColumn<QString>("pointer");
    static const QRegularExpression element(u"/\\d+$"_s);
    for (const QString& pointer : tests::pointersOf(minimalCatalog())) {
        if (!pointer.isEmpty() && (elementsToo || !element.match(pointer).hasMatch()))
            QTest::newRow(qPrintable(pointer)) << pointer;
    }
}

} // namespace

class CatalogReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsTheMinimalCatalogWithoutANote()
    {
        const auto read = readCatalog(minimalCatalog());
        QVERIFY2(read, listed(read.problems).constData());
        QVERIFY2(read.problems.empty(), listed(read.problems).constData());
        const ScopeCatalog& catalog = **read.value;
        QCOMPARE(catalog.id(), u"mini"_s);
        QCOMPARE(catalog.separator(), u","_s);
        QCOMPARE(catalog.provider().platforms.front().pkce.front().longestVerifier, 128);
        QCOMPARE(toQString(catalog.provider().platforms.front().redirectRules.front().values.front()), u"10"_s);
        QVERIFY(catalog.scope(1).userDisplay.data() == nullptr);
        QVERIFY(catalog.scope(2).userDisplay.data() != nullptr && catalog.scope(2).userDisplay.empty());
        QCOMPARE(catalog.scope(1).product, noId);
        QCOMPARE(catalog.scope(2).product, catalog.scope(0).product);
        QCOMPARE(catalog.scope(1).status, Scope::Status::Deprecated);
        QCOMPARE(catalog.details(catalog.scope(1)).replacedBy, std::vector<ScopeId>{0});
        QCOMPARE(catalog.details(catalog.scope(0)).targetApis.front().endpoint, 0);
        QCOMPARE(catalog.details(catalog.scope(0)).implies.front().scopes, std::vector<ScopeId>{1});
        QVERIFY(catalog.findOther(u"c.seen"_s) != nullptr);
        QVERIFY(catalog.findOther(u"a.read"_s) == nullptr);
    }

    void refusesEveryWrongType_data() { addPointerRows(true); }

    void refusesEveryWrongType()
    {
        QFETCH(const QString, pointer);
        if (pointer == u"/$schema"_s)
            return; // not read at all
        for (const QByteArray replacement : {"null", "true", "-7.5", "{\"zz\": 1}", "[[7]]", "\" \""}) {
            const auto read = readCatalog(minimalCatalogWith(pointer, replacement));
            const bool isBlank = replacement == "\" \"";
            const bool isSame = minimalCatalogWith(pointer, replacement) == minimalCatalog();
            static const QRegularExpression blankAllowed(u"/(definition|userDisplay|separator/value|requestParameters/0/value"
                                                         "|requestParameters/0/values/0/value)$"_s);
            if (isSame || (replacement == "null" && mayBeNull(pointer)) || (isBlank && blankAllowed.match(pointer).hasMatch()))
                continue;
            QVERIFY2(!read, replacement.constData());
            const bool isNamed = std::any_of(read.problems.begin(), read.problems.end(), [&](const Problem& problem) {
                return problem.severity == Problem::Severity::Error && problem.line > 0 && problem.column > 0
                    && (problem.pointer == pointer || problem.pointer.startsWith(pointer + u'/'));
            });
            QVERIFY2(isNamed, replacement + '\n' + listed(read.problems));
        }
    }

    void missesEveryMemberThatMustBe_data() { addPointerRows(false); }

    void missesEveryMemberThatMustBe()
    {
        QFETCH(const QString, pointer);
        const auto read = readCatalog(minimalCatalogWith(pointer, {}));
        if (isOptional(pointer)) {
            // What refers to the member's content may be missing it, the object around it may not.
            for (const Problem& problem : read.problems)
                QVERIFY2(problem.pointer != parentOf(pointer), listed(read.problems).constData());
            return;
        }
        QVERIFY(!read);
        const QString name = pointer.mid(pointer.lastIndexOf(u'/') + 1);
        const bool isNamed = std::any_of(read.problems.begin(), read.problems.end(),
            [&](const Problem& problem) { return problem.pointer == parentOf(pointer) && problem.message.contains(name); });
        QVERIFY2(isNamed, listed(read.problems).constData());
    }

    void refusesEveryRepeatedMember_data() { addPointerRows(false); }

    void refusesEveryRepeatedMember()
    {
        QFETCH(const QString, pointer);
        const QString name = pointer.mid(pointer.lastIndexOf(u'/') + 1);
        // The same name once more, before the member itself.
        QByteArray json = minimalCatalogWith(pointer, "@");
        const qsizetype key = json.lastIndexOf('"' + name.toUtf8() + '"', json.indexOf('@'));
        json = minimalCatalog().insert(key, '"' + name.toUtf8() + "\": null, ");
        const auto read = readCatalog(json);
        QVERIFY(!read);
        if (name == u"format"_s || name == u"version"_s)
            return; // refused at once, by their first value
        const bool isNamed = std::any_of(read.problems.begin(), read.problems.end(), [&](const Problem& problem) {
            return problem.pointer == pointer && problem.message.contains(u"'%1' stands here twice"_s.arg(name));
        });
        QVERIFY2(isNamed, listed(read.problems).constData());
    }

    void notesUnknownMembersEverywhere()
    {
        QByteArray json = minimalCatalog();
        const auto objects = json.count('{');
        json.replace("{", "{\"x-more/~\": [1, {}],");
        // The objects that this put in are of nobody's interest.
        const auto read = readCatalog(json);
        QVERIFY2(read, listed(read.problems).constData());
        QCOMPARE(static_cast<qsizetype>(read.problems.size()), objects);
        for (const Problem& problem : read.problems) {
            QCOMPARE(problem.severity, Problem::Severity::Note);
            QVERIFY(problem.pointer.endsWith(u"/x-more~1~0"_s));
            QVERIFY(problem.message.contains(u"'x-more/~' is not known here"_s));
        }
    }

    void damage_data()
    {
        QTest::addColumn<QString>("damaged");
        QTest::addColumn<QByteArray>("replacement");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const QString& damaged, const QByteArray& replacement, const QString& pointer,
                             const QString& place,
                             const QString& part) { QTest::newRow(name) << damaged << replacement << pointer << place << part; };
#include "damage.inc"
    }

    void damage()
    {
        QFETCH(const QString, damaged);
        QFETCH(const QByteArray, replacement);
        QFETCH(const QString, part);
        const auto read = readCatalog(minimalCatalogWith(damaged, replacement));
        QVERIFY(!read);
        QVERIFY(!read.problems.empty());
        const Problem& first = read.problems.front();
        QTEST(first.pointer, "pointer");
        QTEST(u"%1:%2"_s.arg(first.line).arg(first.column), "place");
        QVERIFY2(first.message.contains(part), listed(read.problems).constData());
    }

    void anyOrderOfMembersIsRead()
    {
        // Each top-level member stands on lines of its own: turn them round.
        const auto document = Document::fromJson(minimalCatalog());
        QByteArrayList members;
        const QByteArray json = minimalCatalog();
        for (const Value member : document.value->root().children()) {
            const QByteArray key(member.key().data(), static_cast<qsizetype>(member.key().size()));
            const qsizetype start = json.indexOf("\n\"" + key + "\": ") + 1;
            qsizetype end = json.lastIndexOf('}');
            if (const Value next = member.nextSibling())
                end = json.lastIndexOf(",\n", static_cast<qsizetype>(next.offset()));
            members.prepend(json.mid(start, end - start));
        }
        const auto read = readCatalog("{" + members.join(",\n") + "}");
        QVERIFY2(read, listed(read.problems).constData());
        QCOMPARE((*read.value)->scopeCount(), 3);
        QCOMPARE((*read.value)->scope(1).topic, 1);
        QCOMPARE((*read.value)->provider().requiredScopes.front().scope, 0);
        const ReviewForm& form = (*read.value)->provider().reviewForms.front();
        QCOMPARE(toQString(form.name), u"Form"_s);
        QCOMPARE(toQString(form.questions.front().column), u"reason"_s);
        QCOMPARE(toQString(form.questions.front().title), u"Use case"_s);
    }

    void givesAtMostAHundredProblemsErrorsFirst()
    {
        QByteArray topics;
        for (int i = 0; i < 250; ++i)
            topics +=
                QByteArray(i > 0 ? ",\n" : "") + "{\"id\": \"t" + QByteArray::number(i) + "\", \"name\": \"T\", \"odd\": 1}";
        const QByteArray json = minimalCatalogWith(u"/topics"_s, '[' + topics + ']');
        const auto read = readCatalog(json);
        // The scopes' topics are gone: three errors behind hundreds of notes must not be lost.
        QVERIFY(!read);
        QCOMPARE(read.problems.size(), std::size_t(100));
        for (std::size_t i = 0; i < read.problems.size(); ++i)
            QCOMPARE(read.problems[i].severity, i < 3 ? Problem::Severity::Error : Problem::Severity::Note);

        const auto wrong = readCatalog(minimalCatalogWith(u"/topics"_s, '[' + QByteArray("1,\n").repeated(250) + "2]"));
        QCOMPARE(wrong.problems.size(), std::size_t(100));
        QVERIFY(std::is_sorted(wrong.problems.begin(), wrong.problems.end(),
            [](const Problem& left, const Problem& right) { return left.line < right.line; }));
    }

    void manyProblemsTakeNoLongTime()
    {
        QByteArray topics = "{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}";
        for (int i = 0; i < 100'000; ++i)
            topics += ",\n{\"id\": \"t" + QByteArray::number(i) + "\", \"name\": \"T\", \"odd\": 1, \"odder\": 2}";
        QElapsedTimer timer;
        timer.start();
        const auto read = readCatalog(minimalCatalogWith(u"/topics"_s, '[' + topics + ']'));
        QVERIFY(read);
        QCOMPARE(read.problems.size(), std::size_t(100));
        // Counting lines for each of 200,000 would take minutes.
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void readsFiles()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"mini.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(minimalCatalog()) > 0);
        file.close();
        QVERIFY(readCatalogFile(file.fileName()));
        QVERIFY(readCatalogFile(folder.filePath(u"none"_s)).problems.front().message.contains(u"no such file"_s));
        QVERIFY(readCatalogFile(folder.path()).problems.front().message.contains(u"a directory"_s));
    }

    void everyCutOfTheMinimalCatalogIsRefused()
    {
        const QByteArray json = minimalCatalog().trimmed();
        for (qsizetype size = 0; size < json.size(); ++size) {
            const auto read = readCatalog(json.left(size));
            QVERIFY2(!read, qPrintable(QString::number(size)));
            QVERIFY(read.problems.front().line > 0);
        }
    }
};

SCOPES_TEST(CatalogReaderTest)
#include "CatalogReaderTest.moc"
