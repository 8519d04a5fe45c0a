#include "catalog/BuiltInCatalog.h"
#include "request/Quoting.h"
#include "request/ReviewExports.h"
#include "support/TestMain.h"

#include <random>

using namespace scopes;
using namespace Qt::StringLiterals;

/// The review sheet, and the quoting of its texts.
class ReviewSheetTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

private Q_SLOTS:

    void initTestCase() { m_catalog = *builtInCatalog().value; }

    void csvFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");

        QTest::newRow("a plain text") << u"a b"_s << u"a b"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("a comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("a semicolon, which separates where the comma is decimal") << u"a;b"_s << u"\"a;b\""_s;
        QTest::newRow("quotes") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("lines") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("a formula") << u"=1"_s << u"'=1"_s;
        QTest::newRow("a formula with a comma") << u"-a,b"_s << u"\"'-a,b\""_s;
        QTest::newRow("an apostrophe before a formula") << u"'=1"_s << u"''=1"_s;
        QTest::newRow("an apostrophe before a text") << u"'a"_s << u"'a"_s;
        QTest::newRow("a space at the end") << u"a "_s << u"\"a \""_s;
    }

    void csvFields()
    {
        QFETCH(const QString, text);
        QTEST(csvField(text), "cell");
        const auto records = csvRecords(csvRecord({text, u"end"_s}));
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(csvText(records[0].cells.constFirst()), text);
    }

    void readsCsv_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("records");

        QTest::newRow("line feeds alone") << u"a,b\nc,d"_s << u"1:a|b 2:c|d"_s;
        QTest::newRow("CR LF") << u"a,b\r\nc,d\r\n"_s << u"1:a|b 2:c|d"_s;
        QTest::newRow("a byte order mark") << u"\uFEFFa,b"_s << u"1:a|b"_s;
        QTest::newRow("semicolons") << u"a;b,c"_s << u"1:a|b,c"_s;
        QTest::newRow("tabs") << u"a\tb\nc,d\te"_s << u"1:a|b 2:c,d|e"_s;
        QTest::newRow("a line end in quotes") << u"a,\"b\r\nc\"\nd,e"_s << u"1:a|b\nc 3:d|e"_s;
        QTest::newRow("empty lines") << u"a,b\n\n\r\nc,d\n"_s << u"1:a|b 4:c|d"_s;
        QTest::newRow("empty cells") << u",\n,,"_s << u"1:| 2:||"_s;
        QTest::newRow("quotes left open") << u"a,\"b\nc"_s << u"1:a|b\nc"_s;
        QTest::newRow("something behind the quotes") << u"\"a\"b,c"_s << u"1:ab|c"_s;
        QTest::newRow("a quote within") << u"a\"b,c"_s << u"1:a\"b|c"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }

    void readsCsv()
    {
        QFETCH(const QString, text);
        QStringList shown;
        for (const CsvRecord& record : csvRecords(text))
            shown += QString::number(record.line) + u':' + record.cells.join(u'|');
        QTEST(shown.join(u' '), "records");
    }

    void markdown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");

        QTest::newRow("a plain text") << u"Read it."_s << u"Read it."_s;
        QTest::newRow("a pipe") << u"a|b"_s << u"a\\|b"_s;
        QTest::newRow("a list") << u"- a"_s << u"\\- a"_s;
        QTest::newRow("a number") << u"12. a"_s << u"12\\. a"_s;
        QTest::newRow("a number with a point within") << u"1.5 a"_s << u"1\\.5 a"_s;
        QTest::newRow("two lines") << u"a\nb"_s << u"a\\\nb"_s;
        QTest::newRow("two paragraphs") << u"a\n \n\nb"_s << u"a\n\nb"_s;
        QTest::newRow("lines from a spreadsheet") << u"a\r\nb\r\n"_s << u"a\\\nb"_s;
        QTest::newRow("a bidirectional control") << u"a\u202Eb"_s << u"a⟨U\\+202E⟩b"_s;
    }

    void markdown()
    {
        QFETCH(const QString, text);
        QTEST(markdownParagraphs(text), "written");
    }

    void findsGaps()
    {
        ReviewNotes notes;
        notes[u"video.list"_s].reason = u"to show them"_s;
        notes[u"video.upload"_s].reason = u" \n"_s;
        notes[u"user.info.stats"_s].feature = u"old"_s;
        const ReviewSheet sheet = reviewSheet({u"video.upload"_s, u"video.list"_s, u"odd"_s}, notes, *m_catalog);
        QCOMPARE(sheet.rows.size(), std::size_t(4));
        QCOMPARE(sheet.rows[0].gaps, std::vector<ReviewGap>{ReviewGap::NoReason});
        QVERIFY(sheet.rows[1].gaps.empty());
        QVERIFY(!sheet.rows[2].isDocumented && sheet.rows[0].isDocumented);
        QCOMPARE(sheet.rows[3].scope, u"user.info.stats"_s);
        QCOMPARE(sheet.rows[3].gaps, std::vector<ReviewGap>{ReviewGap::ScopeGone});
        QCOMPARE(sheet.completeCount(), 1);
        QVERIFY(!sheet.isComplete());
        QVERIFY(reviewSheet({}, {}, *m_catalog).isComplete());
    }

    void knowsACallByItsAddress_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<bool>("isMade");

        QTest::newRow("its id") << u"user.info"_s << true;
        QTest::newRow("a field that is used") << u"user.info#open_id"_s << true;
        QTest::newRow("a field that is not used") << u"user.info#union_id"_s << false;
        QTest::newRow("as the sheet shows it") << u"GET https://open.tiktokapis.com/v2/user/info/"_s << true;
        QTest::newRow("method and path") << u"GET /v2/user/info/"_s << true;
        QTest::newRow("a path without its last slash") << u"/v2/user/info"_s << true;
        QTest::newRow("a URL that chooses fields") << u"https://open.tiktokapis.com/v2/user/info/?fields=open_id"_s << true;
        QTest::newRow("another method") << u"POST /v2/user/info/"_s << false;
        QTest::newRow("the address of a call that is not made") << u"POST /v2/video/list/"_s << false;
        QTest::newRow("another host") << u"GET https://example.com/v2/user/info/"_s << false;
        QTest::newRow("a slash alone") << u"/"_s << false;
    }

    void knowsACallByItsAddress()
    {
        QFETCH(const QString, call);
        ReviewNotes notes;
        notes[u"user.info.basic"_s] = {{}, u"to greet them"_s, {}, {}, {call}};
        const ReviewSheet sheet = reviewSheet({u"user.info.basic"_s}, notes, *m_catalog, QStringList{u"user.info#open_id"_s});
        QTEST(sheet.rows[0].callsGone.isEmpty(), "isMade");
        QVERIFY(reviewSheet({u"user.info.basic"_s}, notes, *m_catalog).isComplete());
    }

    void notesComeBackFromTheFile()
    {
        RequestFile request;
        request.scopes = {u"b"_s, u"a"_s};
        ReviewNotes notes;
        notes.insert(u"b"_s, {u"f"_s, u"r"_s, u"u"_s, u"l"_s, {u"x"_s}});
        notes.insert(u"a"_s, {});
        setReviewNotes(request, notes);
        const auto again = readRequest(request.toBytes());
        QVERIFY(again);
        const auto read = reviewNotesOf(*again.value);
        QVERIFY(read);
        QCOMPARE(read.value->size(), 1);
        QCOMPARE(read.value->value(u"b"_s), notes.value(u"b"_s));
        QCOMPARE(again.value->toBytes(), request.toBytes());
        setReviewNotes(request, {});
        QVERIFY(!request.others.contains(u"review"_s));
    }

    /// Whatever is edited on one side alone is taken over; what is edited on both is a conflict, unless it is the same.
    void mergesByTheDefinition()
    {
        std::mt19937 random(tests::seed(21));
        const QStringList requested{u"a.a"_s, u"b.b"_s, u"c.c"_s};
        const auto word = [&] { return QString(QChar(u'x' + static_cast<int>(random() % 3))); };
        for (int round = 0; round < 500; ++round) {
            ReviewNotes base;
            ReviewNotes ours;
            ReviewNotes theirs;
            for (const QString& scope : requested) {
                base[scope] = {word(), word(), {}, {}, {}};
                ours[scope] = random() % 2 == 0 ? base[scope] : ReviewNote{word(), word(), {}, {}, {}};
                theirs[scope] = random() % 2 == 0 ? base[scope] : ReviewNote{word(), word(), {}, {}, {}};
            }
            QString csv = csvRecord({u"scope"_s, u"feature"_s, u"reason"_s, u"mark"_s});
            for (const QString& scope : requested)
                csv += csvRecord({scope, theirs[scope].feature, theirs[scope].reason, markOf(base[scope])});
            const auto edits = readReviewCsv(csv, requested, ours);
            QVERIFY(edits);
            QStringList conflicts;
            for (const ReviewConflict& conflict : edits.value->conflicts)
                conflicts += conflict.scope;
            for (const QString& scope : requested) {
                const bool isTheirs = theirs[scope] != base[scope] && theirs[scope] != ours[scope];
                const bool isOurs = ours[scope] != base[scope];
                QCOMPARE(edits.value->changed.contains(scope), isTheirs && !isOurs);
                QCOMPARE(conflicts.contains(scope), isTheirs && isOurs);
            }
        }
    }
};

SCOPES_TEST(ReviewSheetTest)
#include "ReviewSheetTest.moc"
