#include "analysis/OneOfChars.h"
#include "analysis/PlacesInText.h"
#include "analysis/SpokenScopes.h"

#include <algorithm>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

bool hasParts(QStringView word)
{
    return hasOneOfChars(word, u".:_-");
}

/// True if the word is a call or a member of something: video.list(, [user.info.basic].
bool isProgramText(const PasteText& paste, int token)
{
    return paste.isMark(token + 1, u'(') && paste.areAdjacent(token, token + 1);
}

/// A list of strings or words in brackets of which one is certainly a scope: then all are.
bool takeSiblings(PasteText& paste, int open)
{
    int first = open;
    while (paste.isMark(first - 1, u',') && paste.is(first - 2, Kind::Close) && !paste.isTaken(paste.at(first - 2).pair))
        first = paste.at(first - 2).pair;
    std::vector<MappedText> items;
    int next = first;
    int last = first;
    while (paste.is(next, Kind::Open)) {
        MappedText content = contentOf(paste, next);
        if (isPureList(paste, content.text(), Shape::Structured))
            items.push_back(std::move(content));
        last = paste.at(next).pair + 1;
        next = paste.isMark(last, u',') ? paste.skipLines(last + 1) : paste.count();
    }
    ValueRule rule;
    rule.kind = PasteKind::CodeLiteral;
    rule.layers = {Layer::Quotes};
    rule.least = Shape::Structured;
    if (items.empty() || !addItems(paste, items, rule))
        return false;
    paste.take(first, last);
    return true;
}

/// Strings that hold nothing but scopes.
void takeStrings(PasteText& paste)
{
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Open) || paste.isTaken(token) || paste.isTaken(token + 1))
            continue;
        const MappedText content = contentOf(paste, token);
        const bool isKey = paste.isMark(paste.at(token).pair + 1, u':');
        if (content.size() == 0 || content.text().contains(u'=') || !isPureList(paste, content.text(), Shape::Strong))
            continue;
        const bool isCode = paste.at(token).unit == u'`';
        if (isCode || isKey) {
            ValueRule rule;
            rule.kind = isCode ? PasteKind::ErrorText : PasteKind::Json;
            rule.form = ScopeList::Form::Mention;
            if (addItems(paste, {content}, rule))
                paste.take(token, paste.at(token).pair + 1);
        } else {
            takeSiblings(paste, token);
        }
    }
}

/// True if a bracket or another name with its value stands in what follows a colon: 'required: missing_scope (needed: a)'.
bool holdsMore(const PasteText& paste, int first, int end)
{
    for (int token = first; token < end; ++token) {
        if (paste.isMark(token, u'(') || paste.isMark(token, u'{') || paste.isMark(token, u'}')
            || (paste.isMark(token, u':') && !paste.areAdjacent(token, token + 1)))
            return true;
    }
    return false;
}

/// What a sentence about scopes ends with behind a colon: 'Which scopes? Right now: identify, guilds.join'.
void takeEndings(PasteText& paste)
{
    for (int colon = 1; colon + 1 < paste.count(); ++colon) {
        if (!paste.isMark(colon, u':') || !paste.is(colon + 1, Kind::Word) || paste.areAdjacent(colon, colon + 1)
            || !paste.areAdjacent(colon - 1, colon))
            continue;
        const int end = endOfSentence(paste, colon);
        if (end == colon + 1 || paste.isTaken(colon + 1) || !speaksBefore(paste, colon) || holdsMore(paste, colon + 1, end))
            continue;
        const int start = paste.at(colon + 1).start;
        const QStringView text = paste.text.mid(start, paste.at(end - 1).end() - start);
        const bool isOneWord = end == colon + 2;
        if (!isPureList(paste, text, Shape::Structured) || (isOneWord && !namesDoing(text)))
            continue;
        ValueRule rule;
        rule.form = ScopeList::Form::Mention;
        rule.kind = PasteKind::ErrorText;
        if (addItems(paste, {paste.mapped.mid(start, static_cast<int>(text.size()))}, rule))
            paste.take(colon + 1, end);
        colon = end - 1;
    }
}

