#include "analysis/Confusables.h"
#include "analysis/OneOfChars.h"
#include "analysis/PlainWords.h"
#include "analysis/ScopeExtractor.h"

#include <algorithm>

namespace scopes {

namespace {

using Piece = ValueWords::Word;

bool isSeparator(QChar unit)
{
    switch (unit.unicode()) {
    case u',':
    case u';':
    case u'|':
    case u'+':
    case u'&':
    case u'，':
    case u'；':
    case u'、':
        return true;
    default:
        return unit.isSpace();
    }
}

/// Where the default of ${NAME:-default}, or of Spring's ${name:default}, begins if the brace at @p open is one of a shell; 0 if
/// it is none.
qsizetype defaultStart(QStringView text, qsizetype open)
{
    qsizetype at = open + 1;
    while (at < text.size() && (text[at].isLetterOrNumber() || isOneOfChars(text[at], u"_.-")))
        ++at;
    if (at == open + 1 || at + 1 >= text.size() || text[at] != u':')
        return 0;
    if (text[at + 1] == u'-' || text[at + 1] == u'=')
        return at + 2;
    constexpr qsizetype longest = 200;
    const QStringView rest = text.mid(at + 1, longest);
    const qsizetype close = rest.indexOf(u'}');
    const QStringView value = close < 0 ? rest : rest.left(close);
    return (value[0].isLetter() || value[0] == u'$') && hasOneOfChars(value, u".:,_-") ? at + 1 : 0;
}

/// Where the interpolation that begins at @p at ends, or @p at if none begins there: ${...}, #{...}, {...}.
qsizetype interpolationEnd(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 2000;
    const qsizetype open = (text[at] == u'$' || text[at] == u'#') && at + 1 < text.size() ? at + 1 : at;
    if (text[open] != u'{')
        return at;
    if (const qsizetype value = open > at ? defaultStart(text, open) : 0; value > 0)
        return value;
    int depth = 0;
    for (qsizetype i = open; i < qMin(text.size(), open + longest); ++i) {
        if (text[i] == u'{')
            ++depth;
        else if (text[i] == u'}' && --depth == 0)
            return i + 1;
    }
    return at;
}

/// The words of a value; interpolations, escapes of white space and surrounding marks are no part of them.
std::vector<Piece> piecesOf(QStringView text)
{
    std::vector<Piece> pieces;
    const auto strip = [&](qsizetype start, qsizetype end) {
        while (start < end && isOneOfChars(text[start], u"[](){}<>'\"`*"))
            ++start;
        while (end > start && isOneOfChars(text[end - 1], u"[](){}<>'\"`*!?.:")
            && !(text[end - 1] == u']' && text.mid(start, end - start).contains(u'['))) // identity[email]
            --end;
        if (end > start)
            pieces.push_back({static_cast<int>(start), static_cast<int>(end - start), Shape::None});
    };
    qsizetype start = 0;
    qsizetype at = 0;
    bool maySearch = true; // an opening brace without its partner has none further on either
    while (at < text.size()) {
        if (text[at].unicode() < 128 && !isOneOfChars(text[at], u",;|+& \t\n\v\f\r\\$#{")) { // nearly all of a text
            ++at;
            continue;
        }
        const bool isEscape = text[at] == u'\\' && at + 1 < text.size() && isOneOfChars(text[at + 1], u"nrt\\ ");
        const bool mayOpen = maySearch && (text[at] == u'$' || text[at] == u'#' || text[at] == u'{');
        const qsizetype end = mayOpen ? interpolationEnd(text, at) : at;
        maySearch = maySearch && (!mayOpen || end > at || text[at] != u'{');
        if (end > at || isEscape || isSeparator(text[at]) || text[at] == u'\\') {
            strip(start, at);
            at = end > at ? end : at + (isEscape ? 2 : 1);
            start = at;
        } else {
            ++at;
        }
    }
    strip(start, at);
    return pieces;
}

/// All that stands between separators.
std::vector<Piece> runsOf(QStringView text)
{
    std::vector<Piece> runs;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !isSeparator(text[at]))
            continue;
        if (at > start)
            runs.push_back({static_cast<int>(start), static_cast<int>(at - start), Shape::None});
        start = at + 1;
    }
    return runs;
}

/// True if the words are those of a sentence: then only what is certain is taken.
bool isProse(QStringView text, const std::vector<Piece>& pieces)
{
    return pieces.size() > 1 && std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return piece.length <= 8 && isSentenceWord(text.mid(piece.start, piece.length));
    });
}

