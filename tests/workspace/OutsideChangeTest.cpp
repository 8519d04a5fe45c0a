#include "support/TestMain.h"
#include "workspace/RequestSession.h"
#include "workspace/SmallCatalog.h"
#include "workspace/TestFiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace scopes::tests {

/// What a session does when other programs touch its file. It begins with the request 'a' in a file and 'b' added.
class OutsideChangeTest : public QObject
{
    Q_OBJECT

    static QByteArray fileWith(const QStringList& scopes) { return RequestFile{u"small"_s, u"comma"_s, scopes, {}}.toBytes(); }

    void write(const QStringList& scopes) const { put(m_path, fileWith(scopes)); }

    QByteArray onDisk() const { return contentOf(m_path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RequestSession> m_session;

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"mine.scopes.json"_s);
        write({u"a"_s});
        m_workspace = std::make_unique<Workspace>(smallCatalog({u"a"_s, u"b"_s, u"c"_s}));
        m_session = std::make_unique<RequestSession>(*m_workspace);
        QVERIFY(m_session->open(m_path).empty());
        QVERIFY(!m_session->isChangedOutside());
    }

    void cleanup()
    {
        m_session.reset();
        m_workspace.reset();
    }

    void changeIsTold()
    {
        const QSignalSpy changes(m_session.get(), &RequestSession::changedOutside);
        write({u"c"_s});
        QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, 5000);
        QVERIFY(m_session->isModified());
        QCOMPARE(m_workspace->selection().names(), QStringList{u"a"_s}); // until the user chooses
    }

    void reloadTakesTheFile()
    {
        m_workspace->addScopes({u"b"_s});
        write({u"c"_s});
        QVERIFY(m_session->isChangedOutside());
        QVERIFY(m_session->reload().empty());
        QCOMPARE(m_workspace->selection().names(), QStringList{u"c"_s});
        QVERIFY(!m_session->isModified());
        QVERIFY(!m_session->isChangedOutside());
    }

    void reloadOfABrokenFileKeepsTheRequest()
    {
        put(m_path, "{");
        QVERIFY(m_session->isChangedOutside());
        QVERIFY(hasErrors(m_session->reload()));
        QCOMPARE(m_workspace->selection().names(), QStringList{u"a"_s});
        QVERIFY(m_session->isModified());
    }

    void keepingMakesTheRequestModified()
    {
        const QSignalSpy changes(m_session.get(), &RequestSession::changedOutside);
        write({u"c"_s});
        QVERIFY(m_session->isChangedOutside());
        m_session->keepMine();
        QVERIFY(!m_session->isChangedOutside());
        QVERIFY(m_session->isModified());
        m_workspace->addScopes({u"b"_s});
        m_workspace->undoStack().undo();
        QVERIFY(m_session->isModified()); // the stack's former clean state is not the file's any more
        QCOMPARE(m_session->save(), QString());
        QVERIFY(!m_session->isModified());
        QCOMPARE(onDisk(), fileWith({u"a"_s}));
        QTest::qWait(400);
        QCOMPARE(changes.count(), 1);
        write({u"b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 2, 5000);
    }

    void sameRequestFromOutsideNeedsNoAnswer()
    {
        const QSignalSpy changes(m_session.get(), &RequestSession::changedOutside);
        m_workspace->addScopes({u"b"_s});
        QVERIFY(m_session->isModified());
        write({u"a"_s, u"b"_s});
        QVERIFY(!m_session->isChangedOutside());
        QVERIFY(!m_session->isModified());
        QCOMPARE(changes.count(), 0);
    }

    void vanishedAndBack()
    {
        const QSignalSpy ends(m_session.get(), &RequestSession::vanishedOutside);
        const QSignalSpy returns(m_session.get(), &RequestSession::cameBackOutside);
        QVERIFY(QFile::remove(m_path));
        QTRY_COMPARE_WITH_TIMEOUT(ends.count(), 1, 5000);
        QVERIFY(m_session->isModified());
        QVERIFY(hasErrors(m_session->reload()));
        QCOMPARE(m_workspace->selection().names(), QStringList{u"a"_s});
        write({u"a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(returns.count() + static_cast<int>(!m_session->isModified()), 2, 5000);
    }

    void vanishedIsSavedAgain()
    {
        const QSignalSpy returns(m_session.get(), &RequestSession::cameBackOutside);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(m_session->isChangedOutside());
        QCOMPARE(m_session->save(), QString());
        QVERIFY(!m_session->isModified());
        QCOMPARE(onDisk(), fileWith({u"a"_s}));
        QTest::qWait(400);
        QCOMPARE(returns.count(), 0);
    }

    void changedThenVanishedThenBackIsStillChanged()
    {
        write({u"c"_s});
        QVERIFY(m_session->isChangedOutside());
        QVERIFY(QFile::remove(m_path));
        QVERIFY(m_session->isChangedOutside());
        write({u"c"_s});
        QVERIFY(m_session->isChangedOutside());
        QVERIFY(m_session->isModified());
    }

    void recoveredIsModified()
    {
        m_session->recover({u"small"_s, u"space"_s, {u"b"_s, u"x"_s}, {}}, m_path);
        QVERIFY(m_session->isModified());
        QVERIFY(!m_session->isChangedOutside());
        QCOMPARE(m_session->path(), m_path);
        QCOMPARE(m_workspace->formatId(), u"space"_s);
        QCOMPARE(onDisk(), fileWith({u"a"_s}));
        QVERIFY(m_session->reload().empty());
        QCOMPARE(m_workspace->selection().names(), QStringList{u"a"_s});
        QVERIFY(!m_session->isModified());

        m_session->recover({{}, {}, {u"b"_s}, {}}, {});
        QVERIFY(m_session->isModified());
        QCOMPARE(m_session->title(), u"untitled.scopes.json"_s);
    }
};

} // namespace scopes::tests

using scopes::tests::OutsideChangeTest;
SCOPES_TEST(OutsideChangeTest)
#include "OutsideChangeTest.moc"
