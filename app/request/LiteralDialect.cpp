#include "request/LiteralDialect.h"

#include <algorithm>

namespace scopes {

namespace {

LiteralDialect dialect(QStringView id, QStringView open, QStringView close, QStringView quotes, UnicodeEscape unicode)
{
    LiteralDialect made;
    made.id = id;
    made.open = open;
    made.close = close;
    made.quotes = quotes;
    made.unicode = unicode;
    return made;
}

std::vector<LiteralDialect> makeDialects()
{
    using enum UnicodeEscape;
    LiteralDialect json = dialect(u"json-array", u"[", u"]", u"\"", Utf16);
    json.named = u"n\nr\rt\tb\bf\f//"; // RFC 8259, section 7
    json.hasTrailingComma = false;
    LiteralDialect javascript = dialect(u"javascript", u"[", u"]", u"'\"`", Utf16);
    javascript.interpolates = true; // in template literals alone, which are only read
    const LiteralDialect python = dialect(u"python", u"[", u"]", u"'\"", Long);
    LiteralDialect php = dialect(u"php", u"[", u"]", u"'\"", Braced);
    php.guarded = u"$";
    php.interpolates = true;
    php.rawSingleQuotes = true;
    LiteralDialect ruby = php;
    ruby.id = u"ruby";
    ruby.guarded = u"#";
    const LiteralDialect go = dialect(u"go", u"[]string{", u"}", u"\"", Long);
    // Java reads \uXXXX before it looks for strings, so a control character must not be written that way (JLS 3.3).
    LiteralDialect java = dialect(u"java", u"List.of(", u")", u"\"", Utf16);
    java.octalBelow = 0x80;
    java.hasTrailingComma = false;
    LiteralDialect kotlin = dialect(u"kotlin", u"listOf(", u")", u"\"", Utf16);
    kotlin.guarded = u"$";
    kotlin.interpolates = true;
    const LiteralDialect swift = dialect(u"swift", u"[", u"]", u"\"", Braced);
    const LiteralDialect csharp = dialect(u"csharp", u"new[] { ", u" }", u"\"", Utf16);
    // C++ has no \u below U+00A0 (until C++23), and ?? could begin a trigraph (until C++17).
    LiteralDialect cpp = dialect(u"cpp", u"std::vector<std::string>{", u"}", u"\"", Long);
    cpp.guarded = u"?";
    cpp.octalBelow = 0xA0;
    const LiteralDialect rust = dialect(u"rust", u"vec![", u"]", u"\"", Braced);
    return {json, javascript, python, php, ruby, go, java, kotlin, swift, csharp, cpp, rust};
}

bool isPrintableAscii(char32_t codePoint)
{
    return codePoint >= 0x20 && codePoint < 0x7f;
}

QString padded(char32_t value, int base, qsizetype width)
{
    return QString::number(value, base).rightJustified(width, u'0');
}

QString unicodeEscape(UnicodeEscape kind, char32_t codePoint)
{
    if (kind == UnicodeEscape::Braced)
        return QStringLiteral("\\u{") + QString::number(codePoint, 16) + u'}';
    if (codePoint < 0x10000)
        return QStringLiteral("\\u") + padded(codePoint, 16, 4);
    if (kind == UnicodeEscape::Long)
        return QStringLiteral("\\U") + padded(codePoint, 16, 8);
    return QStringLiteral("\\u") + padded(QChar::highSurrogate(codePoint), 16, 4) + QStringLiteral("\\u")
        + padded(QChar::lowSurrogate(codePoint), 16, 4);
}

/// The bytes of the code point, three digits each, so that a digit after them is not taken for a part.
QString octalEscape(char32_t codePoint)
{
    QString escaped;
    const QByteArray bytes = QString::fromUcs4(&codePoint, 1).toUtf8();
    for (const char byte : bytes)
        escaped += u'\\' + padded(static_cast<unsigned char>(byte), 8, 3);
    return escaped;
}

QString escaped(const LiteralDialect& dialect, char32_t codePoint, char32_t quote)
{
    if (isPrintableAscii(codePoint)) {
        const QChar unit(static_cast<char16_t>(codePoint));
        const bool isGuarded = codePoint == quote || unit == u'\\' || dialect.guarded.contains(unit);
        return isGuarded ? QString(u'\\') + unit : QString(unit);
    }
    for (qsizetype pair = 1; pair < dialect.named.size(); pair += 2) {
        if (dialect.named[pair].unicode() == codePoint)
            return QString(u'\\') + dialect.named[pair - 1];
    }
    return codePoint < dialect.octalBelow ? octalEscape(codePoint) : unicodeEscape(dialect.unicode, codePoint);
}

} // namespace

const std::vector<LiteralDialect>& literalDialects()
{
    static const std::vector<LiteralDialect> dialects = makeDialects();
    return dialects;
}

const LiteralDialect* literalDialect(QStringView formatId)
{
    const auto& all = literalDialects();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LiteralDialect& one) { return one.id == formatId; });
    return found == all.end() ? nullptr : &*found;
}

QString writeString(const LiteralDialect& dialect, const QString& name)
{
    const auto isPlain = [](QChar unit) { return isPrintableAscii(unit.unicode()); };
    QString text;
    text.reserve(name.size() + 2);
    if (dialect.rawSingleQuotes && std::all_of(name.begin(), name.end(), isPlain)) {
        text += u'\'';
        for (const QChar unit : name)
            text += unit == u'\\' || unit == u'\'' ? QString(u'\\') + unit : QString(unit);
        return text + u'\'';
    }
    const QChar quote = dialect.rawSingleQuotes ? QChar(u'"') : dialect.quotes.front();
    text += quote;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const bool isPair = name[at].isHighSurrogate() && at + 1 < name.size();
        const char32_t codePoint = isPair ? QChar::surrogateToUcs4(name[at], name[at + 1]) : char32_t(name[at].unicode());
        text += escaped(dialect, codePoint, quote.unicode());
        at += isPair ? 1 : 0;
    }
    return text + quote;
}

QString writeList(const LiteralDialect& dialect, const QStringList& names)
{
    // A C++ literal ends at its first NUL unless it is told its length.
    const bool countsBytes = dialect.id == u"cpp";
    QString text = dialect.open.toString();
    for (qsizetype row = 0; row < names.size(); ++row) {
        if (row > 0)
            text += u", ";
        const QString literal = writeString(dialect, names.at(row));
        if (countsBytes && names.at(row).contains(QChar(u'\0')))
            text += QStringLiteral("std::string(%1, %2)").arg(literal, QString::number(names.at(row).toUtf8().size()));
        else
            text += literal;
    }
    text += dialect.close;
    return text;
}

} // namespace scopes
