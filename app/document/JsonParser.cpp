#include "document/Document.h"

#include <QCoreApplication>

#include <algorithm>
#include <simdjson.h>

namespace scopes {

namespace {

using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

constexpr int deepest = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("JsonParser", text);
}

/// What a user can do about simdjson's error; the place is said beside it.
QString explain(error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR:
        return tr("The text is not valid UTF-8. Save the file as UTF-8.");
    case simdjson::STRING_ERROR:
        return tr("Expected a string with valid escapes; found an escape that JSON does not have, or half of a surrogate pair.");
    case simdjson::UNESCAPED_CHARS:
        return tr("Expected an escape; found a control character in a string. Write it as \\n, \\t or \\u00XX.");
    case simdjson::UNCLOSED_STRING:
        return tr("Expected a closing quotation mark; the text ends inside a string.");
    case simdjson::NUMBER_ERROR:
        return tr("Expected a number as JSON writes it, and behind it a comma or a closing bracket.");
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
    case simdjson::INCORRECT_TYPE:
        return tr("Expected a JSON value: a string, number, true, false, null, array or object.");
    case simdjson::DEPTH_ERROR:
        return tr("The values are nested too deeply; at most %1 levels are read.").arg(deepest);
    case simdjson::TRAILING_CONTENT:
        return tr("Expected the end of the text; found more behind the first value.");
    case simdjson::EMPTY:
        return tr("Expected a JSON value; the text is empty.");
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY:
        return tr("There is not enough memory to read this text.");
    default:
        return tr("This is not JSON: expected a value, a comma, a colon or a closing bracket here, or the text ends too early.");
    }
}

/// The first byte that is not part of valid UTF-8 (Unicode 15, table 3-7), or the size.
std::size_t firstInvalidByte(QByteArrayView text)
{
    std::size_t start = 0;
    std::size_t size = static_cast<std::size_t>(text.size());
    // The validator only answers yes or no: halve the text at character boundaries until one character is left.
    while (size > 1) {
        std::size_t half = size / 2;
        while (half > 0 && (static_cast<unsigned char>(text[static_cast<qsizetype>(start + half)]) & 0xC0) == 0x80)
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
    return start;
}

} // namespace

/// Builds a Document with simdjson's on-demand interface, which keeps order, repeated names and positions. One use each.
/// Every walk function returns simdjson's error, SUCCESS when there was none.
class JsonParser
{
public:
    explicit JsonParser(QByteArray json) { m_document.m_source = std::move(json); }

    Result<Document> parse()
    {
        QByteArray& source = m_document.m_source;
        if (source.startsWith("\xEF\xBB\xBF"))
            return failure(
                tr("The text begins with a byte order mark, which JSON does not allow. Save the file as UTF-8 without it."), 0);
        const auto size = source.size();
        source.reserve(size + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));

        auto parser = std::make_shared<ondemand::parser>();
        ondemand::document document;
        const auto bytes = static_cast<std::size_t>(size);
        auto error = parser->iterate(source.constData(), bytes, static_cast<std::size_t>(source.capacity())).get(document);
        if (error == simdjson::SUCCESS)
            error = walkDocument(document);
        const char* trailing = nullptr;
        if (error == simdjson::SUCCESS && document.current_location().get(trailing) == simdjson::SUCCESS)
            error = simdjson::TRAILING_CONTENT;
        if (error != simdjson::SUCCESS)
            return failure(explain(error), placeOf(error, document));
        m_document.m_stringOwner = std::move(parser);
        return std::move(m_document);
    }

