#include "request/LiteralDialect.h"
#include "request/NameText.h"

#include <QCoreApplication>

#include <optional>

namespace scopes {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ScopeFormat", text);
}

bool isOctalDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'7';
}

/// Reads @p least to @p most hexadecimal digits.
std::optional<char32_t> readHex(TextCursor& cursor, qsizetype least, qsizetype most)
{
    qsizetype count = 0;
    while (count < most && isHexDigit(cursor.peek(count)))
        ++count;
    if (count < least)
        return {};
    const uint value = cursor.text.sliced(cursor.at, count).toUInt(nullptr, 16);
    cursor.at += count;
    return char32_t(value);
}

/// One string literal while it is read.
class StringReader
{
public:
    StringReader(const LiteralDialect& dialect, TextCursor& cursor)
        : m_dialect(dialect)
        , m_cursor(cursor)
        , m_begin(cursor.at)
        , m_quote(cursor.take())
    {
    }

    FormattedText read()
    {
        while (!m_cursor.atEnd()) {
            const qsizetype at = m_cursor.at;
            const QChar unit = m_cursor.take();
            if (unit == m_quote)
                return finished();
            if (unit == u'\\' ? !readEscape() : !readPlain(unit))
                return cannotRead(m_message, at);
        }
        return cannotRead(translated("The string that begins here has no end."), m_begin);
    }

private:
    FormattedText finished() const
    {
        if (!m_text.isValidUtf16())
            return cannotRead(translated("The string holds half of a surrogate pair."), m_begin);
        return m_text;
    }

    bool isRaw() const { return m_dialect.rawSingleQuotes && m_quote == u'\''; }

    bool fail(const char* message)
    {
        m_message = translated(message);
        return false;
    }

    bool readPlain(QChar unit)
    {
        if (unit < u' ' && unit != u'\t')
            return fail("The line ends, or a control character stands, within a string.");
        const QChar next = m_cursor.peek();
        const bool opens = next == u'{' || next == u'_' || next == u'@' || next == u'$' || next.isLetter();
        const bool isGuarded = m_quote == u'`' ? unit == u'$' && next == u'{' : m_dialect.guarded.contains(unit) && opens;
        if (m_dialect.interpolates && !isRaw() && isGuarded)
            return fail("The string takes in the value of something else, which only the program knows.");
        m_text += unit;
        return true;
    }

    bool readEscape()
    {
        const QChar letter = m_cursor.peek();
        const bool isItself = letter == u'\\' || letter == m_quote || (!isRaw() && m_dialect.guarded.contains(letter));
        if (isRaw() && !isItself) {
            m_text += u'\\';
            return true;
        }
        if (m_dialect.octalBelow > 0 && isOctalDigit(letter))
            return readOctal();
        m_cursor.take();
        if (isItself || (m_dialect.id == u"javascript" && letter.isPrint() && !letter.isLetterOrNumber())) {
            m_text += letter;
            return true;
        }
        for (qsizetype pair = 0; pair + 1 < m_dialect.named.size(); pair += 2) {
            if (m_dialect.named[pair] == letter) {
                m_text += m_dialect.named[pair + 1];
                return true;
            }
        }
        if (letter == u'u' || (letter == u'U' && m_dialect.unicode == UnicodeEscape::Long))
            return readUnicode(letter == u'U' ? 8 : 4);
        return fail("This escape is not one that the format writes.");
    }

