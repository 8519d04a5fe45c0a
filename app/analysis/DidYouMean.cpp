#include "analysis/DidYouMean.h"

#include "analysis/Confusables.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;

/// The parts of a folded name.
QStringList partsOf(QStringView name)
{
    QStringList parts;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= name.size(); ++i) {
        if (i < name.size() && name[i].isLetterOrNumber())
            continue;
        if (i > start)
            parts += name.mid(start, i - start).toString();
        start = i + 1;
    }
    return parts;
}

/// userInfoBasic with separators, so that it has the same parts as user.info.basic.
QString withoutHumps(QStringView name)
{
    QString result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i].isUpper() && i > 0 && name[i - 1].isLower())
            result += u'.';
        result += name[i];
    }
    return result;
}

QString stem(const QString& part)
{
    if (part.size() > 4 && part.endsWith(u"ies"))
        return part.chopped(3) + u'y';
    return part.size() > 2 && part.endsWith(u's') && !part.endsWith(u"ss") ? part.chopped(1) : part;
}

QString sortedKey(QStringList parts)
{
    parts.sort();
    return parts.join(u'.');
}

QString stemKey(QStringList parts)
{
    for (QString& part : parts)
        part = stem(part);
    return sortedKey(std::move(parts));
}

quint64 lettersOf(QStringView name)
{
    quint64 letters = 0;
    for (const QChar unit : name)
        letters |= quint64(1) << (unit.unicode() & 63);
    return letters;
}

/// The row and place of a key on a keyboard of the kind QWERTY.
bool areNeighbours(QChar a, QChar b)
{
    static constexpr std::array<QStringView, 4> rows{u"1234567890-", u"qwertyuiop", u"asdfghjkl", u"zxcvbnm,."};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const qsizetype place = rows[row].indexOf(a);
        if (place < 0)
            continue;
        for (std::size_t other = row > 0 ? row - 1 : 0; other <= std::min(row + 1, rows.size() - 1); ++other) {
            const qsizetype otherPlace = rows[other].indexOf(b);
            if (otherPlace >= 0 && std::abs(otherPlace - place) <= 1)
                return true;
        }
    }
    return false;
}

/// How many typing errors a name of that length may have and still be near.
int mostErrors(qsizetype length)
{
    return length <= 4 ? 0 : length <= 7 ? 1 : length <= 12 ? 2 : 3;
}

/// Optimal string alignment within a band; more than @p most is most + 1.
int boundedDistance(QStringView a, QStringView b, int most)
{
    std::array<std::array<int, longestName + 1>, 3> rows{};
    const auto width = static_cast<int>(b.size());
    for (int j = 0; j <= width; ++j)
        rows[0][static_cast<std::size_t>(j)] = j;
    for (int i = 1; i <= static_cast<int>(a.size()); ++i) {
        auto& row = rows[static_cast<std::size_t>(i % 3)];
        const auto& last = rows[static_cast<std::size_t>((i + 2) % 3)];
        const auto& before = rows[static_cast<std::size_t>((i + 1) % 3)];
        const int from = std::max(1, i - most);
        const int to = std::min(width, i + most);
        row[static_cast<std::size_t>(from) - 1] = from == 1 ? i : most + 1;
        int least = row[static_cast<std::size_t>(from) - 1];
        for (int j = from; j <= to; ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool isSame = a[i - 1] == b[j - 1];
            int cost = last[at - 1] + (isSame ? 0 : 1);
            cost = std::min(cost, row[at - 1] + 1);
            if (j < i + most)
                cost = std::min(cost, last[at] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = std::min(cost, before[at - 2] + 1);
            row[at] = cost;
            least = std::min(least, cost);
        }
        if (to < width)
            row[static_cast<std::size_t>(to) + 1] = most + 1;
        if (least > most)
            return most + 1;
    }
    return std::min(most + 1, rows[static_cast<std::size_t>(a.size() % 3)][static_cast<std::size_t>(width)]);
}

struct TypoKind
{
    Suggestion::Reason reason = Suggestion::Reason::Typo;
    double bonus = 0; ///< among equally many errors, the likelier one comes first
};

/// What kind of typing error a single one is.
TypoKind kindOfTypo(QStringView typed, QStringView meant)
{
    if (typed.size() != meant.size())
        return {};
    qsizetype first = 0;
    while (first < typed.size() && typed[first] == meant[first])
        ++first;
    if (first + 1 < typed.size() && typed[first] == meant[first + 1] && typed[first + 1] == meant[first])
        return {Suggestion::Reason::Transposition, 0.05};
    if (first < typed.size() && areNeighbours(typed[first], meant[first]))
        return {Suggestion::Reason::NeighbourKey, 0.05};
    return {};
}

} // namespace

QString Suggestion::why() const
{
    const auto text = [](const char* words) { return QCoreApplication::translate("Suggestion", words); };
    switch (reason) {
    case Reason::LetterCase:
        return text("the same but for upper and lower case");
    case Reason::LookAlike:
        return text("the same but for characters that look alike or cannot be seen");
    case Reason::Separators:
        return text("the same parts with other separators");
    case Reason::PartOrder:
        return text("the same parts in another order");
    case Reason::Plural:
        return text("the same parts but for singular and plural");
    case Reason::MissingPart:
        return text("a part is missing");
    case Reason::ExtraPart:
        return text("there is a part too many");
    case Reason::NeighbourKey:
        return text("a key beside the right one was hit");
    case Reason::Transposition:
        return text("two letters changed places");
    case Reason::Typo:
        return text("a few letters differ");
    }
    return {};
}

