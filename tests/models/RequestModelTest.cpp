#include "models/RequestModel.h"

#include "catalog/BuiltInCatalog.h"
#include "models/CompletionModel.h"
#include "models/ProviderNotes.h"
#include "models/RowExport.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace scopes;

/// The requested scopes as rows, and the sentences around them.
class RequestModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        const auto catalog = builtInCatalog();
        QVERIFY(catalog.value.has_value());
        m_catalog = *catalog.value;
    }

    void init()
    {
        m_workspace = std::make_unique<Workspace>(m_catalog);
        m_model = std::make_unique<RequestModel>(*m_workspace);
    }

    void rowsSayWhatIsNotDocumented()
    {
        m_workspace->addScopes({u"video.list"_s, u"video.lst"_s, u"a\u202Eb"_s});
        const QModelIndex known = m_model->index(0);
        const QModelIndex unknown = m_model->index(1);
        QCOMPARE(known.data(Mark).toString(), QString());
        QCOMPARE(known.data(Qt::AccessibleTextRole).toString(), u"video.list"_s);
        QVERIFY(known.data(Qt::ToolTipRole).toString().contains(u"The user reads: "));
        QCOMPARE(unknown.data(IsDocumented).toBool(), false);
        QCOMPARE(unknown.data(Mark).toString(), u"not documented"_s);
        QCOMPARE(unknown.data(Qt::AccessibleTextRole).toString(), u"video.lst, not documented"_s);
        QCOMPARE(m_model->index(2).data().toString(), u"a⟨U+202E⟩b"_s);
        QCOMPARE(m_model->index(2).data(ScopeName).toString(), u"a\u202Eb"_s);
    }

    void marksFollowTheCatalog()
    {
        m_workspace->addScopes({u"video.list"_s});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_workspace->setCatalog(std::make_shared<const ScopeCatalog>(CatalogData()));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_model->index(0).data(IsDocumented).toBool(), false);
    }

    void moves_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("after");

        QTest::newRow("one row up") << u"up"_s << QList<int>{2} << 0 << u"acbdef"_s;
        QTest::newRow("the first row stays") << u"up"_s << QList<int>{0} << 0 << u"abcdef"_s;
        QTest::newRow("a block up") << u"up"_s << QList<int>{4, 3} << 0 << u"abdecf"_s;
        QTest::newRow("two blocks up") << u"up"_s << QList<int>{1, 3, 4} << 0 << u"badecf"_s;
        QTest::newRow("a block at the top stays, the next one moves") << u"up"_s << QList<int>{0, 2} << 0 << u"acbdef"_s;
        QTest::newRow("one row down") << u"down"_s << QList<int>{2} << 0 << u"abdcef"_s;
        QTest::newRow("the last row stays") << u"down"_s << QList<int>{5} << 0 << u"abcdef"_s;
        QTest::newRow("two blocks down") << u"down"_s << QList<int>{0, 1, 3} << 0 << u"cabedf"_s;
        QTest::newRow("rows from both sides come together") << u"to"_s << QList<int>{0, 2, 5} << 4 << u"bdacfe"_s;
        QTest::newRow("to the end") << u"to"_s << QList<int>{0, 3} << 6 << u"bcefad"_s;
        QTest::newRow("to the start") << u"to"_s << QList<int>{5, 3} << 0 << u"dfabce"_s;
        QTest::newRow("a block into itself stays") << u"to"_s << QList<int>{1, 2, 3} << 2 << u"abcdef"_s;
    }

    void moves()
    {
        QFETCH(QString, how);
        QFETCH(QList<int>, rows);
        QFETCH(int, before);
        QFETCH(QString, after);
        const QStringList start = u"a b c d e f"_s.split(u' ');
        m_workspace->addScopes(start);
        const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int steps = m_workspace->undoStack().index();
        const std::vector<int> chosen(rows.begin(), rows.end());
        if (how == u"up")
            m_model->moveUp(chosen);
        else if (how == u"down")
            m_model->moveDown(chosen);
        else
            m_model->moveBefore(chosen, before);
        QCOMPARE(shown().join(QString()), after);
        QCOMPARE(m_workspace->undoStack().index() - steps, after == u"abcdef" ? 0 : 1);
        m_workspace->undoStack().setIndex(steps);
        QCOMPARE(shown(), start);
    }

    void renameIsOneUndoStep()
    {
        m_workspace->addScopes({u"a"_s, u"b"_s, u"c"_s});
        const int steps = m_workspace->undoStack().index();
        QVERIFY(m_model->setData(m_model->index(1), u" video.list "_s, Qt::EditRole));
        QCOMPARE(shown(), (QStringList{u"a"_s, u"video.list"_s, u"c"_s}));
        QCOMPARE(m_workspace->undoStack().index(), steps + 1);
        QCOMPARE(m_workspace->undoStack().undoText(), u"Rename b to video.list"_s);
        QVERIFY(!m_model->setData(m_model->index(1), u" "_s, Qt::EditRole));
        QVERIFY(!m_model->setData(m_model->index(1), u"a"_s, Qt::EditRole));
        m_workspace->undoStack().undo();
        QCOMPARE(shown(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void drops_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("content");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QStringList>("after");

        const QString own = QLatin1StringView(scopeNamesMimeType);
        QTest::newRow("rows of the tree") << own << u"x.y\nvideo.list\n"_s << true << u"a x.y video.list b"_s.split(u' ');
        QTest::newRow("text") << u"text/plain"_s << u"[\"x\", \"b\"]"_s << true << u"a x b"_s.split(u' ');
        QTest::newRow("text without a scope") << u"text/plain"_s << u"  "_s << false << u"a b"_s.split(u' ');
    }

    void drops()
    {
        QFETCH(QString, type);
        QFETCH(QString, content);
        QFETCH(bool, taken);
        QFETCH(QStringList, after);
        m_workspace->addScopes({u"a"_s, u"b"_s});
        QMimeData data;
        data.setData(type, content.toUtf8());
        QCOMPARE(m_model->dropMimeData(&data, Qt::CopyAction, 1, 0, {}), taken);
        QCOMPARE(shown(), after);
    }

    void draggedRowsComeInRequestOrder()
    {
        m_workspace->addScopes({u"a"_s, u"b"_s, u"c"_s});
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(2), m_model->index(0)}));
        QCOMPARE(data->text(), u"a\nc"_s);
        QCOMPARE(RequestModel::scopesIn(*data), (QStringList{u"a"_s, u"c"_s}));
    }

    void randomChangesKeepTheModelInStep();
    void completionsShowDefinitions();
    void formatNotesNameTheirSource_data();
    void formatNotesNameTheirSource();
    void tellsWhatWasCopied_data();
    void tellsWhatWasCopied();
    void undocumentedScopesAreExplainedWithSources();

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    CatalogPointer m_catalog;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RequestModel> m_model;

    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row).data(ScopeName).toString());
        return names;
    }

    void randomStep(QRandomGenerator& random);
};

