#include "request/DataFormats.h"

#include "request/LiteralDialect.h"
#include "request/NameText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ScopeFormat", text);
}

const LiteralDialect& json()
{
    return literalDialects().front();
}

/// The double-quoted style of YAML 1.1 and 1.2 has JSON's escapes and \U for what lies beyond the first plane; YAML 1.1
/// readers do not join surrogate pairs.
const LiteralDialect& yamlQuoted()
{
    static const LiteralDialect dialect = [] {
        LiteralDialect quoted = json();
        quoted.id = u"yaml-list";
        quoted.unicode = UnicodeEscape::Long;
        return quoted;
    }();
    return dialect;
}

/// True for a scalar that is a string in YAML 1.1 and 1.2 without quotes: it begins with a letter, so that it is no number,
/// date, sign or indicator; it has no character of a meaning; and it is none of the words for true, false and null.
bool isPlainYaml(const QString& name)
{
    static const QStringList words{u"y"_s, u"n"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    const auto isLetter = [](QChar unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); };
    if (name.isEmpty() || !isLetter(name.front()) || name.back() == u':' || words.contains(name, Qt::CaseInsensitive))
        return false;
    return std::all_of(name.begin(), name.end(),
        [&](QChar unit) { return isLetter(unit) || (unit >= u'0' && unit <= u'9') || QStringView(u"._-/:+").contains(unit); });
}

ParsedNames readYamlScalar(QStringView scalar, qsizetype offset)
{
    TextCursor cursor{scalar};
    const QChar first = cursor.peek();
    if (first == u'"') {
        const auto name = readString(yamlQuoted(), cursor);
        if (!name)
            return cannotRead(name.problem().message, offset + name.problem().position);
        const QStringView rest = scalar.sliced(cursor.at).trimmed();
        if (!rest.isEmpty() && !rest.startsWith(u'#'))
            return cannotRead(translated("Nothing may follow the quoted name."), offset + cursor.at);
        return QStringList{name.value()};
    }
    if (first == u'\'') {
        const qsizetype end = scalar.lastIndexOf(u'\'');
        QString name = scalar.first(end).sliced(end > 0 ? 1 : 0).toString();
        if (end == 0 || QString(name).remove(u"''"_s).contains(u'\'') || !scalar.sliced(end + 1).trimmed().isEmpty())
            return cannotRead(translated("The quoted name does not end where the line does."), offset);
        return QStringList{name.replace(u"''"_s, u"'"_s)};
    }
    const qsizetype comment = scalar.indexOf(u" #"_s);
    const QStringView plain = (comment < 0 ? scalar : scalar.first(comment)).trimmed();
    if (plain.isEmpty() || QStringView(u"[]{}&*!|>%@`#,?").contains(first) || plain.contains(u": "_s) || plain.endsWith(u':'))
        return cannotRead(translated("This is not a name: YAML gives it another meaning."), offset);
    return QStringList{plain.toString()};
}

} // namespace

FormattedText writeJsonProperty(const ScopeFormat& /*format*/, const QStringList& names, const FormatOptions& options)
{
    if (!options.parameter.isValidUtf16()) {
        return FormatProblem{
            FormatProblem::Kind::BadOption, translated("The property's name holds half of a surrogate pair."), -1};
    }
    auto joined = joinNames(names, options.separator);
    if (!joined)
        return joined;
    return QString(writeString(json(), options.parameter) + u": "_s + writeString(json(), joined.value()));
}

ParsedNames readJsonProperty(const ScopeFormat& /*format*/, const QString& text, const FormatOptions& options)
{
    TextCursor cursor{text};
    cursor.skipSpace();
    const auto name = readString(json(), cursor);
    if (!name)
        return name.problem();
    if (name.value() != options.parameter)
        return cannotRead(translated("The property is not named %1.").arg(visibleName(options.parameter)), 0);
    cursor.skipSpace();
    if (!cursor.accept(u':'))
        return cannotRead(translated("A colon is expected here."), cursor.at);
    cursor.skipSpace();
    const qsizetype begin = cursor.at;
    const auto value = readString(json(), cursor);
    if (!value)
        return value.problem();
    cursor.skipSpace();
    if (!cursor.atEnd())
        return cannotRead(translated("Nothing may follow the property's value."), cursor.at);
    auto names = splitNames(value.value(), options.separator);
    // A place within the value is not one of the text, where escapes stand.
    return names ? names : ParsedNames(cannotRead(names.problem().message, begin));
}

FormattedText writeYaml(const ScopeFormat& /*format*/, const QStringList& names, const FormatOptions& /*options*/)
{
    QString text;
    for (const QString& name : names) {
        if (!text.isEmpty())
            text += u'\n';
        text += u"- "_s + (isPlainYaml(name) ? name : writeString(yamlQuoted(), name));
    }
    return text;
}

ParsedNames readYaml(const ScopeFormat& /*format*/, const QString& text, const FormatOptions& /*options*/)
{
    QStringList names;
    qsizetype begin = 0;
    bool mayBeKey = true; // "scope:" before the list
    for (const QStringView whole : QStringView(text).split(u'\n')) {
        const QStringView line = whole.trimmed();
        const qsizetype offset = begin + (line.isEmpty() ? 0 : line.data() - whole.data());
        begin += whole.size() + 1;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const bool isKey = mayBeKey && line.endsWith(u':') && !line.startsWith(u"- ");
        mayBeKey = false;
        if (isKey)
            continue;
        if (!line.startsWith(u"- "))
            return cannotRead(translated("A line of the list must begin with a dash and a space."), offset);
        const QStringView scalar = line.sliced(2).trimmed();
        auto name = readYamlScalar(scalar, offset + (scalar.data() - line.data()));
        if (!name)
            return name;
        names.append(name.value());
    }
    if (names.isEmpty())
        return cannotRead(translated("The list is empty."), 0);
    return names;
}

} // namespace scopes