NearNames::NearNames(const ScopeCatalog& catalog)
    : m_catalog(catalog)
{
    m_entries.reserve(catalog.scopes().size());
    for (const Scope& scope : catalog.scopes()) {
        const auto entry = static_cast<int>(m_entries.size());
        const QString folded = foldedName(toQString(scope.name));
        const QStringList parts = partsOf(folded);
        m_byFolded.insert(folded, entry);
        m_bySkeleton.insert(skeleton(folded), entry);
        m_byParts.insert(parts.join(u'.'), entry);
        m_bySortedParts.insert(sortedKey(parts), entry);
        m_byStems.insert(stemKey(parts), entry);
        for (qsizetype left = 0; parts.size() > 1 && left < parts.size(); ++left) {
            QStringList shorter = parts;
            shorter.removeAt(left);
            m_byShorter.insert(shorter.join(u'.'), entry);
        }
        m_entries.push_back({folded, lettersOf(folded)});
    }
}

void NearNames::offer(std::vector<Suggestion>& found, int entry, Suggestion::Reason reason, double distance) const
{
    const auto known = std::find_if(found.begin(), found.end(), [&](const Suggestion& one) { return one.scope == entry; });
    if (known == found.end())
        found.push_back({entry, toQString(m_catalog.scope(entry).name), reason, distance});
    else if (distance < known->distance)
        *known = {entry, known->name, reason, distance};
}

void NearNames::addExact(const QString& folded, std::vector<Suggestion>& found) const
{
    constexpr double lookAlikeDistance = 0.3;
    for (const int entry : m_bySkeleton.values(skeleton(folded)))
        offer(found, entry, Suggestion::Reason::LookAlike, lookAlikeDistance);
}

void NearNames::addParts(const QString& folded, std::vector<Suggestion>& found) const
{
    const QStringList parts = partsOf(folded);
    const auto offerAll = [&](const Places& places, const QString& key, Suggestion::Reason reason, double distance) {
        constexpr int most = 20;
        int count = 0;
        for (auto place = places.constFind(key); place != places.constEnd() && place.key() == key && count < most;
             ++place, ++count)
            offer(found, *place, reason, distance);
    };
    offerAll(m_byParts, parts.join(u'.'), Suggestion::Reason::Separators, 0.4);
    if (parts.size() > 1)
        offerAll(m_bySortedParts, sortedKey(parts), Suggestion::Reason::PartOrder, 0.6);
    offerAll(m_byStems, stemKey(parts), Suggestion::Reason::Plural, 0.9);
    // A single word that many names have, such as 'read', tells nothing.
    constexpr qsizetype few = 10;
    if (parts.size() > 1 || (parts.size() == 1 && m_byShorter.count(parts.front()) <= few))
        offerAll(m_byShorter, parts.join(u'.'), Suggestion::Reason::MissingPart, 1.4);
    for (qsizetype extra = 0; parts.size() > 2 && extra < parts.size(); ++extra) {
        QStringList shorter = parts;
        shorter.removeAt(extra);
        offerAll(m_byParts, shorter.join(u'.'), Suggestion::Reason::ExtraPart, 1.4);
    }
}

void NearNames::addTypos(const QString& folded, std::vector<Suggestion>& found) const
{
    int most = mostErrors(folded.size());
    const quint64 letters = lettersOf(folded);
    for (std::size_t i = 0; i < m_entries.size() && most > 0; ++i) {
        const Entry& entry = m_entries[i];
        if (std::abs(entry.folded.size() - folded.size()) > most || entry.folded.size() > longestName)
            continue;
        // Each error adds and takes away at most one kind of letter.
        if (qPopulationCount(entry.letters & ~letters) > static_cast<uint>(most)
            || qPopulationCount(letters & ~entry.letters) > static_cast<uint>(most))
            continue;
        const int errors = boundedDistance(folded, entry.folded, most);
        if (errors == 0 || errors > most)
            continue;
        const TypoKind kind = errors == 1 ? kindOfTypo(folded, entry.folded) : TypoKind();
        offer(found, static_cast<int>(i), kind.reason, errors - kind.bonus);
        most = errors; // what is farther is of no interest any more
    }
}

std::vector<Suggestion> NearNames::suggestions(QStringView name) const
{
    if (name.isEmpty() || name.size() > longestName || m_catalog.find(name.toString()) != noId)
        return {};
    std::vector<Suggestion> found;
    const QString plain = withoutDisguise(name);
    const QString folded = plain.toLower();
    const bool isDisguised = plain != name;
    for (const int entry : m_byFolded.values(folded))
        offer(found, entry, isDisguised ? Suggestion::Reason::LookAlike : Suggestion::Reason::LetterCase, 0.1);
    addExact(folded, found);
    addParts(folded, found);
    if (const QString split = withoutHumps(plain).toLower(); split != folded)
        addParts(split, found);
    const bool isCertain = std::any_of(found.begin(), found.end(), [](const Suggestion& one) { return one.distance < 0.5; });
    if (!isCertain)
        addTypos(folded, found);
    std::sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.scope < b.scope;
    });
    constexpr double asNear = 0.3; // kinds of error that are about as likely as each other
    constexpr std::size_t most = 10;
    while (!found.empty() && (found.size() > most || found.back().distance > found.front().distance + asNear))
        found.pop_back();
    return found;
}

std::vector<Suggestion> didYouMean(QStringView name, const ScopeCatalog& catalog)
{
    return NearNames(catalog).suggestions(name);
}

} // namespace scopes
