#include "models/FindingsModel.h"

#include "catalog/BuiltInCatalog.h"
#include "models/RequestCheck.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace scopes;

/// Findings as rows, and those of the request.
class FindingsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void rowsSayWhatIsWrong();
    void aSecretIsNeverInARow();
    void theSameFindingsKeepTheirRows();
    void theSummaryCounts_data();
    void theSummaryCounts();
    void theLastTextThatIsCheckedCounts();
    void aCheckIsCancelled();

    void theRequestIsCheckedAsTheCommandLineDoes_data();
    void theRequestIsCheckedAsTheCommandLineDoes();
    void aFixIsOneUndoStep();
    void aFixLeavesOtherNamesAlone();
    void aWrongSeparatorIsFixedByTheFormat();
    void allSafeFixesAreOneUndoStep();
    void aFixWaitsForTheCheck();
    void namesThatCannotBeWrittenAreToldOf();
    void aLongRequestIsCheckedInPart();

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    CheckedTextPointer checkedText(const QString& text) const { return check({text, m_catalog, nullptr, {}}); }

    /// A request whose findings are there.
    struct Request
    {
        explicit Request(const CatalogPointer& catalog, const QStringList& names)
            : workspace(catalog)
            , request(workspace)
        {
            workspace.addScopes(names);
            wait();
        }

        void wait() const { QTRY_VERIFY(!request.isBehind()); }

        QStringList names() const { return workspace.selection().names(); }

        QStringList rules()
        {
            QStringList ids;
            for (int row = 0; row < request.findings().rowCount(); ++row)
                ids += request.findings().finding(row).ruleId;
            return ids;
        }

        Workspace workspace;
        RequestCheck request;
    };

    CatalogPointer m_catalog;
};

void FindingsModelTest::initTestCase()
{
    m_catalog = *builtInCatalog().value;
}

void FindingsModelTest::rowsSayWhatIsWrong()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChecked(checkedText(u"user.info.basic,video.lst"_s));
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(FindingsModel::RuleRole).toString(), u"unknown-scope"_s);
    QCOMPARE(row.data(FindingsModel::SeverityTextRole).toString(), u"Error"_s);
    QVERIFY(row.data().toString().contains(u"video.lst"_s));
    QVERIFY(row.data(FindingsModel::WhyRole).toString().contains(u"invalid_scope"_s));
    QVERIFY(!row.data(FindingsModel::SourceRole).toString().isEmpty());
    QCOMPARE(row.data(FindingsModel::FixRole).toString(), u"Write video.list"_s);
    QCOMPARE(row.data(FindingsModel::PreviewRole).toString(), u"video.lst → video.list"_s);
    const QString spoken = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.startsWith(u"Error: "_s) && spoken.endsWith(u"Fix: Write video.list."_s));
    model.setChecked(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void FindingsModelTest::aSecretIsNeverInARow()
{
    const QString secret = u"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0"_s;
    FindingsModel model;
    model.setChecked(checkedText(u"{\"access_token\": \"%1\", \"scope\": \"user.info.basic, video.lst ,\"}"_s.arg(secret)));
    QVERIFY(model.rowCount() >= 2);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int role = Qt::DisplayRole; role <= FindingsModel::PreviewRole; ++role)
            QVERIFY(!model.index(row).data(role).toString().contains(secret));
    }
}

void FindingsModelTest::theSameFindingsKeepTheirRows()
{
    FindingsModel model;
    model.setChecked(checkedText(u"video.lst,user.info.basic"_s));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setChecked(checkedText(u"video.lst,user.info.basic,video.list"_s));
    QCOMPARE(resets.count(), 0);
    model.setChecked(checkedText(u"video.lst,user.info.basic,video.lis"_s));
    QCOMPARE(resets.count(), 1);
}

