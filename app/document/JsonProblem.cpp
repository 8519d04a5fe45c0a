#include "document/JsonProblem.h"

#include "document/Document.h"
#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

QString tr(const char* text)
{
    return QCoreApplication::translate("JsonParser", text);
}

std::string_view viewOf(QByteArrayView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

/// What stands at the place, as a message shows it.
QString foundAt(std::string_view source, std::size_t place)
{
    if (place >= source.size())
        return tr("the end of the text");
    constexpr std::string_view ends = " \t\r\n,:[]{}\"";
    std::size_t size = source.substr(place, 40).find_first_of(ends, 1);
    if (size == std::string_view::npos)
        size = std::min<std::size_t>(source.size() - place, 40);
    return u'\'' + visibleText(QString::fromUtf8(source.data() + place, static_cast<qsizetype>(size)), 40) + u'\'';
}

/// What the grammar allows behind what stands before the place.
QString expectedAt(std::string_view source, const JsonStop& stop)
{
    const std::size_t before = source.substr(0, stop.place).find_last_not_of(whiteSpace);
    if (before == std::string_view::npos)
        return tr("an object or an array");
    switch (source[before]) {
    case ':':
        return tr("a value");
    case ',':
        return stop.isInObject ? tr("a name in quotation marks") : tr("a value");
    case '[':
        return tr("a value or ']'");
    case '{':
        return tr("a name in quotation marks or '}'");
    case '"':
        return stop.isInObject ? tr("a colon, a comma or '}'") : tr("a comma or ']'");
    default:
        return stop.isInObject ? tr("a comma or '}'") : tr("a comma or ']'");
    }
}

/// True if a bracket at the place closes an array or object behind a comma.
bool endsBehindComma(std::string_view source, std::size_t place)
{
    const std::size_t before = source.substr(0, place).find_last_not_of(whiteSpace);
    return place < source.size() && (source[place] == ']' || source[place] == '}') && before != std::string_view::npos
        && source[before] == ',';
}

/// The first byte that is not part of valid UTF-8 (Unicode 15, table 3-7), or the size.
std::size_t firstInvalidByte(std::string_view text)
{
    std::size_t start = 0;
    std::size_t size = text.size();
    // The validator only answers yes or no: halve the text at character boundaries while that is possible.
    while (size > 1) {
        std::size_t half = size / 2;
        while (half > 0 && (static_cast<unsigned char>(text[start + half]) & 0xC0) == 0x80)
            --half;
        if (half == 0)
            break;
        if (simdjson::validate_utf8(text.data() + start, half)) {
            start += half;
            size -= half;
        } else {
            size = half;
        }
    }
    // What is left is short, or a run of bytes that only continue: step over the whole characters before the bad byte.
    const auto next = [&] {
        std::size_t length = 1;
        while (length <= 4 && (start + length > text.size() || !simdjson::validate_utf8(text.data() + start, length)))
            ++length;
        return length <= 4 ? length : 0;
    };
    while (const std::size_t length = next())
        start += length;
    return start;
}

/// The first control character within a string, or the size.
std::size_t firstBareControl(std::string_view text)
{
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            isInString = !isInString;
        else if (isInString && text[i] == '\\')
            ++i;
        else if (isInString && static_cast<unsigned char>(text[i]) < 0x20)
            return i;
    }
    return text.size();
}

/// The code unit of the \uXXXX that begins at the place; -1 if none does.
int unitAt(std::string_view text, std::size_t place)
{
    bool isHex = false;
    const auto digits = text.substr(std::min(place, text.size()), 6);
    if (!digits.starts_with("\\u") || digits.size() < 6)
        return -1;
    const int unit = QByteArray(digits.data() + 2, 4).toInt(&isHex, 16);
    return isHex ? unit : -1;
}

/// The first escape, from the string that begins at @p start on, that JSON does not have (RFC 8259, section 7) or that is half
/// of a surrogate pair; @p start if there is none.
std::size_t firstBadEscape(std::string_view text, std::size_t start)
{
    for (std::size_t i = start; i + 1 < text.size(); ++i) {
        if (text[i] != '\\')
            continue;
        if (text[i + 1] != 'u') {
            if (std::string_view("\"\\/bfnrt").find(text[i + 1]) == std::string_view::npos)
                return i;
            ++i;
            continue;
        }
        const int unit = unitAt(text, i);
        if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF))
            return i;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            if (const int low = unitAt(text, i + 6); low < 0xDC00 || low > 0xDFFF)
                return i;
            i += 6;
        }
        i += 5;
    }
    return start;
}

Problem at(QByteArrayView source, std::size_t place, const QString& message)
{
    const TextPosition position = positionOf(source, place);
    return Problem::error(message, position.line, position.column);
}

} // namespace

Problem scalarRootProblem(QByteArrayView source, std::size_t place)
{
    return at(source, place, tr("Expected an object or an array; found %1.").arg(foundAt(viewOf(source), place)));
}

Problem jsonProblem(QByteArrayView source, const JsonStop& stop)
{
    const std::string_view text = viewOf(source);
    switch (stop.error) {
    case simdjson::UTF8_ERROR:
        return at(
            source, firstInvalidByte(text), tr("Expected UTF-8; found a byte that is not part of it. Save the file as UTF-8."));
    case simdjson::STRING_ERROR:
        return at(source, firstBadEscape(text, stop.place),
            tr("Expected a valid escape; found one that JSON does not have, or half of a surrogate pair."));
    case simdjson::UNESCAPED_CHARS:
        return at(source, firstBareControl(text),
            tr(R"(Expected an escape; found a control character in a string. Write it as \n, \t or \u00XX.)"));
    case simdjson::UNCLOSED_STRING:
        return at(source, text.size(), tr("Expected a closing quotation mark; the text ends inside a string."));
    case simdjson::NUMBER_ERROR:
        // A number that the end cuts off may be a good one.
        if (text.find_first_of(" \t\r\n,]}", stop.place) == std::string_view::npos)
            return at(source, text.size(), tr("Expected a comma or a closing bracket behind the number; the text ends."));
        return at(source, stop.place, tr("Expected a number as JSON writes it; found %1.").arg(foundAt(text, stop.place)));
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
    case simdjson::INCORRECT_TYPE:
        return at(source, stop.place,
            tr("Expected a string, number, true, false, null, array or object; found %1.").arg(foundAt(text, stop.place)));
    case simdjson::DEPTH_ERROR:
        return at(source, stop.place, tr("The values are nested too deeply; at most %1 levels are read.").arg(deepestNesting));
    case simdjson::TRAILING_CONTENT:
        return at(source, stop.place,
            tr("Expected the end of the text; found %1 behind the first value.").arg(foundAt(text, stop.place)));
    case simdjson::EMPTY:
        return at(source, 0, tr("Expected an object or an array; the text is empty."));
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY:
        return Problem::error(tr("There is not enough memory to read this text."));
    default: {
        QString message = tr("This is not JSON: expected %1; found %2.").arg(expectedAt(text, stop), foundAt(text, stop.place));
        if (endsBehindComma(text, stop.place))
            message += u' ' + tr("No comma may stand before it.");
        return at(source, stop.place, message);
    }
    }
}

} // namespace scopes
