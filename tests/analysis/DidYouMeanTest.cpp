#include "analysis/DidYouMean.h"

#include "catalog/BuiltInCatalog.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

using Damage = QString (*)(const QString& name, QRandomGenerator& random);

int place(const QString& name, QRandomGenerator& random)
{
    return random.bounded(int(name.size()));
}

QString substituted(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    result[place(name, random)] = QChar(u'a' + random.bounded(26));
    return result;
}

QString shortened(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    return result.remove(place(name, random), 1);
}

QString lengthened(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    return result.insert(place(name, random), QChar(u'a' + random.bounded(26)));
}

QString transposed(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    const int at = random.bounded(int(name.size()) - 1);
    std::swap(result[at], result[at + 1]);
    return result;
}

QString reordered(const QString& name, QRandomGenerator& random)
{
    QStringList parts = name.split(u'.');
    const int a = random.bounded(int(parts.size()));
    parts.swapItemsAt(a, (a + 1) % parts.size());
    return parts.join(u'.');
}

QString separated(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    return result.replace(u'.', QStringView(u"_-: /")[random.bounded(5)]);
}

QString pluralised(const QString& name, QRandomGenerator& random)
{
    QStringList parts = name.split(u'.');
    QString& part = parts[random.bounded(int(parts.size()))];
    part = part.endsWith(u's') ? part.chopped(1) : part + u's';
    return parts.join(u'.');
}

QString withoutPart(const QString& name, QRandomGenerator& random)
{
    QStringList parts = name.split(u'.');
    parts.removeAt(random.bounded(int(parts.size())));
    return parts.join(u'.');
}

QString withPart(const QString& name, QRandomGenerator& random)
{
    QStringList parts = name.split(u'.');
    parts.insert(random.bounded(int(parts.size()) + 1), u"all"_s);
    return parts.join(u'.');
}

QString neighbour(const QString& name, QRandomGenerator& random)
{
    static const QStringList rows{u"qwertyuiop"_s, u"asdfghjkl"_s, u"zxcvbnm"_s};
    QString result = name;
    for (int tries = 0; tries < 50; ++tries) {
        const int at = place(name, random);
        for (const QString& row : rows) {
            const auto key = row.indexOf(result[at]);
            if (key < 0)
                continue;
            result[at] = row[key + 1 < row.size() ? key + 1 : key - 1];
            return result;
        }
    }
    return result;
}

QString disguised(const QString& name, QRandomGenerator& random)
{
    QString result = name;
    const QString plain = u"aeopcxyis"_s;
    const QString alike = u"\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0456\u0455"_s;
    for (int tries = 0; tries < 100; ++tries) {
        const int at = place(name, random);
        const auto letter = plain.indexOf(result[at]);
        if (letter < 0)
            continue;
        result[at] = alike[letter];
        return result;
    }
    return result;
}

/// The plain definition of a typing distance (optimal string alignment), for judging which name is the nearest.
int distance(const QString& a, const QString& b)
{
    std::vector<std::vector<int>> d(std::size_t(a.size()) + 1, std::vector<int>(std::size_t(b.size()) + 1));
    for (std::size_t i = 0; i <= std::size_t(a.size()); ++i) {
        for (std::size_t j = 0; j <= std::size_t(b.size()); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = int(i + j);
                continue;
            }
            const auto x = qsizetype(i);
            const auto y = qsizetype(j);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[x - 1] == b[y - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[x - 1] == b[y - 2] && a[x - 2] == b[y - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d.back().back();
}

} // namespace

/// Near names, their reasons, and how often the right one comes first.
class DidYouMeanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        const auto read = builtInCatalog();
        QVERIFY(read);
        m_builtIn = *read.value;
        m_large = tests::syntheticCatalog(20'000);
    }

    void examples_data();
    void examples();
    void farNames_data();
    void farNames();
    void typos_data();
    void typos();

private:
    CatalogPointer m_builtIn;
    CatalogPointer m_large;
};

void DidYouMeanTest::examples_data()
{
    using Reason = Suggestion::Reason;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("reason");

    const auto row = [](const char* name, const QString& typed, const QStringList& names, Reason reason) {
        QTest::newRow(name) << typed << names << int(reason);
    };
    row("parts in another order", u"user.basic.info"_s, {u"user.info.basic"_s}, Reason::PartOrder);
    row("underscores and another order", u"user_info_basic"_s, {u"user.info.basic"_s}, Reason::Separators);
    row("a hyphen", u"video-list"_s, {u"video.list"_s}, Reason::Separators);
    row("capitals for separators", u"userInfoBasic"_s, {u"user.info.basic"_s}, Reason::Separators);
    row("the plural", u"videos.list"_s, {u"video.list"_s}, Reason::Plural);
    row("a letter left out", u"video.lst"_s, {u"video.list"_s}, Reason::Typo);
    row("letters changed places", u"viedo.list"_s, {u"video.list"_s}, Reason::Transposition);
    row("a neighbouring key", u"video.kist"_s, {u"video.list"_s}, Reason::NeighbourKey);
    row("a Cyrillic letter", u"vid\u0435o.list"_s, {u"video.list"_s}, Reason::LookAlike);
    row("a part left out", u"user.info"_s, {u"user.info.basic"_s, u"user.info.profile"_s, u"user.info.stats"_s},
        Reason::MissingPart);
    row("a part too many", u"user.info.basic.read"_s, {u"user.info.basic"_s}, Reason::ExtraPart);
    row("letter case", u"Video.List"_s, {u"video.list"_s}, Reason::LetterCase);
}

void DidYouMeanTest::examples()
{
    QFETCH(QString, typed);
    const auto found = didYouMean(typed, *m_builtIn);
    QStringList names;
    for (const Suggestion& one : found)
        names += one.name;
    QTEST(names, "names");
    QTEST(int(found.front().reason), "reason");
    QVERIFY(!found.front().why().isEmpty());
}

void DidYouMeanTest::farNames_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& name : {u"openid"_s, u"photos.write"_s, u"messaging"_s, u"video.insights"_s, u"email"_s, u"x"_s, QString(),
             u"video.list"_s, u"comment.list.manage"_s, u"\u200B"_s})
        QTest::newRow(qPrintable(u"nothing is near '%1'"_s.arg(name))) << name;
}