/// True for what stands in no list of scopes: a word with a capital, a variable of the environment, a command.
bool startsNoScope(QStringView word, Shape shape)
{
    const bool isCapital = word[0].isUpper();
    const bool isVariable = isCapital && word.contains(u'_') && word == word.toString().toUpper();
    return (shape == Shape::Bare && isCapital) || isVariable || isProgramWord(word);
}

void addLayer(std::vector<Layer>& layers, Layer layer)
{
    if (std::find(layers.begin(), layers.end(), layer) == layers.end())
        layers.push_back(layer);
}

/// Takes off percent-encoding as often as there is any; three times is as far as mistakes go.
void decode(MappedText& value, ScopeList& list)
{
    constexpr int mostEncodings = 3;
    for (; list.encodings < mostEncodings; ++list.encodings) {
        bool changed = false;
        value = percentDecodedOnce(value, changed);
        if (!changed)
            break;
    }
    if (list.encodings > 0)
        addLayer(list.layers, list.encodings > 1 ? Layer::PercentEncodingTwice : Layer::PercentEncoding);
}

void addOccurrence(PasteText& paste, ScopeList& list, const MappedText& value, const Piece& piece, int position)
{
    const TextRange range = value.sourceRange(piece.start, piece.length);
    list.occurrences.push_back(static_cast<int>(paste.result.occurrences.size()));
    paste.result.occurrences.push_back({paste.shapes.stringOf(value.text().mid(piece.start, piece.length)), range,
        static_cast<int>(paste.result.lists.size()), position});
}

/// The names between the slashes of user.info.basic/video.list, where each of them is one that the catalog has.
std::vector<Piece> namesBetweenSlashes(const PasteText& paste, QStringView text, const Piece& piece)
{
    std::vector<Piece> names;
    const QStringView word = text.mid(piece.start, piece.length);
    if (!hasOneOfChars(word, u"/") || paste.shapes.of(word) == Shape::Known)
        return names;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        if (at < word.size() && word[at] != u'/')
            continue;
        const QStringView name = word.mid(start, at - start);
        if (paste.shapes.of(name) != Shape::Known || !hasOneOfChars(name, u".:_-"))
            return {};
        names.push_back({static_cast<int>(piece.start + start), static_cast<int>(name.size()), Shape::Known});
        start = at + 1;
    }
    return names;
}

/// Adds the scopes of a value to the list.
void addOccurrences(
    PasteText& paste, ScopeList& list, const MappedText& value, const ValueRule& rule, const ValueWords* known = nullptr)
{
    const QStringView text = value.text();
    if (known != nullptr && !rule.takesAll && known->text == text) {
        for (const Piece& piece : known->words) {
            const Shape shape =
                piece.shape != Shape::None ? piece.shape : paste.shapes.inContext(text.mid(piece.start, piece.length));
            if (shape != Shape::None && shape >= rule.least)
                addOccurrence(paste, list, value, piece, piece.start);
        }
        return;
    }
    const auto pieces = rule.takesAll ? runsOf(text) : piecesOf(text);
    // What holds several is told from prose.
    const Shape least = !rule.takesAll && isProse(text, pieces) ? std::max(rule.least, Shape::Strong) : rule.least;
    for (const Piece& piece : pieces) {
        if (const auto names = rule.takesAll ? std::vector<Piece>() : namesBetweenSlashes(paste, text, piece); !names.empty()) {
            for (const Piece& name : names)
                addOccurrence(paste, list, value, name, name.start);
            continue;
        }
        const Shape shape = rule.takesAll ? Shape::Known : paste.shapes.inContext(text.mid(piece.start, piece.length));
        if (shape != Shape::None && shape >= least)
            addOccurrence(paste, list, value, piece, piece.start);
    }
}

} // namespace

bool addList(PasteText& paste, MappedText value, const ValueRule& rule, const ValueWords* known)
{
    ScopeList list;
    list.form = rule.form;
    list.kind = rule.kind;
    list.isQuery = rule.isQuery;
    list.layers = rule.layers;
    decode(value, list);
    const QStringView text = value.text();
    addOccurrences(paste, list, value, rule, known);
    if (list.occurrences.empty())
        return false;
    if (text.contains(u'+') && list.occurrences.size() > 1)
        addLayer(list.layers, Layer::PlusForSpace);
    if (std::any_of(text.begin(), text.end(), [](QChar unit) { return unit == u'\n' || unit == u'\r'; }))
        addLayer(list.layers, Layer::LineBreaks);
    if (hasPair(text, u"$#", u"{"))
        addLayer(list.layers, Layer::TemplateLiteral);
    list.range = value.sourceRange(0, value.size());
    list.text = std::move(value);
    paste.result.lists.push_back(std::move(list));
    return true;
}

