#include "models/InspectedText.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

const QString secret = u"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0"_s;
const QString tokenResponse = u"{\"access_token\": \"%1\", \"scope\": \"user.info.basic,video.list, \"}"_s.arg(secret);

} // namespace

/// A text that is looked at, mended and shown without its secrets.
class InspectedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_catalog = *builtInCatalog().value; }

    void init()
    {
        m_workspace = std::make_unique<Workspace>(m_catalog);
        m_text = std::make_unique<InspectedText>(*m_workspace);
    }

    void cleanup()
    {
        m_text.reset();
        m_workspace.reset();
    }

    void secretsAreNeverShownNorRemembered()
    {
        set(tokenResponse);
        QCOMPARE(m_text->checked()->inspection.kind, PasteKind::TokenJson);
        QVERIFY(!m_text->shown().contains(secret));
        QCOMPARE(m_text->shown().size(), tokenResponse.size());
        QCOMPARE(m_text->undoStack().count(), 0);
        QVERIFY(!m_text->repairedForOthers().contains(secret));

        type(0, 0, u" "_s);
        m_text->fixAllSafe();
        wait();
        m_text->undoStack().undo();
        wait();
        QVERIFY(!m_text->shown().contains(secret));
        // It is still known to be one: the text itself is held, where nobody sees it.
        QVERIFY(!m_text->checked()->inspection.secrets.empty());
    }

    void aTypedSecretIsMaskedAndNotRemembered()
    {
        type(0, 0, tokenResponse);
        QVERIFY(!m_text->shown().contains(secret));
        QCOMPARE(m_text->undoStack().count(), 1);
        m_text->undoStack().undo();
        wait();
        QVERIFY(m_text->shown().isEmpty());
        m_text->undoStack().redo();
        wait();
        QVERIFY(!m_text->shown().contains(secret));
        QVERIFY(m_text->shown().contains(u"user.info.basic"_s));
    }

    void aFixIsOneStepThatCanBeUndone()
    {
        const QString url =
            u"https://www.tiktok.com/v2/auth/authorize/?client_id=aw12&scope=user.info.basic&response_type=code"_s;
        set(url);
        const int row = rowOf(u"parameter-name"_s);
        QVERIFY(row >= 0);
        m_text->fix(row);
        wait();
        QVERIFY(m_text->shown().contains(u"client_key=aw12"_s));
        QCOMPARE(rowOf(u"parameter-name"_s), -1);
        QCOMPARE(m_text->undoStack().count(), 1);
        m_text->undoStack().undo();
        wait();
        QCOMPARE(m_text->shown(), url);
        QVERIFY(rowOf(u"parameter-name"_s) >= 0);
    }

    void allSafeFixesGiveWhatTheCommandLineGives()
    {
        const QString text = u"scope=user.info.basic, video.list,,user.info.basic,"_s;
        set(text);
        m_text->fixAllSafe();
        wait();
        QCOMPARE(m_text->shown(), repaired(text, *m_catalog));
        QVERIFY(!m_text->findings().hasSafeFix());
    }

    void charactersThatCannotBeSeenHaveAMark_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("zero-width space") << u"video\u200B.list"_s << u"video▯.list"_s;
        QTest::newRow("override of direction") << u"a\u202Evideo.list"_s << u"a▯video.list"_s;
        QTest::newRow("a tag beyond the basic plane") << u"video.list\U000E0041"_s << u"video.list▯▯"_s;
        QTest::newRow("an emoji stays") << u"video.list 🎬"_s << u"video.list 🎬"_s;
        QTest::newRow("line ends of others become line feeds")
            << u"video.list\r\nvideo.upload\rx"_s << u"video.list\nvideo.upload\nx"_s;
    }

    void charactersThatCannotBeSeenHaveAMark()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        set(text);
        QCOMPARE(m_text->shown(), shown);
    }

    void anotherKindCanBeChosen()
    {
        set(u"foo bar"_s);
        QCOMPARE(m_text->checked()->inspection.kind, PasteKind::Nothing);
        m_text->setKind(PasteKind::ScopeList);
        wait();
        QCOMPARE(m_text->checked()->inspection.scopes(), (QStringList{u"foo"_s, u"bar"_s}));
        set(u"video.list"_s);
        QVERIFY(!m_text->kind());
    }

    void aCancelledTextIsForgotten()
    {
        set(u"video.list"_s);
        m_text->setText(tokenResponse.repeated(10'000));
        QVERIFY(m_text->isBehind());
        m_text->cancel();
        QVERIFY(!m_text->isBehind());
        QVERIFY(m_text->isEmpty());
        QVERIFY(m_text->shown().isEmpty());
        QVERIFY(m_text->checked() == nullptr);
    }

    void aLongTextIsShownInPartAndNotRepairedHere()
    {
        set(u"user.info.basic, video.list\n"_s.repeated(6'000));
        QVERIFY(m_text->isPart());
        QCOMPARE(m_text->shown().size(), InspectedText::longestShown);
        QVERIFY(m_text->repairedForOthers().isEmpty());
    }

    void anyPartOfALongTextIsShownAndEdited()
    {
        const QString line = u"user.info.basic, video.list\n"_s;
        const QString text = line.repeated(6'000) + u"video.lst\n"_s;
        set(text);
        QVERIFY(m_text->isEditable());
        m_text->showPart(text.size() - 100);
        QVERIFY(m_text->shownFrom() > InspectedText::longestShown);
        QCOMPARE(m_text->shownFrom() % line.size(), 0);
        QCOMPARE(m_text->shown(), text.mid(m_text->shownFrom()));
        // Typing there changes the text there, and is undone there.
        const auto place = static_cast<int>(m_text->shown().indexOf(u"video.lst"));
        m_text->replace(place, 9, u"video.upload"_s, true);
        QTRY_VERIFY(!m_text->isBehind());
        QVERIFY(m_text->shown().endsWith(u"video.upload\n"));
        QCOMPARE(m_text->checked()->inspection.text, line.repeated(6'000) + u"video.upload\n"_s);
        m_text->showPart(0);
        QVERIFY(m_text->shown().startsWith(line));
        m_text->undoStack().undo();
        QTRY_VERIFY(!m_text->isBehind());
        QCOMPARE(m_text->checked()->inspection.text, text);
        QVERIFY(m_text->shown().endsWith(u"video.lst\n"));
        m_text->undoStack().redo();
        QTRY_VERIFY(!m_text->isBehind());
        QVERIFY(m_text->shown().endsWith(u"video.upload\n"));
    }

    void aFixFarBehindShowsItsPart()
    {
        const QString line = u"user.info.basic, video.list\n"_s;
        set(line.repeated(6'000) + u"Video.Upload\n"_s);
        int row = -1;
        for (int i = 0; i < m_text->findings().rowCount(); ++i) {
            if (m_text->findings().finding(i).ruleId == u"letter-case"_s)
                row = i;
        }
        QVERIFY(row >= 0);
        m_text->fix(row);
        QTRY_VERIFY(!m_text->isBehind());
        QVERIFY(m_text->shown().endsWith(u"video.upload\n"));
        m_text->undoStack().undo();
        QTRY_VERIFY(!m_text->isBehind());
        QVERIFY(m_text->shown().endsWith(u"Video.Upload\n"));
    }

    void partsNeverSplitACharacterOrShowASecret()
    {
        const QString emoji = QString::fromUcs4(U"\U0001F600");
        set(emoji.repeated(50'000) + u" access_token=act.QZx8Kf0aP3mVb7TtYw2LrNsE5uJ4hL6gF1dC0 "_s + emoji.repeated(50'000));
        for (qsizetype position = 1; position < m_text->size(); position += 20'001) {
            m_text->showPart(position);
            QVERIFY(!m_text->shown().front().isLowSurrogate());
            QVERIFY(!m_text->shown().back().isHighSurrogate());
            QVERIFY(!m_text->shown().contains(u"QZx8"));
        }
    }

    void whatIsMoreThanACleanListDeservesALook_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("deserves");
        QTest::newRow("a clean list") << u"user.info.basic,video.list"_s << false;
        QTest::newRow("a list with a blank too many") << u"user.info.basic, video.list"_s << false;
        QTest::newRow("a list in code") << u"const scope = [\"video.publish\", \"video.upload\"].join(\",\");"_s << false;
        QTest::newRow("a list in JSON") << u"[\"user.info.basic\", \"video.list\"]"_s << false;
        QTest::newRow("a list in an .env line") << u"TIKTOK_SCOPES=user.info.basic,video.list"_s << false;
        QTest::newRow("a list in code with a typo") << u"const scope = [\"video.publsh\"].join(\",\");"_s << true;
        QTest::newRow("an authorization URL")
            << u"https://www.tiktok.com/v2/auth/authorize/?client_key=a&scope=user.info.basic"_s << true;
        QTest::newRow("a list with a typo") << u"user.info.basic,video.lst"_s << true;
        QTest::newRow("a token response") << tokenResponse << true;
        QTest::newRow("no scope") << u"Hello, world."_s << true;
        QTest::newRow("nothing") << QString() << true;
    }

    void whatIsMoreThanACleanListDeservesALook()
    {
        QFETCH(QString, text);
        QFETCH(bool, deserves);
        QCOMPARE(deservesALook(*check({text, m_catalog, nullptr, {}})), deserves);
    }

    /// Keys, pastes, fixes and undo in any order: the field's text is the text, and undoing all gives the first text back.
    void anyOrderOfChangesCanBeUndone()
    {
        QRandomGenerator random(tests::seed(4));
        const QString first = u"user.info.basic, video.lst ,video.list"_s;
        set(first);
        for (int round = 0; round < 40; ++round) {
            const auto size = static_cast<int>(m_text->shown().size());
            const int at = random.bounded(size + 1);
            switch (random.bounded(5)) {
            case 0:
                m_text->replace(at, 0, u"video.upload,"_s, false);
                break;
            case 1:
                m_text->replace(at, std::min(3, size - at), {}, true);
                break;
            case 2:
                m_text->fix(0);
                break;
            case 3:
                m_text->fixAllSafe();
                break;
            default:
                m_text->replace(at, 0, u",,"_s, true);
                break;
            }
            wait();
        }
        while (m_text->undoStack().canUndo()) {
            m_text->undoStack().undo();
            wait();
        }
        QCOMPARE(m_text->shown(), first);
    }

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    void wait() const { QTRY_VERIFY(!m_text->isBehind()); }

    void set(const QString& text) const
    {
        m_text->setText(text);
        wait();
    }

    void type(int position, int removed, const QString& text) const
    {
        m_text->replace(position, removed, text, true);
        wait();
    }

    int rowOf(const QString& rule) const
    {
        for (int row = 0; row < m_text->findings().rowCount(); ++row) {
            if (m_text->findings().finding(row).ruleId == rule)
                return row;
        }
        return -1;
    }

    CatalogPointer m_catalog;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<InspectedText> m_text;
};

SCOPES_TEST(InspectedTextTest)
#include "InspectedTextTest.moc"
