#include "workspace/OverlaySession.h"

#include "catalog/BuiltInCatalog.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// More scopes than an overlay is put into while the window waits.
const CatalogPointer& large()
{
    static const CatalogPointer catalog = tests::syntheticCatalog(60'000);
    return catalog;
}

struct SessionUnderTest
{
    SessionUnderTest()
        : workspace(large())
        , session(workspace)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)); // the overlay stands beside it
        session.take(overlaid(large(), path));
    }

    void note(const QString& text)
    {
        Overlay after = session.overlay();
        after.notes[scope] = {text, u"2026-11-23"_s, {}};
        QVERIFY(session.change(session.place(), session.overlay(), after, u"Note"_s));
    }

    QString shownNote() const
    {
        const ScopeCatalog& catalog = workspace.catalog();
        const auto& notes = catalog.details(catalog.scope(catalog.find(scope))).ownNotes;
        return notes.empty() ? QString() : toQString(notes.front().text);
    }

    QTemporaryDir folder;
    bool isApart = qputenv("XDG_STATE_HOME", folder.filePath(u"state"_s).toLocal8Bit());
    QString path = folder.filePath(u"large.json"_s);
    QString scope = toQString(large()->scope(7).name);
    Workspace workspace;
    OverlaySession session;
};

} // namespace

