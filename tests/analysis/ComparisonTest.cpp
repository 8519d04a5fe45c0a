#include "analysis/Comparison.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <random>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

using Names = std::optional<QStringList>;

QStringList split(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

/// The names in words; null: that set is not known.
Names names(const char* text)
{
    return text == nullptr ? Names() : Names(split(text));
}

} // namespace

/// Requested, granted and needed scopes side by side, and what follows.
class ComparisonTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

    QStringList stoppedParts(const Comparison& comparison) const
    {
        QStringList parts;
        for (const StoppedCall& stopped : comparison.stopped)
            parts +=
                toQString(m_catalog->endpoint(stopped.endpoint).id) + (stopped.name.isEmpty() ? QString() : u'#' + stopped.name);
        return parts;
    }

private Q_SLOTS:

    void initTestCase()
    {
        const auto read = builtInCatalog();
        QVERIFY(read);
        m_catalog = *read.value;
    }

    void says_data()
    {
        QTest::addColumn<ComparedSets>("sets");
        QTest::addColumn<QStringList>("statements");
        const auto row = [](const char* name, const char* requested, const char* granted, const char* needed,
                             const char* statements) {
            QTest::newRow(name) << ComparedSets{names(requested), names(granted), names(needed)} << split(statements);
        };
        row("the same sets", "video.list", "video.list", "video.list", "");
        row("nothing at all", "", "", "", "");
        row("an order of its own is no difference", "a b", "b a", nullptr, "");
        row("refused by the user", "user.info.basic video.list", "user.info.basic", nullptr,
            "video.list:requested-not-granted:warning");
        row("refused and needed", "video.list", "", "video.list", "video.list:requested-not-granted:error");
        row("granted earlier", "user.info.basic", "user.info.basic video.list", nullptr,
            "video.list:granted-not-requested:warning");
        row("asked for in vain", "user.info.basic video.list", nullptr, "user.info.basic",
            "video.list:requested-not-needed:warning");
        row("forgotten", "user.info.basic", nullptr, "user.info.basic video.list", "video.list:needed-not-requested:error");
        row("forgotten but granted earlier", "", "video.list", "video.list",
            "video.list:needed-not-requested:warning video.list:granted-not-requested:warning");
        row("refused and needed by nothing", "video.list", "", "",
            "video.list:requested-not-granted:warning video.list:requested-not-needed:warning");
        row("no request known", nullptr, "user.info.basic", "video.list",
            "user.info.basic:granted-not-needed:warning video.list:needed-not-granted:error");
        row("one set alone says nothing", "video.list", nullptr, nullptr, "");
        row("case counts", "video.list", "Video.List", nullptr,
            "video.list:requested-not-granted:warning Video.List:granted-not-requested:warning");
        row("twice is once", "video.list video.list", "", nullptr, "video.list:requested-not-granted:warning");
    }

    void says()
    {
        QFETCH(const ComparedSets, sets);
        QStringList said;
        for (const ComparisonStatement& one : compare(sets, *m_catalog).statements) {
            said += one.scope + u':' + nameOf(one.discrepancy) + u':' + nameOf(one.severity);
            QVERIFY2(one.text.contains(u'\'' + one.scope + u'\''), qPrintable(one.text));
        }
        QTEST(said, "statements");
    }

    void stops_data()
    {
        QTest::addColumn<ComparedSets>("sets");
        QTest::addColumn<QString>("stopped");
        const auto row = [](const char* name, const char* requested, const char* granted, const char* needed,
                             const char* stopped) {
            QTest::newRow(name) << ComparedSets{names(requested), names(granted), names(needed)} << QString::fromLatin1(stopped);
        };
        row("whole calls", "user.info.basic video.list", "user.info.basic", nullptr, "video.list video.query");
        row("single fields", "user.info.basic user.info.stats", "user.info.basic", nullptr,
            "user.info#follower_count user.info#following_count user.info#likes_count user.info#video_count");
        row("an alternative is left, and only the value of a parameter stops", "video.publish video.upload", "video.upload",
            nullptr, "post.creator_info post.video.init post.content.init#post_mode=DIRECT_POST");
        row("without a request, what was needed", nullptr, "", "video.list", "video.list video.query");
        row("what was not asked for cannot stop", "user.info.basic", "", "video.list user.info.basic",
            "user.info#open_id user.info#union_id user.info#avatar_url user.info#avatar_url_100 user.info#avatar_large_url "
            "user.info#display_name");
        row("more granted than requested", "", "video.list", nullptr, "");
        row("nothing known of the grant", "video.list", nullptr, nullptr, "");
        row("an undocumented scope", "messaging", "", nullptr, "");
    }

    void stops()
    {
        QFETCH(const ComparedSets, sets);
        QStringList parts = stoppedParts(compare(sets, *m_catalog));
        QFETCH(const QString, stopped);
        QStringList expected = stopped.split(u' ', Qt::SkipEmptyParts);
        std::sort(parts.begin(), parts.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(parts, expected);
    }

    void tellsWhatFollows()
    {
        const Comparison refused = compare({names("video.list odd"), names(""), {}}, *m_catalog);
        QCOMPARE(refused.statements.size(), std::size_t(2));
        QVERIFY(refused.statements[0].text.contains(u"POST https://open.tiktokapis.com/v2/video/list/"_s));
        QCOMPARE(refused.statements[0].stopped.size(), std::size_t(2));
        QVERIFY(refused.statements[1].text.contains(u"not known"_s));
        QVERIFY(!refused.scopes[1].isDocumented);
        QVERIFY(!refused.scopes[0].isNeeded.has_value());
        const Comparison alternative = compare({names("video.upload video.publish"), names("video.publish"), {}}, *m_catalog);
        for (const StoppedCall& stopped : alternative.stopped)
            QCOMPARE(stopped.missing, QStringList{u"video.upload"_s});
    }

    void showsInvisibleCharacters()
    {
        const Comparison odd = compare({QStringList{u"a\u202Eb"_s}, QStringList(), {}}, *m_catalog);
        QVERIFY2(odd.statements.at(0).text.contains(u"a⟨U+202E⟩b"_s), qPrintable(odd.statements.at(0).text));
        QCOMPARE(odd.statements.at(0).scope, u"a\u202Eb"_s);
    }

    /// A grant that is the request less one scope stops just what that scope alone holds up, by the definition.
    void stopsByTheDefinition()
    {
        std::mt19937 random(tests::seed(11));
        for (int round = 0; round < 300; ++round) {
            QStringList requested;
            QStringList granted;
            ScopeSet before(m_catalog->scopeCount());
            ScopeSet after(m_catalog->scopeCount());
            for (ScopeId id = 0; id < m_catalog->scopeCount(); ++id) {
                const auto draw = random() % 3;
                if (draw == 0)
                    continue;
                requested += toQString(m_catalog->scope(id).name);
                before.insert(id);
                if (draw == 1)
                    continue;
                granted += requested.constLast();
                after.insert(id);
            }
            const Comparison comparison = compare({requested, granted, {}}, *m_catalog);
            QStringList whole;
            for (const StoppedCall& stopped : comparison.stopped) {
                if (stopped.part == StoppedCall::Part::Call)
                    whole += toQString(m_catalog->endpoint(stopped.endpoint).id);
                QVERIFY(!stopped.missing.isEmpty());
            }
            QStringList expected;
            for (const Endpoint& endpoint : m_catalog->endpoints()) {
                if (endpoint.requirement.isMetBy(before) && !endpoint.requirement.isMetBy(after))
                    expected += toQString(endpoint.id);
            }
            QCOMPARE(whole, expected);
            QCOMPARE(static_cast<qsizetype>(comparison.statements.size()), requested.size() - granted.size());
        }
    }
};

SCOPES_TEST(ComparisonTest)
#include "ComparisonTest.moc"
