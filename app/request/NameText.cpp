#include "request/NameText.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QStringConverter>

#include <algorithm>

namespace scopes {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ScopeFormat", text);
}

FormatProblem cannotSay(const QString& message, qsizetype row)
{
    return {FormatProblem::Kind::CannotSay, message, row};
}

/// Why @p name would not come back out of a text joined with @p separator; empty if it would.
QString reasonAgainst(const QString& name, QChar separator)
{
    if (name.isEmpty())
        return translated("An empty name cannot be told from no name at all in this format.");
    const auto isSpace = [](QChar character) { return character.isSpace(); };
    if (separator == u' ' && std::any_of(name.begin(), name.end(), isSpace))
        return translated("“%1” contains white space, which separates names in this format.").arg(visibleName(name));
    if (name.contains(separator)) {
        return translated("“%1” contains %2, which separates names in this format.")
            .arg(visibleName(name), codePointName(separator.unicode()));
    }
    if (name.front().isSpace() || name.back().isSpace())
        return translated("“%1” begins or ends with white space, which this format does not keep.").arg(visibleName(name));
    return {};
}

ParsedNames noName(qsizetype offset)
{
    return cannotRead(translated("No name stands here."), offset);
}

} // namespace

bool isHexDigit(QChar unit)
{
    return (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'f') || (unit >= u'A' && unit <= u'F');
}

QString codePointName(char32_t codePoint)
{
    return QStringLiteral("U+") + QString::number(codePoint, 16).toUpper().rightJustified(4, u'0');
}

QString visibleName(QStringView name)
{
    constexpr qsizetype longestShown = 60;
    return visibleText(name, longestShown);
}

FormatProblem cannotRead(const QString& message, qsizetype position)
{
    return {FormatProblem::Kind::CannotRead, message, position};
}

FormattedText joinNames(const QStringList& names, QStringView separator)
{
    if (separator.size() != 1 || separator.front().isSurrogate())
        return FormatProblem{FormatProblem::Kind::BadOption, translated("The separator must be one character."), -1};
    for (qsizetype row = 0; row < names.size(); ++row) {
        const QString reason = reasonAgainst(names.at(row), separator.front());
        if (!reason.isEmpty())
            return cannotSay(reason, row);
    }
    return names.join(separator.front());
}

ParsedNames splitNames(QStringView text, QStringView separator, qsizetype offset)
{
    if (separator.size() != 1 || separator.front().isSurrogate())
        return FormatProblem{FormatProblem::Kind::BadOption, translated("The separator must be one character."), -1};
    const QChar between = separator.front();
    QStringList names;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool ends = at == text.size() || text[at] == between || (between == u' ' && text[at].isSpace());
        if (!ends)
            continue;
        const QStringView name = text.sliced(begin, at - begin).trimmed();
        if (!name.isEmpty())
            names.append(name.toString());
        else if (between != u' ' && between != u'\n')
            return noName(offset + begin);
        begin = at + 1;
    }
    if (names.isEmpty())
        return noName(offset);
    return names;
}

std::optional<FormatProblem> findControlCharacter(const QStringList& names)
{
    for (qsizetype row = 0; row < names.size(); ++row) {
        const QString& name = names.at(row);
        const auto found =
            std::find_if(name.begin(), name.end(), [](QChar character) { return character.category() == QChar::Other_Control; });
        if (found != name.end()) {
            return cannotSay(translated("“%1” contains the control character %2, which this format cannot write.")
                                 .arg(visibleName(name), codePointName(found->unicode())),
                row);
        }
    }
    return {};
}

QString percentEncoded(QStringView text)
{
    static constexpr char digits[] = "0123456789ABCDEF"; // NOLINT(modernize-avoid-c-arrays): a literal, indexed below 16
    const QByteArray bytes = text.toUtf8();
    QByteArray encoded;
    encoded.reserve(bytes.size() + bytes.size() / 4);
    for (const char byte : bytes) {
        const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (isLetter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~') {
            encoded.append(byte);
            continue;
        }
        const auto value = static_cast<unsigned char>(byte);
        encoded.append('%').append(digits[value >> 4U]).append(digits[value & 15U]);
    }
    return QString::fromLatin1(encoded);
}

FormattedText percentDecoded(QStringView text, bool plusIsSpace, qsizetype offset)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit == u'%') {
            if (at + 2 >= text.size() || !isHexDigit(text[at + 1]) || !isHexDigit(text[at + 2]))
                return cannotRead(translated("Two hexadecimal digits must follow the percent sign."), offset + at);
            bytes.append(static_cast<char>(text.sliced(at + 1, 2).toUShort(nullptr, 16)));
            at += 2;
        } else if (unit == u'+' && plusIsSpace) {
            bytes.append(' ');
        } else {
            const bool isPair = unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
            bytes.append(text.sliced(at, isPair ? 2 : 1).toUtf8());
            at += isPair ? 1 : 0;
        }
    }
    const auto decoded = fromStrictUtf8(bytes);
    if (!decoded)
        return cannotRead(translated("The percent-encoded bytes are not UTF-8."), offset);
    return *decoded;
}

std::optional<QString> fromStrictUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return {};
    return text;
}

} // namespace scopes