void RequestModelTest::randomStep(QRandomGenerator& random)
{
    const auto size = static_cast<int>(m_workspace->selection().size());
    const auto name = [&] { return u"scope.%1"_s.arg(random.bounded(40)); };
    std::vector<int> rows;
    for (int row = 0; row < size; ++row) {
        if (random.bounded(4) == 0)
            rows.push_back(row);
    }
    switch (random.bounded(9)) {
    case 0:
        return m_workspace->insertScopes(random.bounded(size + 1), {name(), name(), name()});
    case 1:
        return m_workspace->addScopes({name()});
    case 2:
        return m_model->removeAt(rows);
    case 3:
        return m_model->moveUp(rows);
    case 4:
        return m_model->moveDown(rows);
    case 5:
        return m_model->moveBefore(rows, random.bounded(size + 1));
    case 6:
        if (random.bounded(20) == 0)
            m_workspace->replaceScopes({name(), name()});
        return;
    case 7:
        return m_workspace->undoStack().undo();
    default:
        return m_workspace->undoStack().redo();
    }
}

void RequestModelTest::randomChangesKeepTheModelInStep()
{
    QRandomGenerator random(scopes::tests::seed(7));
    const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int step = 0; step < 5000; ++step) {
        const QStringList before = m_workspace->selection().names();
        const int index = m_workspace->undoStack().index();
        randomStep(random);
        QCOMPARE(shown(), m_workspace->selection().names());
        if (m_workspace->undoStack().index() == index)
            QCOMPARE(m_workspace->selection().names(), before);
    }
    m_workspace->undoStack().setIndex(0);
    QVERIFY(shown().isEmpty());
}

