#include "analysis/Announcement.h"

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// Reads what stands behind scope=, scopes:, "scope", and the like.
void readValue(PasteText& paste, const Announcement& key, int keyToken)
{
    const int value = key.value;
    if (value >= paste.count())
        return;
    const PasteToken& first = paste.at(value);
    const bool isAtOnce = key.isTight && first.start == paste.at(value - 1).end();
    if (key.isTight && (isAtOnce || first.kind == Kind::Close)
        && (first.kind == Kind::Word || first.kind == Kind::Close || first.isMark(u'{'))
        && !(first.kind == Kind::Word && paste.isMark(value + 1, u'(') && !paste.textOf(value).contains(u'%') && !key.isQuery))
        return readQueryValue(paste, key, keyToken);
    if (readLines(paste, key, keyToken) || readExpression(paste, key))
        return;
    readUnquoted(paste, key, keyToken);
}

/// 'the `repo` scope' and 'scope video.list': words beside the word scope, without a mark between.
void readNeighbours(PasteText& paste, int token)
{
    const QStringView word = paste.textOf(token);
    const QString lower = word.left(8).toString().toLower();
    if (word.size() > 8 || (!lower.startsWith(u"scope") && !lower.startsWith(u"permissi")))
        return;
    ValueRule rule;
    rule.form = ScopeList::Form::Mention;
    rule.kind = PasteKind::ErrorText;
    const auto readString = [&](int open, Shape least) {
        const MappedText content = contentOf(paste, open);
        rule.least = least;
        if (content.text().contains(u' ') || paste.isTaken(open + 1) || paste.shapes.of(content.text()) < least)
            return;
        if (addItems(paste, {content}, rule))
            paste.take(open, paste.at(open).pair + 1);
    };
    if (paste.is(token - 1, Kind::Close) && paste.at(token - 1).start < paste.at(token).start)
        readString(paste.at(token - 1).pair, paste.at(token - 1).unit == u'`' ? Shape::Bare : Shape::Structured);
    if (paste.is(token + 1, Kind::Open))
        readString(token + 1, Shape::Structured);
    if (paste.is(token + 1, Kind::Word) && paste.shapes.of(paste.textOf(token + 1)) >= Shape::Structured
        && !isProgramName(paste.textOf(token + 1)) && !paste.isMark(token + 2, u'(')) {
        rule.least = Shape::Structured;
        const PasteToken& next = paste.at(token + 1);
        if (addItems(paste, {paste.mapped.mid(next.start, next.length)}, rule))
            paste.take(token + 1, token + 2);
    }
}

} // namespace

void extractFromContext(PasteText& paste)
{
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Word) || paste.isTaken(token))
            continue;
        const Announcement key = announcementAt(paste, token);
        if (key.value >= 0)
            readValue(paste, key, token);
        else
            readNeighbours(paste, token);
    }
}

} // namespace scopes
