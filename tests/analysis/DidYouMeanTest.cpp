#include "analysis/DidYouMean.h"

#include "catalog/BuiltInCatalog.h"
#include "catalog/CatalogReader.h"
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

QString stemmed(const QString& part)
{
    return part.endsWith(u's') ? part.chopped(1) : part;
}

/// A name cut into its parts, and the same in the singular and sorted.
struct Parts
{
    explicit Parts(const QString& whole)
        : name(whole)
        , parts(whole.split(u'.'))
        , stems(parts)
    {
        for (QString& part : stems)
            part = stemmed(part);
        stems.sort();
    }

    QString name;
    QStringList parts;
    QStringList stems;
};

bool isShorterByOne(const QStringList& shorter, const QStringList& longer)
{
    if (shorter.size() + 1 != longer.size())
        return false;
    qsizetype at = 0;
    while (at < shorter.size() && shorter[at] == longer[at])
        ++at;
    return std::equal(shorter.begin() + at, shorter.end(), longer.begin() + at + 1);
}

/// True if one slip leads from one to the other: a letter, the order or the number of parts, a plural. What is one slip away
/// is as near as anything else that is.
bool isOneSlip(const Parts& typed, const Parts& other)
{
    return isShorterByOne(typed.parts, other.parts) || isShorterByOne(other.parts, typed.parts) || typed.stems == other.stems
        || (std::abs(typed.name.size() - other.name.size()) <= 1 && distance(typed.name, other.name) <= 1);
}

/// Names of four made-up words each, of which most are still recognised by three.
CatalogPointer wordCatalog(int scopes)
{
    QRandomGenerator random(11);
    const auto word = [&] {
        const QByteArray consonants = "bcdfglmnprstv";
        const QByteArray vowels = "aeiou";
        QByteArray made;
        for (int syllable = 0; syllable < 3; ++syllable) {
            made += consonants[random.bounded(int(consonants.size()))];
            made += vowels[random.bounded(int(vowels.size()))];
        }
        return made;
    };
    QByteArrayList entries;
    for (int i = 0; i < scopes; ++i)
        entries += R"({"name": ")" + word() + '.' + word() + '.' + word() + '.' + word()
            + R"(", "topic": "t", "definition": "", "userDisplay": null, "status": "documented", "product": null, "approval": null,
                  "obtainedBy": null, "region": null, "targetApis": [], "source": "s"})";
    auto read = readCatalog(R"({"format": "scope-explorer-catalog", "version": 1, "id": "words", "name": "Words",
        "retrieved": "2026-01-01", "sources": [{"id": "s", "title": "t", "retrieved": "2026-01-01", "kind": "provider"}],
        "topics": [{"id": "t", "name": "T"}], "endpoints": [], "provider": {"name": "Words"}, "scopes": [)"
        + entries.join(',') + "]}");
    if (!read)
        qWarning("%s", qPrintable(toString(read.problems, u"words"_s, 3)));
    return read ? *read.value : nullptr;
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
        m_words = wordCatalog(20'000);
        QVERIFY(m_words);
    }

    void examples_data();
    void examples();
    void farNames_data();
    void farNames();
    void typos_data();
    void typos();

private:
    CatalogPointer m_builtIn;
    CatalogPointer m_large; ///< every combination of few words: leaving one out fits many names
    CatalogPointer m_words;
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
    constexpr int leftOut = 7;
    const ScopeCatalog& catalog = !isLarge ? *m_builtIn : kind == leftOut ? *m_words : *m_large;
    const NearNames near(catalog);
    QRandomGenerator random(tests::seed(7) + quint32(kind));
    std::vector<Parts> all;
    for (ScopeId scope = 0; scope < catalog.scopeCount() && kind == leftOut; ++scope)
        all.emplace_back(toQString(catalog.scope(scope).name));
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
        const bool isLeftOut = kind == leftOut;
        const Parts parts(typed);
        const bool hasEqual = isLeftOut && std::any_of(all.begin(), all.end(), [&](const Parts& other) {
            return other.name != name && isOneSlip(parts, other);
        });
        if ((isTied && !isLeftOut) || isNotNearest || hasEqual) {
            ++ties;
            continue;
        }
        ++asked;
        right += !found.empty() && found[0].scope == meant ? 1 : 0;
    }
    qInfo("%d of %d come first (%d equally near)", right, asked, ties);
    QVERIFY(asked >= typosOfAKind / 4);
    QVERIFY(right * 100 >= asked * 95);
}

SCOPES_TEST(DidYouMeanTest)
#include "DidYouMeanTest.moc"
