#include "request/ScopeRecogniser.h"

#include "request/NameText.h"
#include "request/RecogniserParts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("ScopeRecogniser", text, nullptr, count);
}

bool isTokenUnit(QChar unit)
{
    return unit >= u'!' && unit <= u'~' && unit != u'"' && unit != u'\\';
}

/// Takes off what often stands around bare names: a key, a pair of brackets, a semicolon.
QString unwrapped(const QString& text)
{
    static const QRegularExpression key(u"^(?:scopes?|scp)(?:\\s*=\\s*|\\s*:\\s+)"_s, QRegularExpression::CaseInsensitiveOption);
    QString bare = withoutEnd(text);
    bare.remove(key);
    for (const QStringView pair : std::array<QStringView, 3>{u"[]", u"()", u"{}"}) {
        if (bare.size() > 2 && bare.front() == pair.front() && bare.back() == pair.back())
            return bare.sliced(1, bare.size() - 2).trimmed();
    }
    return bare;
}

} // namespace

FormatProblem ambiguous(const QString& message)
{
    return {FormatProblem::Kind::Ambiguous, message, -1};
}

QString withoutEnd(const QString& text)
{
    qsizetype end = text.size();
    while (end > 0 && (text[end - 1] == u';' || text[end - 1] == u',' || text[end - 1].isSpace()))
        --end;
    return text.first(end);
}

LooseNames splitLoose(QStringView text)
{
    LooseNames split;
    bool hasComma = false;
    bool hasSpace = false;
    qsizetype begin = 0;
    bool commaBefore = true;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool isEnd = at == text.size();
        if (!isEnd && text[at] != u',' && !text[at].isSpace())
            continue;
        if (at > begin) {
            hasSpace = hasSpace || !commaBefore;
            split.names.append(text.sliced(begin, at - begin).toString());
            commaBefore = false;
        }
        if (!isEnd && text[at] == u',')
            hasComma = commaBefore = true;
        begin = at + 1;
    }
    split.isMixed = hasComma && hasSpace;
    if (split.names.size() > 1)
        split.separator = hasComma ? u","_s : u" "_s;
    return split;
}

std::optional<FormatProblem> findNonToken(const QStringList& names)
{
    for (const QString& name : names) {
        const auto found = std::find_if_not(name.begin(), name.end(), isTokenUnit);
        if (found != name.end()) {
            return FormatProblem{FormatProblem::Kind::NoScope,
                translated("No scope was found: “%1” contains %2, which no scope name may contain (RFC 6749, section 3.3).")
                    .arg(visibleName(name), codePointName(found->unicode())),
                -1};
        }
    }
    return {};
}

Outcome<Recognised> recognisedJoined(const QString& formatId, const QString& value, const QString& evidence)
{
    const LooseNames split = splitLoose(value);
    if (split.names.isEmpty()) {
        return FormatProblem{FormatProblem::Kind::NoScope, translated("No scope was found: the value is empty."), -1};
    }
    Recognised found;
    found.formatId = formatId;
    found.names = split.names;
    found.separator = split.separator;
    found.evidence = evidence;
    return found;
}

MaybeRecognised recognisePercent(const QString& text)
{
    static const QRegularExpression escape(u"%[0-9A-Fa-f]{2}"_s);
    if (!text.contains(escape) || std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isSpace(); }))
        return {};
    const auto plain = percentDecoded(text, false);
    if (!plain)
        return {};
    const bool hasComma = plain.value().contains(u',');
    const auto value = hasComma ? plain : percentDecoded(text, true);
    return recognisedJoined(hasComma ? u"percent-comma"_s : u"percent-space"_s, value.value(),
        translated("Read as a percent-encoded value: %XX escapes stand in it."));
}

Outcome<Recognised> recogniseBare(const QString& text)
{
    const QString bare = unwrapped(text);
    const LooseNames split = splitLoose(bare);
    if (split.names.isEmpty())
        return FormatProblem{FormatProblem::Kind::NoScope, translated("No scope was found: the text holds no name."), -1};
    if (auto problem = findNonToken(split.names))
        return *problem;
    Recognised found;
    found.names = split.names;
    found.separator = split.separator;
    const int count = static_cast<int>(split.names.size());
    const bool hasLines = bare.contains(u'\n') && split.separator == u" "_s;
    if (!split.separator) {
        found.formatId = u"comma"_s;
        found.evidence = translated("Read as one bare scope name.");
    } else if (split.isMixed) {
        found.formatId = u"comma"_s;
        found.evidence = translated("Read as bare names with commas and white space between them.", count);
    } else if (hasLines) {
        found.formatId = u"newline"_s;
        found.separator = u"\n"_s;
        found.evidence = translated("Read as bare names on lines.", count);
    } else {
        const bool isComma = split.separator == u","_s;
        found.formatId = isComma ? u"comma"_s : u"space"_s;
        found.evidence = isComma ? translated("Read as bare names with commas between them.", count)
                                 : translated("Read as bare names with spaces between them.", count);
    }
    return found;
}

Outcome<Recognised> recognise(const QString& text)
{
    if (text.size() > longestRecognised) {
        return FormatProblem{
            FormatProblem::Kind::TooLong, translated("The text is longer than 1 MiB, the most that is searched for scopes."), -1};
    }
    if (!text.isValidUtf16()) {
        return FormatProblem{
            FormatProblem::Kind::CannotRead, translated("The text is damaged: it holds half of a surrogate pair."), -1};
    }
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return FormatProblem{FormatProblem::Kind::NoScope, translated("No scope was found: the text is empty."), -1};
    using Step = MaybeRecognised (*)(const QString&);
    static constexpr std::array<Step, 7> steps{
        recogniseJson, recogniseList, recogniseQuery, recogniseVariable, recogniseYaml, recogniseCode, recognisePercent};
    for (const Step step : steps) {
        if (auto found = step(trimmed))
            return *found;
    }
    return recogniseBare(trimmed);
}

} // namespace scopes
