#include "analysis/ConsentPreview.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// What the user would read, and what follows from refusing it.
class ConsentPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        const auto read = builtInCatalog();
        QVERIFY(read);
        m_catalog = *read.value;
    }

    void linesStandInRequestOrderByTopic()
    {
        const ConsentPreview preview = consentPreview(
            *m_catalog, {u"video.upload"_s, u"user.info.basic"_s, u"video.list"_s, u"video.upload"_s, u"user.info.stats"_s});
        QCOMPARE(preview.groups.size(), std::size_t{2});
        QCOMPARE(preview.groups[0].topic, u"video"_s);
        QCOMPARE(preview.groups[0].lines.size(), std::size_t{2});
        QCOMPARE(preview.texts(),
            QStringList({u"Share content as a draft to your TikTok account."_s, u"Read your public videos on TikTok"_s,
                u"Read your profile info (avatar, display name)"_s,
                u"Read your profile engagement statistics, such as like count, follower count, following count, and video count"_s}));
        QCOMPARE(preview.lineCount(), 4);
        QCOMPARE(preview.groups[1].lines[0].scopes, QStringList{u"user.info.basic"_s});
    }

    void whatHasNoLineIsNamed()
    {
        const ConsentPreview preview = consentPreview(*m_catalog, {u"video.lst"_s, u"research.data.basic"_s});
        QVERIFY(preview.groups.empty());
        QCOMPARE(preview.undocumented, QStringList{u"video.lst"_s});
        QCOMPARE(preview.withoutUser, QStringList{u"research.data.basic"_s});
        const QString text = toText(preview, *m_catalog);
        QVERIFY2(text.contains(u"The user would read no line."_s), qPrintable(text));
        QVERIFY2(text.contains(u"Not documented, so what the user reads is not known:\n  video.lst\n"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Obtained without a user, so nobody is asked:\n  research.data.basic\n"_s), qPrintable(text));
    }

    void nothingIsAnEmptyPreview()
    {
        const ConsentPreview preview = consentPreview(*m_catalog, {});
        QCOMPARE(preview.lineCount(), 0);
        QVERIFY(preview.undocumented.isEmpty() && preview.unpublished.isEmpty() && preview.withoutUser.isEmpty());
    }

    void substance_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("userDisplay");
        QTest::addColumn<bool>("differs");
        QTest::newRow("only how the user is named") << u"Read a user's public videos"_s << u"Read your public videos"_s << false;
        QTest::newRow("a curly apostrophe") << u"Read a user’s videos"_s << u"Read your videos"_s << false;
        QTest::newRow("case and punctuation") << u"read, and write."_s << u"Read and write"_s << false;
        QTest::newRow("a plural") << u"Read the video"_s << u"Read your videos"_s << false;
        QTest::newRow("less is told") << u"Read open id, avatar"_s << u"Read your avatar"_s << true;
        QTest::newRow("another word") << u"Directly post content"_s << u"Post content"_s << true;
        QTest::newRow("more is told") << u"Read videos"_s << u"Read and delete your videos"_s << true;
        QTest::newRow("negated") << u"Read videos"_s << u"Do not read videos"_s << true;
        QTest::newRow("turned round") << u"Send read videos"_s << u"Read send videos"_s << true;
        QTest::newRow("numbers") << u"Read 10 videos"_s << u"Read 20 videos"_s << true;
        QTest::newRow("no definition") << QString() << u"Read your videos"_s << true;
        QTest::newRow("another script, the same") << u"動画を読む"_s << u"動画を読む"_s << false;
    }

    void substance()
    {
        QFETCH(const QString, definition);
        QFETCH(const QString, userDisplay);
        QTEST(differsInSubstance(definition, userDisplay), "differs");
    }

    void substanceInTheBuiltInCatalog()
    {
        QStringList alike;
        for (const Scope& scope : m_catalog->scopes()) {
            if (!differsInSubstance(toQString(scope.definition), toQString(scope.userDisplay)))
                alike += toQString(scope.name);
        }
        // All others tell the user something else, or less: read and judged by hand.
        QCOMPARE(alike,
            QStringList({u"artist.certification.read"_s, u"artist.certification.update"_s, u"research.adlib.basic"_s,
                u"research.data.basic"_s, u"research.data.u18eu"_s, u"video.list"_s}));
    }

    void oneMoreScope()
    {
        const QStringList before{u"video.list"_s};
        const ConsentChange more = consentChange(*m_catalog, before, {u"video.list"_s, u"user.info.basic"_s});
        QCOMPARE(more.added, QStringList{u"Read your profile info (avatar, display name)"_s});
        QVERIFY(more.removed.isEmpty());
        const ConsentChange less = consentChange(*m_catalog, before, {});
        QCOMPARE(less.removed, QStringList{u"Read your public videos on TikTok"_s});
        const ConsentChange none = consentChange(*m_catalog, before, {u"video.list"_s, u"research.data.basic"_s});
        QVERIFY(none.added.isEmpty() && none.removed.isEmpty());
    }

    void refusing()
    {
        const QStringList requested{u"user.info.basic"_s, u"user.info.stats"_s, u"video.list"_s};
        QStringList stopped;
        for (const StoppedCall& call : stoppedByRefusing(*m_catalog, requested, u"video.list"_s))
            stopped += toQString(m_catalog->endpoint(call.endpoint).id);
        QCOMPARE(stopped, QStringList({u"video.list"_s, u"video.query"_s}));
        stopped.clear();
        for (const StoppedCall& call : stoppedByRefusing(*m_catalog, requested, u"user.info.stats"_s)) {
            QVERIFY(call.part == StoppedCall::Part::Field);
            stopped += call.name;
        }
        stopped.sort();
        QCOMPARE(stopped, QStringList({u"follower_count"_s, u"following_count"_s, u"likes_count"_s, u"video_count"_s}));
        QVERIFY(stoppedByRefusing(*m_catalog, requested, u"not.requested"_s).empty());
    }

    void asText()
    {
        const QString text = toText(consentPreview(*m_catalog, {u"video.publish"_s}), *m_catalog);
        QVERIFY(text.startsWith(consentCaution(*m_catalog)));
        QVERIFY(text.contains(u"approximation"_s));
        QVERIFY2(
            text.endsWith(u"\nvideo\n  - Post content to TikTok.\n    The developer's definition says something else: Directly "
                          "post content to a user's TikTok profile.\n"_s),
            qPrintable(text));
    }

private: // NOLINT(readability-redundant-access-specifiers): the others are slots
    CatalogPointer m_catalog;
};

SCOPES_TEST(ConsentPreviewTest)
#include "ConsentPreviewTest.moc"