/// Words of text that the catalog knows, that are URLs which name scopes, or that the text speaks of as scopes.
void takeWords(PasteText& paste)
{
    std::vector<MappedText> words;
    SpokenScopes spoken(paste);
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Word) || paste.isTaken(token) || isProgramText(paste, token))
            continue;
        const bool isParameter = paste.isMark(token - 1, u'&') && paste.areAdjacent(token - 1, token);
        const bool isAddress = paste.isMark(token + 1, u'?') && paste.is(token + 2, Kind::Word);
        if (isParameter || isAddress || paste.isMark(token + 1, u'='))
            continue;
        const Place place = bareWord(paste, paste.at(token));
        const QStringView word = textAt(paste, place);
        const Shape shape = paste.shapes.of(word);
        const bool isUrl = shape == Shape::Strong && word.contains(u"://");
        const bool isListed = (paste.isMark(token - 1, u'[') || paste.isMark(token - 1, u','))
            && (paste.isMark(token + 1, u']') || paste.isMark(token + 1, u','));
        const bool isOpenId = isListed && (word == u"openid" || word == u"offline_access");
        const bool isScope = isUrl || isOpenId || (shape >= Shape::Structured && spoken.has(token, word));
        if (!isScope && (shape != Shape::Known || !hasParts(word)))
            continue;
        words.push_back(mappedAt(paste, place));
        paste.take(token, token + 1);
    }
    ValueRule rule;
    rule.form = ScopeList::Form::Mention;
    rule.kind = PasteKind::ErrorText;
    if (!words.empty())
        addItems(paste, words, rule);
}

/// The whole text without what stands around a list: brackets, a semicolon or comma, quotes.
MappedText withoutFrame(const PasteText& paste)
{
    int start = 0;
    int end = static_cast<int>(paste.text.size());
    const auto isFrame = [&](int at) { return paste.text[at].isSpace() || isOneOfChars(paste.text[at], u"\"'`[](){}"); };
    while (start < end && isFrame(start))
        ++start;
    while (end > start && (isFrame(end - 1) || paste.text[end - 1] == u';'))
        --end;
    return paste.mapped.mid(start, end - start);
}

/// False for what has the marks of something else: names and values, quotes inside, bullets, rows of a table.
bool mayBePureList(QStringView text)
{
    const bool isRow = text.contains(u'|') && (text.contains(u'\n') || text.startsWith(u'|') || text.endsWith(u'|'));
    return !isRow && !hasPair(text, u":", u" \n") && !text.startsWith(u"- ") && !text.startsWith(u"* ")
        && !hasOneOfChars(text, u"=\"'`<\t(");
}

} // namespace

void extractPureList(PasteText& paste)
{
    if (!paste.result.occurrences.empty() || paste.count() == 0)
        return;
    const MappedText whole = withoutFrame(paste);
    bool changed = false;
    MappedText decoded = percentDecodedOnce(whole, changed);
    if (changed)
        decoded = percentDecodedOnce(decoded, changed);
    const QStringView text = decoded.text();
    ValueWords words;
    if (!mayBePureList(text) || (!isPureList(paste, text, Shape::Structured, &words) && !isTightList(paste, text)))
        return;
    // One word that only has parts may be anything: a host, a module, a version.
    const bool isOneWord =
        std::none_of(text.begin(), text.end(), [](QChar unit) { return unit.isSpace() || isOneOfChars(unit, u",+;|，；、"); });
    if (isOneWord && paste.shapes.of(text) < Shape::Strong && !isPermission(text))
        return;
    ValueRule rule;
    rule.kind = PasteKind::ScopeList;
    if (decoded.text().contains(u'\n') && !decoded.text().contains(u','))
        rule.form = ScopeList::Form::Items;
    if (addList(paste, whole, rule, &words))
        paste.take(0, paste.count());
}

void extractLoose(PasteText& paste)
{
    takeStrings(paste);
    takeEndings(paste);
    takeWords(paste);
}

} // namespace scopes
