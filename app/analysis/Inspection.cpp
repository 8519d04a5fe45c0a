#include "analysis/Inspection.h"

#include "analysis/NameSet.h"
#include "analysis/OneOfChars.h"
#include "analysis/PasteParts.h"

#include <algorithm>
#include <iterator>

namespace scopes {

namespace {

/// The text with its outer layers taken off: typographic quotes, HTML entities, escapes.
class Preparation
{
public:
    explicit Preparation(Inspection& result)
        : m_result(result)
    {
    }

    MappedText prepared(QStringView text)
    {
        MappedText mapped(plainQuotes(text), 0);
        bool changed = false;
        mapped = withoutTerminalCodes(mapped, changed);
        if (changed)
            addLayer(Layer::TerminalCodes);
        mapped = withoutEntities(mapped, changed);
        if (changed) {
            addLayer(Layer::HtmlEntities);
            noteEntities(text);
        }
        if (hasPair(text, u"\\", u"u/")) {
            mapped = withoutEscapes(mapped, changed);
            if (changed)
                addLayer(Layer::Escapes);
        }
        return encodedAsWhole(std::move(mapped));
    }

private:
    void addLayer(Layer layer) { m_result.layers.push_back(layer); }

    QString plainQuotes(QStringView text)
    {
        QString plain = text.toString();
        bool changed = false;
        for (QChar& unit : plain) {
            if (unit.unicode() < 0xAB)
                continue;
            const bool isDouble = isOneOfChars(unit, u"“”„‟«»＂");
            const bool isSingle = isOneOfChars(unit, u"‘’‚‛＇");
            if (!isDouble && !isSingle)
                continue;
            unit = isDouble ? u'"' : u'\'';
            changed = true;
        }
        if (changed)
            addLayer(Layer::SmartQuotes);
        return plain;
    }

    /// Entities are right in HTML, and a leftover in anything else.
    void noteEntities(QStringView text)
    {
        if (text.contains(u"</") || text.contains(u"<a ") || text.contains(u"/>"))
            return;
        m_result.hasEntityInUrl = true;
        constexpr std::size_t most = 1000;
        for (qsizetype at = text.indexOf(u'&'); at >= 0 && m_result.entities.size() < most; at = text.indexOf(u'&', at + 1)) {
            bool isEntity = false;
            const qsizetype end = text.mid(at, 10).indexOf(u';');
            if (end > 0)
                withoutEntities(MappedText(text.mid(at, end + 1), 0), isEntity);
            if (isEntity)
                m_result.entities.push_back({static_cast<int>(at), static_cast<int>(end) + 1});
        }
    }

    /// True if scope or scopes stands somewhere before the sign, whatever their case.
    static bool assignsScope(QStringView text, QStringView sign)
    {
        for (qsizetype at = text.indexOf(sign[0]); at >= 0; at = text.indexOf(sign[0], at + 1)) {
            const QStringView before = text.left(at);
            if (text.mid(at).startsWith(sign, Qt::CaseInsensitive)
                && (before.endsWith(u"scope", Qt::CaseInsensitive) || before.endsWith(u"scopes", Qt::CaseInsensitive)))
                return true;
        }
        return false;
    }

    /// A whole URL or query that was encoded as a value of another one.
    MappedText encodedAsWhole(MappedText mapped)
    {
        constexpr int mostEncodings = 2;
        for (int i = 0; i < mostEncodings; ++i) {
            const QStringView text = mapped.text();
            if ((!assignsScope(text, u"%3D") && !assignsScope(text, u"%253D")) || assignsScope(text, u"="))
                break;
            bool changed = false;
            mapped = percentDecodedOnce(mapped, changed);
            addLayer(i == 0 ? Layer::PercentEncoding : Layer::PercentEncodingTwice);
        }
        return mapped;
    }

