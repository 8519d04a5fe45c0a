#include "request/LiteralDialect.h"
#include "request/NameText.h"
#include "request/RecogniserParts.h"
#include "request/ScopeFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace scopes {

namespace {

QString translated(const char* text, int count = -1)
{
    return QCoreApplication::translate("ScopeRecogniser", text, nullptr, count);
}

/// Strings with nothing but commas between them.
struct Run
{
    QStringList strings;
    bool isNamed = false; ///< "scope" stands before it
    bool isKey = false; ///< one string that is the name of a member, whose value comes after it
};

bool isScopeKey(const QString& text)
{
    const auto is = [&](QLatin1StringView key) { return text.compare(key, Qt::CaseInsensitive) == 0; };
    return is("scope"_L1) || is("scopes"_L1) || is("scp"_L1);
}

bool isQuote(QChar unit)
{
    return unit == u'\'' || unit == u'"' || unit == u'`';
}

bool hasQuote(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isQuote);
}

/// True for a string such as the one in join(", ").
bool isOnlySeparators(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.isSpace() || unit.isPunct() || unit.isSymbol(); });
}

bool mentionsScope(QStringView code)
{
    return code.contains(u"scope"_s, Qt::CaseInsensitive) || code.contains(u"scp"_s, Qt::CaseInsensitive);
}

/// True if the string before the cursor is the name of a member: a colon or an arrow follows, or params["scope"] closes.
bool isKey(const QString& text, TextCursor cursor)
{
    cursor.skipSpace();
    const bool leads = cursor.peek() == u':' || (cursor.peek() == u'=' && cursor.peek(1) == u'>');
    return leads || (isScopeKey(text) && (cursor.peek() == u']' || cursor.peek() == u'='));
}

std::optional<Run> readRun(const LiteralDialect& dialect, TextCursor& cursor)
{
    Run run;
    TextCursor ahead = cursor;
    while (true) {
        const auto text = readString(dialect, ahead);
        if (!text)
            return {};
        if (isKey(text.value(), ahead)) {
            if (run.strings.isEmpty()) {
                run.strings.append(text.value());
                run.isKey = true;
                cursor = ahead;
            }
            return run;
        }
        run.strings.append(text.value());
        cursor = ahead;
        ahead.skipSpace();
        if (!ahead.accept(u','))
            return run;
        ahead.skipSpace();
        if (ahead.atEnd() || !dialect.quotes.contains(ahead.peek()))
            return run;
    }
}

/// Every run of strings in the text as that language reads it; nothing if one of them cannot be read.
std::optional<std::vector<Run>> readRuns(const LiteralDialect& dialect, const QString& text)
{
    std::vector<Run> runs;
    TextCursor cursor{text};
    qsizetype before = 0; // of the statement or the part of it that leads to the run
    bool keyStandsBefore = false;
    while (!cursor.atEnd()) {
        const QChar unit = cursor.peek();
        const bool isInWord = cursor.at > 0 && text[cursor.at - 1].isLetterOrNumber();
        if (!isQuote(unit) || isInWord || !dialect.quotes.contains(unit)) {
            ++cursor.at;
            if (unit == u';')
                before = cursor.at;
            continue;
        }
        const QStringView lead = QStringView(text).sliced(before, cursor.at - before).trimmed();
        auto run = readRun(dialect, cursor);
        if (!run)
            return {};
        before = cursor.at;
        run->isNamed = keyStandsBefore || mentionsScope(lead);
        keyStandsBefore = run->isKey && isScopeKey(run->strings.first());
        const bool isCall = run->strings.size() == 2 && lead.endsWith(u'(') && isScopeKey(run->strings.first());
        if (isCall) { // set("scope", "a,b")
            run->strings.removeFirst();
            run->isNamed = true;
        }
        if (!run->isKey && !std::all_of(run->strings.begin(), run->strings.end(), isOnlySeparators))
            runs.push_back(std::move(*run));
    }
    return runs;
}

/// The one run that is meant; null if none or several could be.
const Run* chosen(const std::vector<Run>& runs)
{
    const auto isNamed = [](const Run& run) { return run.isNamed; };
    const auto named = std::count_if(runs.begin(), runs.end(), isNamed);
    if (named == 1)
        return &*std::find_if(runs.begin(), runs.end(), isNamed);
    return named == 0 && runs.size() == 1 ? &runs.front() : nullptr;
}

bool readsAllQuotes(const LiteralDialect& dialect, const QString& text)
{
    return (dialect.quotes.contains(u'\'') || !text.contains(u'\'')) && (dialect.quotes.contains(u'`') || !text.contains(u'`'));
}

/// The format of the language whose list this looks like; JavaScript's where many could be.
QString likelyFormat(const QString& text)
{
    for (const LiteralDialect& dialect : literalDialects()) {
        if (dialect.open.size() > 1 && text.contains(dialect.open.trimmed()))
            return dialect.id.toString();
    }
    return text.contains(u"std::"_s) ? u"cpp"_s : u"javascript"_s;
}

Outcome<Recognised> codeFound(const QStringList& strings, const QString& text)
{
    if (strings.size() == 1) {
        const LooseNames split = splitLoose(strings.first());
        if (auto problem = findNonToken(split.names))
            return *problem;
        return recognisedJoined(split.separator == u" "_s ? u"space"_s : u"comma"_s, strings.first(),
            translated("Read as the text in quotes, with code around it."));
    }
    if (strings.contains(QString())) {
        return FormatProblem{
            FormatProblem::Kind::NoScope, translated("No scope was found: one of the strings in quotes is empty."), -1};
    }
    Recognised found;
    found.formatId = likelyFormat(text);
    found.names = strings;
    found.evidence = translated("Read as a list of strings in quotes, with code around it.", static_cast<int>(strings.size()));
    return found;
}

} // namespace

MaybeRecognised recogniseList(const QString& text)
{
    if (!hasQuote(text))
        return {};
    const QString bare = withoutEnd(text);
    MaybeRecognised found;
    for (const LiteralDialect& dialect : literalDialects()) {
        const auto names = parse(dialect.id.toString(), bare);
        if (!names)
            continue;
        if (found && found->value().names != names.value())
            return ambiguous(translated("Languages read the escapes in this list differently: choose the format."));
        if (found)
            continue;
        Recognised list;
        list.formatId = dialect.id.toString();
        list.names = names.value();
        list.evidence = translated("Read as a list of strings: %1.", static_cast<int>(list.names.size()))
                            .arg(scopeFormat(list.formatId)->title());
        if (list.formatId == u"json-array"_s) // JSON is read the same by all that reads it
            return list;
        found = list;
    }
    return found;
}

MaybeRecognised recogniseCode(const QString& text)
{
    if (!hasQuote(text))
        return {};
    const bool mayDiffer = text.contains(u'\\') || text.contains(u'$') || text.contains(u'#');
    std::optional<QStringList> strings;
    for (const LiteralDialect& dialect : literalDialects()) {
        if (!readsAllQuotes(dialect, text))
            continue;
        const auto runs = readRuns(dialect, text);
        if (!runs || runs->empty())
            continue;
        const Run* run = chosen(*runs);
        if (!run)
            return ambiguous(translated("Several texts in quotes could be the scopes: leave only the right one."));
        if (strings && *strings != run->strings)
            return ambiguous(translated("Languages read the escapes in these strings differently: leave only the names."));
        strings = run->strings;
        if (!mayDiffer)
            break;
    }
    if (!strings)
        return {};
    return codeFound(*strings, text);
}

} // namespace scopes