void DidYouMeanTest::farNames()
{
    QFETCH(QString, name);
    QVERIFY(didYouMean(name, *m_builtIn).empty());
}

void DidYouMeanTest::typos_data()
{
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<int>("kind");
    const QStringList kinds{u"a wrong letter"_s, u"a letter left out"_s, u"a letter too many"_s, u"two letters changed places"_s,
        u"parts changed places"_s, u"other separators"_s, u"singular and plural"_s, u"a part left out"_s, u"a part too many"_s,
        u"a neighbouring key"_s, u"a look-alike letter"_s};
    for (int kind = 0; kind < kinds.size(); ++kind) {
        QTest::newRow(qPrintable(kinds[kind] + u", built-in catalog"_s)) << false << kind;
        QTest::newRow(qPrintable(kinds[kind] + u", 20,000 scopes"_s)) << true << kind;
    }
}

void DidYouMeanTest::typos()
{
    QFETCH(bool, isLarge);
    QFETCH(int, kind);
    static const std::vector<Damage> damages{substituted, shortened, lengthened, transposed, reordered, separated, pluralised,
        withoutPart, withPart, neighbour, disguised};
    const ScopeCatalog& catalog = isLarge ? *m_large : *m_builtIn;
    const NearNames near(catalog);
    QRandomGenerator random(tests::seed(7) + quint32(kind));
    int asked = 0;
    int right = 0;
    int ties = 0;
#ifdef NDEBUG
    const int typosOfAKind = 1000;
#else
    const int typosOfAKind = isLarge ? 50 : 1000; // without optimisation the large catalog takes its time
#endif
    for (int round = 0; round < typosOfAKind; ++round) {
        const ScopeId meant = random.bounded(catalog.scopeCount());
        const QString name = toQString(catalog.scope(meant).name);
        const QString typed = damages[std::size_t(kind)](name, random);
        if (catalog.find(typed) != noId)
            continue; // another documented name
        const auto found = near.suggestions(typed);
        // Where several are equally near, all are offered, and which is first means nothing.
        const bool isTied = found.size() > 1 && found[1].distance <= found[0].distance
            && std::any_of(found.begin(), found.end(), [&](const Suggestion& one) { return one.scope == meant; });
        const bool isNotNearest =
            !found.empty() && found[0].scope != meant && kind < 4 && distance(typed, found[0].name) <= distance(typed, name);
        if (isTied || isNotNearest) {
            ++ties;
            continue;
        }
        ++asked;
        right += !found.empty() && found[0].scope == meant ? 1 : 0;
    }
    qInfo("%d of %d come first (%d equally near)", right, asked, ties);
    // Falls short (74 % of the built-in catalog, next to none of a large one): a name without one of its parts often fits others
    // as well. Issue 4 stays open for it.
    QEXPECT_FAIL("a part left out, built-in catalog", "not yet 95 %", Continue);
    QEXPECT_FAIL("a part left out, 20,000 scopes", "not yet 95 %", Continue);
    QVERIFY(right * 100 >= asked * 95);
}

SCOPES_TEST(DidYouMeanTest)
#include "DidYouMeanTest.moc"