    Inspection& m_result; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

/// A scope's name goes into messages and requests; a token that stands where a scope should must not.
void dropSecrets(Inspection& result)
{
    const auto isSecret = [&](const ScopeOccurrence& one) {
        const auto after = std::upper_bound(result.secrets.begin(), result.secrets.end(), one.range.start,
            [](int start, const Secret& secret) { return start < secret.range.start; });
        const bool isInside =
            after != result.secrets.begin() && std::prev(after)->range.start + std::prev(after)->range.length > one.range.start;
        return isInside || (after != result.secrets.end() && after->range.start < one.range.start + one.range.length);
    };
    result.occurrences.erase(
        std::remove_if(result.occurrences.begin(), result.occurrences.end(), isSecret), result.occurrences.end());
}

/// Puts occurrences into the order of the text and the lists' indexes with them.
void sortOccurrences(Inspection& result)
{
    const auto isBefore = [](const ScopeOccurrence& a, const ScopeOccurrence& b) { return a.range.start < b.range.start; };
    if (!std::is_sorted(result.occurrences.begin(), result.occurrences.end(), isBefore))
        std::stable_sort(result.occurrences.begin(), result.occurrences.end(), isBefore);
    for (ScopeList& list : result.lists)
        list.occurrences.clear();
    for (std::size_t i = 0; i < result.occurrences.size(); ++i)
        result.lists[static_cast<std::size_t>(result.occurrences[i].list)].occurrences.push_back(static_cast<int>(i));
}

void collectLayers(Inspection& result)
{
    for (const ScopeList& list : result.lists) {
        for (const Layer layer : list.layers) {
            if (std::find(result.layers.begin(), result.layers.end(), layer) == result.layers.end())
                result.layers.push_back(layer);
        }
    }
    std::sort(result.layers.begin(), result.layers.end());
    result.layers.erase(std::unique(result.layers.begin(), result.layers.end()), result.layers.end());
}

/// Calls the steps, and stops between two of them if the user cancels.
void runSteps(PasteText& paste, const ScopeCatalog& catalog, const InspectionOptions& options)
{
    const auto goOn = [&](int percent) {
        paste.result.isCancelled = paste.result.isCancelled || (options.goOn && !options.goOn(percent));
        return !paste.result.isCancelled;
    };
    if (!goOn(30))
        return;
    if (options.kind == PasteKind::ScopeList) {
        ValueRule rule;
        rule.kind = PasteKind::ScopeList;
        rule.takesAll = options.isRequest;
        addList(paste, paste.mapped, rule);
        paste.take(0, paste.count());
    }
    extractRequestFile(paste);
    extractFromContext(paste);
    extractDescriptions(paste);
    if (!goOn(50))
        return;
    extractPureList(paste);
    extractFromLayout(paste);
    if (!goOn(70))
        return;
    extractLoose(paste);
    findQueries(paste);
    findJoiners(paste);
    findSecrets(paste, catalog);
    goOn(90);
}

} // namespace

PasteText::PasteText(const MappedText& prepared, const ScopeShapes& scopeShapes, Inspection& inspection)
    : mapped(prepared)
    , text(prepared.text())
    , shapes(scopeShapes)
    , result(inspection)
    , tokens(lexPaste(prepared.text()))
    , lineEnds(tokens.size())
    , taken(tokens.size(), false)
{
    int end = count();
    for (int token = count() - 1; token >= 0; --token) {
        if (at(token).kind == PasteToken::Kind::Line)
            end = token;
        lineEnds[static_cast<std::size_t>(token)] = end;
    }
}

int PasteText::skipLines(int token) const
{
    while (token < count() && at(token).kind == PasteToken::Kind::Line)
        ++token;
    return token;
}

int PasteText::nextOpener(int token)
{
    if (token >= m_openerFrom && token <= m_opener)
        return m_opener;
    m_openerFrom = token;
    const auto opens = [this](int at) {
        return is(at, PasteToken::Kind::Open) || isMark(at, u'[') || isMark(at, u'(') || isMark(at, u'{');
    };
    for (m_opener = token; m_opener < count() && !opens(m_opener);)
        ++m_opener;
    return m_opener;
}

void PasteText::take(int from, int to)
{
    for (int token = from; token < std::min(to, count()); ++token)
        taken[static_cast<std::size_t>(token)] = true;
}

QStringList Inspection::scopes(qsizetype most) const
{
    QStringList names;
    NameSet known;
    for (const ScopeOccurrence& occurrence : occurrences) {
        if (names.size() == most)
            break;
        if (known.insert(occurrence.name))
            names += occurrence.name;
    }
    return names;
}

QString Inspection::masked() const
{
    return masked({0, static_cast<int>(text.size())});
}

QString Inspection::masked(TextRange range) const
{
    QString result = text.mid(range.start, range.length);
    for (const Secret& secret : secrets) {
        const int start = std::max(secret.range.start, range.start);
        const int end = std::min(secret.range.start + secret.range.length, range.start + static_cast<int>(result.size()));
        for (int at = start; at < end; ++at)
            result[at - range.start] = u'•';
    }
    return result;
}

Inspection inspect(QStringView text, const ScopeCatalog& catalog, const InspectionOptions& options)
{
    Inspection result;
    result.text = text.left(longestInspected).toString();
    const ScopeShapes shapes(catalog);
    const MappedText prepared = Preparation(result).prepared(result.text);
    PasteText paste(prepared, shapes, result);
    runSteps(paste, catalog, options);
    dropSecrets(result);
    sortOccurrences(result);
    collectLayers(result);
    recogniseKind(paste);
    if (options.kind)
        result.kind = *options.kind;
    return result;
}

} // namespace scopes