    bool readUnicode(qsizetype digits)
    {
        const bool mayBeBraced = m_dialect.id == u"javascript" && m_cursor.peek() == u'{';
        const bool isBraced = m_dialect.unicode == UnicodeEscape::Braced || mayBeBraced;
        if (isBraced && !m_cursor.accept(u'{'))
            return fail("A code point in braces must follow \\u.");
        const auto codePoint = isBraced ? readHex(m_cursor, 1, 6) : readHex(m_cursor, digits, digits);
        if (!codePoint || *codePoint > QChar::LastValidCodePoint || (isBraced && !m_cursor.accept(u'}')))
            return fail("The digits of this escape are not a code point.");
        if (QChar::isSurrogate(*codePoint) && m_dialect.unicode != UnicodeEscape::Utf16)
            return fail("This language has no surrogates in its escapes.");
        const bool endsJava = *codePoint == U'"' || *codePoint == U'\\' || *codePoint == U'\n' || *codePoint == U'\r';
        if (m_dialect.id == u"java" && endsJava)
            return fail("Java reads this escape before it looks for strings, so that the string ends or breaks here.");
        if (QChar::requiresSurrogates(*codePoint))
            m_text += QString::fromUcs4(&*codePoint, 1);
        else
            m_text += QChar(static_cast<char16_t>(*codePoint));
        return true;
    }

    /// The cursor stands on the first digit; in C++ neighbouring escapes are the bytes of one character.
    bool readOctal()
    {
        QByteArray bytes;
        do {
            uint value = 0;
            for (int digit = 0; digit < 3 && isOctalDigit(m_cursor.peek()); ++digit)
                value = value * 8 + (m_cursor.take().unicode() - u'0');
            if (value > 0xff)
                return fail("This octal escape is over one byte.");
            bytes.append(static_cast<char>(value));
        } while (m_cursor.peek() == u'\\' && isOctalDigit(m_cursor.peek(1)) && m_cursor.accept(u'\\'));
        // Java's octal escapes are code points up to U+00FF, those of C++ bytes.
        const auto text = m_dialect.id == u"java" ? QString::fromLatin1(bytes) : fromStrictUtf8(bytes);
        if (!text)
            return fail("The bytes of these escapes are not UTF-8.");
        m_text += *text;
        return true;
    }

    const LiteralDialect& m_dialect;
    TextCursor& m_cursor;
    qsizetype m_begin;
    QChar m_quote;
    QString m_text;
    QString m_message;
};

/// A string of a list; in C++ also std::string("…", 3).
FormattedText readElement(const LiteralDialect& dialect, TextCursor& cursor)
{
    const bool isCounted = dialect.id == u"cpp" && cursor.accept(u"std::string(");
    const qsizetype begin = cursor.at;
    if (cursor.atEnd() || !dialect.quotes.contains(cursor.peek()))
        return cannotRead(translated("A string in quotes is expected here."), begin);
    auto name = readString(dialect, cursor);
    if (!isCounted || !name)
        return name;
    cursor.accept(u',');
    cursor.skipSpace();
    qsizetype count = 0;
    while (cursor.peek().isDigit() && count <= cursor.text.size())
        count = count * 10 + cursor.take().digitValue();
    if (count != name.value().toUtf8().size() || !cursor.accept(u')'))
        return cannotRead(translated("The string does not have the length that is given with it."), begin);
    return name;
}

} // namespace

FormattedText readString(const LiteralDialect& dialect, TextCursor& cursor)
{
    if (cursor.atEnd() || !dialect.quotes.contains(cursor.peek()))
        return cannotRead(translated("A string in quotes is expected here."), cursor.at);
    return StringReader(dialect, cursor).read();
}

ParsedNames readList(const LiteralDialect& dialect, TextCursor& cursor)
{
    const QStringView close = dialect.close.trimmed();
    if (!cursor.accept(dialect.open.trimmed()))
        return cannotRead(translated("The list must begin with %1 here.").arg(dialect.open), cursor.at);
    QStringList names;
    while (true) {
        cursor.skipSpace();
        const bool mayEnd = names.isEmpty() || dialect.hasTrailingComma;
        if (mayEnd && cursor.accept(close))
            break;
        const auto name = readElement(dialect, cursor);
        if (!name)
            return name.problem();
        names.append(name.value());
        cursor.skipSpace();
        if (cursor.accept(close))
            break;
        if (!cursor.accept(u','))
            return cannotRead(translated("A comma or the end of the list is expected here."), cursor.at);
    }
    if (names.isEmpty())
        return cannotRead(translated("The list is empty."), cursor.at);
    return names;
}

} // namespace scopes
