#include "models/ReviewModel.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// A sheet over the built-in catalog, watched by Qt's model tester.
struct SheetUnderTest
{
    Workspace workspace{*builtInCatalog().value};
    ReviewModel model{workspace};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit SheetUnderTest(const QStringList& scopes) { workspace.addScopes(scopes); }

    QModelIndex cell(int row, int column) const { return model.index(row, column); }

    QString text(int row, int column) const { return cell(row, column).data().toString(); }

    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += cell(row, 0).data(ReviewModel::NameRole).toString();
        return all;
    }
};

} // namespace

/// What the reviewer is told, as rows that can be edited.
class ReviewModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRowHasWhatTheCatalogKnows()
    {
        const SheetUnderTest test({u"user.info.profile"_s, u"made.up"_s});
        QCOMPARE(test.names(), (QStringList{u"user.info.profile"_s, u"made.up"_s}));
        QVERIFY(test.text(0, ReviewModel::DefinitionColumn).contains(u"profile"_s));
        QVERIFY(!test.text(0, ReviewModel::UserDisplayColumn).isEmpty());
        QVERIFY(test.text(0, ReviewModel::ServesColumn).contains(u"user.info#bio_description"_s));
        QCOMPARE(test.text(0, ReviewModel::MissingColumn), u"Nothing says why it is needed."_s);
        QCOMPARE(test.text(1, ReviewModel::DefinitionColumn), u"The catalog does not document it."_s);
        QCOMPARE(test.cell(0, 0).data(ReviewModel::IsCompleteRole).toBool(), false);
    }

    void tickedCallsAreWhatItServes()
    {
        SheetUnderTest test({u"user.info.profile"_s, u"video.list"_s});
        test.workspace.setCallsTicked({u"user.info"_s, u"user.info#bio_description"_s}, true);
        QCOMPARE(test.text(0, ReviewModel::ServesColumn), u"user.info\nuser.info#bio_description"_s);
        QCOMPARE(test.text(1, ReviewModel::ServesColumn), u"None of the ticked calls is documented to need it."_s);
    }

    void anEditIsOneNamedStep_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("undoText");
        QTest::newRow("the feature") << int(ReviewModel::FeatureColumn) << u"Gallery\nof videos"_s
                                     << u"Edit “Feature” of video.list"_s;
        QTest::newRow("the reason") << int(ReviewModel::ReasonColumn) << u"=1+1 <b>"_s
                                    << u"Edit “Why it is needed” of video.list"_s;
        QTest::newRow("what the user sees") << int(ReviewModel::UserSeesColumn) << u"x"_s
                                            << u"Edit “What the user sees” of video.list"_s;
        QTest::newRow("the link") << int(ReviewModel::LinkColumn) << u"https://example.org"_s
                                  << u"Edit “Screenshot or video” of video.list"_s;
        QTest::newRow("the calls") << int(ReviewModel::CallsColumn) << u"video.list\nvideo.query"_s
                                   << u"Edit “Calls of the feature” of video.list"_s;
    }

    void anEditIsOneNamedStep()
    {
        QFETCH(const int, column);
        QFETCH(const QString, text);
        QFETCH(const QString, undoText);
        SheetUnderTest test({u"video.list"_s});
        const QByteArray before = test.workspace.request().toBytes();
        QVERIFY(test.model.setData(test.cell(0, column), text));
        QCOMPARE(test.text(0, column), text);
        QCOMPARE(test.workspace.undoStack().undoText(), undoText);
        QCOMPARE(test.workspace.undoStack().count(), 2);
        QVERIFY(test.model.setData(test.cell(0, column), text)); // the same again is no step
        QCOMPARE(test.workspace.undoStack().count(), 2);
        test.workspace.undoStack().undo();
        QCOMPARE(test.text(0, column), QString());
        QCOMPARE(test.workspace.request().toBytes(), before);
    }

    void whatIsNotTheEngineersIsNotEdited()
    {
        SheetUnderTest test({u"video.list"_s});
        for (const int column : {ReviewModel::ScopeColumn, ReviewModel::MissingColumn, ReviewModel::DefinitionColumn,
                 ReviewModel::UserDisplayColumn, ReviewModel::ServesColumn})
            QVERIFY(!test.model.setData(test.cell(0, column), u"x"_s));
        QCOMPARE(test.workspace.undoStack().count(), 1);
    }

    void whatNoLongerFitsIsTold()
    {
        SheetUnderTest test({u"video.list"_s, u"user.info.basic"_s});
        test.model.setData(test.cell(0, ReviewModel::ReasonColumn), u"Shows them."_s);
        test.model.setData(test.cell(0, ReviewModel::CallsColumn), u"video.list"_s);
        test.model.setData(test.cell(1, ReviewModel::ReasonColumn), u"Names the user."_s);
        QVERIFY(test.model.sheet().isComplete());
        QCOMPARE(summaryOf(test.model.sheet()), u"All 2 scopes are complete."_s);
        test.workspace.setCallsTicked({u"user.info"_s}, true);
        QCOMPARE(test.text(0, ReviewModel::MissingColumn), u"The app no longer makes: video.list."_s);
        test.workspace.removeScopes({u"video.list"_s});
        QCOMPARE(test.names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
        QCOMPARE(test.text(1, ReviewModel::MissingColumn), u"It is no longer requested."_s);
        QCOMPARE(summaryOf(test.model.sheet()), u"1 of 2 scopes complete. video.list: It is no longer requested."_s);
        // Its last word taken away, nothing is left of it.
        test.model.setData(test.cell(1, ReviewModel::CallsColumn), QString());
        test.model.setData(test.cell(1, ReviewModel::ReasonColumn), u"  "_s);
        QCOMPARE(test.names(), QStringList{u"user.info.basic"_s});
    }

    void nothingIsDoneWhileNobodyLooks()
    {
        SheetUnderTest test({u"a"_s});
        QSignalSpy refreshes(&test.model, &ReviewModel::refreshed);
        test.model.setFollowing(false);
        test.workspace.addScopes({u"b"_s});
        test.workspace.addScopes({u"c"_s});
        QCOMPARE(test.names(), QStringList{u"a"_s});
        QCOMPARE(refreshes.count(), 0);
        test.model.setFollowing(true);
        QCOMPARE(test.names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(refreshes.count(), 1);
        test.model.setFollowing(true);
        QCOMPARE(refreshes.count(), 1);
    }

    void textsFromOutsideAreSafeToShow()
    {
        SheetUnderTest test({u"a\u202Eb"_s});
        test.model.setData(test.cell(0, ReviewModel::ReasonColumn), u"x\u200By\n<i>"_s);
        QCOMPARE(test.text(0, ReviewModel::ScopeColumn), u"a⟨U+202E⟩b"_s);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"x⟨U+200B⟩y\n<i>"_s);
        QVERIFY(test.cell(0, ReviewModel::ReasonColumn).data(Qt::ToolTipRole).toString().contains(u"&lt;i&gt;"_s));
        QCOMPARE(test.cell(0, ReviewModel::ReasonColumn).data(Qt::EditRole).toString(), u"x\u200By\n<i>"_s);
    }

    void notesThatCannotBeReadCannotBeEdited()
    {
        SheetUnderTest test({});
        RequestFile request{u"tiktok"_s, u"comma"_s, {u"video.list"_s}, {{u"review"_s, 1}}};
        test.workspace.load(request);
        QVERIFY(!test.model.flags(test.cell(0, ReviewModel::ReasonColumn)).testFlag(Qt::ItemIsEditable));
        QVERIFY(!test.model.setData(test.cell(0, ReviewModel::ReasonColumn), u"x"_s));
    }

    void rowsFollowAnyChange()
    {
        QRandomGenerator random(tests::seed(6));
        const QStringList all{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"video.list"_s, u"e"_s};
        SheetUnderTest test({});
        for (int step = 0; step < 400; ++step) {
            QStringList names = all;
            std::shuffle(names.begin(), names.end(), random);
            names = names.mid(0, random.bounded(int(all.size())));
            const int row = test.model.rowCount() > 0 ? random.bounded(test.model.rowCount()) : 0;
            switch (random.bounded(4)) {
            case 0:
                test.workspace.replaceScopes(names);
                break;
            case 1:
                test.model.setData(test.cell(row, ReviewModel::ReasonColumn), names.join(u' '));
                break;
            case 2:
                test.workspace.removeScopes(names.mid(0, 2));
                break;
            default:
                test.workspace.undoStack().undo();
            }
            QStringList expected = test.workspace.selection().names();
            const ReviewNotes& notes = test.workspace.reviewNotes();
            for (auto note = notes.begin(); note != notes.end(); ++note) {
                if (!test.workspace.selection().contains(note.key()) && !note->isEmpty())
                    expected += note.key();
            }
            QCOMPARE(test.names(), expected);
        }
    }
};

SCOPES_TEST(ReviewModelTest)
#include "ReviewModelTest.moc"
