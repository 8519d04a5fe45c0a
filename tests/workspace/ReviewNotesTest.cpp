#include "support/TestMain.h"
#include "workspace/Autosave.h"
#include "workspace/SmallCatalog.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

ReviewNote noteWith(const QString& reason)
{
    ReviewNote note;
    note.reason = reason;
    return note;
}

/// A file with one note, a member of the note that the program does not know, and an empty note.
const auto file = QByteArrayLiteral(R"({"catalog": "small", "format": "comma", "version": 1, "scopes": ["a"],
    "review": {"a": {"reason": "Shows it.", "ticket": 7}, "b": {}}})");

} // namespace

/// What is said to the reviewer is changed, undone, saved and kept through a crash.
class ReviewNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aChangeIsOneStepThatIsUndoneExactly()
    {
        Workspace workspace(smallCatalog({u"a"_s, u"b"_s}));
        workspace.load(*readRequest(file).value);
        const QByteArray before = workspace.request().toBytes();
        const QSignalSpy changes(&workspace, &Workspace::reviewChanged);
        QCOMPARE(workspace.reviewNotes().value(u"a"_s).reason, u"Shows it."_s);

        workspace.setReviewNote(u"a"_s, noteWith(u"Lists it."_s), u"Edit & Say"_s);
        QCOMPARE(workspace.undoStack().undoText(), u"Edit && Say"_s);
        QCOMPARE(workspace.reviewNotes().value(u"a"_s).reason, u"Lists it."_s);
        const QJsonObject note = workspace.request().others.value(u"review"_s)[u"a"_s].toObject();
        QCOMPARE(note, (QJsonObject{{u"reason"_s, u"Lists it."_s}, {u"ticket"_s, 7}}));

        workspace.undoStack().undo();
        QCOMPARE(workspace.request().toBytes(), before);
        QVERIFY(workspace.undoStack().isClean());
        workspace.undoStack().redo();
        QCOMPARE(workspace.reviewNotes().value(u"a"_s).reason, u"Lists it."_s);
        QCOMPARE(changes.count(), 3);
    }

    void whatChangesNothingIsNoStep_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<ReviewNote>("note");
        QTest::newRow("the same words") << u"a"_s << noteWith(u"Shows it."_s);
        QTest::newRow("no word on a scope without a note") << u"c"_s << ReviewNote();
        QTest::newRow("no word on a scope with an empty note") << u"b"_s << ReviewNote();
    }

    void whatChangesNothingIsNoStep()
    {
        QFETCH(const QString, scope);
        QFETCH(const ReviewNote, note);
        Workspace workspace(smallCatalog({u"a"_s}));
        workspace.load(*readRequest(file).value);
        workspace.setReviewNote(scope, note, u"Edit"_s);
        QCOMPARE(workspace.undoStack().count(), 0);
    }

    void notesThatCannotBeReadAreKept()
    {
        RequestFile request;
        request.others.insert(u"review"_s, u"none"_s);
        Workspace workspace(smallCatalog({u"a"_s}));
        workspace.load(request);
        QVERIFY(!workspace.reviewProblems().empty());
        workspace.setReviewNote(u"a"_s, noteWith(u"x"_s), u"Edit"_s);
        QCOMPARE(workspace.undoStack().count(), 0);
        QCOMPARE(workspace.request().others.value(u"review"_s).toString(), u"none"_s);
        workspace.load({});
        QVERIFY(workspace.reviewProblems().empty());
    }

    void notesAreKeptThroughACrash()
    {
        const QTemporaryDir base;
        const QString path = base.filePath(u"mine.scopes.json"_s);
        put(path, file);
        const QString folder = base.filePath(u"autosave"_s);
        Workspace workspace(smallCatalog({u"a"_s}));
        RequestSession session(workspace);
        Autosave autosave(session, folder);
        QVERIFY(session.open(path).empty());
        workspace.setReviewNote(u"a"_s, noteWith(u"Lists it."_s), u"Edit"_s);
        QVERIFY(session.isModified());
        autosave.flush();
        const QString kept = QDir(folder).entryList({u"*.scopes.json"_s}).value(0);
        QVERIFY(!kept.isEmpty());
        // What a killed instance leaves: its file, and no lock that anybody holds.
        const QString left = base.filePath(u"left"_s);
        QVERIFY(QDir().mkpath(left));
        put(left + u'/' + kept, contentOf(folder + u'/' + kept));

        Workspace next(smallCatalog({u"a"_s}));
        RequestSession nextSession(next);
        Autosave nextAutosave(nextSession, left);
        const auto leftovers = nextAutosave.recoverable();
        QCOMPARE(leftovers.requests.size(), 1);
        nextAutosave.recover(leftovers.requests.front());
        QCOMPARE(next.reviewNotes().value(u"a"_s).reason, u"Lists it."_s);
        QCOMPARE(next.request().toBytes(), workspace.request().toBytes());
    }
};

} // namespace scopes::tests

using scopes::tests::ReviewNotesTest;
SCOPES_TEST(ReviewNotesTest)
#include "ReviewNotesTest.moc"
