#include "document/BoundedFile.h"
#include "document/DecodedText.h"
#include "document/Document.h"
#include "document/JsonProblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace scopes {

using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

namespace {

/// Takes the digits at the front; false if there is none.
bool takeDigits(std::string_view& text)
{
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count > 0;
}

/// Takes the character at the front if it is one of these.
bool takeOneOf(std::string_view& text, std::string_view characters)
{
    const bool isThere = !text.empty() && characters.find(text.front()) != std::string_view::npos;
    text.remove_prefix(isThere ? 1 : 0);
    return isThere;
}

/// True for what the grammar of RFC 8259 section 6 calls a number, of any size; white space may stand behind it.
bool isJsonNumber(std::string_view text)
{
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    takeOneOf(text, "-");
    if (!takeOneOf(text, "0") && !takeDigits(text))
        return false;
    if (takeOneOf(text, ".") && !takeDigits(text))
        return false;
    if (takeOneOf(text, "eE")) {
        takeOneOf(text, "+-");
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

} // namespace

/// Builds a Document with simdjson's on-demand interface, which keeps order, repeated names and positions. One use each.
/// Every walk function returns simdjson's error, SUCCESS when there was none.
class JsonParser
{
public:
    JsonParser(QByteArray json, const ReadingProgress& progress)
        : m_progress(progress)
    {
        m_document.m_source = std::move(json);
    }

    Result<Document> parse()
    {
        QByteArray& source = m_document.m_source;
        if (source.startsWith("\xEF\xBB\xBF"))
            return Problem::error(
                QCoreApplication::translate("JsonParser",
                    "The text begins with a byte order mark, which JSON does not allow. Save the file as UTF-8 without it."),
                1, 1);
        if (beginsAsUtf16(source))
            return Problem::error(
                QCoreApplication::translate("JsonParser", "The text is UTF-16; JSON is UTF-8. Save the file as UTF-8."), 1, 1);
        // simdjson reads some bytes behind the end, whatever they are. A text that has that room is not copied.
        const auto size = source.size();
        constexpr auto padding = static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
        if (source.data_ptr().freeSpaceAtEnd() < padding)
            source.reserve(size + padding);
        // Most documents have fewer values; memory that is not used is never touched.
        m_document.m_nodes.reserve(static_cast<std::size_t>(size) / 24 + 16);

        auto parser = std::make_shared<ondemand::parser>();
        ondemand::document document;
        const auto bytes = static_cast<std::size_t>(size);
        auto error = parser->iterate(source.constData(), bytes, bytes + simdjson::SIMDJSON_PADDING).get(document);
        if (error == simdjson::SUCCESS)
            error = walkDocument(document);
        const char* trailing = nullptr;
        if (error == simdjson::SUCCESS && document.current_location().get(trailing) == simdjson::SUCCESS)
            error = simdjson::TRAILING_CONTENT;
        if (m_isStopped)
            return stoppedReading();
        if (error != simdjson::SUCCESS)
            return problem(error, document);
        if (m_document.m_unescaped != nullptr)
            m_document.m_unescapedOwner = std::move(parser);
        return std::move(m_document);
    }

private:
    Problem problem(error_code error, ondemand::document& document) const
    {
        if (m_isScalar)
            return scalarRootProblem(m_document.m_source, m_place);
        std::size_t place = m_place;
        // A string with a bad escape has been passed already, and so has a number or word that is none.
        const char* location = nullptr;
        const bool isOfValue =
            error == simdjson::STRING_ERROR || error == simdjson::NUMBER_ERROR || error == simdjson::DEPTH_ERROR;
        if (m_started && !isOfValue && document.current_location().get(location) == simdjson::SUCCESS)
            place = std::min<std::size_t>(placeOf(location), static_cast<std::size_t>(m_document.m_source.size()));
        return jsonProblem(m_document.m_source, {error, place, m_isInObject});
    }

    error_code walkDocument(ondemand::document& document)
    {
        m_started = true;
        bool scalar = false;
        if (const auto error = document.is_scalar().get(scalar))
            return error;
        // What reads a catalog wants an object at the root; a lone scalar is legal JSON that nothing here uses.
        if (scalar) {
            m_isScalar = true;
            m_place = std::string_view(m_document.m_source.constData()).find_first_not_of(" \t\r\n");
            return simdjson::INCORRECT_TYPE;
        }
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
        if (depth > deepestNesting)
            return simdjson::DEPTH_ERROR;
        if (!goesOn(index))
            return simdjson::UNEXPECTED_ERROR;
        ondemand::json_type type;
        if (const auto error = value.type().get(type))
            return error;
        switch (type) {
        case ondemand::json_type::array:
            return walkArray(value, index, depth);
        case ondemand::json_type::object:
            return walkObject(value, index, depth);
        case ondemand::json_type::string:
            return walkString(value, token, index);
        default:
            return walkAtom(value, type, token, index);
        }
    }

    error_code walkString(ondemand::value value, std::string_view token, std::uint32_t index)
    {
        node(index).kind = Kind::String;
        // Most strings have no escape: they stay where they are in the source.
        if (token.find('\\') == std::string_view::npos) {
            ondemand::raw_json_string passed;
            if (const auto error = value.get_raw_json_string().get(passed))
                return error;
            node(index).textStart = placeOf(token.data()) + 1;
            node(index).textSize = static_cast<std::uint32_t>(token.rfind('"') - 1);
            return simdjson::SUCCESS;
        }
        std::string_view text;
        if (const auto error = value.get_string().get(text))
            return error;
        node(index).textIsUnescaped = true;
        node(index).textStart = unescaped(text);
        node(index).textSize = static_cast<std::uint32_t>(text.size());
        return simdjson::SUCCESS;
    }

    error_code walkAtom(ondemand::value value, ondemand::json_type type, std::string_view token, std::uint32_t index)
    {
        error_code error = simdjson::SUCCESS;
        if (type == ondemand::json_type::number) {
            double number = 0;
            error = value.get_double().get(number);
            // What is too large for a double is a number all the same (RFC 8259 section 6); its text is what is kept.
            if (error == simdjson::NUMBER_ERROR && token.data() + token.size() < sourceEnd() && isJsonNumber(token))
                error = simdjson::SUCCESS;
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
            if (const auto error = element.get(child)) {
                m_isInObject = false;
                return error;
            }
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
            if (const auto error = std::move(member).get(field)) {
                m_isInObject = true;
                return error;
            }
            const std::uint32_t child = append(index, last);
            if (const auto error = readKey(field, child))
                return error;
            if (const auto error = walk(field.value(), child, depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }

    error_code readKey(ondemand::field& field, std::uint32_t child)
    {
        const char* const start = field.key().raw();
        m_place = placeOf(start);
        // The first quotation mark ends the key or is an escaped one, behind a backslash.
        const auto* const end = static_cast<const char*>(std::memchr(start, '"', static_cast<std::size_t>(sourceEnd() - start)));
        if (end != nullptr && std::memchr(start, '\\', static_cast<std::size_t>(end - start)) == nullptr) {
            node(child).keyStart = placeOf(start);
            node(child).keySize = static_cast<std::uint32_t>(end - start);
            return simdjson::SUCCESS;
        }
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        node(child).keyIsUnescaped = true;
        node(child).keyStart = unescaped(key);
        node(child).keySize = static_cast<std::uint32_t>(key.size());
        return simdjson::SUCCESS;
    }

    /// False when nobody waits any more; asks that now and then.
    bool goesOn(std::uint32_t index)
    {
        constexpr std::uint32_t askedEvery = 1U << 16;
        if (index % askedEvery == 0 && m_progress)
            m_isStopped = !m_progress(static_cast<double>(m_place) / static_cast<double>(m_document.m_source.size()));
        return !m_isStopped;
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

    std::uint32_t placeOf(const char* text) const { return static_cast<std::uint32_t>(text - m_document.m_source.constData()); }

    const char* sourceEnd() const { return m_document.m_source.constData() + m_document.m_source.size(); }

    /// The offset of a string in simdjson's buffer, which holds them one behind the other in the order of reading.
    std::uint32_t unescaped(std::string_view text)
    {
        if (m_document.m_unescaped == nullptr)
            m_document.m_unescaped = text.data();
        return static_cast<std::uint32_t>(text.data() - m_document.m_unescaped);
    }

    const ReadingProgress& m_progress; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Document m_document;
    std::size_t m_place = 0; ///< of the value or key that is being read
    bool m_started = false;
    bool m_isScalar = false;
    bool m_isInObject = false; ///< of the error
    bool m_isStopped = false;
};

Result<Document> Document::fromJson(QByteArray json, const ReadingProgress& progress)
{
    return JsonParser(std::move(json), progress).parse();
}

} // namespace scopes
