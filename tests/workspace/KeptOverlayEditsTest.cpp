#include "workspace/KeptOverlayEdits.h"

#include "support/TestMain.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QTemporaryDir>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

const QString path = u"/a.overlay.json"_s; // of the overlay, which nothing reads here

/// 'a=text b=text' as notes.
Overlay overlay(const QString& notes)
{
    Overlay made;
    made.catalog = u"small"_s;
    for (const QString& note : notes.split(u' ', Qt::SkipEmptyParts))
        made.notes[note.section(u'=', 0, 0)] = {note.section(u'=', 1), u"2026-11-01"_s, {}};
    return made;
}

QString notesOf(const Overlay& overlay)
{
    QStringList notes;
    for (const auto& [name, note] : overlay.notes)
        notes += name + u'=' + note.text;
    return notes.join(u' ');
}

} // namespace

/// What could not be written to an overlay's file, kept for the next start.
class KeptOverlayEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anotherInstanceFindsWhatWasKept()
    {
        const QTemporaryDir folder;
        const KeptOverlayEdits first(folder.filePath(u"state/overlays"_s));
        const KeptOverlayEdits second(first.folder());
        QVERIFY(second.leftovers(path).edits.empty());
        QCOMPARE(first.keep(path, overlay(u"a=1 b=1 c=1"_s), overlay(u"a=1 b=2 d=2"_s)), QString());
        QVERIFY(first.leftovers(path).edits.empty()); // it knows that itself
        QVERIFY(second.leftovers(u"/b.overlay.json"_s).edits.empty());
        const auto found = second.leftovers(path).edits;
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].path, path);
        QCOMPARE(notesOf(found[0].before), u"b=1 c=1"_s);
        QCOMPARE(notesOf(found[0].after), u"b=2 d=2"_s);

        // Each keeps its own; what one takes away is still kept by the other.
        QCOMPARE(second.keep(path, overlay({}), overlay(u"e=3"_s)), QString());
        first.forget(path);
        QVERIFY(second.leftovers(path).edits.empty());
        QCOMPARE(notesOf(first.leftovers(path).edits.at(0).after), u"e=3"_s);
        KeptOverlayEdits::discard(first.leftovers(path).edits.at(0));
        QVERIFY(QDir(first.folder()).isEmpty());
    }

    void whatCannotBeReadIsSetAside()
    {
        const QTemporaryDir folder;
        const KeptOverlayEdits first(folder.path());
        QCOMPARE(first.keep(path, overlay({}), overlay(u"a=1"_s)), QString());
        const QString file = QDir(folder.path()).entryList(QDir::Files).value(0);
        put(folder.filePath(file), "{\"before\": ");
        const KeptOverlayEdits second(folder.path());
        const auto found = second.leftovers(path);
        QVERIFY(found.edits.empty());
        QCOMPARE(found.messages.size(), 1);
        QVERIFY2(found.messages[0].contains(file + u".damaged"_s), qPrintable(found.messages[0]));
        QVERIFY(second.leftovers(path).messages.isEmpty());
        QCOMPARE(contentOf(folder.filePath(file + u".damaged"_s)), QByteArray("{\"before\": "));
    }

    void whereNothingCanBeKeptItSaysWhy()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"file"_s), "no folder");
        const KeptOverlayEdits kept(folder.filePath(u"file/overlays"_s));
        const QString why = kept.keep(path, overlay({}), overlay(u"a=1"_s));
        QVERIFY2(why.contains(kept.folder()), qPrintable(why));
    }

    void putsBack_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("theirs"); // where what stands there by now is preferred
        QTest::addColumn<QString>("mine");
        QTest::addColumn<int>("conflicts");

        QTest::newRow("over what it was") << u"a=1"_s << u"a=2"_s << u"a=1 b=1"_s << u"a=2 b=1"_s << u"a=2 b=1"_s << 0;
        QTest::newRow("what is there already") << u"a=1"_s << u"a=2"_s << u"a=2"_s << u"a=2"_s << u"a=2"_s << 0;
        QTest::newRow("a new one") << u""_s << u"a=2"_s << u"b=1"_s << u"a=2 b=1"_s << u"a=2 b=1"_s << 0;
        QTest::newRow("one that was taken out meanwhile") << u"a=1"_s << u"a=2"_s << u""_s << u"a=2"_s << u"a=2"_s << 0;
        QTest::newRow("over what somebody else wrote") << u"a=1"_s << u"a=2"_s << u"a=3"_s << u"a=3"_s << u"a=2"_s << 1;
        QTest::newRow("where both added one") << u""_s << u"a=2"_s << u"a=3"_s << u"a=3"_s << u"a=2"_s << 1;
        QTest::newRow("one that is taken out") << u"a=1 b=1"_s << u"b=1"_s << u"a=1 b=1"_s << u"b=1"_s << u"b=1"_s << 0;
        QTest::newRow("one that was changed before it could be taken out")
            << u"a=1"_s << u""_s << u"a=3"_s << u"a=3"_s << u"a=3"_s << 0;
    }

    void putsBack()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, now);
        const QTemporaryDir folder;
        const KeptOverlayEdits keeper(folder.path());
        QCOMPARE(keeper.keep(path, overlay(before), overlay(after)), QString());
        const auto kept = KeptOverlayEdits(folder.path()).leftovers(path).edits.at(0);
        const PutBackOverlay theirs = putBack(kept, overlay(now), false);
        QTEST(notesOf(theirs.overlay), "theirs");
        QTEST(static_cast<int>(theirs.conflicts.size()), "conflicts");
        QTEST(notesOf(putBack(kept, overlay(now), true).overlay), "mine");
    }
};

} // namespace scopes::tests

using scopes::tests::KeptOverlayEditsTest;
SCOPES_TEST(KeptOverlayEditsTest)
#include "KeptOverlayEditsTest.moc"