bool addItems(PasteText& paste, const std::vector<MappedText>& items, const ValueRule& rule)
{
    const bool isMention = rule.form == ScopeList::Form::Mention;
    if (items.size() == 1 && !isMention) {
        ValueRule joined = rule;
        joined.form = ScopeList::Form::Joined;
        return addList(paste, items.front(), joined);
    }
    ScopeList list;
    list.form = isMention ? rule.form : ScopeList::Form::Items;
    list.kind = rule.kind;
    list.layers = rule.layers;
    for (const MappedText& item : items) {
        MappedText value = item;
        decode(value, list);
        addOccurrences(paste, list, value, rule);
    }
    if (list.occurrences.empty())
        return false;
    const TextRange first = paste.result.occurrences[static_cast<std::size_t>(list.occurrences.front())].range;
    const TextRange last = paste.result.occurrences[static_cast<std::size_t>(list.occurrences.back())].range;
    list.range = {first.start, last.start + last.length - first.start};
    if (items.size() == 1) {
        list.text = items.front();
        list.range = list.text.sourceRange(0, list.text.size());
        if (list.encodings > 0)
            list.form = ScopeList::Form::Items;
    }
    paste.result.lists.push_back(std::move(list));
    return true;
}

MappedText contentOf(const PasteText& paste, int open)
{
    const PasteToken& token = paste.at(open);
    return paste.mapped.mid(token.end(), paste.at(token.pair).start - token.end());
}

bool isPureList(const PasteText& paste, QStringView content, Shape needed, ValueWords* words)
{
    auto pieces = piecesOf(content);
    if (pieces.empty() || isProse(content, pieces))
        return false;
    // Beside known names with commas between, a word is one of them that may be a host or a setting elsewhere: user.email.
    const bool hasCommas = pieces.size() > 1 && content.count(u',') + 1 >= static_cast<qsizetype>(pieces.size());
    int siblings = 0;
    int known = 0;
    int structured = 0;
    bool hasNeeded = false;
    bool hasAddress = false;
    bool isSure = false;
    for (Piece& piece : pieces) {
        const QStringView word = content.mid(piece.start, piece.length);
        const Shape shape = paste.shapes.of(word);
        piece.shape = shape;
        // Beside other scopes an address may be one too, as Google's https://mail.google.com/ is, and a name that begins as the
        // packages of programs do, as Intuit's com.intuit.quickbooks.accounting.
        const bool isAddress = shape == Shape::None
            && (word.contains(u"://") || (word.startsWith(u"com.") && word.count(u'.') > 2))
            && paste.shapes.inContext(word) != Shape::None;
        const bool isDoubtful = shape == Shape::None && !isAddress && hasCommas && paste.shapes.inContext(word) != Shape::None;
        siblings += isDoubtful ? 1 : 0;
        known += shape == Shape::Known ? 1 : 0;
        if ((shape == Shape::None && !isAddress && !isDoubtful) || (pieces.size() > 1 && startsNoScope(word, shape)))
            return false;
        hasAddress = hasAddress || isAddress;
        isSure = isSure || shape >= Shape::Strong || (shape == Shape::Structured && isOpenIdScope(word));
        structured += shape >= Shape::Structured ? 1 : 0;
        hasNeeded = hasNeeded || (word == u"openid" && pieces.size() > 1)
            || (shape >= needed && (shape != Shape::Known || pieces.size() > 1 || hasOneOfChars(word, u".:_")));
    }
    if (siblings > 0 && siblings >= known)
        return false;
    const bool isList = hasNeeded && (isSure || !hasAddress) && structured * (isSure ? 3 : 2) >= static_cast<int>(pieces.size());
    if (isList && words != nullptr)
        *words = {content, std::move(pieces)};
    return isList;
}

bool isTightList(const PasteText& paste, QStringView content)
{
    const auto words = content.split(content.contains(u',') ? u',' : u'+');
    const auto isName = [&](QStringView word) {
        return paste.shapes.of(word) != Shape::None && std::all_of(word.begin(), word.end(), [](QChar unit) {
            return unit.isLower() || unit.isDigit() || isOneOfChars(unit, u"_.:-");
        });
    };
    return words.size() > 1 && std::all_of(words.begin(), words.end(), isName)
        && std::any_of(words.begin(), words.end(), [&](QStringView word) {
               return isAccess(word) || (paste.shapes.of(word) >= Shape::Structured && namesAccess(word));
           });
}

} // namespace scopes
