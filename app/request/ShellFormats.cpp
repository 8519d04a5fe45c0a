#include "request/DataFormats.h"
#include "request/NameText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ScopeFormat", text);
}

bool isWord(QChar unit)
{
    const bool isLetter = (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
    return isLetter || (unit >= u'0' && unit <= u'9') || unit == u'_';
}

FormattedText variableName(const FormatOptions& options)
{
    const QString name = options.variable.isEmpty() ? u"SCOPES"_s : options.variable;
    if (name.front().isDigit() || !std::all_of(name.begin(), name.end(), isWord)) {
        return FormatProblem{FormatProblem::Kind::BadOption,
            translated("A variable's name is made of letters, digits and underscores, and does not begin with a digit."), -1};
    }
    return name;
}

/// True for a value that every reader of .env files takes as it stands.
bool isPlainEnv(const QString& value)
{
    return std::all_of(value.begin(), value.end(), [](QChar unit) { return isWord(unit) || u"._:/,@%+=-"_s.contains(unit); });
}

ParsedNames readAssignment(const QString& text, const FormatOptions& options, FormattedText (*readValue)(TextCursor&))
{
    TextCursor cursor{text};
    cursor.skipSpace();
    if (cursor.accept(u"export "))
        cursor.skipSpace();
    const qsizetype begin = cursor.at;
    const auto expected = variableName(options);
    const auto name = readVariable(cursor);
    if (!expected || !name)
        return expected ? name.problem() : expected.problem();
    if (name.value() != expected.value())
        return cannotRead(translated("The variable is not named %1.").arg(expected.value()), begin);
    const qsizetype valueBegin = cursor.at;
    const auto value = readValue(cursor);
    if (!value)
        return value.problem();
    cursor.accept(u';');
    cursor.skipSpace();
    if (!cursor.atEnd())
        return cannotRead(translated("Nothing may follow the value."), cursor.at);
    auto names = splitNames(value.value(), options.separator);
    return names ? names : ParsedNames(cannotRead(names.problem().message, valueBegin));
}

} // namespace

FormattedText writeEnv(const ScopeFormat& /*format*/, const QStringList& names, const FormatOptions& options)
{
    auto name = variableName(options);
    if (!name)
        return name;
    if (auto problem = findControlCharacter(names))
        return *problem;
    auto value = joinNames(names, options.separator);
    if (!value)
        return value;
    const QString& text = value.value();
    const QString start = name.value() + u'=';
    if (isPlainEnv(text))
        return QString(start + text);
    // Some readers expand $ and take backslashes as escapes within single quotes too. Double quotes are left for a name with a
    // single one, but there a shell that sources the file would run what stands in backticks.
    const bool needsDouble = text.contains(u'\'');
    const bool breaksDouble = text.contains(u'"') || text.contains(u'`');
    const bool differs = text.contains(u'\\') || text.contains(u'$') || (needsDouble && breaksDouble);
    const bool hasControl =
        std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.category() == QChar::Other_Control; });
    if (differs || hasControl) {
        return FormatProblem{FormatProblem::Kind::CannotSay,
            translated(
                "A name contains a backslash, a dollar sign, different kinds of quotes or a control character, which readers "
                "of .env files take differently."),
            -1};
    }
    const QChar quote = needsDouble ? u'"' : u'\'';
    return QString(start + quote + text + quote);
}

ParsedNames readEnv(const ScopeFormat& /*format*/, const QString& text, const FormatOptions& options)
{
    return readAssignment(text, options, readEnvValue);
}

FormattedText writeShell(const ScopeFormat& /*format*/, const QStringList& names, const FormatOptions& options)
{
    auto name = variableName(options);
    if (!name)
        return name;
    auto value = joinNames(names, options.separator);
    if (!value)
        return value;
    if (value.value().contains(QChar(u'\0'))) {
        return FormatProblem{FormatProblem::Kind::CannotSay,
            translated("A name contains the control character U+0000, which no environment variable can hold."), -1};
    }
    const QString quoted = QString(value.value()).replace(u"'"_s, u"'\\''"_s);
    return QString(u"export "_s + name.value() + u"='"_s + quoted + u'\'');
}

ParsedNames readShell(const ScopeFormat& /*format*/, const QString& text, const FormatOptions& options)
{
    return readAssignment(text, options, readShellValue);
}

FormattedText readVariable(TextCursor& cursor)
{
    const qsizetype begin = cursor.at;
    while (!cursor.atEnd() && isWord(cursor.peek()))
        ++cursor.at;
    const QStringView name = cursor.text.sliced(begin, cursor.at - begin);
    if (name.isEmpty() || name.front().isDigit() || !cursor.accept(u'='))
        return cannotRead(translated("A variable and an equals sign are expected here."), begin);
    return name.toString();
}

FormattedText readEnvValue(TextCursor& cursor)
{
    const qsizetype begin = cursor.at;
    const QChar quote = cursor.peek();
    if (quote == u'\'' || quote == u'"') {
        const qsizetype end = cursor.text.indexOf(quote, begin + 1);
        if (end < 0)
            return cannotRead(translated("The quoted value that begins here has no end."), begin);
        const QStringView value = cursor.text.sliced(begin + 1, end - begin - 1);
        if (value.contains(u'\\') || value.contains(u'$') || (quote == u'"' && value.contains(u'`')))
            return cannotRead(
                translated("Readers of .env files take backslashes, dollar signs and backticks differently."), begin);
        cursor.at = end + 1;
        return value.toString();
    }
    qsizetype end = cursor.text.indexOf(u'\n', begin);
    end = end < 0 ? cursor.text.size() : end;
    const QStringView line = cursor.text.sliced(begin, end - begin);
    const qsizetype comment = line.indexOf(u" #"_s);
    cursor.at = end;
    return (comment < 0 ? line : line.first(comment)).trimmed().toString();
}

FormattedText readShellValue(TextCursor& cursor)
{
    QString value;
    const QStringView text = cursor.text;
    while (!cursor.atEnd() && !cursor.peek().isSpace() && cursor.peek() != u';') {
        const qsizetype begin = cursor.at;
        const QChar unit = cursor.take();
        if (unit == u'\'' || unit == u'"') {
            const qsizetype end = text.indexOf(unit, cursor.at);
            if (end < 0)
                return cannotRead(translated("The quoted value that begins here has no end."), begin);
            const QStringView quoted = text.sliced(cursor.at, end - cursor.at);
            if (unit == u'"' && (quoted.contains(u'\\') || quoted.contains(u'$') || quoted.contains(u'`')))
                return cannotRead(translated("The shell would expand what stands in these quotes."), begin);
            value += quoted;
            cursor.at = end + 1;
        } else if (unit == u'\\' && !cursor.atEnd()) {
            value += cursor.take();
        } else if (u"$`\\|&<>()*?[]#~!{}"_s.contains(unit)) {
            return cannotRead(translated("The shell gives this character another meaning."), begin);
        } else {
            value += unit;
        }
    }
    return value;
}

} // namespace scopes