private:
    Problem failure(const QString& message, std::size_t offset) const
    {
        const TextPosition position = positionOf(m_document.m_source, offset);
        return Problem::error(message, position.line, position.column);
    }

    std::size_t placeOf(error_code error, ondemand::document& document)
    {
        const auto size = static_cast<std::size_t>(m_document.m_source.size());
        if (error == simdjson::UTF8_ERROR)
            return firstInvalidByte(m_document.m_source);
        if (error == simdjson::UNCLOSED_STRING || error == simdjson::EMPTY)
            return size;
        const char* location = nullptr;
        if (!m_started || document.current_location().get(location) != simdjson::SUCCESS)
            return m_started ? std::max(m_place, std::size_t{0}) : 0;
        return std::min(static_cast<std::size_t>(location - m_document.m_source.constData()), size);
    }

    error_code walkDocument(ondemand::document& document)
    {
        m_started = true;
        bool scalar = false;
        if (const auto error = document.is_scalar().get(scalar))
            return error;
        // What reads a catalog wants an object at the root; a lone scalar is legal JSON that nothing here uses.
        if (scalar)
            return simdjson::INCORRECT_TYPE;
        ondemand::value root;
        if (const auto error = document.get_value().get(root))
            return error;
        m_document.m_nodes.emplace_back();
        return walk(root, 0, 1);
    }

    error_code walk(ondemand::value value, std::uint32_t index, int depth)
    {
        const std::string_view token = value.raw_json_token();
        m_place = static_cast<std::size_t>(token.data() - m_document.m_source.constData());
        node(index).offset = static_cast<std::uint32_t>(m_place);
        if (depth > deepest)
            return simdjson::DEPTH_ERROR;
        ondemand::json_type type;
        if (const auto error = value.type().get(type))
            return error;
        switch (type) {
        case ondemand::json_type::array:
            return walkArray(value, index, depth);
        case ondemand::json_type::object:
            return walkObject(value, index, depth);
        case ondemand::json_type::string:
            return walkString(value, index);
        default:
            return walkAtom(value, type, token, index);
        }
    }

    error_code walkString(ondemand::value value, std::uint32_t index)
    {
        std::string_view text;
        if (const auto error = value.get_string().get(text))
            return error;
        node(index).kind = Kind::String;
        node(index).textStart = stored(text);
        node(index).textSize = static_cast<std::uint32_t>(text.size());
        return simdjson::SUCCESS;
    }

    error_code walkAtom(ondemand::value value, ondemand::json_type type, std::string_view token, std::uint32_t index)
    {
        error_code error = simdjson::SUCCESS;
        if (type == ondemand::json_type::number) {
            double number = 0;
            error = value.get_double().get(number);
            node(index).kind = Kind::Number;
        } else if (type == ondemand::json_type::boolean) {
            bool boolean = false;
            error = value.get_bool().get(boolean);
            node(index).kind = Kind::Boolean;
        } else {
            bool null = false;
            error = value.is_null().get(null);
            if (!error && !null)
                error = simdjson::N_ATOM_ERROR;
        }
        node(index).textStart = node(index).offset;
        node(index).textSize = static_cast<std::uint32_t>(token.find_last_not_of(" \t\r\n") + 1);
        return error;
    }

    error_code walkArray(ondemand::value value, std::uint32_t index, int depth)
    {
        node(index).kind = Kind::Array;
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        std::uint32_t last = 0;
        for (auto element : array) {
            ondemand::value child;
            if (const auto error = std::move(element).get(child))
                return error;
            if (const auto error = walk(child, append(index, last), depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }

    error_code walkObject(ondemand::value value, std::uint32_t index, int depth)
    {
        node(index).kind = Kind::Object;
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        std::uint32_t last = 0;
        for (auto member : object) {
            ondemand::field field;
            if (const auto error = std::move(member).get(field))
                return error;
            const std::uint32_t child = append(index, last);
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key))
                return error;
            node(child).keyStart = stored(key);
            node(child).keySize = static_cast<std::uint32_t>(key.size());
            if (const auto error = walk(field.value(), child, depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }

    Document::Node& node(std::uint32_t index) { return m_document.m_nodes[index]; }

    std::uint32_t append(std::uint32_t parent, std::uint32_t& last)
    {
        const auto child = static_cast<std::uint32_t>(m_document.m_nodes.size());
        m_document.m_nodes.emplace_back().parent = parent;
        if (last != 0)
            node(last).next = child;
        last = child;
        ++node(parent).textSize;
        return child;
    }

    /// The offset of a string in simdjson's buffer, which holds them one behind the other in the order of reading.
    std::uint32_t stored(std::string_view text)
    {
        if (m_document.m_strings == nullptr)
            m_document.m_strings = text.data();
        return static_cast<std::uint32_t>(text.data() - m_document.m_strings);
    }

    Document m_document;
    std::size_t m_place = 0;
    bool m_started = false;
};

Result<Document> Document::fromJson(QByteArray json)
{
    return JsonParser(std::move(json)).parse();
}

} // namespace scopes
