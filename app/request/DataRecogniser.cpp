#include "request/DataFormats.h"
#include "request/LiteralDialect.h"
#include "request/NameText.h"
#include "request/RecogniserParts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>
#include <vector>

namespace scopes {

namespace {

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("ScopeRecogniser", text, nullptr, count);
}

bool isQuote(QChar unit)
{
    return unit == u'"' || unit == u'\'' || unit == u'`' || unit == u'<' || unit == u'>';
}

/// Where the value of a query parameter that begins at @p begin ends: a URL in quotes ends with them, one in running text
/// at white space, and one that is the whole text may have raw spaces in it. @p start is where the URL begins.
qsizetype endOfValue(const QString& text, qsizetype start, qsizetype begin)
{
    const bool mayHaveSpaces = start == 0 || isQuote(text[start - 1]);
    qsizetype end = begin;
    while (end < text.size()) {
        const QChar unit = text[end];
        const bool breaks = mayHaveSpaces ? unit == u'\n' || unit == u'\r' : unit.isSpace();
        if (breaks || isQuote(unit) || unit == u'&' || unit == u'#')
            break;
        ++end;
    }
    return end;
}

/// A string or a list of strings in JSON, as the names that stand in it.
std::optional<Recognised> readJsonValue(TextCursor& cursor)
{
    const LiteralDialect& json = literalDialects().front();
    Recognised found;
    if (cursor.peek() == u'[') {
        const auto names = readList(json, cursor);
        if (!names)
            return {};
        found.formatId = u"json-array"_s;
        found.names = names.value();
        return found;
    }
    const auto value = readString(json, cursor);
    if (!value)
        return {};
    const LooseNames split = splitLoose(value.value());
    found.formatId = u"json-property"_s;
    found.names = split.names;
    found.separator = split.separator;
    return found;
}

Outcome<Recognised> jsonFound(Recognised found, const QString& name)
{
    if (found.names.isEmpty()) {
        return FormatProblem{FormatProblem::Kind::NoScope,
            translated("No scope was found: the JSON property “%1” is empty.").arg(visibleName(name)), -1};
    }
    found.parameter = name;
    found.evidence = translated("Read as the JSON property “%1”.").arg(visibleName(name));
    return found;
}

/// "name": value, of any name, alone or as the only member of an object.
MaybeRecognised readOnlyProperty(const QString& text)
{
    TextCursor cursor{text};
    const bool isObject = cursor.accept(u'{');
    cursor.skipSpace();
    const auto name = readString(literalDialects().front(), cursor);
    cursor.skipSpace();
    if (!name || !cursor.accept(u':'))
        return {};
    cursor.skipSpace();
    auto found = readJsonValue(cursor);
    cursor.skipSpace();
    if (!isObject)
        cursor.accept(u',');
    if (!found || (isObject && !cursor.accept(u'}')) || !cursor.atEnd())
        return {};
    return jsonFound(std::move(*found), name.value());
}

struct Assignment
{
    QString name;
    QString value;
    bool isExported = false;
    bool isQuoted = false;
};

/// Reads one assignment; nothing if there is none, or its value is not one that can be read.
std::optional<Assignment> readAssignment(TextCursor& cursor)
{
    Assignment assignment;
    assignment.isExported = cursor.accept(u"export ");
    cursor.skipSpace();
    const auto name = readVariable(cursor);
    if (!name)
        return {};
    assignment.name = name.value();
    assignment.isQuoted = cursor.peek() == u'\'' || cursor.peek() == u'"';
    const auto value = assignment.isExported ? readShellValue(cursor) : readEnvValue(cursor);
    if (!value)
        return {};
    assignment.value = value.value();
    while (!assignment.isQuoted && assignment.value.endsWith(u';'))
        assignment.value.chop(1);
    cursor.accept(u';');
    const qsizetype after = cursor.at;
    cursor.skipSpace();
    // What follows on the same line is no assignment: this is code or a command.
    const bool isAlone = cursor.atEnd() || cursor.text.sliced(after, cursor.at - after).contains(u'\n') || cursor.peek() == u'#';
    return isAlone ? std::optional(assignment) : std::nullopt;
}

std::optional<std::vector<Assignment>> readAssignments(const QString& text)
{
    std::vector<Assignment> assignments;
    TextCursor cursor{text};
    while (!cursor.atEnd()) {
        if (cursor.peek() == u'#') {
            const qsizetype end = text.indexOf(u'\n', cursor.at);
            cursor.at = end < 0 ? text.size() : end;
        } else if (auto assignment = readAssignment(cursor)) {
            assignments.push_back(std::move(*assignment));
        } else {
            return {};
        }
        cursor.skipSpace();
    }
    return assignments;
}

Outcome<Recognised> variableFound(const Assignment& assignment)
{
    const QString shown = visibleName(assignment.name);
    if (!assignment.isQuoted && !assignment.isExported) {
        if (const auto percent = recognisePercent(assignment.value); percent && percent->hasValue()) {
            Recognised found = percent->value();
            found.formatId = u"query"_s;
            found.parameter = assignment.name;
            found.evidence = translated("Read as the query parameter “%1”: its value is percent-encoded.").arg(shown);
            return found;
        }
    }
    auto joined = recognisedJoined(assignment.isExported ? u"shell-export"_s : u"env"_s, assignment.value,
        translated("Read as the value of the environment variable “%1”.").arg(shown));
    if (!joined)
        return joined;
    Recognised found = joined.value();
    found.variable = assignment.name;
    return found;
}

} // namespace

