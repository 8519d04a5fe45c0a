#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// True for <th scope="col"> and @Scope("prototype").
bool hasOtherMeaning(const PasteText& paste, int value, int keyToken)
{
    const int word = paste.is(value, Kind::Open) ? value + 1 : value;
    return paste.textOf(keyToken) == u"@Scope" || (paste.is(word, Kind::Word) && isOtherScope(paste.textOf(word)));
}

/// Reads what stands behind scope=, scopes:, "scope", and the like.
void readValue(PasteText& paste, const Announcement& key, int keyToken)
{
    const int value = key.value;
    if (value >= paste.count() || hasOtherMeaning(paste, value, keyToken))
        return;
    const PasteToken& first = paste.at(value);
    const bool isAtOnce = key.isTight && first.start == paste.at(value - 1).end();
    if (key.isTight && isAtOnce && first.isMark(u'&')) // an empty parameter
        return;
    const bool isMap = first.isMark(u'{') && paste.is(paste.skipLines(value + 1), Kind::Open) && !key.isQuery;
    if (key.isTight && !isMap && (isAtOnce || first.kind == Kind::Close)
        && (first.kind == Kind::Word || first.kind == Kind::Close || first.isMark(u'{'))
        && !(first.kind == Kind::Word && paste.isMark(value + 1, u'(') && !paste.textOf(value).contains(u'%') && !key.isQuery))
        return readQueryValue(paste, key, keyToken);
    const bool isVariable = paste.textOf(value) == u"$" && paste.isMark(value + 1, u'{'); // ${NAME:-default}
    if (readLines(paste, key, keyToken) || (!isVariable && readExpression(paste, key)))
        return;
    readUnquoted(paste, key, keyToken);
}

/// 'the `repo` scope', 'the read_orders scope', 'scope video.list': words beside the word scope, without a mark between.
class NeighbourReader
{
public:
    NeighbourReader(PasteText& paste, int token)
        : m_paste(paste)
        , m_token(token)
    {
        m_rule.form = ScopeList::Form::Mention;
        m_rule.kind = PasteKind::ErrorText;
    }

    void read()
    {
        const int before = m_token - 1;
        if (m_paste.is(before, Kind::Close) && m_paste.at(before).start < m_paste.at(m_token).start)
            readString(m_paste.at(before).pair, m_paste.at(before).unit == u'`' ? Shape::Bare : Shape::Structured);
        else if (m_paste.isMark(before, u']'))
            readBracket(before);
        else if (m_paste.is(before, Kind::Word) && isAccessName(m_paste.textOf(before)))
            readWord(before);
        if (m_paste.is(m_token + 1, Kind::Open))
            readString(m_token + 1, Shape::Structured);
        for (int next = m_token + 1; isScopeWord(next); ++next)
            readWord(next);
    }

private:
    void readString(int open, Shape least)
    {
        const MappedText content = contentOf(m_paste, open);
        m_rule.least = least;
        if (content.text().contains(u' ') || m_paste.isTaken(open + 1) || m_paste.shapes.of(content.text()) < least)
            return;
        if (addItems(m_paste, {content}, m_rule))
            m_paste.take(open, m_paste.at(open).pair + 1);
    }

    /// The strings of a list: only the ['repo'] scopes.
    void readBracket(int close)
    {
        constexpr int most = 100;
        int open = close;
        while (m_paste.is(open - 1, Kind::Close) && close - open < most) {
            open = m_paste.at(open - 1).pair;
            if (!m_paste.isMark(open - 1, u','))
                break;
            --open;
        }
        if (!m_paste.isMark(open - 1, u'['))
            return;
        for (int token = open; token < close; ++token) {
            if (m_paste.is(token, Kind::Open))
                readString(token, Shape::Bare);
        }
    }

    void readWord(int token)
    {
        m_rule.least = Shape::Structured;
        const PasteToken& word = m_paste.at(token);
        if (!m_paste.isTaken(token) && addItems(m_paste, {m_paste.mapped.mid(word.start, word.length)}, m_rule))
            m_paste.take(token, token + 1);
    }

    bool isScopeWord(int token) const
    {
        if (!m_paste.is(token, Kind::Word) || m_paste.isMark(token + 1, u'('))
            return false;
        const QStringView word = m_paste.textOf(token);
        return m_paste.shapes.of(word) >= Shape::Structured && !isProgramName(word);
    }

    /// In front of 'scope' stand many words with parts: top-level, module.exports.
    bool isAccessName(QStringView word) const
    {
        const bool hasParts = word.contains(u'_') || word.contains(u':') || word.contains(u'.');
        return hasParts && m_paste.shapes.of(word) >= Shape::Structured && namesAccess(word) && !isProgramName(word)
            && word != word.toString().toUpper();
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_token;
    ValueRule m_rule;
};

/// Reads --scopes "repo,gist" and --scope openid email of a command.
void readOption(PasteText& paste, int token)
{
    ValueRule rule;
    rule.kind = PasteKind::EnvLine;
    rule.least = Shape::Bare;
    const int value = token + 1;
    if (paste.is(value, Kind::Open)) {
        rule.layers = {Layer::Quotes};
        if (addList(paste, contentOf(paste, value), rule))
            paste.take(token, paste.at(value).pair + 1);
        return;
    }
    int end = value;
    while (end < lineEnd(paste, token) && !paste.textOf(end).startsWith(u'-') && paste.textOf(end) != u"\\"
        && !paste.isMark(end, u'|') && !paste.isMark(end, u';') && !paste.isMark(end, u'&') && !paste.is(end, Kind::Close))
        ++end;
    if (end == value)
        return;
    const int start = paste.at(value).start;
    const MappedText content = paste.mapped.mid(start, paste.at(end - 1).end() - start);
    rule.least = content.text().contains(u' ') ? Shape::Structured : Shape::Bare;
    if (addList(paste, content, rule))
        paste.take(token, end);
}

/// What a word that announces nothing by a mark tells of the words beside it.
void readNeighbours(PasteText& paste, int token)
{
    constexpr qsizetype longest = 40;
    const QStringView word = paste.textOf(token);
    if (word.size() > longest)
        return;
    if (word.startsWith(u"--") && keyStrength(lastIdentifier(word)) == KeyStrength::Strict)
        return readOption(paste, token);
    const bool isScope = word.size() <= 8 && word.startsWith(u"scope", Qt::CaseInsensitive);
    if (isScope || (word.size() <= 11 && word.startsWith(u"permissi", Qt::CaseInsensitive)))
        NeighbourReader(paste, token).read();
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