void RequestModelTest::completionsShowDefinitions()
{
    CompletionModel model(*m_workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    m_workspace->addScopes({u"video.list"_s});
    model.setTyped(u"VIDEO.L"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"video.list"_s);
    QCOMPARE(model.index(0).data(Mark).toString(), u"requested"_s);
    const ScopeId id = m_catalog->find(u"video.list"_s);
    QCOMPARE(model.index(0).data(Detail).toString(), toQString(m_catalog->scope(id).definition));
    m_workspace->setCatalog(std::make_shared<const ScopeCatalog>(CatalogData()));
    QCOMPARE(model.rowCount(), 0);
}

void RequestModelTest::formatNotesNameTheirSource_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("isContrary");
    QTest::addColumn<QString>("start");

    QTest::newRow("the provider's own") << u"comma"_s << false << u"TikTok separates scopes with a comma."_s;
    QTest::newRow("a URL takes the provider's separator") << u"query"_s << false << u"TikTok separates scopes with a comma."_s;
    QTest::newRow("another separator") << u"space"_s << true
                                       << u"TikTok separates scopes with a comma, not with a space. A scope "
                                          u"that is invalid, unknown or malformed is answered with "
                                          u"invalid_scope"_s;
    QTest::newRow("a list") << u"rust"_s << false << u"TikTok separates scopes with a comma: join the list"_s;
}

void RequestModelTest::formatNotesNameTheirSource()
{
    QFETCH(QString, format);
    QFETCH(bool, isContrary);
    QFETCH(QString, start);
    const FormatNote note = formatNote(*m_catalog, format);
    QCOMPARE(note.isContrary, isContrary);
    QVERIFY2(note.text.startsWith(start), qPrintable(note.text));
    QVERIFY2(note.source.contains(u"https://developers.tiktok.com/"), qPrintable(note.source));
    const FormatNote unknown = formatNote(ScopeCatalog(CatalogData()), format);
    QVERIFY2(unknown.text.contains(u"is not documented"), qPrintable(unknown.text));
}

void RequestModelTest::tellsWhatWasCopied_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");

    QTest::newRow("one, with commas") << 1 << u"comma"_s << u"Copied 1 scope, comma separated."_s;
    QTest::newRow("three as data") << 3 << u"json-array"_s << u"Copied 3 scopes as JSON array."_s;
    QTest::newRow("three as code") << 3 << u"php"_s << u"Copied 3 scopes for PHP."_s;
}

void RequestModelTest::tellsWhatWasCopied()
{
    QFETCH(int, count);
    QFETCH(QString, format);
    QTEST(copiedText(count, format), "text");
}

void RequestModelTest::undocumentedScopesAreExplainedWithSources()
{
    QCOMPARE(undocumentedText(*m_catalog, u"video.list"_s), QString());
    const QString text = undocumentedText(*m_catalog, u"user.insights"_s);
    QVERIFY2(text.contains(u"is not documented in the catalog"), qPrintable(text));
    QVERIFY2(text.contains(u"Seen elsewhere: TikTok for Business accounts."), qPrintable(text));
    QVERIFY2(text.contains(u"answered with invalid_scope"), qPrintable(text));
    QVERIFY2(text.contains(u"(Source: "), qPrintable(text));
    QVERIFY(!undocumentedText(*m_catalog, u"no.such"_s).contains(u"Seen elsewhere"));
}

SCOPES_TEST(RequestModelTest)
#include "RequestModelTest.moc"