MaybeRecognised recogniseQuery(const QString& text)
{
    static const QRegularExpression parameter(u"(?:^|[?&])(scopes?|scp)="_s);
    if (!text.contains(u'='))
        return {};
    MaybeRecognised found;
    qsizetype start = 0; // of the URL; looked for once over the whole text, however many parameters there are
    qsizetype seen = 0;
    auto matches = parameter.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const qsizetype begin = match.capturedEnd();
        for (; seen < match.capturedStart(1); ++seen) {
            if (text[seen].isSpace() || isQuote(text[seen]))
                start = seen + 1;
        }
        const qsizetype end = endOfValue(text, start, begin);
        const bool isAssignment = end == begin && end < text.size() && match.capturedStart() == 0 && text[end] != u'&';
        if (isAssignment) // scope="…"
            return {};
        const auto value = percentDecoded(QStringView(text).sliced(begin, end - begin), true, begin);
        if (!value)
            return value.problem();
        auto next = recognisedJoined(
            u"query"_s, value.value(), translated("Read as the query parameter “%1” of a URL.").arg(match.captured(1)));
        if (next) {
            Recognised named = next.value();
            named.parameter = match.captured(1);
            next = named;
        }
        if (found && (!next || !found->hasValue() || next.value().names != found->value().names))
            return ambiguous(translated("The text holds several scope parameters: leave only one of them."));
        found = next;
    }
    return found;
}

MaybeRecognised recogniseJson(const QString& text)
{
    static const QRegularExpression key(u"\"(scopes?|scp)\"\\s*:\\s*"_s);
    if (auto property = readOnlyProperty(text))
        return property;
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return {};
    MaybeRecognised found;
    auto matches = key.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        TextCursor cursor{text, match.capturedEnd()};
        auto value = readJsonValue(cursor);
        if (!value)
            continue;
        auto next = jsonFound(std::move(*value), match.captured(1));
        if (found && (!next || !found->hasValue() || next.value().names != found->value().names))
            return ambiguous(translated("The JSON text holds several lists of scopes: leave only one of them."));
        found = next;
    }
    return found;
}

MaybeRecognised recogniseVariable(const QString& text)
{
    static const QRegularExpression scopeName(u"scope|scp"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression exportLine(u"^export\\s+\\w+="_s);
    if (!text.contains(u'='))
        return {};
    const auto assignments = readAssignments(text);
    if (!assignments) {
        if (text.contains(exportLine))
            return cannotRead(
                translated("The shell would not take this line as one value: quotes are missing or it expands."), 0);
        return {};
    }
    std::vector<const Assignment*> named;
    for (const Assignment& assignment : *assignments) {
        if (assignments->size() == 1 || assignment.name.contains(scopeName))
            named.push_back(&assignment);
    }
    if (named.size() == 1)
        return variableFound(*named.front());
    if (assignments->empty())
        return {};
    return ambiguous(translated("The text sets several variables, and not just one of them has “scope” in its name."));
}

MaybeRecognised recogniseYaml(const QString& text)
{
    static const QRegularExpression item(u"^\\s*- +\\S"_s, QRegularExpression::MultilineOption);
    if (!text.contains(item))
        return {};
    const auto names = parse(u"yaml-list"_s, text);
    if (!names)
        return {};
    Recognised found;
    found.formatId = u"yaml-list"_s;
    found.names = names.value();
    found.evidence =
        translated("Read as a YAML list of names: each line begins with a dash.", static_cast<int>(found.names.size()));
    return found;
}

} // namespace scopes