void FindingsModelTest::theSummaryCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("summary");
    QTest::newRow("nothing is wrong") << u"user.info.basic,video.list"_s << u"Nothing to find fault with."_s;
    QTest::newRow("one error") << u"user.info.basic,video.lst"_s << u"1 error"_s;
    QTest::newRow("errors and a warning") << u"user.info.basic,video.lst,,vdeo.list"_s << u"2 errors, 1 warning"_s;
}

void FindingsModelTest::theSummaryCounts()
{
    QFETCH(QString, text);
    QFETCH(QString, summary);
    FindingsModel model;
    model.setChecked(checkedText(text));
    QCOMPARE(summaryOf(model), summary);
}

void FindingsModelTest::theLastTextThatIsCheckedCounts()
{
    TextCheck background;
    const QSignalSpy finished(&background, &TextCheck::finished);
    background.start({u"video.lst,"_s.repeated(20'000), m_catalog, nullptr, {}});
    background.start({u"user.info.basic"_s, m_catalog, nullptr, {}});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<CheckedTextPointer>()->inspection.text, u"user.info.basic"_s);
    QTest::qWait(50);
    QCOMPARE(finished.count(), 1);
}

void FindingsModelTest::aCheckIsCancelled()
{
    int calls = 0;
    const auto goOn = [&](int) { return ++calls < 2; };
    QVERIFY(check({u"video.list"_s, m_catalog, nullptr, {}}, goOn) == nullptr);
    QCOMPARE(calls, 2);
}

void FindingsModelTest::theRequestIsCheckedAsTheCommandLineDoes_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("format");
    const QStringList wrong{u"user.info.basic"_s, u"video.lst"_s, u"Video.List"_s, u"research.data.basic"_s};
    QTest::newRow("nothing wrong") << QStringList{u"user.info.basic"_s, u"video.list"_s} << u"comma"_s;
    QTest::newRow("typo, letter case, other token") << wrong << u"comma"_s;
    QTest::newRow("the wrong separator") << wrong << u"space"_s;
    QTest::newRow("hidden characters") << QStringList{u"user.info.basic"_s, u"video\u200B.list"_s, u"vide\u043E.upload"_s}
                                       << u"comma"_s;
    QTest::newRow("something that is required is missing") << QStringList{u"video.list"_s, u"video.upload"_s} << u"comma"_s;
}

void FindingsModelTest::theRequestIsCheckedAsTheCommandLineDoes()
{
    QFETCH(QStringList, names);
    QFETCH(QString, format);
    Request request(m_catalog, names);
    request.workspace.setFormat(format);
    request.wait();
    const QString text = request.workspace.scopeString().value();
    QCOMPARE(requestText(request.workspace).text, text);
    const auto expected = findingsOf(inspect(text, *m_catalog), *m_catalog);
    QCOMPARE(request.request.findings().rowCount(), static_cast<int>(expected.size()));
    for (int row = 0; row < request.request.findings().rowCount(); ++row) {
        const Finding& one = request.request.findings().finding(row);
        const Finding& other = expected[static_cast<std::size_t>(row)];
        QCOMPARE(one.ruleId, other.ruleId);
        QCOMPARE(one.message, other.message);
        QVERIFY(one.ranges == other.ranges);
        QVERIFY(one.fix.has_value() == other.fix.has_value());
    }
}

void FindingsModelTest::aFixIsOneUndoStep()
{
    Request request(m_catalog, {u"user.info.basic"_s, u"video.lst"_s, u"video.upload"_s});
    QCOMPARE(request.rules(), {u"unknown-scope"_s});
    request.request.fix(0);
    QCOMPARE(request.names(), (QStringList{u"user.info.basic"_s, u"video.list"_s, u"video.upload"_s}));
    QCOMPARE(request.workspace.undoStack().undoText(), u"Write video.list"_s);
    request.workspace.undoStack().undo();
    QCOMPARE(request.names(), (QStringList{u"user.info.basic"_s, u"video.lst"_s, u"video.upload"_s}));
}

void FindingsModelTest::aFixLeavesOtherNamesAlone()
{
    // The first looks like a secret, which an inspection drops; it is asked for all the same.
    const QString odd = u"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0"_s;
    Request request(m_catalog, {odd, u"user.info.basic"_s, u"video.lst"_s});
    const auto row = static_cast<int>(request.rules().indexOf(u"unknown-scope"_s));
    QVERIFY(row >= 0);
    for (int i = 0; i < request.request.findings().rowCount(); ++i) {
        if (request.request.findings().finding(i).scopes == QStringList{u"video.lst"_s})
            request.request.fix(i);
    }
    QCOMPARE(request.names(), (QStringList{odd, u"user.info.basic"_s, u"video.list"_s}));
}

void FindingsModelTest::aWrongSeparatorIsFixedByTheFormat()
{
    Request request(m_catalog, {u"user.info.basic"_s, u"video.list"_s});
    request.workspace.setFormat(u"space"_s);
    request.wait();
    QCOMPARE(request.rules(), {u"wrong-separator"_s});
    request.request.fix(0);
    QCOMPARE(request.workspace.formatId(), u"comma"_s);
    QCOMPARE(request.names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    request.wait();
    QCOMPARE(request.request.summary(), u"Nothing to find fault with. Approval is not checked: no app profile is chosen."_s);
    request.workspace.undoStack().undo();
    QCOMPARE(request.workspace.formatId(), u"space"_s);
}

void FindingsModelTest::allSafeFixesAreOneUndoStep()
{
    const QStringList before{u"user.info.basic"_s, u"video\u200B.list"_s, u"video.lst"_s, u"vide\u043E.upload"_s};
    Request request(m_catalog, before);
    QVERIFY(request.request.findings().hasSafeFix());
    request.request.fixAllSafe();
    // What was meant by video.lst is only guessed.
    QCOMPARE(request.names(), (QStringList{u"user.info.basic"_s, u"video.list"_s, u"video.lst"_s, u"video.upload"_s}));
    request.wait();
    QVERIFY(!request.request.findings().hasSafeFix());
    request.workspace.undoStack().undo();
    QCOMPARE(request.names(), before);
}

void FindingsModelTest::aFixWaitsForTheCheck()
{
    Request request(m_catalog, {u"video.lst"_s, u"user.info.basic"_s});
    request.workspace.removeScopes({u"video.lst"_s});
    request.request.fix(0);
    QCOMPARE(request.names(), {u"user.info.basic"_s});
}

void FindingsModelTest::namesThatCannotBeWrittenAreToldOf()
{
    Request request(m_catalog, {u"user.info.basic,video.list"_s});
    QVERIFY(request.request.summary().startsWith(u"The request is not checked."_s));
    QCOMPARE(request.request.findings().rowCount(), 0);
    request.workspace.undoStack().undo();
    request.wait();
    QVERIFY(request.request.summary().isEmpty());
}

void FindingsModelTest::aLongRequestIsCheckedInPart()
{
    const CatalogPointer catalog = tests::syntheticCatalog(5000);
    Workspace workspace(catalog);
    RequestCheck request(workspace);
    std::vector<ScopeId> all(5000);
    std::iota(all.begin(), all.end(), 0);
    workspace.setTicked(all, true);
    workspace.insertScopes(0, {u"nowhere.to.be.found"_s});
    // The window is not waited for: the check runs beside it.
    QVERIFY(request.isBehind());
    QTRY_VERIFY(!request.isBehind());
    QVERIFY2(request.summary().contains(u"Only the first 2,000 scopes are checked."_s), qPrintable(request.summary()));
    const auto before = workspace.selection().size();
    request.fixAllSafe();
    QCOMPARE(workspace.selection().size(), before);
}

SCOPES_TEST(FindingsModelTest)
#include "FindingsModelTest.moc"