/// The overlay of a large catalog, which is put in while the window answers.
class OverlaySessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theLastOfSomeChangesIsPutIn()
    {
        SessionUnderTest test;
        const QSignalSpy applied(&test.session, &OverlaySession::applied);
        test.note(u"One"_s);
        test.note(u"Two"_s);
        QVERIFY(test.session.isApplying());
        QCOMPARE(test.workspace.catalogPointer(), large());
        QCOMPARE(readOverlayFile(test.session.path()).value->notes.at(test.scope).text, u"Two"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Two"_s, 60'000);
        QCOMPARE(applied.count(), 1);

        test.workspace.undoStack().undo();
        test.workspace.undoStack().undo();
        QCOMPARE(test.shownNote(), u"Two"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), QString(), 60'000);
        QVERIFY(test.session.overlay().isEmpty());
    }

    void anotherCatalogEndsIt()
    {
        SessionUnderTest test;
        const QSignalSpy applied(&test.session, &OverlaySession::applied);
        test.note(u"One"_s);
        const CatalogPointer other = tests::syntheticCatalog(20);
        test.session.take(overlaid(other, test.folder.filePath(u"none.json"_s)));
        QVERIFY(!test.session.isApplying());
        QCOMPARE(test.workspace.catalogPointer(), other);

        // Works are done one after the other: when a later one is in effect, the first would have been.
        const CatalogPointer later = tests::syntheticCatalog(60'001);
        test.session.take(overlaid(later, test.path));
        test.note(u"Two"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Two"_s, 60'000);
        QCOMPARE(applied.count(), 1);
        QCOMPARE(test.session.base(), later);
        QCOMPARE(test.workspace.catalog().scopeCount(), 60'001);
    }

    void nothingIsChangedInWhatCannotBeRead()
    {
        SessionUnderTest test;
        test.note(u"One"_s);
        test.workspace.undoStack().undo();
        const QSignalSpy notChanged(&test.session, &OverlaySession::notChanged);
        QFile file(test.session.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("{") == 1);
        file.close();
        Overlay after;
        after.notes[test.scope] = {u"Two"_s, u"2026-11-23"_s, {}};
        QVERIFY(!test.session.change(test.session.place(), {}, after, u"Note"_s));
        QCOMPARE(notChanged.count(), 1);
        QVERIFY(test.workspace.undoStack().canRedo());

        // A step that cannot be made again can still be, later.
        test.workspace.undoStack().redo();
        QCOMPARE(notChanged.count(), 2);
        QVERIFY(QFile::remove(test.session.path()));
        test.workspace.undoStack().undo();
        test.workspace.undoStack().redo();
        QCOMPARE(readOverlayFile(test.session.path()).value->notes.at(test.scope).text, u"One"_s);
    }

    void whatCouldNotBeSavedIsKept()
    {
        SessionUnderTest test;
        const QString beside = test.session.path();
        auto theyWrite = [&](const QString& text) {
            Overlay theirs;
            theirs.catalog = large()->id();
            theirs.notes[u"theirs"_s] = {text, u"2026-11-23"_s, {}};
            QFile file(beside);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(theirs.toBytes()) > 0);
        };
        auto held = [&] { return readOverlayFile(beside).value->notes; };
        // A name so long that no file can be written next to it and renamed: whoever runs this, the file is not replaced.
        QVERIFY(QFile::link(test.folder.filePath(QString(250, u'x')), beside));
        theyWrite(u"One"_s);
        test.session.take(overlaid(large(), test.path));
        const QSignalSpy notSaved(&test.session, &OverlaySession::notSaved);
        const QSignalSpy saved(&test.session, &OverlaySession::saved);
        test.note(u"Mine"_s);
        QCOMPARE(notSaved.count(), 1);
        QCOMPARE(held().size(), std::size_t{1});

        // It outlasts what another program writes, a reading of the catalog, and another catalog.
        theyWrite(u"Two"_s);
        test.session.reload();
        QCOMPARE(test.session.overlay().notes.at(u"theirs"_s).text, u"Two"_s);
        QCOMPARE(test.session.overlay().notes.at(test.scope).text, u"Mine"_s);
        test.session.take(overlaid(tests::syntheticCatalog(20), test.folder.filePath(u"none.json"_s)));
        test.session.take(overlaid(large(), test.path));
        QCOMPARE(test.session.overlay().notes.at(test.scope).text, u"Mine"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Mine"_s, 60'000);

        // What is taken back needs no writing.
        test.workspace.undoStack().undo();
        QCOMPARE(saved.count(), 1);
        QVERIFY(!test.session.overlay().notes.contains(test.scope));
        test.workspace.undoStack().redo();
        QCOMPARE(notSaved.count(), 2);

        // The next change that can be written takes the former one along.
        QVERIFY(QFile::remove(beside));
        theyWrite(u"Three"_s);
        Overlay after = test.session.overlay();
        after.notes[u"another"_s] = {u"Also mine"_s, u"2026-11-23"_s, {}};
        QVERIFY(test.session.change(test.session.place(), test.session.overlay(), after, u"Note"_s));
        QCOMPARE(saved.count(), 2);
        QCOMPARE(held().size(), std::size_t{3});
        QCOMPARE(held().at(test.scope).text, u"Mine"_s);
        QCOMPARE(held().at(u"theirs"_s).text, u"Three"_s);
    }

    void whatIsSavedLaterIsItsOwnCatalogs()
    {
        SessionUnderTest test;
        const QString beside = test.session.path();
        QVERIFY(QFile::link(test.folder.filePath(QString(250, u'x')), beside)); // cannot be replaced, as above
        QFile file(beside);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test.session.overlay().toBytes()) > 0 && file.flush());
        const QSignalSpy notSaved(&test.session, &OverlaySession::notSaved);
        test.note(u"Mine"_s);
        QCOMPARE(notSaved.count(), 1);
        QVERIFY(QFile::remove(beside)); // the file is gone by then
        test.session.take(overlaid(*builtInCatalog().value, {}));
        QVERIFY(test.session.base()->id() != large()->id());
        const QSignalSpy saved(&test.session, &OverlaySession::saved);
        test.session.saveAgain(beside);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(readOverlayFile(beside).value->catalog, large()->id());
        QCOMPARE(readOverlayFile(beside).value->notes.at(test.scope).text, u"Mine"_s);
    }

    void anOwnChangeBetweenReadingAndTakingIsNoOtherPrograms()
    {
        SessionUnderTest test;
        const CatalogPointer small = tests::syntheticCatalog(20);
        test.session.take(overlaid(small, test.path));
        const QSignalSpy readAgain(&test.session, &OverlaySession::readAgain);
        OverlaidCatalog ready = overlaid(small, test.path);
        test.note(u"Mine"_s);
        QCOMPARE(test.shownNote(), u"Mine"_s);
        test.session.take(std::move(ready));
        QCOMPARE(test.shownNote(), u"Mine"_s);

        // Until another program's change is told, an own one would have been.
        Overlay theirs = test.session.overlay();
        QTest::qWait(900); // the watch has begun
        QCOMPARE(readAgain.count(), 0);
        theirs.notes[test.scope].text = u"Theirs"_s;
        QCOMPARE(writeOverlay(test.session.path(), theirs), QString());
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Theirs"_s, 60'000);
        QCOMPARE(readAgain.count(), 1);
    }

    void aRefusedFileIsReadAgainWhenItIsMended()
    {
        SessionUnderTest test;
        QFile file(test.session.path());
        QVERIFY(file.open(QIODevice::WriteOnly)); // refused: it is empty
        test.session.take(overlaid(tests::syntheticCatalog(20), test.path));
        QVERIFY(!test.session.isReadable());
        const QSignalSpy readAgain(&test.session, &OverlaySession::readAgain);
        QTest::qWait(900); // the watch has begun
        QCOMPARE(readAgain.count(), 0);
        Overlay theirs;
        theirs.catalog = test.session.base()->id();
        theirs.notes[test.scope] = {u"Theirs"_s, u"2026-11-23"_s, {}};
        QCOMPARE(writeOverlay(test.session.path(), theirs), QString());
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Theirs"_s, 60'000);
        QVERIFY(test.session.isReadable());
    }

    void aChangeBetweenReadingAndTakingIsNoticed()
    {
        SessionUnderTest test;
        OverlaidCatalog ready = overlaid(large(), test.path);
        Overlay theirs;
        theirs.catalog = large()->id();
        theirs.notes[test.scope] = {u"Theirs"_s, u"2026-11-23"_s, {}};
        QCOMPARE(writeOverlay(ready.path, theirs), QString());
        test.session.take(std::move(ready));
        QCOMPARE(test.shownNote(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(test.shownNote(), u"Theirs"_s, 60'000);
    }
};

SCOPES_TEST(OverlaySessionTest)
#include "OverlaySessionTest.moc"
