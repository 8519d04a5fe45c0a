#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

#include <algorithm>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// The text with a space for each plus, as application/x-www-form-urlencoded has it: RFC 6749, appendix B.
MappedText withSpaces(const MappedText& text)
{
    MappedText spaced;
    for (int at = 0; at < text.size(); ++at) {
        const QChar unit = text.text()[at];
        spaced.append(unit == u'+' ? QChar(u' ') : unit, text.sourceStart(at), text.sourceEnd(at));
    }
    return spaced;
}

/// The sentence that was encoded; some providers encode twice, and put entities into it.
MappedText sentenceOf(const MappedText& value)
{
    constexpr int mostEncodings = 2;
    bool changed = true;
    MappedText sentence = withSpaces(value);
    for (int i = 0; i < mostEncodings && changed; ++i)
        sentence = percentDecodedOnce(sentence, changed);
    return withoutEntities(sentence, changed);
}

/// What the sentence ends with behind a colon: 'One or more scopes are not configured: photos albums'.
void readEnd(PasteText& sentence)
{
    const qsizetype colon = sentence.text.lastIndexOf(u": ");
    if (colon < 0 || !sentence.text.left(colon).contains(u"scope", Qt::CaseInsensitive))
        return;
    const auto start = static_cast<int>(colon) + 2;
    const QStringView end = sentence.text.mid(start);
    const auto words = end.split(u' ', Qt::SkipEmptyParts);
    constexpr qsizetype most = 20;
    if (words.size() > most || std::any_of(words.begin(), words.end(), isSentenceWord))
        return;
    ValueRule rule;
    rule.form = ScopeList::Form::Mention;
    rule.kind = PasteKind::ErrorText;
    addItems(sentence, {sentence.mapped.mid(start, static_cast<int>(end.size()))}, rule);
}

/// True for error_description= of a query or of a fragment. RFC 6749, section 4.1.2.1.
bool isDescription(const PasteText& paste, int token)
{
    const QStringView word = paste.textOf(token);
    return paste.isMark(token + 1, u'=') && paste.is(token, Kind::Word) && word.endsWith(u"error_description")
        && paste.areAdjacent(token, token + 1) && paste.areAdjacent(token + 1, token + 2);
}

} // namespace

void extractDescriptions(PasteText& paste)
{
    for (int token = 0; token + 2 < paste.count(); ++token) {
        if (!isDescription(paste, token) || paste.isTaken(token + 2))
            continue;
        int end = token + 2;
        while (end < paste.count() && paste.areAdjacent(end - 1, end) && !paste.isMark(end, u'&') && !paste.is(end, Kind::Close)
            && !paste.is(end, Kind::Open) && !paste.is(end, Kind::Line))
            ++end;
        if (end == token + 2)
            continue;
        const int start = paste.at(token + 2).start;
        const MappedText value = sentenceOf(paste.mapped.mid(start, paste.at(end - 1).end() - start));
        PasteText sentence(value, paste.shapes, paste.result);
        const std::size_t before = paste.result.occurrences.size();
        extractFromContext(sentence);
        extractLoose(sentence);
        if (paste.result.occurrences.size() == before)
            readEnd(sentence);
        paste.take(token, end);
        token = end - 1;
    }
}

} // namespace scopes
